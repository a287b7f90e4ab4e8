//! The envelopes of provider.yaml.

use std::collections::HashSet;

use errcat::rt::wire::EnvelopeKind;

use crate::author::read::KnownKeys as _;
use crate::author::resolve::{STATUS, View, envelope, examples, statuses_of};
use crate::author::written::{BodySlots, EnvelopeSource, Provider, VIOLATIONS};
use crate::catalog::{BodyFormat, Envelope, header_error, namespace_error, pointer_error};
use crate::derived::wire::{path_count, shadowed};
use crate::findings::Collector;
use crate::{Finding, Law, Place};

pub(super) fn check(provider: &Provider, findings: &mut Collector) {
    let envelopes = &provider.provider.envelopes;
    for envelope in envelopes {
        check_texts(envelope, findings);
        check_slots(envelope, findings);
        check_kind(envelope, findings);
        check_conditions(envelope, findings);
    }
    check_paths(envelopes, findings);
    check_codes(provider, findings);
    check_params(provider, findings);
    let filled = envelopes.iter().flat_map(|envelope| &envelope.headers.entries.0);
    let sent = examples(provider).flat_map(|example| &example.response.headers.0);
    let names = filled.flat_map(|(_, names)| names).chain(sent.map(|(name, _)| name));
    let headers = names.map(|one| (Law::BadHeader, one.as_str(), one.place, header_error(one)));
    report(headers, findings);
}

/// Reports the texts that cannot be used, each with its law, its place and the reason.
fn report<'t>(
    texts: impl Iterator<Item = (Law, &'t str, Place, Option<(String, &'static str)>)>,
    findings: &mut Collector,
) {
    for (law, text, place, error) in texts {
        if let Some((reason, help)) = error {
            findings.push(Finding::new(law, place, format!("`{text}` {reason}"), help));
        }
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

/// Checks that all paths fit into the array into which a body is read, and that each envelope is tried.
fn check_paths(envelopes: &[EnvelopeSource], findings: &mut Collector) {
    let most = errcat::rt::wire::MAX_PATHS;
    let all: usize = envelopes.iter().map(|envelope| pointers(envelope).count()).sum();
    // To find the different ones of far too many would take a lot of memory.
    let is_countable = all <= 100 * most;
    let lowered: Vec<Envelope> = envelopes.iter().filter(|_| is_countable).map(envelope).collect();
    let different = (path_count(&lowered), "different paths in one format");
    let (count, paths) = if is_countable { different } else { (all, "paths") };
    if let Some(last) = envelopes.last().filter(|_| count > most) {
        let message = format!("the envelopes have {count} {paths}");
        let help = format!("leave out slots that nobody needs: there can be at most {most}");
        findings.push(Finding::new(Law::TooLarge, last.id.place, message, help));
        return;
    }
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

/// A JSON Pointer of an envelope.
struct Pointer<'e> {
    text: &'e str,
    place: Place,
    /// Whether it begins at an item of a list, and not at the root of the body.
    is_in_item: bool,
    /// Whether it leads to a list, whose items are read.
    is_list: bool,
}

impl Pointer<'_> {
    /// Returns the reason why no value is ever there, and advice.
    fn error(&self, format: BodyFormat) -> Option<(String, &'static str)> {
        let nowhere = |help| Some(("leads to no element".to_owned(), help));
        match pointer_error(self.text, format) {
            None if format == BodyFormat::Json => None,
            None if !self.is_in_item && (self.text.is_empty() || self.text.starts_with("/@")) => {
                nowhere("begin it with the name of the root element")
            }
            None if self.is_list && self.text.contains('@') => {
                nowhere("end it with the name of the element around the items")
            }
            error => error,
        }
    }
}

fn pointers(envelope: &EnvelopeSource) -> impl Iterator<Item = Pointer<'_>> {
    let has_items = envelope.each.is_some();
    let lists = [
        (&envelope.slots.entries, has_items),
        (&envelope.shared.entries, false),
        (&envelope.others, has_items),
        (&envelope.params, has_items),
    ];
    let slots = lists.into_iter().flat_map(|(list, is_in_item)| {
        list.0.iter().flat_map(move |(slot, pointers)| {
            let is_in_item = is_in_item || slot.starts_with("violation-");
            pointers.iter().map(move |one| {
                let is_list = **slot == VIOLATIONS;
                Pointer { text: &one.0, place: one.place, is_in_item, is_list }
            })
        })
    });
    let whole = |text, place, is_list| Pointer { text, place, is_in_item: false, is_list };
    let when = envelope.when.0.iter().filter(|(pointer, _)| pointer.value != STATUS);
    let when = when.map(move |(pointer, _)| whole(pointer.value.as_str(), pointer.place, false));
    let each = envelope.each.iter().map(move |each| whole(each.0.as_str(), each.place, true));
    slots.chain(when).chain(each)
}

fn check_texts(envelope: &EnvelopeSource, findings: &mut Collector) {
    let format = envelope.format.value;
    let pointers =
        pointers(envelope).map(|one| (Law::BadPointer, one.text, one.place, one.error(format)));
    let namespaces = envelope.namespace.iter();
    let namespaces = namespaces
        .map(|one| (Law::BadNamespace, one.as_str(), one.place, namespace_error(one, format)));
    report(pointers.chain(namespaces), findings);
}

fn check_slots(envelope: &EnvelopeSource, findings: &mut Collector) {
    for (name, _) in &envelope.others.0 {
        if BodySlots::names().contains(&name.as_str()) {
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
    let alone = envelope.slots.entries.0.iter().filter(|_| !has(envelope, VIOLATIONS));
    let unread = alone.chain(&envelope.shared.entries.0);
    for (slot, _) in unread.filter(|(slot, _)| slot.starts_with("violation-")) {
        let message = format!("`{}` is never read", slot.value);
        let help = "write it in `slots:`, with the pointer to their list as `violations:`";
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
        EnvelopeKind::Validation => (&[VIOLATIONS][..], "add the pointer to their list"),
        EnvelopeKind::System => (&["message", "system-code"][..], "add one of them"),
    };
    if !needed.iter().any(|slot| has(envelope, slot)) {
        let needed = needed.join("` or `");
        let label = format!("`kind: {}` needs a slot `{needed}`", kind.as_str());
        findings.push(dead(envelope, envelope.id.place, help, label));
    }
}

fn dead(envelope: &EnvelopeSource, place: Place, help: &str, label: String) -> Finding {
    let message = format!("no body can have the envelope `{}`", *envelope.id);
    Finding::new(Law::DeadEnvelope, place, message, help).label(label)
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
        let help = "write the values of which a body has one, or remove the condition";
        findings.push(dead(envelope, pointer.place, help, "this has no values".to_owned()));
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
    if carriers.all(|envelope| envelope.format.value == BodyFormat::Xml) {
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
