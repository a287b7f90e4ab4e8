//! The possible targets in a catalog, by meaning.

use errcat::Relation;

use super::anchors::{Anchors, Whole, nodes};
use super::by_hand::Stated;
use super::tree::{Node, Tree};
use crate::{BrokenLaw, Case, Catalog, Code, LifecycleStage, MeaningRelation};

/// The cases of a catalog by what they mean.
///
/// Targets are numbered from the best to the worst: of several that fit equally well, the smallest
/// number is the one to take.
#[derive(Debug)]
pub(super) struct Targets<'a> {
    pub(super) all: Vec<Target<'a>>,
    /// By meaning: the targets that are it, best first.
    is: Vec<Vec<usize>>,
    /// By meaning: the targets that are like it, best first.
    like: Vec<Vec<usize>>,
    /// By meaning: the targets that cover it by name, best first.
    covers: Vec<Vec<usize>>,
}

#[derive(Debug)]
pub(super) struct Target<'a> {
    pub(super) code: &'a Code,
    pub(super) case: &'a Case,
    nodes: Vec<Node>,
}

/// A target and its relation, ordered from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found<'a> {
    pub(super) relation: Relation,
    /// Whether no author says so of the source.
    is_not_declared: bool,
    /// Whether it is close, and deprecated.
    has_ended: bool,
    /// Steps up the tree, of the anchor that has to go furthest.
    steps: usize,
    pub(super) target: usize,
    /// The meaning in which the two meet; `None` if several meanings land in several meanings.
    pub(super) via: Option<Node>,
    /// The reason of an author.
    pub(super) why: Option<&'a str>,
    /// Whether another target has the same meaning and is better.
    pub(super) is_spare: bool,
}

impl Found<'_> {
    /// Returns the source, as a target that is narrower.
    pub(super) fn seen_from(&self, source: usize) -> Narrower {
        Narrower { steps: self.steps, target: source, via: self.via }
    }

    /// Returns what two targets have in common that are as close.
    pub(super) fn rank(&self) -> (bool, bool) {
        (self.is_not_declared, self.has_ended)
    }
}

/// A narrower target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Narrower {
    steps: usize,
    target: usize,
    via: Option<Node>,
}

impl<'a> Targets<'a> {
    pub(super) fn new(tree: &Tree<'_>, catalog: &'a Catalog) -> Result<Self, BrokenLaw> {
        let by_meaning = || vec![Vec::new(); tree.meanings.len()];
        let [is, like, covers] = [by_meaning(), by_meaning(), by_meaning()];
        let mut targets = Self { all: sorted(tree, catalog)?, is, like, covers };
        for (number, target) in targets.all.iter().enumerate() {
            let by_meaning = match target.case.relation {
                MeaningRelation::Is => &mut targets.is,
                MeaningRelation::Like => &mut targets.like,
                MeaningRelation::Covers => &mut targets.covers,
                // A part of a meaning is not known to contain anything else.
                MeaningRelation::KindOf => continue,
            };
            for node in &target.nodes {
                if let Some(all) = by_meaning.get_mut(*node) {
                    all.push(number);
                }
            }
        }
        Ok(targets)
    }

    /// Returns a target that an author names, unless it is retired.
    pub(super) fn stated(&self, stated: &Stated<'a>, is_declared: bool) -> Option<Found<'a>> {
        let Stated { case, relation, why } = *stated;
        let target = self.all.iter().position(|target| std::ptr::eq(target.case, case))?;
        let found = self.derived(relation, 0, target, None);
        Some(Found { is_not_declared: !is_declared, why: Some(why), ..found })
    }

    pub(super) fn narrower(&self, found: Narrower) -> Found<'a> {
        self.derived(Relation::Narrower, found.steps, found.target, found.via)
    }

    /// Returns a relation that follows from the hub.
    fn derived(
        &self,
        relation: Relation,
        steps: usize,
        target: usize,
        via: Option<Node>,
    ) -> Found<'a> {
        let has_ended = relation == Relation::Close
            && self.all.get(target).is_some_and(|target| target.code.lifecycle.is_some());
        let (is_not_declared, why, is_spare) = (true, None, false);
        Found { relation, is_not_declared, has_ended, steps, target, via, why, is_spare }
    }

    /// Returns the targets that are true for the meanings of a source, best first.
    pub(super) fn all_for<'t>(
        &'t self,
        tree: &'t Tree<'_>,
        anchors: &'t Anchors,
    ) -> impl Iterator<Item = Found<'a>> + 't {
        let same = anchors.whole.into_iter().flat_map(|whole| self.same(whole));
        let wider = merge(self.wider_is(tree, anchors), self.wider_covers(tree, anchors));
        same.chain(wider)
    }

    /// Returns the targets that have the same meaning, without going up the tree.
    fn same(&self, whole: Whole) -> impl Iterator<Item = Found<'a>> {
        let (node, exact, close) = match whole {
            Whole::Is(node) => (node, at(&self.is, node), at(&self.like, node)),
            Whole::Like(node) => (node, [].as_slice(), at(&self.is, node)),
        };
        let exact = exact.iter().map(|target| (Relation::Exact, target, false));
        let has_several = matches!(whole, Whole::Is(_));
        let close = close.iter().enumerate();
        let close =
            close.map(move |(place, target)| (Relation::Close, target, place > 0 && !has_several));
        exact.chain(close).map(move |(relation, target, is_spare)| Found {
            is_spare,
            ..self.derived(relation, 0, *target, Some(node))
        })
    }

    /// Returns the targets that are one meaning above all anchors. Roots never are: "it failed" does
    /// not say how.
    fn wider_is(&self, tree: &Tree<'_>, anchors: &Anchors) -> impl Iterator<Item = Found<'a>> {
        let nodes = || anchors.all.iter().map(|anchor| anchor.node);
        let mut all = nodes();
        let common = all
            .next()
            .and_then(|first| all.try_fold(first, |common, node| tree.common(common, node)));
        let is_near = |node| anchors.all.iter().any(|anchor| anchor.is_near && anchor.node == node);
        // A case that is only close to a meaning may lie outside of it, but not outside of its
        // parent; and what has the same meaning is not wider.
        let start = common.and_then(|node| {
            let is_same = anchors.whole == Some(Whole::Is(node)) || is_near(node);
            if is_same { tree.parent(node) } else { Some(node) }
        });
        let depth = nodes().map(|node| tree.depth(node)).max().unwrap_or_default();
        let above = start.into_iter().flat_map(|node| tree.upwards(node));
        let above = above.filter(|node| tree.parent(*node).is_some());
        above.flat_map(move |node| {
            let steps = depth.saturating_sub(tree.depth(node));
            let targets = at(&self.is, node).iter();
            targets.map(move |target| self.derived(Relation::Wider, steps, *target, Some(node)))
        })
    }

    /// Returns the targets that cover a meaning above each anchor.
    fn wider_covers(&self, tree: &Tree<'_>, anchors: &Anchors) -> impl Iterator<Item = Found<'a>> {
        let (only, several) = match anchors.all.as_slice() {
            [only] => (Some(only.node), Vec::new()),
            _ => (None, self.wider_covers_all(tree, anchors)),
        };
        let above = only.into_iter().flat_map(|node| tree.upwards(node)).enumerate();
        let above = above.filter(|(_, node)| tree.parent(*node).is_some());
        let of_only = above.flat_map(move |(steps, node)| {
            let targets = at(&self.covers, node).iter();
            targets.map(move |target| self.derived(Relation::Wider, steps, *target, Some(node)))
        });
        of_only.chain(several)
    }

    fn wider_covers_all(&self, tree: &Tree<'_>, anchors: &Anchors) -> Vec<Found<'a>> {
        // A target for all anchors contains the first one.
        let first = anchors.all.first().into_iter();
        let above = first.flat_map(|anchor| tree.upwards(anchor.node));
        let targets = above.flat_map(|node| at(&self.covers, node));
        let mut all: Vec<_> =
            targets.filter_map(|target| self.landing(tree, *target, anchors)).collect();
        all.sort_unstable();
        all
    }

    fn landing(&self, tree: &Tree<'_>, target: usize, anchors: &Anchors) -> Option<Found<'a>> {
        let nodes = &self.all.get(target)?.nodes;
        let lands = |node: Node| {
            let above = nodes.iter().copied().find(|above| tree.holds(*above, node))?;
            tree.parent(above)?;
            Some((tree.depth(node).saturating_sub(tree.depth(above)), above))
        };
        let landed: Option<Vec<_>> = anchors.all.iter().map(|anchor| lands(anchor.node)).collect();
        let landed = landed?;
        let (_, first) = landed.first()?;
        let meets = landed.iter().all(|(_, node)| node == first);
        let steps = landed.iter().map(|(steps, _)| *steps).max()?;
        let is_same = anchors.is_list && steps == 0 && landed.len() == nodes.len();
        let relation = if is_same { Relation::Exact } else { Relation::Wider };
        Some(self.derived(relation, steps, target, meets.then_some(*first)))
    }
}

/// Merges two sorted lists.
pub(super) fn merge<'a>(
    one: impl Iterator<Item = Found<'a>>,
    other: impl Iterator<Item = Found<'a>>,
) -> impl Iterator<Item = Found<'a>> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(first), Some(second)) if second < first => other.next(),
        (Some(_), _) => one.next(),
        (None, _) => other.next(),
    })
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

fn at(by_meaning: &[Vec<usize>], node: Node) -> &[usize] {
    by_meaning.get(node).map_or(&[], Vec::as_slice)
}
