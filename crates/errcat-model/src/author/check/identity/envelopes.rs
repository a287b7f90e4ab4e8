//! The envelopes of provider.yaml.

use std::collections::HashSet;

use errcat::rt::wire::EnvelopeKind;

use crate::author::resolve::{STATUS, View, envelope, examples, statuses_of};
use crate::author::written::{EnvelopeSource, Provider};
use crate::catalog::{Envelope, EnvelopeFormat, header_error, namespace_error, pointer_error};
use crate::derived::wire::{path_count, shadowed};
use crate::findings::Collector;
use crate::{Finding, Law, Place};

pub(super) fn check(provider: &Provider, findings: &mut Collector) {
    for envelope in &provider.provider.envelopes {
        check_texts(envelope, findings);
        check_slots(envelope, findings);
        check_conditions(envelope, findings);
    }
    if has_few_paths(provider, findings) {
        check_order(provider, findings);
    }
    check_codes(provider, findings);
    check_params(provider, findings);
    let headers = examples(provider).flat_map(|example| &example.response.headers.0);
    for (name, (reason, help)) in headers.filter_map(|(name, _)| Some((name, header_error(name)?)))
    {
        let message = format!("`{}` {reason}", name.value);
        findings.push(Finding::new(Law::BadHeader, name.place, message, help));
    }
}

/// Checks that some code has each parameter of an envelope.
fn check_params(provider: &Provider, findings: &mut Collector) {
    let envelopes = &provider.provider.envelopes;
    let mut params = envelopes.iter().flat_map(|envelope| &envelope.params.0).peekable();
    if params.peek().is_none() {
        return;
    }
    let declared = View::all(provider).flat_map(|view| view.own().params.0.iter());
    let names = declared.flat_map(|(name, param)| {
        std::iter::once(name).chain(&param.aliases).map(|name| name.value.as_str())
    });
    let names: HashSet<&str> = names.collect();
    for (name, _) in params.filter(|(name, _)| !names.contains(name.value.as_str())) {
        let message = format!("no code has a parameter `{}`", name.value);
        let help = "declare it in the `params:` of its codes; other values go under `others:`";
        let finding = Finding::new(Law::UndeclaredParameter, name.place, message, help);
        findings.push_near(finding, name, names.iter().copied());
    }
}

/// A body is read into an array of a fixed size, which holds a value for each path.
fn has_few_paths(provider: &Provider, findings: &mut Collector) -> bool {
    let envelopes = &provider.provider.envelopes;
    let most = errcat::rt::wire::MAX_PATHS;
    let all: usize = envelopes.iter().map(|envelope| pointers(envelope).count()).sum();
    // To find the different ones of far too many would take a lot of memory.
    let (count, paths) = if all > 100 * most {
        (all, "paths")
    } else {
        let lowered: Vec<Envelope> = envelopes.iter().map(envelope).collect();
        (path_count(&lowered), "different paths in one format")
    };
    let last = envelopes.last().filter(|_| count > most);
    if let Some(last) = last {
        let message = format!("the envelopes have {count} {paths}");
        let help = format!("leave out slots that nobody needs: there can be at most {most}");
        findings.push(Finding::new(Law::TooLarge, last.id.place, message, help));
    }
    last.is_none()
}

/// Returns all pointers to values, each with its slot, if it has one, and its place.
fn pointers(envelope: &EnvelopeSource) -> impl Iterator<Item = (&str, &str, Place)> {
    let lists =
        [&envelope.slots.entries, &envelope.shared.entries, &envelope.others, &envelope.params];
    let slots = lists.into_iter().flat_map(|list| &list.0).flat_map(|(slot, pointers)| {
        pointers.iter().map(|pointer| (slot.as_str(), pointer.0.as_str(), pointer.place))
    });
    let when = envelope.when.0.iter().filter(|(pointer, _)| pointer.value != STATUS);
    slots.chain(when.map(|(pointer, _)| ("", pointer.value.as_str(), pointer.place)))
}

fn check_texts(envelope: &EnvelopeSource, findings: &mut Collector) {
    let format = envelope.format.value;
    let each = envelope.each.iter().map(|each| (each.0.as_str(), each.place));
    let is_whole = |pointer: &str| {
        let is_one_root = format == EnvelopeFormat::Xml && envelope.each.is_none();
        let help = "begin it with the name of the root element";
        let reason = || ("leads to no element".to_owned(), help);
        (is_one_root && (pointer.is_empty() || pointer.starts_with("/@"))).then(reason)
    };
    let pointers = pointers(envelope).map(|(slot, text, place)| {
        // Those of violations begin at each of them.
        let is_whole = || is_whole(text).filter(|_| !slot.starts_with("violation-"));
        (Law::BadPointer, text, place, pointer_error(text, format).or_else(is_whole))
    });
    let each = each.map(|(text, place)| {
        let no_list = || {
            let help = "begin it with the name of the root element";
            let is_none = format == EnvelopeFormat::Xml && text.is_empty();
            is_none.then(|| ("leads to no element".to_owned(), help))
        };
        (Law::BadPointer, text, place, pointer_error(text, format).or_else(no_list))
    });
    let namespaces = envelope
        .namespace
        .iter()
        .map(|text| (Law::BadNamespace, text.as_str(), text.place, namespace_error(text, format)));
    let headers = envelope.headers.entries.0.iter().flat_map(|(_, names)| names);
    let headers =
        headers.map(|name| (Law::BadHeader, name.as_str(), name.place, header_error(name)));
    for (law, text, place, error) in pointers.chain(each).chain(namespaces).chain(headers) {
        if let Some((reason, help)) = error {
            let message = format!("`{text}` {reason}");
            findings.push(Finding::new(law, place, message, help));
        }
    }
}

fn check_slots(envelope: &EnvelopeSource, findings: &mut Collector) {
    for (name, _) in &envelope.others.0 {
        if crate::author::written::slot_names().contains(&name.as_str()) {
            let message = format!("`{}` is a slot that is known", name.value);
            let help = "move it to `slots:`, or give it another name";
            findings.push(Finding::new(Law::UnknownKey, name.place, message, help));
        }
    }
    let of_list = envelope.shared.entries.0.first().map(|(slot, _)| ("shared", slot.place));
    let of_list = of_list.into_iter().chain(envelope.counts.map(|counts| ("counts", counts.place)));
    for (key, place) in of_list.filter(|_| envelope.each.is_none()) {
        let message = format!("`{key}` is about a list of errors, and this envelope has none");
        let help = "name the list with `each:`, or remove the key";
        findings.push(Finding::new(Law::UnreadSlot, place, message, help));
    }
    check_kind(envelope, findings);
    let of_list = envelope.slots.entries.0.iter();
    for (slot, _) in
        of_list.filter(|(slot, _)| slot.starts_with("violation-") && !has(envelope, "violations"))
    {
        let message = format!("`{}` is never read", slot.value);
        let help = "add `violations:` with the pointer to their list, or remove the slot";
        findings.push(Finding::new(Law::UnreadSlot, slot.place, message, help));
    }
}

/// Checks that a body can have an envelope, and that it needs something to have one with an outcome.
fn check_kind(envelope: &EnvelopeSource, findings: &mut Collector) {
    let kind = envelope.kind.map_or(EnvelopeKind::Application, |kind| kind.value);
    if let Some(outcome) = envelope.outcome {
        let (message, help) = if kind != EnvelopeKind::Application {
            ("is always a failure", "remove `outcome:` or `kind:`")
        } else if envelope.when.0.is_empty()
            && !(outcome.value.is_failure() && has(envelope, "code"))
        {
            ("has an outcome and no condition", "say under `when:` which bodies have it")
        } else {
            return;
        };
        let message = format!("the envelope `{}` {message}", *envelope.id);
        findings.push(Finding::new(Law::VagueOutcome, outcome.place, message, help));
        return;
    }
    let (needed, help) = match kind {
        EnvelopeKind::Application => {
            (&["code"][..], "add it; without a code, write `kind:` or `outcome:`")
        }
        EnvelopeKind::Validation => (&["violations"][..], "add the pointer to their list"),
        EnvelopeKind::System => (&["message", "system-code"][..], "add one of them"),
    };
    if !needed.iter().any(|slot| has(envelope, slot)) {
        let needed = needed.join("` or `");
        let message = format!("no body can have the envelope `{}`", *envelope.id);
        let label = format!("`kind: {}` needs a slot `{needed}`", kind.as_str());
        let finding = Finding::new(Law::DeadEnvelope, envelope.id.place, message, help);
        findings.push(finding.label(label));
    }
}

fn check_conditions(envelope: &EnvelopeSource, findings: &mut Collector) {
    let on_status = envelope.when.0.iter().filter(|(pointer, _)| pointer.value == STATUS);
    for wanted in on_status.flat_map(|(_, wanted)| &wanted.0) {
        if statuses_of(wanted).is_none() {
            let help = "write a status from 100 to 599 such as `404`, or a class such as `4xx`";
            let message = "`status` has a value that is no HTTP status".to_owned();
            findings.push(Finding::new(Law::HttpRange, wanted.place, message, help));
        }
    }
    for (pointer, _) in envelope.when.0.iter().filter(|(_, wanted)| wanted.0.is_empty()) {
        let message = format!("no body can have the envelope `{}`", *envelope.id);
        let help = "write the values of which a body has one, or remove the condition";
        let finding = Finding::new(Law::DeadEnvelope, pointer.place, message, help);
        findings.push(finding.label("this has no values"));
    }
}

/// Returns whether an envelope has a pointer to a slot.
fn has(envelope: &EnvelopeSource, slot: &str) -> bool {
    let lists = [&envelope.slots.entries, &envelope.shared.entries];
    lists
        .into_iter()
        .flat_map(|list| &list.0)
        .any(|(name, pointers)| **name == slot && !pointers.is_empty())
}

fn check_order(provider: &Provider, findings: &mut Collector) {
    let envelopes = &provider.provider.envelopes;
    let lowered: Vec<Envelope> = envelopes.iter().map(envelope).collect();
    for (number, first) in shadowed(&lowered) {
        if let (Some(later), Some(first)) = (envelopes.get(number), envelopes.get(first)) {
            let message = format!("the envelope `{}` is never tried", *later.id);
            let help = format!(
                "write it before `{}`, or add a condition to that: `when: {{ /pointer: value }}`",
                *first.id
            );
            let finding = Finding::new(Law::ShadowedEnvelope, later.id.place, message, help);
            findings.push(finding.also(first.id.place, "this one takes all of its bodies"));
        }
    }
}

/// Checks that some envelope can carry each code.
fn check_codes(provider: &Provider, findings: &mut Collector) {
    let envelopes = &provider.provider.envelopes;
    let Some(last) = envelopes.last() else { return };
    let mut carriers = envelopes.iter().filter(|envelope| has(envelope, "code")).peekable();
    let statuses = provider.provider.statuses.iter().filter_map(|status| status.code.as_ref());
    let by_status: HashSet<&str> = statuses.map(|code| code.as_str()).collect();
    let mut codes = provider
        .codes()
        .map(|(_, code)| &code.code)
        .filter(|code| !by_status.contains(&*code.text));
    if carriers.peek().is_none() {
        if let Some(code) = codes.next() {
            let message = format!("no response can carry `{}`", code.text);
            let help = "add the slot `code` to the envelope of the responses that have one";
            let finding = Finding::new(Law::UncarriedCode, last.id.place, message, help);
            findings.push(finding.also(code.place, "defined here"));
        }
        return;
    }
    if carriers.all(|envelope| envelope.format.value == EnvelopeFormat::Xml) {
        let is_in_xml = |letter: char| !matches!(letter, '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
        for code in codes
            .filter(|code| code.text.trim_ascii() != code.text || !code.text.chars().all(is_in_xml))
        {
            let message = format!("no response in XML can carry `{}`", code.text.escape_debug());
            let help = "write it without white space around it, as it is read from XML";
            findings.push(Finding::new(Law::UncarriedCode, code.place, message, help));
        }
    }
}
