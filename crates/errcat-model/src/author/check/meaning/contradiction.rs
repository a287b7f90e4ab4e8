//! Relations by hand that the meanings of the two codes exclude.

use std::iter::successors;

use errcat::Relation;

use crate::MeaningRelation;
use crate::author::resolve::{Hub, View};

/// Returns the reason why the meanings of two codes exclude a relation.
pub(in crate::author::check) fn find(
    hub: &Hub<'_>,
    source: &View<'_>,
    target: &View<'_>,
    relation: Relation,
) -> Option<String> {
    let (is_exact, is_related) = (relation == Relation::Exact, relation == Relation::Related);
    match same(source, target) {
        Some(meaning) if !is_exact => return Some(format!("both are `{meaning}`")),
        Some(_) => return None,
        None => {}
    }
    if (is_related || relation == Relation::Narrower) && is_within(hub, source, target) {
        return Some("the meaning of the first lies within that of the second".to_owned());
    }
    if (is_related || relation == Relation::Wider) && is_within(hub, target, source) {
        return Some("the meaning of the second lies within that of the first".to_owned());
    }
    None
}

/// Returns the meaning that both are.
fn same<'w>(one: &View<'w>, other: &View<'_>) -> Option<&'w str> {
    let (one, other) = (one.claims(), other.claims());
    let ([one], [other]) = (one.as_slice(), other.as_slice()) else { return None };
    let both_are = [one, other].iter().all(|claim| claim.relation == MeaningRelation::Is);
    let (one, other) = (one.meanings.first()?, other.meanings.first()?);
    (both_are && one.value == other.value).then_some(one.as_str())
}

/// Returns whether each meaning of a code lies within one of another code.
fn is_within(hub: &Hub<'_>, inner: &View<'_>, outer: &View<'_>) -> bool {
    let (inner, outer) = (inner.claims(), outer.claims());
    let ([inner], [outer]) = (inner.as_slice(), outer.as_slice()) else { return false };
    if !matches!(outer.relation, MeaningRelation::Is | MeaningRelation::Covers) {
        return false;
    }
    // A cycle, which was reported, ends.
    let depth = hub.ids().count();
    // What is only close to a meaning can lie outside of it, and nothing says how a root failed.
    let is_near = inner.relation == MeaningRelation::Like && outer.relation == MeaningRelation::Is;
    inner.meanings.iter().all(|below| {
        let above = successors(Some(below.as_str()), |id| hub.parent(id)).take(depth);
        let mut above = above.filter(|id| hub.parent(id).is_some());
        above.any(|id| {
            let is_same = id == below.as_str();
            !(is_near && is_same) && outer.meanings.iter().any(|meaning| meaning.value == id)
        })
    })
}
