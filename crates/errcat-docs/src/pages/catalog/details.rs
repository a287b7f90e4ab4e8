//! The rest of what is known about a case: parameters, operations, Rust, source and history.

use std::collections::BTreeSet;

use errcat_model::Case;
use maud::{Markup, PreEscaped, html};

use super::code_page::CodePage;
use crate::html::text::{link_out, prose};
use crate::pages::parts::operation;

pub(super) fn details(entry: &CodePage<'_, '_>, case: &Case) -> Markup {
    let CodePage { catalog, code, page, facts, .. } = entry;
    let source = catalog.source(&case.source);
    let title = source.map_or(case.source.as_str(), |source| &source.title);
    let url = source.and_then(|source| source.url.as_deref());
    let earlier: BTreeSet<&String> = code.aliases.iter().chain(&case.aliases).collect();
    html! {
        dl.details {
            @if !case.params.is_empty() { dt { "Parameters" } }
            @for param in &case.params {
                dd {
                    code { "<" (param.name) ">" } " "
                    (prose(param.about.as_deref().unwrap_or("A parameter of the message")))
                    " (" (param.kind.as_str()) @if param.sensitive { ", sensitive: keep it out of logs" } ")"
                }
            }
            @if !case.operations.is_empty() {
                dt { "Operations" }
                dd { ul.inline { @for name in &case.operations { li {
                    (operation(facts, page, catalog, name))
                } } } }
            }
            dt { "Rust" }
            @for path in rust_paths(entry, case) { dd { code { (path) } } }
            @if let Some(symbol) = &code.symbol { dt { "Symbol" } dd { code { (symbol) } } }
            dt { "Source" }
            dd { @if let Some(url) = url { (link_out(title, url)) } @else { (title) } }
            (history(entry))
            @if !earlier.is_empty() {
                dt { "Earlier names" }
                @for name in earlier { dd { code { (name) } } }
            }
        }
    }
}

/// Returns the variant of the code, and that of the error if the code is a failure.
fn rust_paths(entry: &CodePage<'_, '_>, case: &Case) -> Vec<String> {
    let CodePage { catalog, code, facts, .. } = entry;
    let parent = facts.crate_name.map(|name| format!("{name}::")).unwrap_or_default();
    let module = format!("{parent}{}", catalog.module);
    let error = code.outcome.is_failure().then(|| format!("{module}::Error::{}", case.name));
    [format!("{module}::Code::{}", code.name)].into_iter().chain(error).collect()
}

/// Says that the code is deprecated or retired.
fn history(entry: &CodePage<'_, '_>) -> Markup {
    let CodePage { code, page, facts, .. } = entry;
    let Some(lifecycle) = &code.lifecycle else {
        return html! {};
    };
    let place = |by: &str| match facts.set.follow(by) {
        Some((catalog, code, Some(case))) => Some(facts.places.case(catalog, code, case)),
        Some((catalog, code, None)) => Some(facts.places.page_of(catalog, code).to_owned()),
        None => None,
    };
    let text = |text: &str| prose(text).into_string();
    let link =
        |by: &str| place(by).map_or_else(|| html! { code { (by) } }, |to| page.link(&to, by));
    html! {
        dt { "History" }
        dd { (PreEscaped(lifecycle.sentences(text, |by| link(by).into_string()))) }
    }
}
