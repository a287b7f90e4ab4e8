//! Retry advice and actor: consistent with the meaning and the operations, or explained.

use std::collections::HashMap;

use errcat::{Facts, Retry};

use crate::author::resolve::{Hub, View};
use crate::author::written::{OperationSource, Provider};
use crate::findings::Collector;
use crate::{Finding, Law};

/// The operations that may order something twice.
struct NonIdempotent<'w> {
    first: Option<&'w OperationSource>,
    by_name: HashMap<&'w str, &'w OperationSource>,
}

pub(super) fn check(provider: &Provider, hub: &Hub<'_>, findings: &mut Collector) {
    let operations = || provider.provider.operations.iter().filter(|one| !one.is_idempotent());
    let by_name = operations().map(|one| (one.name.as_str(), one)).collect();
    let operations = NonIdempotent { first: operations().next(), by_name };
    for view in View::all(provider) {
        // Without a meaning nothing is inherited, which was reported.
        if let Some(inherited) = view.inherited(hub) {
            check_meaning(&view, hub, findings);
            check_delay(&view, inherited, findings);
            check_operations(&view, &operations, inherited, findings);
            check_actor(&view, hub, findings);
        }
    }
}

fn check_meaning(view: &View<'_>, hub: &Hub<'_>, findings: &mut Collector) {
    if let Some(retry) = view.facts().retry
        && matches!(retry.value, Retry::Later { .. })
        && meanings(view, hub).all(|(_, facts)| facts.retry == Retry::AfterFix)
    {
        let message = format!(
            "`{}` is retried unchanged, but its meaning must be fixed first",
            view.reference()
        );
        let help =
            "write `retry: after-fix`, or map the code to a meaning that goes away by itself";
        findings.push(Finding::new(Law::RetryContradiction, retry.place, message, help));
    }
}

fn check_delay(view: &View<'_>, inherited: Facts, findings: &mut Collector) {
    let advice = view.retry(inherited);
    if let Some(after) = view.retry_after()
        && !matches!(advice, Retry::Later { .. })
    {
        let message =
            format!("`{}` has a delay, but its advice is `{}`", view.reference(), advice.word());
        let help = "add `retry: later`, or remove `retry-after:`";
        findings.push(Finding::new(Law::RetryContradiction, after.place, message, help));
    }
}

/// A case that names no operations can be the answer to any.
fn check_operations(
    view: &View<'_>,
    operations: &NonIdempotent<'_>,
    inherited: Facts,
    findings: &mut Collector,
) {
    let named = view.operations();
    let culprit = match named.as_slice() {
        [] => operations.first,
        named => named.iter().find_map(|name| operations.by_name.get(name.as_str()).copied()),
    };
    if let Some(operation) = culprit
        && matches!(view.retry(inherited), Retry::Later { .. })
        && view.facts_why().is_none()
    {
        let place = view.facts().retry.map_or(view.place(), |retry| retry.place);
        let name = &operation.name;
        let message = format!(
            "`{}` has the advice `later`, but may answer `{}`, which may then be carried out twice",
            view.reference(),
            name.value
        );
        let help = "write `retry: query`; or say in `facts-why:` how the answer proves that \
                    nothing was carried out; or mark the operation `idempotent: true` if carrying \
                    it out twice does no harm";
        let finding = Finding::new(Law::RetryContradiction, place, message, help);
        findings.push(finding.also(name.place, "not marked `idempotent: true`"));
    }
}

fn check_actor(view: &View<'_>, hub: &Hub<'_>, findings: &mut Collector) {
    let Some(actor) = view.facts().actor else { return };
    let mut meanings = meanings(view, hub).peekable();
    let Some(&(meaning, facts)) = meanings.peek() else { return };
    if view.facts_why().is_none() && meanings.all(|(_, facts)| facts.actor != actor.value) {
        let (code, own, other) = (view.reference(), actor.value, facts.actor);
        let message = format!(
            "`{code}` has the actor `{own}`, but that of its meaning `{meaning}` is `{other}`"
        );
        let help = "remove `actor:`, or say in `facts-why:` why somebody else has to act";
        findings.push(Finding::new(Law::MissingWhy, actor.place, message, help));
    }
}

/// Returns the meanings of a case, each with its facts.
fn meanings<'w>(view: &View<'w>, hub: &Hub<'_>) -> impl Iterator<Item = (&'w str, Facts)> {
    let meanings = view.claims().into_iter().flat_map(|claim| claim.meanings);
    meanings.filter_map(|meaning| Some((meaning.as_str(), hub.facts(meaning)?)))
}
