//! The meanings that cases claim.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::author::resolve::{Claim, Hub, View};
use crate::author::written::{Provider, ProviderSource};
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Finding, Law, MeaningRelation};

pub(super) fn check(provider: &Provider, hub: &Hub<'_>, findings: &mut Collector) {
    for group in &provider.groups {
        if let Some(meaning) = &group.file.group.kind_of {
            check_known(meaning, hub, findings);
        }
    }
    let ProviderSource { failed_as, unknown, .. } = &provider.provider;
    for (key, meaning) in [("failed-as", failed_as), ("unknown", unknown)] {
        if let Some(meaning) = meaning
            && check_known(meaning, hub, findings)
            && hub.facts(meaning).is_some_and(|facts| !facts.outcome.is_failure())
        {
            let message = format!("`{key}` names `{}`, which is not a failure", **meaning);
            let help = "name a meaning below `failure`";
            findings.push(Finding::new(Law::OutcomeCrossed, meaning.place, message, help));
        }
    }
    for outcome in provider.provider.envelopes.iter().filter_map(|envelope| envelope.outcome) {
        // A response without a code has the meaning that is called like its outcome.
        let meaning = Spanned { value: outcome.as_str().to_owned(), place: outcome.place };
        check_known(&meaning, hub, findings);
    }
    let mut exact: BTreeMap<&str, Vec<View<'_>>> = BTreeMap::new();
    for view in View::all(provider) {
        let claims = view.claims();
        check_claims(&view, &claims, hub, findings);
        let is = claims.iter().filter(|claim| claim.relation == MeaningRelation::Is);
        // An unknown meaning was reported, and says nothing about two codes that name it.
        let known = is.flat_map(|claim| &claim.meanings).filter(|meaning| hub.contains(meaning));
        for meaning in known {
            exact.entry(meaning.as_str()).or_default().push(view);
        }
        check_preferred_relation(&view, &claims, findings);
    }
    for (meaning, views) in exact {
        check_preferred(meaning, &views, findings);
    }
}

fn check_claims(view: &View<'_>, claims: &[Claim<'_>], hub: &Hub<'_>, findings: &mut Collector) {
    let Some((claim, others)) = claims.split_first() else {
        let message = format!("`{}` does not say what it means", view.reference());
        let help = "add `is:`, `kind-of:`, `like:` or `covers:` and a meaning that `errcat list --meanings` shows";
        findings.push(Finding::new(Law::MissingRelation, view.place(), message, help));
        return;
    };
    if let (Some(other), Some(place)) = (others.first(), claim.place()) {
        let (code, one, two) = (view.reference(), claim.relation, other.relation);
        let message = format!("`{code}` has meanings in two ways: `{one}` and `{two}`");
        let help = "keep the one that is true; `covers: [a, b]` is for a code that can mean either";
        let mut finding = Finding::new(Law::SeveralRelations, place, message, help);
        if let Some(other) = other.place() {
            finding = finding.also(other, "and here");
        }
        findings.push(finding);
    }
    for claim in claims {
        check_claim(view, claim, hub, findings);
    }
}

fn check_claim(view: &View<'_>, claim: &Claim<'_>, hub: &Hub<'_>, findings: &mut Collector) {
    if claim.relation.needs_reason() && view.why().is_none() {
        let message = format!("`{}` says `{}` but not why", view.reference(), claim.relation);
        let place = claim.place().unwrap_or(view.place());
        let help = "add `why:` with a sentence that a reviewer can agree or disagree with";
        findings.push(Finding::new(Law::MissingWhy, place, message, help));
    }
    for meaning in &claim.meanings {
        if check_known(meaning, hub, findings) {
            check_outcome(view, meaning, hub, findings);
        }
    }
    if claim.relation == MeaningRelation::Covers {
        check_covers(view, claim, hub, findings);
    }
}

fn check_known(meaning: &Spanned<String>, hub: &Hub<'_>, findings: &mut Collector) -> bool {
    let known = hub.contains(meaning);
    if !known {
        unknown(meaning, hub, findings);
    }
    known
}

/// Reports a meaning that does not exist.
pub(super) fn unknown(meaning: &Spanned<String>, hub: &Hub<'_>, findings: &mut Collector) {
    let message = format!("there is no meaning `{}`", meaning.value);
    let help = "name one that `errcat list --meanings` shows, or add it to a `meanings.yaml`";
    let finding = Finding::new(Law::UnknownMeaning, meaning.place, message, help);
    findings.push_near(finding, meaning, hub.ids());
}

fn check_outcome(
    view: &View<'_>,
    meaning: &Spanned<String>,
    hub: &Hub<'_>,
    findings: &mut Collector,
) {
    let Some(facts) = hub.facts(meaning) else {
        return;
    };
    if facts.outcome != view.outcome() {
        let message = format!(
            "`{}` is a {}, but its meaning is a {}",
            view.reference(),
            view.outcome(),
            facts.outcome
        );
        let help =
            "choose a meaning of the same branch, or move the code to a group with that `outcome:`";
        let finding = Finding::new(Law::OutcomeCrossed, meaning.place, message, help);
        let outcome = view.group.file.group.outcome.as_ref();
        findings.push(match outcome {
            Some(outcome) => finding.also(outcome.place, "the group's outcome"),
            None => finding,
        });
    }
}

/// Checks that no meaning of a list is below another one, which says everything by itself.
fn check_covers(view: &View<'_>, claim: &Claim<'_>, hub: &Hub<'_>, findings: &mut Collector) {
    if let [only] = claim.meanings.as_slice() {
        let message = format!("`{}` covers a single meaning", view.reference());
        let help = "write `is:`, `kind-of:` or `like:`, or name the others";
        findings.push(Finding::new(Law::SeveralRelations, only.place, message, help));
    }
    let list: HashSet<&str> = claim.meanings.iter().map(|meaning| meaning.as_str()).collect();
    let mut above = Above { list: &list, hub, known: HashMap::new() };
    let mut earlier = HashSet::new();
    for below in &claim.meanings {
        let message = if let Some(above) = above.find(below) {
            Some(format!("`{}` is part of `{above}`, which is also in the list", below.value))
        } else {
            let is_new = earlier.insert(below.as_str());
            (!is_new).then(|| format!("`{}` is in the list twice", below.value))
        };
        if let Some(message) = message {
            let help = "remove one of the two";
            findings.push(Finding::new(Law::SeveralRelations, below.place, message, help));
        }
    }
}

/// Finds the nearest meaning of a list above another one, and walks each step of the tree only once.
struct Above<'a, 'w> {
    list: &'a HashSet<&'a str>,
    hub: &'a Hub<'w>,
    known: HashMap<&'a str, Option<&'a str>>,
}

impl<'a> Above<'a, '_> {
    fn find(&mut self, below: &'a str) -> Option<&'a str> {
        let mut line = Vec::new();
        let mut id = below;
        let above = loop {
            match self.known.get(id) {
                Some(known) => break *known,
                // The entry ends a walk in a cycle, which is reported elsewhere.
                None => self.known.insert(id, None),
            };
            line.push(id);
            match self.hub.parent(id) {
                Some(parent) if self.list.contains(parent) => break Some(parent),
                Some(parent) => id = parent,
                None => break None,
            }
        };
        self.known.extend(line.into_iter().map(|id| (id, above)));
        above
    }
}

fn check_preferred_relation(view: &View<'_>, claims: &[Claim<'_>], findings: &mut Collector) {
    let is_exact = claims.iter().any(|claim| claim.relation == MeaningRelation::Is);
    if let Some(preferred) = view.preferred()
        && !is_exact
    {
        let message = format!("`{}` is preferred but does not say `is:`", view.reference());
        let help = "only a code that says `is:` can be preferred; remove `preferred:`";
        findings.push(Finding::new(Law::Preferred, preferred.place, message, help));
    }
}

fn check_preferred(meaning: &str, views: &[View<'_>], findings: &mut Collector) {
    let [first, second, ..] = views else { return };
    let mut preferred = views.iter().filter_map(View::preferred);
    match (preferred.next(), preferred.next()) {
        (Some(_), None) => {}
        (Some(one), Some(two)) => {
            let message = format!("a second code is preferred for `{meaning}`");
            let help = "prefer the one that translations should lead to";
            findings.push(Finding::new(Law::Preferred, two.place, message, help).again(one.place));
        }
        (None, _) => {
            let [one, other] = [first, second].map(View::reference);
            let message = format!("`{one}` and `{other}` are both `{meaning}`");
            let help = "add `preferred: true` to the one that translations should lead to, or say `kind-of:` if that is true";
            let finding = Finding::new(Law::Preferred, second.place(), message, help);
            findings.push(finding.also(first.place(), "the other one"));
        }
    }
}
