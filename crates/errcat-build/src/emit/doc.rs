//! Rustdoc in which catalog text is only ever text.

use errcat::rt::to_client;
use errcat::{Actor, Facts};
use errcat_model::markdown;
use errcat_model::render::printable;
use errcat_model::{Case, Catalog, Code, Guidance, Lifecycle, LifecycleStage, Param};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The lines of doc comments.
pub(crate) struct Doc(Vec<String>);

impl Doc {
    /// Joins paragraphs; those that begin with a hyphen are the items of a list.
    pub(crate) fn new(paragraphs: &[String]) -> Self {
        let mut lines = Vec::new();
        let mut is_in_list = false;
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let is_item = paragraph.starts_with("- ");
            if index > 0 && !(is_in_list && is_item) {
                lines.push(String::new());
            }
            is_in_list = is_item;
            lines.push(paragraph.clone());
        }
        Self(lines)
    }

    /// Writes the comment in front of an item.
    pub(crate) fn write(&self, indent: &str, into: &mut String) {
        for line in &self.0 {
            let space = if line.is_empty() { "" } else { " " };
            into.extend([indent, "///", space, line, "\n"]);
        }
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.0 {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

/// Documents the module of a catalog.
pub(crate) fn module(catalog: &Catalog) -> Doc {
    let (module, count) = (&catalog.module, catalog.codes.len());
    let codes = if count == 1 { "code" } else { "codes" };
    Doc::new(&[
        format!("{}: {count} {codes}.", escape(&catalog.title)),
        prose(&catalog.about),
        format!("- [`{module}::Code`]: a code on the wire."),
        // No path: without an allocator there is no such type, and rustdoc would miss it.
        format!(
            "- [`{module}::Error`](enum.Error.html): a failure with the parameters of its message, \
             to return and to match on; with the feature `alloc`."
        ),
    ])
}

/// Documents a variant of `Code`.
pub(crate) fn code(catalog: &Catalog, code: &Code) -> Doc {
    let mut paragraphs = match code.cases.as_slice() {
        [case] => about(catalog, code, case),
        cases => {
            let first = format!("{}, issued in several cases:", span(&code.code));
            let items = cases.iter().map(|case| format!("- `{}`{}", case.id, said(case)));
            std::iter::once(first).chain(items).collect()
        }
    };
    paragraphs.extend(code.lifecycle.as_ref().map(lifecycle));
    Doc::new(&paragraphs)
}

/// Documents the error type of a catalog.
pub(crate) fn error(catalog: &Catalog) -> Doc {
    let title = escape(&catalog.title);
    Doc::new(&[format!(
        "An error of {title}, with one variant for each failure; its fields are the values named \
         in the message, if they are known."
    )])
}

/// Documents a variant of `Error`.
pub(crate) fn failure(catalog: &Catalog, code: &Code, case: &Case) -> Doc {
    let mut paragraphs = about(catalog, code, case);
    if !case.operations.is_empty() {
        let operations: Vec<String> = case.operations.iter().map(|name| escape(name)).collect();
        paragraphs.push(format!("**Operations:** {}.", operations.join(", ")));
    }
    Doc::new(&paragraphs)
}

/// Returns the message of a case, what to tell and do, its facts, and where more about it is.
fn about(catalog: &Catalog, code: &Code, case: &Case) -> Vec<String> {
    let mut paragraphs = vec![format!("{}{}", span(&code.code), said(case))];
    let tell = case.tell.get("en").map(|tell| format!("**Tell the customer:** {}", prose(tell)));
    paragraphs.extend(tell);
    paragraphs.extend(case.guidance.as_ref().into_iter().flat_map(guidance));
    let (own, answer) = (case.facts, to_client(case.facts));
    let statuses = |facts: Facts| format!("HTTP `{}`, gRPC `{}`", facts.http, facts.grpc);
    let own_statuses = if statuses(answer) == statuses(own) {
        String::new()
    } else {
        let is_owners = own.actor == Actor::AccountOwner;
        let whose = if is_owners { "to the owner of the account" } else { "the failure itself" };
        format!(" ({whose}: {})", statuses(own))
    };
    let page = catalog.docs.as_deref().map_or_else(String::new, |docs| {
        format!(" [Reference](<{}#{}>)", address(docs), catalog.anchor_of_case(code, case))
    });
    paragraphs.push(format!(
        "**Answer:** {}{own_statuses}. **Retry:** `{}`. **Who acts:** `{}`.{page}",
        statuses(answer),
        own.retry,
        own.actor,
    ));
    paragraphs
}

/// Documents a field.
pub(crate) fn param(param: &Param) -> Doc {
    let about = param.about.as_deref().map_or_else(
        || format!("The parameter {} of the message.", span(&param.name)),
        |about| format!("{}.", prose(about.trim_end_matches('.'))),
    );
    Doc::new(&[about])
}

/// Documents the struct with the fields of a variant.
pub(crate) fn params(case: &Case) -> Doc {
    Doc::new(&[format!("The parameters of [`Error::{}`].", case.name)])
}

/// Shows the provider's text as code: it is verbatim, and rustdoc would change its quotes.
fn said(case: &Case) -> String {
    case.messages.first().map_or_else(String::new, |message| format!(": {}", span(&message.text)))
}

/// Escapes the characters that could end a link in angle brackets.
fn address(docs: &str) -> String {
    let escapes = [('<', "%3C"), ('>', "%3E"), ('\\', "%5C"), ('`', "%60")];
    escapes.into_iter().fold(docs.to_owned(), |docs, (from, to)| docs.replace(from, to))
}

fn guidance(guidance: &Guidance) -> Vec<String> {
    let mut paragraphs = vec![
        format!("**Cause:** {}", prose(&guidance.cause)),
        format!("**Action:** {}", prose(&guidance.action)),
    ];
    let links =
        guidance.links.iter().map(|link| format!("{}: {}", escape(&link.title), span(&link.url)));
    paragraphs.extend(links);
    paragraphs
}

fn lifecycle(lifecycle: &Lifecycle) -> String {
    let stage = match lifecycle.stage {
        LifecycleStage::Deprecated => "Deprecated",
        LifecycleStage::Retired => "No longer sent",
    };
    let replaced = lifecycle.replaced_by.as_deref();
    let replaced = replaced.map_or_else(String::new, |by| format!(" Replaced by {}.", span(by)));
    let note =
        lifecycle.note.as_deref().map_or_else(String::new, |note| format!(" {}", prose(note)));
    format!("**{stage}** since {}.{replaced}{note}", escape(&lifecycle.since))
}

/// Puts a text in one line, with every character visible.
pub(crate) fn line(text: &str) -> String {
    let text = text.trim();
    // Nearly all texts are that already.
    if !text.contains("  ") && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).into_owned()
}

/// Escapes a text for rustdoc, in one line.
pub(crate) fn escape(text: &str) -> String {
    markdown::escape(&line(text))
}

/// Escapes a sentence of ours: names between single back-ticks stay code.
pub(crate) fn prose(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    let is_code = |(index, piece): (usize, &&str)| index % 2 == 0 || !piece.trim().is_empty();
    if pieces.len().is_multiple_of(2) || !pieces.iter().enumerate().all(is_code) {
        return escape(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (index, piece) in pieces.into_iter().enumerate() {
        if index % 2 == 1 {
            shown.push_str(&span(piece));
            continue;
        }
        // The white space around a name is not the end of a line.
        let leading = if index > 0 && piece.starts_with(char::is_whitespace) { " " } else { "" };
        let trailing =
            if piece.ends_with(char::is_whitespace) && !piece.trim().is_empty() { " " } else { "" };
        shown.extend([leading, &escape(piece), trailing]);
    }
    shown
}

/// Shows a text as code, even if it contains back-ticks.
fn span(text: &str) -> String {
    let text = line(text);
    // Three back-ticks at the start of a line would open a block.
    if text.is_empty() || text.contains("``") {
        return escape(&text);
    }
    let fence = if text.contains('`') { "``" } else { "`" };
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalog_text_is_never_markup() {
        assert_eq!(
            escape("<b> *x* [y](z) | #\n\n    code"),
            "\\<b\\> \\*x\\* \\[y\\](z) \\| \\# code"
        );
        assert_eq!(escape("1. see https://x.y"), "1\\. see https\\://x.y");
        assert_eq!(escape("\u{202e}x"), "\\\\u\\{202e\\}x");
        assert_eq!(prose("Set `a|b` to <x>, `c`, or `d`."), "Set `a|b` to \\<x\\>, `c`, or `d`.");
        assert_eq!(prose("```rust\npanic!()\n```"), "\\`\\`\\`rust panic!() \\`\\`\\`");
        assert_eq!(prose("One ` alone"), "One \\` alone");
        assert_eq!(span("a`b"), "``a`b``");
        assert_eq!(span("```"), "\\`\\`\\`");
    }
}
