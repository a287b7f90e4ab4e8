//! Changes that only people notice.

use std::collections::HashSet;

use super::wire::template_changes;
use crate::exchange::diff::change::{Diff, Spot};
use crate::exchange::diff::pairs::{CatalogPair, Issued, Pairs, params};
use crate::exchange::diff::rule::Rule;
use crate::{Case, Catalog, Code, Envelope, Operation, Override, Tell};

pub(super) fn compare(pairs: &Pairs<'_>, diff: &mut Diff) {
    if pairs.has_other_glossary {
        let message = "`glossary` changed";
        diff.push(Rule::DocumentationChanged, "glossary", Spot::Key("glossary"), message);
    }
    for (old, new) in &pairs.meanings.pairs {
        if old.title != new.title {
            let message = format!("its title is `{}` now", new.title);
            diff.push(Rule::DocumentationChanged, &new.id, Spot::Meaning, message);
        }
        if old.keywords != new.keywords {
            diff.push(Rule::DocumentationChanged, &new.id, Spot::Meaning, "`keywords` changed");
        }
        tell((&old.tell, &new.tell), &new.id, &Spot::Meaning, diff);
    }
    let of_meanings: HashSet<(&Tell, &Tell)> =
        pairs.meanings.pairs.iter().map(|(old, new)| (&old.tell, &new.tell)).collect();
    for pair in &pairs.catalogs {
        catalog(pair, diff);
        for (old, new) in &pair.codes.pairs {
            code(pair, old, new, diff);
        }
        for (old, new) in &pair.cases.pairs {
            case(pair, *old, *new, diff);
            let tells = (&old.1.tell, &new.1.tell);
            // The change of a sentence that cases inherit is reported once.
            if !of_meanings.contains(&tells) {
                tell(tells, &pair.case(*new), &Spot::Key("tell"), diff);
            }
        }
    }
}

/// Reports the languages that a sentence lost, and those in which it changed.
fn tell((old, new): (&Tell, &Tell), reference: &str, spot: &Spot, diff: &mut Diff) {
    let languages = |differs: &dyn Fn(&String) -> bool, all: &Tell| {
        let all = all.keys().filter(|language| differs(language));
        all.map(|language| format!("`{language}`")).collect::<Vec<_>>().join(", ")
    };
    let lost = languages(&|language| !new.contains_key(language), old);
    let changed = languages(&|language| old.get(language) != new.get(language), new);
    for (rule, what, languages) in
        [(Rule::TellLost, "was removed", lost), (Rule::TellChanged, "changed", changed)]
    {
        if !languages.is_empty() {
            let message = format!("the sentence for customers in {languages} {what}");
            diff.push(rule, reference, spot.clone(), message);
        }
    }
}

/// Reports the names of everything that differs, each in back-ticks.
fn report_differing(facts: &[(&str, bool)], reference: &str, diff: &mut Diff) {
    let names = facts.iter().filter(|(_, same)| !same).map(|(name, _)| format!("`{name}`"));
    let names = names.collect::<Vec<_>>().join(", ");
    if !names.is_empty() {
        let message = format!("{names} changed");
        diff.push(Rule::DocumentationChanged, reference, Spot::Whole, message);
    }
}

fn catalog(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let (old, new) = (pair.old, pair.new);
    let facts = [
        ("title", old.title == new.title),
        ("about", old.about == new.about),
        ("docs", old.docs == new.docs),
        ("module", old.module == new.module),
        ("sources", old.sources == new.sources),
        ("operations", operations(pair)),
        ("statuses", statuses(old) == statuses(new)),
        ("envelopes", envelopes(pair)),
        ("groups", groups(pair)),
        ("examples", old.examples == new.examples),
    ];
    report_differing(&facts, &new.id, diff);
}

/// Returns whether the documentation of all operations in both states is equal.
fn operations(pair: &CatalogPair<'_>) -> bool {
    pair.operations.pairs.iter().all(|(old, new)| {
        let documented = |one: &Operation| Operation { name: String::new(), ..one.clone() };
        documented(old) == documented(new)
    })
}

fn statuses(catalog: &Catalog) -> Vec<(u16, &str, &str)> {
    let of = catalog.statuses.iter();
    of.map(|status| (status.http.get(), status.title.as_str(), status.about.as_str())).collect()
}

fn envelopes(pair: &CatalogPair<'_>) -> bool {
    let now = |id: &str| pair.new.envelopes.iter().find(|envelope| envelope.id == id);
    let mut old = pair.old.envelopes.iter();
    // The status is written by stand-ins, and never read.
    let same = |old: &Envelope, new: &Envelope| (&old.about, old.http) == (&new.about, new.http);
    old.all(|old| now(&old.id).is_none_or(|new| same(old, new)))
}

/// Returns whether the documentation of all groups in both states is equal. Added and removed
/// groups are reported with their codes or ranges.
fn groups(pair: &CatalogPair<'_>) -> bool {
    pair.old.groups.iter().all(|old| {
        pair.new.group(&old.id).is_none_or(|new| {
            old.title == new.title && old.about == new.about && old.api == new.api
        })
    })
}

fn code(pair: &CatalogPair<'_>, old: &Code, new: &Code, diff: &mut Diff) {
    if let (Some(before), Some(now)) = (&old.lifecycle, &new.lifecycle)
        && before.stage == now.stage
        && before != now
    {
        let message = "the date, the replacement or the note changed";
        diff.push(Rule::HistoryChanged, pair.code(new), Spot::Key(now.stage.as_str()), message);
    }
    let before = |alias: &String| old.aliases.contains(alias) || *alias == old.name;
    let facts = [
        ("symbol", old.symbol == new.symbol),
        ("group", old.group == new.group),
        ("aliases", new.aliases.iter().all(before)),
        ("translations", reasons(&old.overrides) == reasons(&new.overrides)),
    ];
    report_differing(&facts, &pair.code(new), diff);
}

fn case(pair: &CatalogPair<'_>, old: Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let reference = pair.case(new);
    if texts(old.1) != texts(new.1) && template_changes(old, new) == (Vec::new(), Vec::new()) {
        let message = match new.1.messages.first() {
            Some(message) => format!("its text is `{}` now", message.text),
            None => "it no longer has a text".to_owned(),
        };
        diff.push(Rule::MessageChanged, &reference, Spot::Key("message"), message);
    }
    if old.1.guidance != new.1.guidance {
        let message = "the cause or the action changed";
        diff.push(Rule::GuidanceChanged, &reference, Spot::Key("guidance"), message);
    }
    let (old, new) = (old.1, new.1);
    let about = params(old, new).pairs.iter().all(|(old, new)| old.about == new.about);
    let facts = [
        ("source", old.source == new.source),
        ("why", old.why == new.why),
        ("facts-why", old.facts_why == new.facts_why),
        ("params", about),
        ("translations", reasons(&old.overrides) == reasons(&new.overrides)),
    ];
    report_differing(&facts, &reference, diff);
}

fn texts(case: &Case) -> Vec<&str> {
    case.messages.iter().map(|message| message.text.as_str()).collect()
}

/// Returns the reasons of translations by hand; their targets are compared with the translations.
fn reasons(overrides: &[Override]) -> Vec<&str> {
    let of = overrides.iter().map(|one| match one {
        Override::To { why, .. } | Override::From { why, .. } | Override::None { why, .. } => why,
    });
    of.map(String::as_str).collect()
}
