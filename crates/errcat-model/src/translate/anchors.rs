//! What a code or case means, as places in the tree.

use errcat::Outcome;
use errcat::rt::MeaningRelation;

use super::tree::{Node, Tree};
use crate::{Case, Code, Meaning};

/// What is translated.
pub(super) struct Anchors {
    /// The meanings that it stands for, one at least.
    pub(super) anchors: Vec<Anchor>,
    /// The one that it is, or is like, where it is a single case.
    pub(super) whole: Option<Whole>,
}

/// A meaning that a case stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) node: Node,
    /// Whether the case only comes close to it, and so may lie outside of it.
    pub(super) is_near: bool,
}

/// A meaning that is one meaning as a whole, and not an unknown part of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Is(Node),
    Like(Node),
}

impl Anchors {
    pub(super) fn of_meaning(tree: &Tree<'_>, meaning: &Meaning) -> Option<Self> {
        let node = tree.find(&meaning.id)?;
        let anchors = vec![Anchor { node, is_near: false }];
        Some(Self { anchors, whole: Some(Whole::Is(node)) })
    }

    pub(super) fn of_case(tree: &Tree<'_>, outcome: Outcome, case: &Case) -> Option<Self> {
        let is_near = case.relation == MeaningRelation::Like;
        let nodes = nodes(tree, outcome, case)?;
        let anchors: Vec<Anchor> = nodes.into_iter().map(|node| Anchor { node, is_near }).collect();
        let first = anchors.first()?.node;
        let whole = match case.relation {
            MeaningRelation::Is => Some(Whole::Is(first)),
            MeaningRelation::Like => Some(Whole::Like(first)),
            MeaningRelation::KindOf | MeaningRelation::Covers => None,
        };
        Some(Self { anchors, whole })
    }

    /// What a code with several cases means while it is not known which one it is.
    pub(super) fn of_code(tree: &Tree<'_>, code: &Code) -> Option<Self> {
        let mut anchors = Vec::new();
        let mut wholes = Vec::new();
        for case in &code.cases {
            let of_case = Self::of_case(tree, code.outcome, case)?;
            anchors.extend(of_case.anchors);
            wholes.push(of_case.whole);
        }
        let first = wholes.first().copied().flatten();
        let is_same = |whole: &Option<Whole>| *whole == first;
        // Cases that are each like one meaning need not be like each other.
        let whole =
            first.filter(|whole| matches!(whole, Whole::Is(_)) && wholes.iter().all(is_same));
        Some(Self { anchors, whole })
    }
}

/// The meanings of a case. Nothing if one of them is not in the branch of its outcome, which the
/// laws forbid: success and failure are never translations of each other.
pub(super) fn nodes(tree: &Tree<'_>, outcome: Outcome, case: &Case) -> Option<Vec<Node>> {
    let in_branch =
        |node: &Node| tree.meaning(*node).is_some_and(|meaning| meaning.outcome == outcome);
    case.meanings.iter().map(|id| tree.find(id).filter(in_branch)).collect()
}
