//! Deprecated and retired codes.

use crate::author::resolve::{Codes, View};
use crate::author::written::{CodeSource, HistorySource, Provider, Written};
use crate::findings::Collector;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, codes: &Codes<'_>, findings: &mut Collector) {
    for provider in &written.providers {
        for (_, code) in provider.codes() {
            for history in code.deprecated.iter().chain(&code.retired) {
                check_history(provider, code, history, codes, findings);
            }
        }
        check_retired_preferred(provider, findings);
    }
}

fn check_history(
    provider: &Provider,
    code: &CodeSource,
    history: &HistorySource,
    codes: &Codes<'_>,
    findings: &mut Collector,
) {
    if history.since.is_none() {
        let message = format!("`{}` does not say since when", code.code.text);
        let help = "add `since:` with a date or version";
        findings.push(Finding::new(Law::MissingSince, history.place, message, help));
    }
    let Some(replacement) = &history.replaced_by else {
        return;
    };
    let own = provider.provider.id.as_str();
    let Some((_, View { code: target, .. })) = codes.replacement(replacement, own) else {
        let message =
            format!("there is no `{}` to replace `{}`", replacement.value, code.code.text);
        let help = "name a code of this catalog, or `catalog:code` of another that is read with it";
        findings.push(Finding::new(Law::UnknownReplacement, replacement.place, message, help));
        return;
    };
    if std::ptr::eq(target, code) {
        let message = format!("`{}` is replaced by itself", code.code.text);
        let help = "name the code that is used in its place, or remove the key";
        findings.push(Finding::new(Law::UnknownReplacement, replacement.place, message, help));
        return;
    }
    if let Some(retired) = &target.retired {
        let message = format!(
            "`{}` is replaced by `{}`, which is retired",
            code.code.text, replacement.value
        );
        let help = "name the code that replaced that one";
        let finding = Finding::new(Law::RetiredTarget, replacement.place, message, help);
        findings.push(finding.also(retired.place, "retired here"));
    }
}

fn check_retired_preferred(provider: &Provider, findings: &mut Collector) {
    for view in View::all(provider) {
        if let (Some(retired), Some(preferred)) = (&view.code.retired, view.preferred()) {
            let message =
                format!("`{}` is retired and preferred as a translation", view.reference());
            let help = "prefer a code that is still sent";
            let finding = Finding::new(Law::RetiredTarget, preferred.place, message, help);
            findings.push(finding.also(retired.place, "retired here"));
        }
    }
}
