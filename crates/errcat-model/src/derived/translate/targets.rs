//! The possible targets in a catalog, by meaning.

use std::collections::HashSet;

use errcat::Relation;

use super::anchors::{Anchor, Anchors, Whole, nodes};
use super::tree::{Node, Tree};
use crate::{BrokenLaw, Case, Catalog, Code, LifecycleStage, MeaningRelation};

/// The cases of a catalog by what they mean.
///
/// Targets are numbered from the best to the worst: of several that fit equally well, the smallest
/// number is the one to take.
#[derive(Debug)]
pub(super) struct Targets<'a> {
    all: Vec<Target<'a>>,
    /// By meaning: the targets that are it, best first.
    is: Vec<Vec<usize>>,
    /// By meaning: the targets that are like it, best first.
    like: Vec<Vec<usize>>,
    /// By meaning: the targets that cover it by name, best first.
    covers: Vec<Vec<usize>>,
    /// By meaning: the nearest meaning, itself or above, that a target is, except for roots.
    nearest_is: Vec<Option<Node>>,
    /// By meaning: the nearest meaning, itself or above, that a target covers, except for roots.
    nearest_covers: Vec<Option<Node>>,
}

#[derive(Debug)]
struct Target<'a> {
    code: &'a Code,
    case: &'a Case,
    nodes: Vec<Node>,
}

/// A target, and the meaning in which it meets the source.
pub(super) struct Found<'a> {
    pub(super) code: &'a Code,
    pub(super) case: &'a Case,
    pub(super) relation: Relation,
    /// `None` if several meanings land in several meanings.
    pub(super) via: Option<Node>,
}

/// A wider target, ordered by preference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Landing {
    /// Steps up the tree, of the anchor that has to go furthest.
    steps: usize,
    target: usize,
    via: Option<Node>,
}

impl<'a> Targets<'a> {
    pub(super) fn new(tree: &Tree<'_>, catalog: &'a Catalog) -> Result<Self, BrokenLaw> {
        let mut targets = Self {
            all: sorted(tree, catalog)?,
            is: vec![Vec::new(); tree.len()],
            like: vec![Vec::new(); tree.len()],
            covers: vec![Vec::new(); tree.len()],
            nearest_is: Vec::new(),
            nearest_covers: Vec::new(),
        };
        let mut lists = HashSet::new();
        for (number, target) in targets.all.iter().enumerate() {
            let by_meaning = match target.case.relation {
                MeaningRelation::Is => &mut targets.is,
                MeaningRelation::Like => &mut targets.like,
                MeaningRelation::Covers if lists.insert(target.nodes.as_slice()) => {
                    &mut targets.covers
                }
                // A better target covers the same meanings and is always taken instead; and a part
                // of a meaning is not known to contain anything else.
                MeaningRelation::Covers | MeaningRelation::KindOf => continue,
            };
            for node in &target.nodes {
                if let Some(all) = by_meaning.get_mut(*node) {
                    all.push(number);
                }
            }
        }
        targets.nearest_is = nearest(tree, |node| best(&targets.is, node).is_some());
        targets.nearest_covers = nearest(tree, |node| best(&targets.covers, node).is_some());
        Ok(targets)
    }

    /// Returns the best target for the meanings of a source.
    pub(super) fn choose(&self, tree: &Tree<'_>, anchors: &Anchors) -> Option<Found<'a>> {
        if let Some((target, relation, node)) = self.direct(anchors.whole) {
            return self.found(target, relation, Some(node));
        }
        let landing = self.wider(tree, &anchors.anchors)?;
        self.found(landing.target, Relation::Wider, landing.via)
    }

    fn found(&self, target: usize, relation: Relation, via: Option<Node>) -> Option<Found<'a>> {
        let Target { code, case, .. } = self.all.get(target)?;
        Some(Found { code, case, relation, via })
    }

    /// Returns the target that has the same meaning, without going up the tree.
    fn direct(&self, whole: Option<Whole>) -> Option<(usize, Relation, Node)> {
        match whole? {
            Whole::Is(node) => {
                let exact = best(&self.is, node).map(|target| (target, Relation::Exact, node));
                let like = || best(&self.like, node).filter(|_| !self.is_contested(node));
                let close = || like().map(|target| (target, Relation::Close, node));
                exact.or_else(close)
            }
            Whole::Like(node) => best(&self.is, node).map(|target| (target, Relation::Close, node)),
        }
    }

    /// Returns whether several targets are equally like a meaning, so that none of them represents
    /// it.
    fn is_contested(&self, node: Node) -> bool {
        let targets = self.like.get(node).into_iter().flatten();
        let mut has_ended = targets
            .map(|target| self.all.get(*target).map(|target| target.code.lifecycle.is_some()));
        let first = has_ended.next();
        has_ended.any(|other| Some(other) == first)
    }

    /// Returns the nearest target that contains all anchors.
    fn wider(&self, tree: &Tree<'_>, anchors: &[Anchor]) -> Option<Landing> {
        let is = self.wider_is(tree, anchors);
        let covers = match anchors {
            [only] => self.wider_covers(tree, *only),
            several => self.wider_covers_all(tree, several),
        };
        is.into_iter().chain(covers).min()
    }

    /// Returns the nearest target that is one meaning above all anchors.
    fn wider_is(&self, tree: &Tree<'_>, anchors: &[Anchor]) -> Option<Landing> {
        let (first, others) = anchors.split_first()?;
        let common = others
            .iter()
            .try_fold(first.node, |common, anchor| tree.common(common, anchor.node))?;
        // A case that is only close to a meaning may lie outside of it, but not outside of its parent.
        let is_near = anchors.iter().any(|anchor| anchor.is_near && anchor.node == common);
        let start = if is_near { tree.parent(common)? } else { common };
        let node = get(&self.nearest_is, start)?;
        let steps = anchors.iter().map(|anchor| steps(tree, node, anchor.node)).max()?;
        Some(Landing { steps, target: best(&self.is, node)?, via: Some(node) })
    }

    fn wider_covers(&self, tree: &Tree<'_>, anchor: Anchor) -> Option<Landing> {
        let node = get(&self.nearest_covers, anchor.node)?;
        let target = best(&self.covers, node)?;
        Some(Landing { steps: steps(tree, node, anchor.node), target, via: Some(node) })
    }

    /// Returns the nearest target with a meaning for each anchor.
    fn wider_covers_all(&self, tree: &Tree<'_>, anchors: &[Anchor]) -> Option<Landing> {
        // A target for all anchors contains the first one, and is no nearer than it is to that one.
        let mut best: Option<Landing> = None;
        for (steps, node) in tree.upwards(anchors.first()?.node).enumerate() {
            if best.is_some_and(|best| best.steps < steps) {
                break;
            }
            let targets = self.covers.get(node).into_iter().flatten();
            let here = targets.filter_map(|target| self.landing(tree, *target, anchors)).min();
            best = best.into_iter().chain(here).min();
        }
        best
    }

    fn landing(&self, tree: &Tree<'_>, target: usize, anchors: &[Anchor]) -> Option<Landing> {
        let nodes = &self.all.get(target)?.nodes;
        let lands = |anchor: &Anchor| {
            let node = nodes.iter().copied().find(|node| tree.holds(*node, anchor.node))?;
            tree.parent(node)?;
            Some((steps(tree, node, anchor.node), node))
        };
        let landed: Vec<(usize, Node)> = anchors.iter().map(lands).collect::<Option<_>>()?;
        let (_, first) = landed.first()?;
        let meets = landed.iter().all(|(_, node)| node == first);
        let steps = landed.iter().map(|(steps, _)| *steps).max()?;
        Some(Landing { steps, target, via: meets.then_some(*first) })
    }
}

/// Returns every case that is still sent, from the best to the worst.
fn sorted<'a>(tree: &Tree<'_>, catalog: &'a Catalog) -> Result<Vec<Target<'a>>, BrokenLaw> {
    let sent = catalog.cases().filter(|(code, _)| code.stage() != Some(LifecycleStage::Retired));
    let targets = sent.map(|(code, case)| {
        let mut nodes = nodes(tree, code.outcome, case)?;
        nodes.sort_unstable();
        Ok(Target { code, case, nodes })
    });
    let mut all: Vec<Target<'_>> = targets.collect::<Result<_, BrokenLaw>>()?;
    // The sort is stable: equally good targets stay in the order of the catalog.
    all.sort_by_key(|Target { code, case, nodes }| {
        let is_list = case.relation == MeaningRelation::Covers;
        (is_list, nodes.len(), code.lifecycle.is_some(), !case.preferred)
    });
    Ok(all)
}

/// Returns for each meaning the nearest one that passes a test, itself or above. Roots never do:
/// "it failed" does not say how.
fn nearest(tree: &Tree<'_>, passes: impl Fn(Node) -> bool) -> Vec<Option<Node>> {
    let mut nearest = vec![None; tree.len()];
    for node in tree.downwards() {
        let Some(parent) = tree.parent(*node) else { continue };
        let found = if passes(*node) { Some(*node) } else { get(&nearest, parent) };
        if let Some(place) = nearest.get_mut(*node) {
            *place = found;
        }
    }
    nearest
}

fn steps(tree: &Tree<'_>, above: Node, below: Node) -> usize {
    tree.depth(below).saturating_sub(tree.depth(above))
}

fn get(by_meaning: &[Option<Node>], node: Node) -> Option<Node> {
    by_meaning.get(node).copied().flatten()
}

fn best(by_meaning: &[Vec<usize>], node: Node) -> Option<usize> {
    by_meaning.get(node)?.first().copied()
}
