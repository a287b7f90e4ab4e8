//! Codes: unique, of the declared type, and in the range of their group.

use std::collections::HashMap;

use crate::author::check::unique::Unique;
use crate::author::read::CodeRange;
use crate::author::written::{CodeSource, Group, Provider, Written};
use crate::catalog::CodeType;
use crate::findings::Collector;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    for provider in &written.providers {
        check_unique(provider, findings);
        check_ranges(provider, findings);
        for (group, code) in provider.codes() {
            check_code(provider, group, code, findings);
        }
    }
}

fn check_unique(provider: &Provider, findings: &mut Collector) {
    let mut unique = Unique::new();
    for (_, code) in provider.codes() {
        let place = code.code.place;
        if let Some(first) = unique.insert(code.code.text.as_str(), place) {
            let catalog = &provider.provider.id.value;
            let message = format!("`{catalog}` has the code `{}` twice", code.code.text);
            let help = "remove one, or make both `cases:` of one code";
            findings.push(Finding::new(Law::DuplicateCode, place, message, help).again(first));
        }
    }
}

fn check_ranges(provider: &Provider, findings: &mut Collector) {
    // `unknown:` answers for all numbers that are in no range.
    let unknown = provider.provider.unknown.iter();
    let unknown = unknown.map(|meaning| (CodeRange { first: 0, last: u32::MAX }, meaning.place));
    let mut first: HashMap<_, _> = unknown.collect();
    for group in &provider.groups {
        let Some(range) = &group.file.group.range else {
            continue;
        };
        if let Some(place) = first.insert(range.value, range.place) {
            let message = format!("the range {}-{} is there twice", range.first, range.last);
            let help = "narrow one of the two, or move its codes into the other file";
            findings.push(Finding::new(Law::CodeRange, range.place, message, help).again(place));
        }
    }
}

fn check_code(provider: &Provider, group: &Group, code: &CodeSource, findings: &mut Collector) {
    if provider.provider.code_type.value == CodeType::String {
        return;
    }
    let Some(number) = code.code.number else {
        let catalog = &provider.provider.id.value;
        let message = format!(
            "codes of `{catalog}` are whole numbers up to {}, and `{}` is not",
            u32::MAX,
            code.code.text
        );
        let help = "write plain decimal digits, without quotes, sign or leading zeros";
        let finding = Finding::new(Law::CodeType, code.code.place, message, help);
        findings.push(finding.also(provider.provider.code_type.place, "declared here"));
        return;
    };
    if let Some(range) = &group.file.group.range
        && !(range.first..=range.last).contains(&number)
    {
        let message = format!("the code {number} is outside of its group");
        let help = "move the code to the group that its number belongs to";
        let finding = Finding::new(Law::CodeRange, code.code.place, message, help);
        findings.push(finding.also(range.place, "the group's range"));
    }
}
