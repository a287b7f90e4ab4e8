//! The declarations of provider.yaml.

use std::collections::HashMap;

use crate::author::check::unique::report_duplicates;
use crate::author::resolve::envelope;
use crate::author::written::{CodeSource, EnvelopeSource, Provider, Written};
use crate::catalog::{Envelope, names, namespace_error, pointer_error};
use crate::derived::wire::path_count;
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    let ids = written.providers.iter().map(|provider| &provider.provider.id);
    report_duplicates("the catalog", ids, findings);
    for provider in &written.providers {
        check_ids(provider, findings);
        check_status_codes(provider, findings);
        for envelope in &provider.provider.envelopes {
            check_envelope(envelope, findings);
        }
        check_path_count(provider, findings);
    }
}

/// A body is read into an array of a fixed size, which holds a value for each path.
fn check_path_count(provider: &Provider, findings: &mut Collector) {
    let envelopes = &provider.provider.envelopes;
    let most = errcat::rt::wire::MAX_PATHS;
    let slots = envelopes.iter().flat_map(|envelope| &envelope.slots.0);
    let in_slots: usize = slots.map(|(_, pointers)| pointers.len()).sum();
    let in_when: usize = envelopes.iter().map(|envelope| envelope.when.0.len()).sum();
    let all = in_slots + in_when;
    // To find the different ones of far too many would take a lot of memory.
    let (count, paths) = if all > 100 * most {
        (all, "paths")
    } else {
        let lowered: Vec<Envelope> = envelopes.iter().map(envelope).collect();
        (path_count(&lowered), "different paths in one format")
    };
    if let Some(last) = envelopes.last().filter(|_| count > most) {
        let message = format!("the envelopes have {count} {paths}");
        let help = format!("leave out slots that nobody needs: there can be at most {most}");
        findings.push(Finding::new(Law::TooLarge, last.id.place, message, help));
    }
}

fn check_ids(provider: &Provider, findings: &mut Collector) {
    let source = &provider.provider;
    check_kebab("a catalog", &source.id, findings);
    report_duplicates("the source", source.sources.iter().map(|source| &source.id), findings);
    report_duplicates(
        "the operation",
        source.operations.iter().map(|operation| &operation.name),
        findings,
    );
    report_duplicates(
        "the envelope",
        source.envelopes.iter().map(|envelope| &envelope.id),
        findings,
    );
    for id in source.sources.iter().map(|source| &source.id) {
        check_kebab("a source", id, findings);
    }
}

pub(super) fn check_kebab(what: &str, id: &Spanned<String>, findings: &mut Collector) {
    if !names::is_kebab(id) {
        let message = format!("`{}` is not an id of {what}", id.value);
        let help = "write lower-case words and digits joined by `-`";
        findings.push(Finding::new(Law::NameUnusable, id.place, message, help));
    }
}

fn check_status_codes(provider: &Provider, findings: &mut Collector) {
    let named = provider.provider.statuses.iter().filter_map(|status| status.code.as_ref());
    let named: Vec<&Spanned<String>> = named.collect();
    if named.is_empty() {
        return;
    }
    let codes = provider.codes().map(|(_, code)| (code.code.text.as_str(), code));
    let codes: HashMap<&str, &CodeSource> = codes.collect();
    for name in named {
        match codes.get(name.value.as_str()) {
            None => {
                let message = format!("there is no code `{}`", name.value);
                let help = "name a code of this catalog, or remove the key";
                let finding = Finding::new(Law::UnknownCode, name.place, message, help);
                findings.push_near(finding, name, codes.keys().copied());
            }
            Some(CodeSource { retired: Some(retired), .. }) => {
                let message = format!("`{}` is retired", name.value);
                let help = "name a code that is still sent";
                let finding = Finding::new(Law::RetiredTarget, name.place, message, help);
                findings.push(finding.also(retired.place, "retired here"));
            }
            Some(_) => {}
        }
    }
}

fn check_envelope(envelope: &EnvelopeSource, findings: &mut Collector) {
    let format = envelope.format.value;
    let slots = envelope.slots.0.iter().flat_map(|(_, pointers)| pointers);
    let when = envelope.when.0.iter().map(|(pointer, _)| pointer);
    let pointers = slots.chain(when).chain(&envelope.each);
    let pointers = pointers.map(|text| (Law::BadPointer, text, pointer_error(text, format)));
    let namespaces = envelope.namespace.iter();
    let namespaces =
        namespaces.map(|text| (Law::BadNamespace, text, namespace_error(text, format)));
    for (law, text, error) in pointers.chain(namespaces) {
        if let Some((reason, help)) = error {
            let message = format!("`{}` {reason}", text.value);
            findings.push(Finding::new(law, text.place, message, help));
        }
    }
}
