//! The declarations of provider.yaml.

use std::collections::HashMap;

use super::envelopes;
use crate::author::check::unique::report_duplicates;
use crate::author::written::{CodeSource, Provider, Written};
use crate::catalog::names;
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, findings: &mut Collector) {
    let ids = written.providers.iter().map(|provider| &provider.provider.id);
    report_duplicates("the catalog", ids, findings);
    for provider in &written.providers {
        check_ids(provider, findings);
        check_status_codes(provider, findings);
        envelopes::check(provider, findings);
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
