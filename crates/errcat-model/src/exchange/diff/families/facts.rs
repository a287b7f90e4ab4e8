//! Changes to statuses, advice, meanings and operations.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::{self, Display};

use errcat::rt::fact_lines;
use errcat::{Facts, Retry};

use super::source::rust_type;
use crate::exchange::diff::change::{Diff, Spot};
use crate::exchange::diff::pairs::{CatalogPair, Issued, Pairs, params};
use crate::exchange::diff::rule::Rule;
use crate::{Case, Meaning};

pub(super) fn compare(pairs: &Pairs<'_>, diff: &mut Diff) {
    let renamed: HashMap<&str, &str> =
        pairs.meanings.pairs.iter().map(|(old, new)| (old.id.as_str(), new.id.as_str())).collect();
    hub(pairs, &renamed, diff);
    for pair in &pairs.catalogs {
        for (old, new) in &pair.codes.pairs {
            if old.outcome != new.outcome {
                let message = format!("it is a {}, previously a {}", new.outcome, old.outcome);
                diff.push(Rule::OutcomeChanged, pair.code(new), Spot::Whole, message);
            }
        }
        for (old, new) in &pair.cases.pairs {
            answers(pair, *old, *new, diff);
            meanings(pair, *old, *new, &renamed, diff);
            operations(pair, *old, *new, diff);
            secrets(pair, *old, *new, diff);
        }
        ranges(pair, diff);
        let what = "the meaning of its failures further out";
        let named = [pair.old, pair.new].map(|catalog| catalog.failed_as.as_deref());
        default(pair, &renamed, named, (Rule::FailedAsChanged, "failed-as", what), diff);
        let what = "the meaning of codes that it does not have";
        let named = [pair.old, pair.new].map(|catalog| catalog.unknown.as_deref());
        default(pair, &renamed, named, (Rule::RangeChanged, "unknown", what), diff);
    }
}

/// Compares a meaning that a whole catalog names.
fn default(
    pair: &CatalogPair<'_>,
    renamed: &HashMap<&str, &str>,
    [was, is]: [Option<&str>; 2],
    (rule, key, what): (Rule, &'static str, &str),
    diff: &mut Diff,
) {
    let was = was.map(|id| renamed.get(id).copied().unwrap_or(id));
    if was != is {
        let [was, now] = [was, is].map(|id| Word(id.unwrap_or("nothing known")));
        diff.push(rule, &pair.new.id, Spot::Key(key), other(what, was, now));
    }
}

/// Returns a message such as `HTTP is 404, previously 400`.
fn other(what: &str, old: impl Display, new: impl Display) -> String {
    format!("{what} is {new}, previously {old}")
}

/// A word of the catalog, displayed as code.
#[derive(PartialEq)]
struct Word<T>(T);

impl<T: Display> Display for Word<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// Returns the rule, the key and a message for each fact that differs, except the outcome.
fn differences(old: Facts, new: Facts) -> impl Iterator<Item = (Rule, &'static str, String)> {
    let lines = fact_lines(old).zip(fact_lines(new)).filter(|(old, new)| old.value != new.value);
    lines.filter_map(move |(was, is)| {
        let rule = match is.name {
            "retry" if is_allowed(old.retry, new.retry) => Rule::RetryAllowed,
            name => Rule::of_fact(name)?,
        };
        Some((rule, is.name, other(is.label, Word(was.value), Word(is.value))))
    })
}

fn answers(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let reference = pair.case(new);
    for (rule, key, message) in differences(old.facts, new.1.facts) {
        diff.push(rule, &reference, Spot::Key(key), message);
    }
}

/// Returns whether a request may be sent again that must not be sent again under the old advice.
fn is_allowed(old: Retry, new: Retry) -> bool {
    old == Retry::Query || (new.may_resend(true) && !old.may_resend(true))
}

fn meanings(
    pair: &CatalogPair<'_>,
    (_, old): Issued<'_>,
    new: Issued<'_>,
    renamed: &HashMap<&str, &str>,
    diff: &mut Diff,
) {
    let (reference, now) = (pair.case(new), new.1);
    let mut push = |rule, key, message| diff.push(rule, &reference, Spot::Key(key), message);
    let before: Vec<&str> =
        old.meanings.iter().map(|id| renamed.get(id.as_str()).copied().unwrap_or(id)).collect();
    if before != now.meanings {
        let [old, now] = [old, now].map(|case| format!("`{}`", case.meanings.join("`, `")));
        push(Rule::MeaningChanged, "is", other("the meaning", old, now));
    }
    if old.relation != now.relation {
        push(
            Rule::RelationChanged,
            "is",
            other("the relation", Word(old.relation), Word(now.relation)),
        );
    }
    if old.preferred != now.preferred {
        let not = if now.preferred { "" } else { "no longer " };
        let of = old.meanings.join("`, `");
        let message = format!("it is {not}the preferred code for `{of}`");
        push(Rule::PreferenceChanged, "preferred", message);
    }
}

/// The operations of a case, and those of each of its texts.
type Senders<'a> = BTreeMap<Option<&'a str>, BTreeSet<&'a str>>;

fn senders<'a>(case: &'a Case, name: impl Fn(&'a str) -> &'a str) -> Senders<'a> {
    let of_texts = case.messages.iter().map(|one| (Some(one.text.as_str()), &one.operations));
    let mut senders = Senders::new();
    for (text, operations) in of_texts.chain([(None, &case.operations)]) {
        senders.entry(text).or_default().extend(operations.iter().map(|one| name(one)));
    }
    senders
}

fn operations(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let before = senders(old, |name| pair.renamed.get(name).copied().unwrap_or(name));
    let now = senders(new.1, |name| name);
    let of_case =
        |all: &Senders<'_>, name: &str| all.get(&None).is_some_and(|set| set.contains(name));
    let mut changes = Vec::new();
    for (text, before_text) in &before {
        // The operations of added and removed texts are reported with the texts.
        let Some(now_text) = now.get(text) else { continue };
        let sides = [("can no longer", before_text, now_text), ("can", now_text, before_text)];
        for (can, some, others) in sides {
            // A gain or loss of the case as a whole is not reported again for its texts.
            let is_news =
                |name: &&str| text.is_none() || of_case(&before, name) == of_case(&now, name);
            let names: Vec<&str> = some.difference(others).copied().filter(is_news).collect();
            if !names.is_empty() {
                let with = text.map_or("it".to_owned(), |text| format!("`{text}`"));
                changes.push(format!("`{}` {can} answer with {with}", names.join("`, `")));
            }
        }
    }
    if !changes.is_empty() {
        let (rule, spot) = (Rule::CaseOperationsChanged, Spot::Key("operations"));
        diff.push(rule, pair.case(new), spot, changes.join("; "));
    }
}

fn secrets(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let reference = pair.case(new);
    for (one, other) in params(old, new.1).pairs {
        let mut push = |rule, message| {
            diff.push(rule, &reference, Spot::Param(other.name.clone()), message);
        };
        if one.sensitive && !other.sensitive {
            let message = format!("`{}` is no longer sensitive", other.name);
            push(Rule::ParameterExposed, message);
        } else if other.sensitive && !one.sensitive {
            push(Rule::ParameterHidden, format!("`{}` is sensitive now", other.name));
        }
        if one.kind != other.kind && rust_type(one.kind) == rust_type(other.kind) {
            let [was, is] = [one.kind, other.kind].map(crate::ParamType::as_str);
            let message = format!("`{}` has the type `{is}`, previously `{was}`", other.name);
            push(Rule::ParameterKindChanged, message);
        }
    }
}

/// Compares the ranges that answer for unlisted numbers.
fn ranges(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let facts = |groups: &[crate::Group]| -> Vec<((u32, u32), Option<String>)> {
        groups.iter().filter_map(|group| Some((group.range?, group.kind_of.clone()))).collect()
    };
    let (before, now) = (facts(&pair.old.groups), facts(&pair.new.groups));
    for group in &pair.new.groups {
        if let Some(range) = group.range
            && !before.contains(&(range, group.kind_of.clone()))
        {
            let what = group.kind_of.as_deref().unwrap_or("nothing known");
            let message = format!("a number from {} to {} is a kind of `{what}`", range.0, range.1);
            diff.push(Rule::RangeChanged, &pair.new.id, Spot::Group(group.id.clone()), message);
        }
    }
    for ((first, last), _) in before {
        if !now.iter().any(|(range, _)| *range == (first, last)) {
            let message = format!("no group has the numbers from {first} to {last}");
            diff.push(Rule::RangeChanged, &pair.new.id, Spot::Whole, message);
        }
    }
}

fn hub(pairs: &Pairs<'_>, renamed: &HashMap<&str, &str>, diff: &mut Diff) {
    if let [Some(old), Some(new)] = pairs.roles {
        for ((role, was), (_, is)) in old.all().into_iter().zip(new.all()) {
            if renamed.get(was).copied().unwrap_or(was) != is {
                let [was, now] = [was, is].map(|id| format!("`{id}`"));
                let message = other(&format!("the meaning of the role `{role}`"), was, now);
                diff.push(Rule::HubChanged, is, Spot::Meaning, message);
            }
        }
    }
    for meaning in &pairs.meanings.removed {
        let message = format!("the meaning was removed: {}", meaning.title);
        diff.push(Rule::HubRemoved, &meaning.id, Spot::Meaning, message);
    }
    for meaning in &pairs.meanings.added {
        let message = format!("the meaning is new: {}", meaning.title);
        diff.push(Rule::HubAdded, &meaning.id, Spot::Meaning, message);
    }
    for (old, new) in &pairs.meanings.pairs {
        if old.id != new.id {
            let message = format!("`{}` is `{}` now", old.id, new.id);
            diff.push(Rule::HubRenamed, &new.id, Spot::Meaning, message);
        }
        let parent = |meaning: &Meaning| meaning.parent.clone().unwrap_or_default();
        let before = parent(old);
        let before = renamed.get(before.as_str()).map_or(before.as_str(), |now| *now);
        if before != parent(new) {
            let message =
                format!("it is part of `{}`, previously of `{}`", parent(new), parent(old));
            diff.push(Rule::HubMoved, &new.id, Spot::Meaning, message);
        }
        let [was, is] = [old.facts.outcome, new.facts.outcome];
        let outcome = (was != is).then(|| other("the outcome", was, is));
        let facts = differences(old.facts, new.facts).map(|(_, _, message)| message);
        let facts: Vec<String> = outcome.into_iter().chain(facts).collect();
        if !facts.is_empty() {
            diff.push(Rule::HubChanged, &new.id, Spot::Meaning, facts.join(", "));
        }
    }
}
