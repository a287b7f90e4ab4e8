//! The meanings as a tree that answers quickly who is above whom.

use crate::{CatalogSet, Meaning};

/// A meaning, by its place in the hub.
pub(super) type Node = usize;

#[derive(Debug)]
pub(super) struct Tree<'a> {
    meanings: &'a [Meaning],
    nodes: Vec<Option<Place>>,
    /// Every meaning of the tree, each behind the one above it.
    downwards: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    parent: Option<Node>,
    depth: usize,
    /// Its place in `downwards`; those below it are the next ones, up to `end`.
    start: usize,
    end: usize,
}

impl<'a> Tree<'a> {
    pub(super) fn of(set: &'a CatalogSet) -> Self {
        let meanings = set.meanings.as_slice();
        let mut tree = Self { meanings, nodes: vec![None; meanings.len()], downwards: Vec::new() };
        let mut children: Vec<Vec<Node>> = vec![Vec::new(); meanings.len()];
        let mut waiting = Vec::new();
        for (node, meaning) in meanings.iter().enumerate() {
            match &meaning.parent {
                None => waiting.push((node, None, 0)),
                Some(parent) => {
                    let parent = tree.position(parent);
                    if let Some(below) = parent.and_then(|parent| children.get_mut(parent)) {
                        below.push(node);
                    }
                }
            }
        }
        while let Some((node, parent, depth)) = waiting.pop() {
            let start = tree.downwards.len();
            if let Some(place) = tree.nodes.get_mut(node) {
                *place = Some(Place { parent, depth, start, end: start + 1 });
            }
            tree.downwards.push(node);
            let below = children.get(node).into_iter().flatten();
            waiting.extend(below.map(|child| (*child, Some(node), depth + 1)));
        }
        tree.measure();
        tree
    }

    /// Finds out where those below each meaning end, from the lowest ones up.
    fn measure(&mut self) {
        for node in self.downwards.iter().rev() {
            let Some(Place { parent: Some(parent), end, .. }) = self.place(*node) else {
                continue;
            };
            if let Some(Some(above)) = self.nodes.get_mut(parent) {
                above.end = above.end.max(end);
            }
        }
    }

    fn position(&self, id: &str) -> Option<Node> {
        self.meanings.binary_search_by(|meaning| meaning.id.as_str().cmp(id)).ok()
    }

    fn place(&self, node: Node) -> Option<Place> {
        self.nodes.get(node).copied().flatten()
    }

    pub(super) fn len(&self) -> usize {
        self.meanings.len()
    }

    /// The meaning with this id, if it hangs in the tree.
    pub(super) fn find(&self, id: &str) -> Option<Node> {
        self.position(id).filter(|node| self.place(*node).is_some())
    }

    pub(super) fn meaning(&self, node: Node) -> Option<&'a Meaning> {
        self.meanings.get(node)
    }

    pub(super) fn parent(&self, node: Node) -> Option<Node> {
        self.place(node)?.parent
    }

    /// The number of meanings above it; a root has none.
    pub(super) fn depth(&self, node: Node) -> usize {
        self.place(node).map_or(0, |place| place.depth)
    }

    /// Whether a meaning is another one or above it.
    pub(super) fn holds(&self, above: Node, below: Node) -> bool {
        match (self.place(above), self.place(below)) {
            (Some(above), Some(below)) => (above.start..above.end).contains(&below.start),
            _ => false,
        }
    }

    /// The meaning itself and those above it, nearest first.
    pub(super) fn upwards(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(Some(node), |node| self.parent(*node))
    }

    /// The nearest meaning that is each of two or above it.
    pub(super) fn common(&self, one: Node, other: Node) -> Option<Node> {
        self.upwards(one).find(|above| self.holds(*above, other))
    }

    /// All meanings, each behind the one above it.
    pub(super) fn downwards(&self) -> &[Node] {
        &self.downwards
    }
}
