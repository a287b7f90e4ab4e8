//! The meanings as a tree, which answers whether one is above another.

use crate::{BrokenLaw, CatalogSet, Law, Meaning};

/// A meaning, by its index in the hub.
pub(super) type Node = usize;

#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) meanings: &'a [Meaning],
    nodes: Vec<Option<Place>>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    parent: Option<Node>,
    depth: usize,
}

impl<'a> Tree<'a> {
    pub(super) fn new(set: &'a CatalogSet) -> Result<Self, BrokenLaw> {
        let meanings = set.meanings.as_slice();
        let mut tree = Self { meanings, nodes: vec![None; meanings.len()] };
        let mut children: Vec<Vec<Node>> = vec![Vec::new(); meanings.len()];
        let mut waiting = Vec::new();
        for (node, meaning) in meanings.iter().enumerate() {
            match &meaning.parent {
                None => waiting.push((node, None, 0)),
                Some(parent) => {
                    let above = tree.find(parent).and_then(|above| children.get_mut(above));
                    let unknown = || BrokenLaw::new(Law::UnknownMeaning, parent);
                    above.ok_or_else(unknown)?.push(node);
                }
            }
        }
        while let Some((node, parent, depth)) = waiting.pop() {
            if let Some(place) = tree.nodes.get_mut(node) {
                *place = Some(Place { parent, depth });
            }
            let below = children.get(node).into_iter().flatten();
            waiting.extend(below.map(|child| (*child, Some(node), depth + 1)));
        }
        match meanings.iter().zip(&tree.nodes).find(|(_, place)| place.is_none()) {
            Some((meaning, _)) => Err(BrokenLaw::new(Law::MeaningCycle, &meaning.id)),
            None => Ok(tree),
        }
    }

    fn place(&self, node: Node) -> Option<Place> {
        self.nodes.get(node).copied().flatten()
    }

    /// Returns the meaning with this id.
    pub(super) fn find(&self, id: &str) -> Option<Node> {
        self.meanings.binary_search_by(|meaning| meaning.id.as_str().cmp(id)).ok()
    }

    pub(super) fn meaning(&self, node: Node) -> Option<&'a Meaning> {
        self.meanings.get(node)
    }

    pub(super) fn parent(&self, node: Node) -> Option<Node> {
        self.place(node)?.parent
    }

    /// Returns the number of meanings above it.
    pub(super) fn depth(&self, node: Node) -> usize {
        self.place(node).map_or(0, |place| place.depth)
    }

    /// Returns whether a meaning is equal to another one or above it.
    pub(super) fn holds(&self, above: Node, below: Node) -> bool {
        self.at_depth(below, self.depth(above)) == Some(above)
    }

    /// Returns the meaning at a depth that is equal to another one or above it.
    fn at_depth(&self, below: Node, depth: usize) -> Option<Node> {
        self.upwards(below).nth(self.depth(below).checked_sub(depth)?)
    }

    /// Returns the meaning and those above it, nearest first.
    pub(super) fn upwards(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(Some(node), |node| self.parent(*node))
    }

    /// Returns the nearest meaning that is equal to or above both.
    pub(super) fn common(&self, one: Node, other: Node) -> Option<Node> {
        let depth = self.depth(one).min(self.depth(other));
        let [one, other] = [one, other].map(|node| self.at_depth(node, depth));
        let (one, other) = (self.upwards(one?), self.upwards(other?));
        one.zip(other).find(|(one, other)| one == other).map(|(common, _)| common)
    }
}
