//! Checks that guidance exists, is at least a sentence, and is not copied from another code.

use crate::author::check::unique::Unique;
use crate::author::resolve::{View, paragraph};
use crate::author::written::Written;
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Finding, Law};

/// Fewer words help nobody.
const MIN_WORDS: usize = 4;

pub(super) fn check(written: &Written, findings: &mut Collector) {
    let mut unique = Unique::new();
    for view in written.providers.iter().flat_map(View::all) {
        let Some(guidance) = &view.own().guidance else {
            if view.outcome().is_failure() {
                let message = format!("`{}` has no guidance", view.reference());
                let help =
                    "add `guidance:` with `cause:`, what happened, and `action:`, what to do";
                findings.push(Finding::new(Law::GuidanceMissing, view.place(), message, help));
            }
            continue;
        };
        for text in [&guidance.cause, &guidance.action] {
            check_length(text, findings);
            // Line breaks and letter case make no difference.
            if let Some(first) = unique.insert(paragraph(text).to_ascii_lowercase(), text.place) {
                let help = "say what is special about this one, or make them one code's cases";
                let message = "another code has the same text";
                findings.push(
                    Finding::new(Law::GuidanceRepeated, text.place, message, help).again(first),
                );
            }
        }
    }
}

fn check_length(text: &Spanned<String>, findings: &mut Collector) {
    let is_sentence = text.trim_end().ends_with(['.', '!', '?']);
    if text.split_whitespace().nth(MIN_WORDS - 1).is_none() || !is_sentence {
        let help = "write four words or more and a period: what happened, or what to do";
        let message = "this is less than a sentence";
        findings.push(Finding::new(Law::GuidanceTooShort, text.place, message, help));
    }
}
