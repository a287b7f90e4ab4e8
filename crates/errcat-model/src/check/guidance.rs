//! Guidance: there, a sentence at least, and nobody else's.

use super::{Unique, View};
use crate::span::Spanned;
use crate::written::Written;
use crate::{Finding, Law};

/// Fewer words tell nobody what to do.
const FEWEST_WORDS: usize = 4;

pub(super) fn check(written: &Written, findings: &mut Vec<Finding>) {
    let mut unique = Unique::new();
    for view in written.providers.iter().flat_map(View::all) {
        let Some(guidance) = &view.own().guidance else {
            if view.outcome().is_failure() {
                let message = format!("`{}` has no guidance", view.reference());
                findings.push(Finding::new(Law::GuidanceMissing, view.place(), message).help(
                    "add `guidance:` with `cause:`, what happened, and `action:`, what to do",
                ));
            }
            continue;
        };
        for text in [&guidance.cause, &guidance.action] {
            check_length(text, findings);
            if let Some(first) = unique.insert(normalized(text), text.place) {
                findings.push(
                    Finding::new(
                        Law::GuidanceRepeated,
                        text.place,
                        "this text stands at another code too",
                    )
                    .label("again here")
                    .also(first, "first here")
                    .help("say what is special about this one, or make them one code's cases"),
                );
            }
        }
    }
}

fn check_length(text: &Spanned<String>, findings: &mut Vec<Finding>) {
    let is_sentence = text.trim_end().ends_with(['.', '!', '?']);
    if text.split_whitespace().count() < FEWEST_WORDS || !is_sentence {
        findings.push(
            Finding::new(Law::GuidanceTooShort, text.place, "this is less than a sentence")
                .help("write a whole sentence, with a period: what happened, or what to do"),
        );
    }
}

/// The words alone: line breaks and letter case make no other text.
fn normalized(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        words.push_str(word);
        words.push(' ');
    }
    words.make_ascii_lowercase();
    words
}
