//! Changes that affect how responses and written errors are read.

use std::collections::HashMap;

use crate::catalog::Slot;
use crate::exchange::diff::change::{Diff, Spot};
use crate::exchange::diff::pairs::{CatalogPair, Issued, Pairs, params};
use crate::exchange::diff::rule::Rule;
use crate::{Case, Code, Envelope, KnownStatus, LifecycleStage, Template};

pub(super) fn compare(pairs: &Pairs<'_>, diff: &mut Diff) {
    for pair in &pairs.catalogs {
        catalog(pair, diff);
        codes(pair, diff);
        for (old, new) in &pair.cases.pairs {
            if old.0.code != new.0.code {
                let message = format!(
                    "`{}` is issued with `{}`, previously with `{}`",
                    new.1.name, new.0.code, old.0.code
                );
                diff.push(Rule::CaseMoved, pair.case(*new), Spot::Whole, message);
            }
            templates(pair, *old, *new, diff);
            keys(pair, *old, *new, diff);
        }
        envelopes(pair, diff);
        statuses(pair, diff);
    }
}

fn catalog(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let (old, new) = (pair.old, pair.new);
    if old.code_type != new.code_type {
        let [before, now] = [old, new].map(|catalog| catalog.code_type.as_str());
        let message = format!("codes have the type `{now}`, previously `{before}`");
        diff.push(Rule::CodeTypeChanged, &new.id, Spot::Key("code-type"), message);
    }
    if old.domain != new.domain {
        let message = format!("the domain is `{}`, previously `{}`", new.domain, old.domain);
        diff.push(Rule::DomainChanged, &new.id, Spot::Key("domain"), message);
    }
}

fn codes(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let added = pair.codes.added.iter().map(|code| (code.name.as_str(), *code));
    let added: HashMap<&str, &Code> = added.collect();
    for code in &pair.codes.removed {
        let now = added.get(code.name.as_str()).copied();
        let (wire, name) = (&code.code, &code.name);
        let message = match (now, &code.lifecycle) {
            (Some(other), _) => {
                format!("`{wire}` was removed; `{}` is called `{name}` now", other.code)
            }
            (None, Some(life)) if life.stage == LifecycleStage::Retired => {
                format!("`{wire}`, called `{name}`, was retired and is now removed")
            }
            _ => format!("`{wire}`, called `{name}`, was removed without being retired"),
        };
        let spot = if now.is_some() { Spot::Key("name") } else { Spot::Whole };
        diff.push(Rule::CodeRemoved, pair.code(now.unwrap_or(code)), spot, message);
    }
    for (old, new) in &pair.codes.pairs {
        let (before, now) = (old.stage(), new.stage());
        let was_retired = before == Some(LifecycleStage::Retired);
        if before.is_none() || before == now || now == Some(LifecycleStage::Retired) {
            continue;
        }
        if was_retired && !means_the_same(old, new) {
            let message =
                format!("`{}` was retired, and is sent again with another meaning", new.code);
            diff.push(Rule::CodeReused, pair.code(new), Spot::Whole, message);
        } else {
            let was = if was_retired { "retired" } else { "deprecated" };
            let message = format!("`{}` is no longer {was}", new.name);
            diff.push(Rule::CodeRestored, pair.code(new), Spot::Whole, message);
        }
    }
}

fn means_the_same(old: &Code, new: &Code) -> bool {
    let meaning = |code: &Code| -> Vec<_> {
        let of = |case: &Case| (case.meanings.clone(), case.messages.clone());
        code.cases.iter().map(of).collect()
    };
    old.name == new.name && meaning(old) == meaning(new)
}

/// Returns whether the texts of a case are parsed: to distinguish cases or to read parameters.
fn is_parsed((code, case): Issued<'_>) -> bool {
    code.cases.len() > 1 || !case.params.is_empty()
}

/// A template without the names of its parameters, and their fields.
type Shape = (String, Vec<String>);

/// Returns the templates of the old case that have no equivalent in the new one, and the reverse.
pub(super) fn template_changes<'a>(
    old: Issued<'a>,
    new: Issued<'a>,
) -> (Vec<&'a str>, Vec<&'a str>) {
    if !is_parsed(old) && !is_parsed(new) {
        return (Vec::new(), Vec::new());
    }
    let matched = params(old.1, new.1);
    let now = |field: &str| -> String {
        let pair = matched.pairs.iter().find(|(old, _)| old.field == field);
        pair.map_or_else(|| field.to_owned(), |(_, new)| new.field.clone())
    };
    let before = shapes(old.1, now);
    let after = shapes(new.1, str::to_owned);
    let without = |texts: &[(Shape, &'a str)], others: &[(Shape, &'a str)]| -> Vec<&'a str> {
        let is_there = |shape: &Shape| others.iter().any(|(other, _)| other == shape);
        texts.iter().filter(|(shape, _)| !is_there(shape)).map(|(_, text)| *text).collect()
    };
    (without(&before, &after), without(&after, &before))
}

fn shapes(case: &Case, name: impl Fn(&str) -> String) -> Vec<(Shape, &str)> {
    let shape = |text: &str| -> Option<Shape> {
        let template = Template::parse(text).ok()?;
        let field = |parameter| {
            let param = case.params.iter().find(|param| param.is_called(parameter));
            name(param.map_or(parameter, |param| &param.field))
        };
        // Back-ticks around a value are optional.
        let shape = template.shape().replace("`<>`", "<>");
        Some((shape, template.parameters().map(field).collect()))
    };
    case.messages
        .iter()
        .filter_map(|message| Some((shape(&message.text)?, message.text.as_str())))
        .collect()
}

fn templates(pair: &CatalogPair<'_>, old: Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let (lost, added) = template_changes(old, new);
    for text in lost {
        let message = format!("`{text}` is no longer understood");
        diff.push(Rule::TemplateChanged, pair.case(new), Spot::Key("message"), message);
    }
    for text in added {
        let message = format!("`{text}` is understood too");
        diff.push(Rule::TemplateAdded, pair.case(new), Spot::Key("message"), message);
    }
}

fn keys(pair: &CatalogPair<'_>, old: Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    for (one, other) in params(old.1, new.1).pairs {
        // A renamed field is reported as renamed.
        let names = std::iter::once(&one.name).chain(&one.aliases);
        for name in names.filter(|_| one.field == other.field) {
            if !other.is_called(name) {
                let message =
                    format!("the parameter `{}` is no longer known as `{name}`", other.name);
                let spot = Spot::Param(other.name.clone());
                diff.push(Rule::ParameterKeyRemoved, pair.case(new), spot, message);
            }
        }
    }
}

fn envelopes(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let id = &pair.new.id;
    let (old, new) = (&pair.old.envelopes, &pair.new.envelopes);
    let find = |all: &'_ [Envelope], id: &str| all.iter().position(|envelope| envelope.id == id);
    let mut order = Vec::new();
    for envelope in old {
        let Some(index) = find(new, &envelope.id) else {
            let message = format!("the envelope `{}` was removed", envelope.id);
            diff.push(Rule::EnvelopeRemoved, id, Spot::Whole, message);
            continue;
        };
        order.push(index);
        if let Some(now) = new.get(index) {
            envelope_pair(id, envelope, now, diff);
        }
    }
    for envelope in new.iter().filter(|envelope| find(old, &envelope.id).is_none()) {
        let message = format!("the envelope `{}` is new", envelope.id);
        diff.push(Rule::EnvelopeAdded, id, Spot::Envelope(envelope.id.clone()), message);
    }
    if !order.is_sorted() {
        let message = "the envelopes are tried in another order";
        diff.push(Rule::EnvelopeChanged, id, Spot::Whole, message);
    }
}

fn envelope_pair(id: &str, old: &Envelope, new: &Envelope, diff: &mut Diff) {
    let facts = [
        ("format", old.format == new.format),
        ("kind", old.kind == new.kind),
        ("outcome", old.outcome == new.outcome),
        ("when", old.when == new.when && old.statuses == new.statuses),
        ("each", old.each == new.each),
        ("counts", old.counts == new.counts),
        ("namespace", old.namespace == new.namespace),
    ];
    let facts = facts.iter().filter(|(_, same)| !same).map(|(key, _)| format!("`{key}`"));
    let lists =
        [(&old.slots, &new.slots), (&old.params, &new.params), (&old.headers, &new.headers)];
    let lost = lists.iter().flat_map(|(old, new)| old.iter().filter(|slot| !is_kept(slot, new)));
    let differs = facts.chain(lost.map(|slot| format!("the slot `{}`", slot.slot)));
    let differs = differs.collect::<Vec<_>>().join(" and ");
    let is_extended = |(old, new): &(&Vec<Slot>, &Vec<Slot>)| {
        old.len() != new.len() || !new.iter().all(|slot| old.contains(slot))
    };
    let (rule, message) = if !differs.is_empty() {
        (Rule::EnvelopeChanged, format!("in the envelope `{}`, {differs} differs", new.id))
    } else if lists.iter().any(is_extended) {
        (Rule::EnvelopeExtended, format!("the envelope `{}` reads more places", new.id))
    } else {
        return;
    };
    diff.push(rule, id, Spot::Envelope(new.id.clone()), message);
}

/// Returns whether a slot is still read from its old places first.
fn is_kept(old: &Slot, new: &[Slot]) -> bool {
    let now = new.iter().find(|slot| slot.slot == old.slot);
    now.is_some_and(|now| now.paths.starts_with(&old.paths) && now.shared.starts_with(&old.shared))
}

fn statuses(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let id = &pair.new.id;
    let code_of = |statuses: &[KnownStatus], http| -> Option<String> {
        statuses.iter().find(|status| status.http == http)?.code.clone()
    };
    for status in &pair.old.statuses {
        let now = code_of(&pair.new.statuses, status.http);
        if let Some(before) = status.code.as_ref().filter(|_| status.code != now) {
            let http = status.http;
            let now = now.map_or_else(|| "no code".to_owned(), |code| format!("`{code}`"));
            let message = format!("a bare {http} means {now}, previously `{before}`");
            diff.push(Rule::StatusCodeChanged, id, Spot::Status(http.get()), message);
        }
    }
    for status in &pair.new.statuses {
        if let (Some(code), None) = (&status.code, code_of(&pair.old.statuses, status.http)) {
            let message = format!("a bare {} means `{code}`", status.http);
            diff.push(Rule::StatusCodeAdded, id, Spot::Status(status.http.get()), message);
        }
    }
}
