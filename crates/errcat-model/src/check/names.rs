//! Names that become Rust identifiers.

use super::{Unique, View};
use crate::lower::{case_name, code_name};
use crate::names;
use crate::span::Spanned;
use crate::written::{Provider, Written};
use crate::{Finding, Law, Place};

pub(super) fn check(written: &Written, findings: &mut Vec<Finding>) {
    for provider in &written.providers {
        check_codes(provider, findings);
        check_cases(provider, findings);
    }
}

fn check_codes(provider: &Provider, findings: &mut Vec<Finding>) {
    let mut unique = Unique::new();
    for code in provider.groups.iter().flat_map(|group| &group.file.codes) {
        let place = code
            .name
            .as_ref()
            .or(code.symbol.as_ref())
            .map_or(code.code.place, |name| name.place);
        match code_name(code) {
            None => unusable(place, &code.code.text, findings),
            Some(name) => {
                if let Some(first) = unique.insert(name.clone(), place) {
                    collision("code", &name, place, first, findings);
                }
            }
        }
    }
}

fn check_cases(provider: &Provider, findings: &mut Vec<Finding>) {
    let mut unique = Unique::new();
    for view in View::all(provider) {
        if let Some(case) = view.case {
            super::providers::check_kebab("a case", &case.id, findings);
        }
        let Some(name) = case_name(&view) else {
            continue;
        };
        if names::RESERVED_CASES.contains(&name.as_str()) {
            let message = format!("`{name}` is a variant of every error type already");
            findings.push(
                Finding::new(Law::NameCollision, view.place(), message)
                    .help("choose another name for this case"),
            );
        }
        let first = unique.insert(name.clone(), view.place());
        // Two codes of one name have been reported with their codes.
        if let Some(first) = first
            && view.case.is_some()
        {
            collision("case", &name, view.place(), first, findings);
        }
        check_params(&view, findings);
    }
}

fn check_params(view: &View<'_>, findings: &mut Vec<Finding>) {
    let mut unique = Unique::new();
    for (param, _) in &view.own().params.0 {
        let Spanned { value: name, place } = param;
        match names::field_name(name) {
            None => unusable(*place, name, findings),
            Some(field) => {
                if let Some(first) = unique.insert(field.clone(), *place) {
                    collision("parameter", &field, *place, first, findings);
                }
            }
        }
    }
}

fn unusable(place: Place, text: &str, findings: &mut Vec<Finding>) {
    findings.push(
        Finding::new(
            Law::NameUnusable,
            place,
            format!("no Rust name can be made of `{text}`"),
        )
        .help("write a `name:` of ASCII letters and digits"),
    );
}

fn collision(what: &str, name: &str, place: Place, first: Place, findings: &mut Vec<Finding>) {
    findings.push(
        Finding::new(
            Law::NameCollision,
            place,
            format!("a second {what} becomes `{name}` in Rust"),
        )
        .label("again here")
        .also(first, "first here")
        .help("give one of the two another name"),
    );
}
