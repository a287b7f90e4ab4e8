//! Names that become Rust identifiers.

use super::providers::check_kebab;
use crate::author::check::unique::{Unique, duplicate};
use crate::author::resolve::View;
use crate::author::written::{CodeSource, Group, Written};
use crate::catalog::names;
use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    for provider in &written.providers {
        let mut names =
            Names { codes: Unique::new(), cases: Unique::new(), case_ids: Unique::new() };
        for (group, code) in provider.codes() {
            names.check_code(group, code, findings);
        }
        // Current names take precedence over earlier ones, wherever the two are written.
        for (group, code) in provider.codes() {
            names.check_aliases(group, code, findings);
        }
    }
}

/// The names of one catalog.
struct Names {
    codes: Unique<String>,
    cases: Unique<String>,
    case_ids: Unique<String>,
}

impl Names {
    fn check_code(&mut self, group: &Group, code: &CodeSource, findings: &mut Collector) {
        let named = code.name.as_ref().or(code.symbol.as_deref());
        let place = named.map_or(code.code.place, |name| name.place);
        let Some(name) = (View { group, code, case: None }).code_name() else {
            unusable(place, unnamed(code), findings);
            return;
        };
        for view in View::of_code(group, code) {
            self.check_case(&view, &name, findings);
        }
        if let Some(first) = self.codes.insert(name.clone(), place) {
            collision("code", &name, place, first, findings);
        }
    }

    fn check_aliases(&mut self, group: &Group, code: &CodeSource, findings: &mut Collector) {
        for alias in &code.aliases {
            // A single case shares the names of its code, current and earlier.
            let is_alone = code.cases.is_empty();
            if check_alias("code", alias, &mut self.codes, findings) && is_alone {
                check_alias("case", alias, &mut self.cases, findings);
            }
        }
        for view in View::of_code(group, code).filter(|view| view.case.is_some()) {
            for alias in view.case_aliases() {
                check_alias("case", alias, &mut self.cases, findings);
            }
        }
    }

    fn check_case(&mut self, view: &View<'_>, code_name: &str, findings: &mut Collector) {
        if let Some(case) = view.case {
            check_kebab("a case", &case.id, findings);
            if let Some(first) = self.case_ids.insert(case.id.value.clone(), case.id.place) {
                findings.push(duplicate("the case", &case.id, first));
                return;
            }
        }
        check_params(view, findings);
        let Some(name) = view.case_name(code_name) else {
            return;
        };
        if names::RESERVED_CASES.contains(&name.as_str()) {
            let message = format!("every error type already has a variant `{name}`");
            let help = "choose another name for this case";
            findings.push(Finding::new(Law::NameCollision, view.place(), message, help));
        }
        let own_name = view.code.name.as_ref().filter(|_| view.case.is_none());
        let place = own_name.map_or(view.place(), |name| name.place);
        // Two codes with one name are reported as codes.
        if let Some(first) = self.cases.insert(name.clone(), place)
            && view.case.is_some()
        {
            collision("case", &name, place, first, findings);
        }
    }
}

/// Checks that an alias can become a constant without colliding with a variant; returns whether
/// it can.
fn check_alias(
    what: &str,
    alias: &Spanned<String>,
    names: &mut Unique<String>,
    findings: &mut Collector,
) -> bool {
    let Some(name) = names::type_name(alias) else {
        unusable(alias.place, alias, findings);
        return false;
    };
    let Some(first) = names.insert(name.clone(), alias.place) else {
        return true;
    };
    collision(what, &name, alias.place, first, findings);
    false
}

fn check_params(view: &View<'_>, findings: &mut Collector) {
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

/// Returns the text that the name of a code is made of.
fn unnamed(code: &CodeSource) -> &str {
    let named = code.name.as_ref().or(code.symbol.as_deref()).or(code.details.message.as_ref());
    named.map_or(&code.code.text, |name| &name.value)
}

fn unusable(place: Place, text: &str, findings: &mut Collector) {
    let help = "write a `name:` of ASCII letters and digits";
    let message = format!("no Rust name can be made of `{text}`");
    findings.push(Finding::new(Law::NameUnusable, place, message, help));
}

fn collision(what: &str, name: &str, place: Place, first: Place, findings: &mut Collector) {
    let help = "give one of the two another name";
    let message = format!("a second {what} becomes `{name}` in Rust");
    findings.push(Finding::new(Law::NameCollision, place, message, help).again(first));
}
