//! Cases: their shape, their messages, and the operations and sources that they name.

use std::collections::{HashMap, HashSet};

use crate::author::resolve::View;
use crate::author::written::{CodeSource, Details, Group, Provider, Written};
use crate::catalog::Template;
use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    for provider in &written.providers {
        check_provider(provider, findings);
    }
}

fn check_provider(provider: &Provider, findings: &mut Collector) {
    let operations = provider.provider.operations.iter().map(|operation| operation.name.as_str());
    let operations: HashSet<&str> = operations.collect();
    let sources = provider.provider.sources.iter().map(|source| source.id.as_str());
    let sources: HashSet<&str> = sources.collect();
    let in_envelopes = provider.provider.envelopes.iter().flat_map(|envelope| &envelope.params.0);
    let in_envelopes: HashSet<&str> = in_envelopes.map(|(name, _)| name.as_str()).collect();
    for group in &provider.groups {
        let source = &group.file.group.source;
        check_declared(Law::UnknownSource, "source", source, &sources, findings);
        for code in &group.file.codes {
            check_shape(code, findings);
            for view in View::of_code(group, code) {
                check_messages(&view, &in_envelopes, findings);
            }
            check_distinct(group, code, findings);
            for details in all_details(code) {
                check_references(details, &operations, &sources, findings);
            }
        }
    }
}

/// Returns the details of the cases, and those that a code writes for all of them.
fn all_details(code: &CodeSource) -> impl Iterator<Item = &Details> {
    code.cases.iter().map(|case| &case.details).chain([&code.details])
}

fn check_shape(code: &CodeSource, findings: &mut Collector) {
    if let (Some(deprecated), Some(retired)) = (&code.deprecated, &code.retired) {
        let message = format!("`{}` is deprecated and retired at once", code.code.text);
        let help = "remove `deprecated:`: a retired code is no longer sent";
        let finding = Finding::new(Law::CaseShape, retired.place, message, help);
        findings.push(finding.also(deprecated.place, "deprecated here"));
    }
    let mut report = |place: Place, message: String, help: &str| {
        findings.push(Finding::new(Law::CaseShape, place, message, help));
    };
    for details in all_details(code) {
        if let (Some(message), [_, ..]) = (&details.message, details.messages.as_slice()) {
            let text = "there is a `message` and a list of `messages`".to_owned();
            report(message.place, text, "move the message into the list");
        }
    }
    if code.cases.is_empty() {
        return;
    }
    let details = &code.details;
    let misplaced = [
        ("message", details.message.as_ref().map(|message| message.place)),
        ("messages", details.messages.first().map(|message| message.place)),
        ("params", details.params.0.first().map(|(name, _)| name.place)),
        ("guidance", details.guidance.as_ref().map(|guidance| guidance.place)),
        ("examples", details.examples.first().map(|example| example.body.place)),
        ("preferred", details.preferred.as_ref().map(|preferred| preferred.place)),
    ];
    for (key, place) in misplaced {
        if let Some(place) = place {
            let text = format!("`{}` has cases and a `{key}` of its own", code.code.text);
            report(place, text, "move it into the case that it belongs to");
        }
    }
}

fn check_messages<'a>(view: &View<'a>, in_envelopes: &HashSet<&'a str>, findings: &mut Collector) {
    let own = view.own();
    let declared: HashSet<&str> = own
        .params
        .0
        .iter()
        .flat_map(|(name, param)| {
            param.aliases.iter().map(|alias| alias.as_str()).chain([name.as_str()])
        })
        .collect();
    let mut used = in_envelopes.clone();
    let mut all_parsed = true;
    for (text, _) in view.messages() {
        match Template::parse(text) {
            Err(error) => {
                all_parsed = false;
                let help = "put the text between them that the provider sends";
                findings.push(Finding::new(Law::BadTemplate, text.place, error.to_string(), help));
            }
            Ok(template) => {
                for parameter in template.parameters() {
                    used.insert(parameter);
                    if !declared.contains(parameter) {
                        undeclared(text, parameter, &declared, findings);
                    }
                }
            }
        }
    }
    for (name, param) in own.params.0.iter().filter(|_| all_parsed) {
        for unused in param.aliases.iter().chain([name]) {
            if !used.contains(unused.value.as_str()) {
                let message =
                    format!("no message of `{}` has `<{}>`", view.reference(), unused.value);
                let help = "write it into the message as the provider does, or remove it; a member of the body goes under `params:` of its envelope";
                findings.push(Finding::new(Law::UnusedParameter, unused.place, message, help));
            }
        }
    }
}

fn undeclared(
    text: &Spanned<String>,
    parameter: &str,
    declared: &HashSet<&str>,
    findings: &mut Collector,
) {
    let help = format!(
        "add `{parameter}:` to `params:`, or to the `aliases:` of the parameter that it is"
    );
    let message = format!("the parameter `{parameter}` is not declared");
    let finding = Finding::new(Law::UndeclaredParameter, text.place, message, help);
    findings.push_near(finding, parameter, declared.iter().copied());
}

/// Two cases of one code that the same operation can answer with need different texts.
fn check_distinct(group: &Group, code: &CodeSource, findings: &mut Collector) {
    if code.cases.len() < 2 {
        return;
    }
    // Shapes of texts, or `None` for a case without text, by number: a text can be long, and have
    // many operations.
    let mut shapes: HashMap<Option<String>, usize> = HashMap::new();
    // By the shape: the first case that has it for an operation, and the first that has it at all.
    let mut by_operation: HashMap<(usize, Option<&str>), Place> = HashMap::new();
    let mut by_shape: HashMap<usize, Place> = HashMap::new();
    for view in View::of_code(group, code) {
        let mut clash: Option<(Place, Place)> = None;
        for (shape, place, operations) in answers(&view) {
            let next = shapes.len();
            let shape = *shapes.entry(shape).or_insert(next);
            let mine = |other: &Place| *other != view.place();
            let any = by_operation.get(&(shape, None)).copied().filter(mine);
            let first = if operations.is_empty() {
                by_shape.get(&shape).copied().filter(mine)
            } else {
                operations.iter().find_map(|operation| {
                    by_operation.get(&(shape, Some(*operation))).copied().filter(mine)
                })
            };
            clash = clash.or(any.or(first).map(|first| (place, first)));
            by_shape.entry(shape).or_insert(view.place());
            if operations.is_empty() {
                by_operation.entry((shape, None)).or_insert(view.place());
            } else {
                for operation in operations {
                    by_operation.entry((shape, Some(operation))).or_insert(view.place());
                }
            }
        }
        if let Some((place, first)) = clash {
            let message = format!(
                "nothing distinguishes `{}` from another case of the code",
                view.reference()
            );
            let help =
                "give them different messages or different operations, or make them one case";
            let finding = Finding::new(Law::AmbiguousCase, place, message, help);
            findings.push(finding.also(first, "the other case"));
        }
    }
}

/// Returns the shapes of the texts of a case, each with the operations that send it.
fn answers<'w>(view: &View<'w>) -> Vec<(Option<String>, Place, Vec<&'w str>)> {
    let names = |operations: &[&'w Spanned<String>]| -> Vec<&'w str> {
        operations.iter().map(|operation| operation.as_str()).collect()
    };
    let all = view.operations();
    let mut answers: Vec<_> = view
        .messages()
        .map(|(text, own)| {
            let own: Vec<&Spanned<String>> = own.iter().collect();
            let shape = Template::parse(text).map_or_else(|_| text.value.clone(), |t| t.shape());
            (Some(shape), text.place, names(if own.is_empty() { &all } else { &own }))
        })
        .collect();
    if answers.is_empty() {
        answers.push((None, view.place(), names(&all)));
    }
    answers
}

fn check_references(
    details: &Details,
    operations: &HashSet<&str>,
    sources: &HashSet<&str>,
    findings: &mut Collector,
) {
    let of_texts = details.messages.iter().flat_map(|message| &message.operations);
    for operation in details.operations.iter().chain(of_texts) {
        check_declared(Law::UnknownOperation, "operation", operation, operations, findings);
    }
    if let Some(source) = &details.source {
        check_declared(Law::UnknownSource, "source", source, sources, findings);
    }
}

fn check_declared(
    law: Law,
    what: &str,
    name: &Spanned<String>,
    known: &HashSet<&str>,
    findings: &mut Collector,
) {
    if !known.contains(name.value.as_str()) {
        let message = format!("there is no {what} `{}`", name.value);
        let help =
            "declare it in the catalog's `provider.yaml`, or name one that is declared there";
        let finding = Finding::new(law, name.place, message, help);
        findings.push_near(finding, name, known.iter().copied());
    }
}
