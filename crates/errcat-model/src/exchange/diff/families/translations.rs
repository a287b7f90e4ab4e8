//! Changes to the equivalents of codes in other catalogs.

use std::collections::HashMap;

use errcat::Relation;

use crate::derived::entries;
use crate::derived::translate::Translator;
use crate::exchange::diff::change::{Diff, Spot};
use crate::exchange::diff::pairs::Pairs;
use crate::exchange::diff::rule::Rule;
use crate::{BrokenLaw, CatalogSet};

/// A reference and how faithful it is, in the names of the new state.
type Answer = Option<(String, Relation)>;

pub(super) fn compare(
    old: &CatalogSet,
    new: &CatalogSet,
    pairs: &Pairs<'_>,
    diff: &mut Diff,
) -> Result<(), BrokenLaw> {
    let before = answers_of(old, pairs)?;
    for entry in entries::all(&Translator::new(new)?)? {
        let from = entry.from.to_string();
        let now = entry.to.zip(entry.relation).map(|(to, relation)| (to.to_string(), relation));
        // A new code, case or catalog is reported as such.
        let Some(before) = before.get(&(from.clone(), entry.into.to_owned())) else {
            continue;
        };
        if *before != now {
            push(&from, entry.into, before.as_ref(), now.as_ref(), diff);
        }
    }
    Ok(())
}

/// The answers of the old state, by source and catalog.
type Answers = HashMap<(String, String), Answer>;

fn answers_of(old: &CatalogSet, pairs: &Pairs<'_>) -> Result<Answers, BrokenLaw> {
    let now = pairs.references();
    let rename = |reference: String| now.get(&reference).cloned().unwrap_or(reference);
    let mut answers = HashMap::new();
    for entry in entries::all(&Translator::new(old)?)? {
        let answer = entry.to.zip(entry.relation);
        let answer = answer.map(|(to, relation)| (rename(to.to_string()), relation));
        answers.insert((rename(entry.from.to_string()), entry.into.to_owned()), answer);
    }
    Ok(answers)
}

fn push(
    from: &str,
    into: &str,
    before: Option<&(String, Relation)>,
    now: Option<&(String, Relation)>,
    diff: &mut Diff,
) {
    let show = |(to, relation): &(String, Relation)| format!("`{to}` ({relation})");
    let (rule, message) = match (before, now) {
        (Some(before), Some(now)) => (
            Rule::TranslationChanged,
            format!("it becomes {}, previously {}", show(now), show(before)),
        ),
        (Some(before), None) => (
            Rule::TranslationLost,
            format!("it becomes nothing in `{into}`, previously {}", show(before)),
        ),
        (None, Some(now)) => {
            (Rule::TranslationAdded, format!("it becomes {}, previously nothing", show(now)))
        }
        (None, None) => return,
    };
    diff.push(rule, from, Spot::Whole, message);
}
