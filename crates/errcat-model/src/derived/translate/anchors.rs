//! The meanings of a code or case, as nodes of the tree.

use errcat::Outcome;

use super::tree::{Node, Tree};
use crate::{BrokenLaw, Case, Code, Law, Meaning, MeaningRelation};

/// The meanings of the source of a translation.
pub(super) struct Anchors {
    /// Its meanings, at least one.
    pub(super) all: Vec<Anchor>,
    /// The meaning that it is, or is like, if it is a single case.
    pub(super) whole: Option<Whole>,
    /// Whether it is a single case that covers them all.
    pub(super) is_list: bool,
}

/// A meaning of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) node: Node,
    /// Whether the case is only close to it, and so may lie outside of it.
    pub(super) is_near: bool,
}

/// A meaning as a whole, not an unknown part of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Is(Node),
    Like(Node),
}

impl Anchors {
    pub(super) fn of_meaning(tree: &Tree<'_>, meaning: &Meaning) -> Option<Self> {
        let node = tree.find(&meaning.id)?;
        let anchors = vec![Anchor { node, is_near: false }];
        Some(Self { all: anchors, whole: Some(Whole::Is(node)), is_list: false })
    }

    pub(super) fn of_case(
        tree: &Tree<'_>,
        outcome: Outcome,
        case: &Case,
    ) -> Result<Self, BrokenLaw> {
        let is_near = case.relation == MeaningRelation::Like;
        let nodes = nodes(tree, outcome, case)?;
        let anchors: Vec<Anchor> = nodes.into_iter().map(|node| Anchor { node, is_near }).collect();
        let missing = || BrokenLaw::new(Law::MissingRelation, &case.id);
        let first = anchors.first().ok_or_else(missing)?.node;
        let whole = match case.relation {
            MeaningRelation::Is => Some(Whole::Is(first)),
            MeaningRelation::Like => Some(Whole::Like(first)),
            MeaningRelation::KindOf | MeaningRelation::Covers => None,
        };
        let is_list = case.relation == MeaningRelation::Covers;
        Ok(Self { all: anchors, whole, is_list })
    }

    /// Returns the meanings of a code whose case is not known.
    pub(super) fn of_code(tree: &Tree<'_>, code: &Code) -> Result<Self, BrokenLaw> {
        let mut anchors = Vec::new();
        let mut wholes = Vec::new();
        for case in &code.cases {
            let of_case = Self::of_case(tree, code.outcome, case)?;
            anchors.extend(of_case.all);
            wholes.push(of_case.whole);
        }
        let first = wholes.first().copied().flatten();
        let is_same = |whole: &Option<Whole>| *whole == first;
        // Cases that are each like one meaning need not be like each other.
        let whole =
            first.filter(|whole| matches!(whole, Whole::Is(_)) && wholes.iter().all(is_same));
        if anchors.is_empty() {
            return Err(BrokenLaw::new(Law::CaseShape, &code.code));
        }
        Ok(Self { all: anchors, whole, is_list: false })
    }
}

/// Returns the meanings of a case, which are all in the branch of its outcome: success and failure
/// are never translations of each other.
pub(super) fn nodes(
    tree: &Tree<'_>,
    outcome: Outcome,
    case: &Case,
) -> Result<Vec<Node>, BrokenLaw> {
    let node = |id: &String| {
        let node = tree.find(id).ok_or_else(|| BrokenLaw::new(Law::UnknownMeaning, id))?;
        let branch = tree.meaning(node).map(|meaning| meaning.facts.outcome);
        if branch == Some(outcome) {
            Ok(node)
        } else {
            Err(BrokenLaw::new(Law::OutcomeCrossed, &case.id))
        }
    };
    case.meanings.iter().map(node).collect()
}
