//! What whoever acts on the answers of a code notices.

use std::collections::HashMap;
use std::fmt::Display;

use errcat::Retry;

use super::pairs::{CatalogPair, Issued, Pairs, params};
use super::source::rust_type;
use super::{Diff, Rule, Spot};
use crate::{Case, Meaning};

pub(super) fn compare(pairs: &Pairs<'_>, diff: &mut Diff) {
    hub(pairs, diff);
    let renamed: HashMap<&str, &str> =
        pairs.meanings.pairs.iter().map(|(old, new)| (old.id.as_str(), new.id.as_str())).collect();
    for pair in &pairs.catalogs {
        for (old, new) in &pair.codes.pairs {
            if old.outcome != new.outcome {
                let message = format!("it is a {} and was a {}", new.outcome, old.outcome);
                diff.push(Rule::OutcomeChanged, pair.code(new), Spot::Whole, message);
            }
        }
        for (old, new) in &pair.cases.pairs {
            answers(pair, *old, *new, diff);
            stands_for(pair, *old, *new, &renamed, diff);
            operations(pair, *old, *new, diff);
            secrets(pair, *old, *new, diff);
        }
        ranges(pair, diff);
    }
}

/// `HTTP is 404 and was 400`
fn other(what: &str, old: impl Display, new: impl Display) -> String {
    format!("{what} is {new} and was {old}")
}

/// A word of the catalog among others.
fn code(word: impl Display) -> String {
    format!("`{word}`")
}

fn answers(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let (reference, now) = (pair.case(new), new.1);
    let mut tell = |rule, key, message| diff.push(rule, &reference, Spot::Key(key), message);
    if old.http != now.http {
        tell(Rule::HttpChanged, "http", other("HTTP", old.http, now.http));
    }
    if old.grpc != now.grpc {
        tell(Rule::GrpcChanged, "grpc", other("gRPC", old.grpc, now.grpc));
    }
    if old.retry != now.retry {
        let rule =
            if is_allowed(old.retry, now.retry) { Rule::RetryAllowed } else { Rule::RetryChanged };
        tell(rule, "retry", other("retry", code(old.retry), code(now.retry)));
    }
    if old.actor != now.actor {
        tell(Rule::ActorChanged, "actor", other("who acts", code(old.actor), code(now.actor)));
    }
}

/// Whether a request may be sent again that must not be with the old advice.
fn is_allowed(old: Retry, new: Retry) -> bool {
    old == Retry::Query || (new.may_resend() && !old.may_resend())
}

fn stands_for(
    pair: &CatalogPair<'_>,
    (_, old): Issued<'_>,
    new: Issued<'_>,
    renamed: &HashMap<&str, &str>,
    diff: &mut Diff,
) {
    let (reference, now) = (pair.case(new), new.1);
    let mut tell = |rule, key, message| diff.push(rule, &reference, Spot::Key(key), message);
    let before: Vec<&str> =
        old.meanings.iter().map(|id| renamed.get(id.as_str()).copied().unwrap_or(id)).collect();
    if before != now.meanings {
        let [old, now] = [old, now].map(|case| format!("`{}`", case.meanings.join("`, `")));
        tell(Rule::MeaningChanged, "is", other("the meaning", old, now));
    }
    if old.relation != now.relation {
        tell(
            Rule::RelationChanged,
            "is",
            other("the relation", code(old.relation), code(now.relation)),
        );
    }
    if old.preferred != now.preferred {
        let not = if now.preferred { "" } else { "no longer " };
        let of = old.meanings.join("`, `");
        let message = format!("it is {not}the one that stands for `{of}`");
        tell(Rule::PreferenceChanged, "preferred", message);
    }
}

fn operations(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let renamed = |name: &String| -> String {
        let found = pair.operations.pairs.iter().find(|(old, _)| old.name == *name);
        found.map_or(name, |(_, new)| &new.name).clone()
    };
    let of = |case: &Case, name: &dyn Fn(&String) -> String| -> Vec<(Option<String>, String)> {
        let own = case.operations.iter().map(|one| (None, name(one)));
        let texts = case.messages.iter().flat_map(|message| {
            message.operations.iter().map(|one| (Some(message.text.clone()), name(one)))
        });
        let mut all: Vec<_> = own.chain(texts).collect();
        all.sort();
        all.dedup();
        all
    };
    let (before, now) = (of(old, &renamed), of(new.1, &String::clone));
    let without = |some: &[(Option<String>, String)], others: &[(Option<String>, String)]| {
        let gone = some.iter().filter(|one| !others.contains(one)).map(|(_, name)| name.as_str());
        let mut gone: Vec<&str> = gone.collect();
        gone.dedup();
        gone.join("`, `")
    };
    let told =
        [("can no longer answer", without(&before, &now)), ("can answer", without(&now, &before))];
    let told = told.iter().filter(|(_, names)| !names.is_empty());
    let told: Vec<String> = told.map(|(what, names)| format!("`{names}` {what} with it")).collect();
    // Texts come and go with their operations, which is told of the texts.
    let texts =
        |case: &Case| case.messages.iter().map(|message| message.text.clone()).collect::<Vec<_>>();
    let is_about_case = old.operations.iter().map(renamed).collect::<Vec<_>>() != new.1.operations;
    if !told.is_empty() && (is_about_case || texts(old) == texts(new.1)) {
        diff.push(
            Rule::CaseOperationsChanged,
            pair.case(new),
            Spot::Key("operations"),
            told.join("; "),
        );
    }
}

fn secrets(pair: &CatalogPair<'_>, (_, old): Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let reference = pair.case(new);
    for (one, other) in params(old, new.1).pairs {
        let mut tell = |rule, message| {
            diff.push(rule, &reference, Spot::Param(other.name.clone()), message);
        };
        if one.sensitive && !other.sensitive {
            let message = format!("`{}` is no longer sensitive", other.name);
            tell(Rule::ParameterExposed, message);
        } else if other.sensitive && !one.sensitive {
            tell(Rule::ParameterHidden, format!("`{}` is sensitive now", other.name));
        }
        if one.kind != other.kind && rust_type(one.kind) == rust_type(other.kind) {
            let [was, is] = [one.kind, other.kind].map(crate::ParamType::as_str);
            let message =
                format!("`{}` is of the type `{is}` and was of the type `{was}`", other.name);
            tell(Rule::ParameterKindChanged, message);
        }
    }
}

/// Unlisted numbers are answered by the range that they lie in.
fn ranges(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let facts = |groups: &[crate::Group]| -> Vec<((u32, u32), Option<String>)> {
        groups.iter().filter_map(|group| Some((group.range?, group.kind_of.clone()))).collect()
    };
    let (before, now) = (facts(&pair.old.groups), facts(&pair.new.groups));
    for group in &pair.new.groups {
        if let Some(range) = group.range
            && !before.contains(&(range, group.kind_of.clone()))
        {
            let what = group.kind_of.as_deref().unwrap_or("nothing that is known");
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

fn hub(pairs: &Pairs<'_>, diff: &mut Diff) {
    for meaning in &pairs.meanings.removed {
        let message = format!("the meaning is gone: {}", meaning.title);
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
        let now = pairs.meanings.pairs.iter().find(|(one, _)| Some(&one.id) == old.parent.as_ref());
        let before = now.map_or_else(|| parent(old), |(_, now)| now.id.clone());
        if before != parent(new) {
            let message = format!("it is part of `{}` and was of `{}`", parent(new), parent(old));
            diff.push(Rule::HubMoved, &new.id, Spot::Meaning, message);
        }
        let facts = [
            (old.outcome != new.outcome, other("the outcome", old.outcome, new.outcome)),
            (old.http != new.http, other("HTTP", old.http, new.http)),
            (old.grpc != new.grpc, other("gRPC", old.grpc, new.grpc)),
            (old.retry != new.retry, other("retry", code(old.retry), code(new.retry))),
            (old.actor != new.actor, other("who acts", code(old.actor), code(new.actor))),
        ];
        let facts = facts.into_iter().filter(|(differ, _)| *differ).map(|(_, message)| message);
        let facts: Vec<String> = facts.collect();
        if !facts.is_empty() {
            diff.push(Rule::HubChanged, &new.id, Spot::Meaning, facts.join(", "));
        }
    }
}
