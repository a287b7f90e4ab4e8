//! What codes are in other catalogs, before and now.

use std::collections::HashMap;

use errcat::Relation;

use super::pairs::Pairs;
use super::{Diff, Rule, Spot};
use crate::CatalogSet;
use crate::translate::Translator;

/// A reference and how faithful it is, in the names of the new state.
type Answer = Option<(String, Relation)>;

pub(super) fn compare(old: &CatalogSet, new: &CatalogSet, pairs: &Pairs<'_>, diff: &mut Diff) {
    let before = answers_of(old, pairs);
    for table in Translator::of(new).tables() {
        for entry in table.entries() {
            let from = entry.from.to_string();
            let now = entry.to.zip(entry.relation).map(|(to, relation)| (to.to_string(), relation));
            // A code, a case or a catalog that is new is told as such.
            let Some(before) = before.get(&(from.clone(), entry.into.to_owned())) else {
                continue;
            };
            if *before != now {
                tell(&from, entry.into, before.as_ref(), now.as_ref(), diff);
            }
        }
    }
}

fn answers_of(old: &CatalogSet, pairs: &Pairs<'_>) -> HashMap<(String, String), Answer> {
    let now = pairs.references();
    let rename = |reference: String| now.get(&reference).cloned().unwrap_or(reference);
    let mut answers = HashMap::new();
    for table in Translator::of(old).tables() {
        for entry in table.entries() {
            let answer = entry.to.zip(entry.relation);
            let answer = answer.map(|(to, relation)| (rename(to.to_string()), relation));
            answers.insert((rename(entry.from.to_string()), entry.into.to_owned()), answer);
        }
    }
    answers
}

fn tell(
    from: &str,
    into: &str,
    before: Option<&(String, Relation)>,
    now: Option<&(String, Relation)>,
    diff: &mut Diff,
) {
    let show =
        |answer: &(String, Relation)| format!("`{}`, which {}", answer.0, answer.1.description());
    let (rule, message) = match (before, now) {
        (Some(before), Some(now)) => (
            Rule::TranslationChanged,
            format!("it becomes {}, and did {}", show(now), show(before)),
        ),
        (Some(before), None) => (
            Rule::TranslationLost,
            format!("it becomes nothing in `{into}`, and did {}", show(before)),
        ),
        (None, Some(now)) => {
            (Rule::TranslationAdded, format!("it becomes {}, and did nothing", show(now)))
        }
        (None, None) => return,
    };
    diff.push(rule, from, Spot::Whole, message);
}
