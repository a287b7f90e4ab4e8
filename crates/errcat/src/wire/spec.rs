//! How a provider's responses carry their errors: plain data, from YAML.

#[cfg(any(feature = "json", feature = "xml"))]
use super::leaf::bit;
use crate::word::words;

/// Everything about the responses of one provider.
#[derive(Debug, Clone, Copy)]
pub struct Spec<'s> {
    /// The forms of response, in the order in which they are tried.
    pub envelopes: &'s [Envelope<'s>],
    /// Where the slots of JSON bodies are.
    pub json: Paths<'s>,
    /// Where the slots of XML bodies are.
    pub xml: Paths<'s>,
    /// What an HTTP status stands for where a response has no code of its own.
    pub statuses: &'s [(u16, &'s str)],
}

/// One form of response.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'s> {
    /// The name, such as `response`.
    pub id: &'s str,
    /// What a response of this form is.
    pub kind: EnvelopeKind,
    /// Whether it is JSON or XML.
    pub format: Format,
    /// What else must be in the body: the text at a path.
    pub when: &'s [(u8, &'s str)],
    /// The paths of the slots; of several for one slot, the first that is there counts.
    pub slots: &'s [(Slot<'s>, u8)],
    /// The headers of the slots, in lower case.
    pub headers: &'s [(Slot<'s>, &'s str)],
}

/// What a response is whose envelope was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EnvelopeKind {
    /// It has a code.
    Application,
    /// It has violations.
    Validation,
    /// It says that something failed, without a code of the catalog.
    System,
}

words!(EnvelopeKind {
    Application = "application",
    Validation = "validation",
    System = "system",
});

/// The format of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot<'s> {
    /// The code.
    Code,
    /// The provider's text.
    Message,
    /// The field of a violation.
    ViolationField,
    /// The text of a violation.
    ViolationDescription,
    /// The rule of a violation.
    ViolationRule,
    /// A code of the system, which is none of the catalog.
    SystemCode,
    /// What else the provider says, in its own form.
    Data,
    /// What the provider calls the request.
    RequestId,
    /// How many seconds to wait.
    RetryAfter,
    /// What was called.
    Operation,
    /// The HTTP status, again.
    Http,
    /// Anything else, by its name.
    Other(&'s str),
}

/// The paths of all slots as a tree.
#[derive(Debug, Clone, Copy)]
pub struct Paths<'s> {
    /// The nodes; the first is the whole body. The children of a node stand together.
    pub nodes: &'s [Node<'s>],
}

/// A place in a body.
#[derive(Debug, Clone, Copy)]
pub struct Node<'s> {
    /// The name of the member, element or attribute (`@name`), or `*` for each of a list.
    pub name: &'s str,
    /// The first child.
    pub first: u16,
    /// How many children there are.
    pub count: u16,
    /// The number of the path that ends here, plus one; or 0.
    pub path: u8,
}

/// The name of a node that stands for each item of a list.
#[cfg(any(feature = "json", feature = "xml"))]
const EACH: &str = "*";

/// How many paths a provider can have in one format.
pub const MOST_PATHS: usize = 32;

#[cfg(any(feature = "json", feature = "xml"))]
impl Paths<'_> {
    /// The child of a node with a name.
    pub(super) fn child(self, node: u16, name: &str) -> Option<u16> {
        // A member can be called what stands for the items of a list here.
        if name == EACH { None } else { self.child_written(node, name) }
    }

    /// The child of a node that stands for each item of a list.
    pub(super) fn each(self, node: u16) -> Option<u16> {
        self.child_written(node, EACH)
    }

    fn child_written(self, node: u16, name: &str) -> Option<u16> {
        let parent = self.nodes.get(usize::from(node))?;
        let first = usize::from(parent.first);
        let children = self.nodes.get(first..first + usize::from(parent.count))?;
        let position = children.iter().position(|child| child.name == name)?;
        Some(parent.first + u16::try_from(position).ok()?)
    }

    /// The children of a node.
    pub(super) fn children(self, node: u16) -> core::ops::Range<u16> {
        let parent = self.nodes.get(usize::from(node));
        parent.map_or(0..0, |parent| parent.first..parent.first.saturating_add(parent.count))
    }

    /// Whether a node stands for each item of a list.
    pub(super) fn is_each(self, node: u16) -> bool {
        self.nodes.get(usize::from(node)).is_some_and(|node| node.name == EACH)
    }

    /// The paths that end at a node or below it, a bit each.
    pub(super) fn below(self, node: u16) -> u32 {
        let own = self.path(node).map_or(0, bit);
        self.children(node).fold(own, |all, child| all | self.below(child))
    }

    pub(super) fn has_children(self, node: u16) -> bool {
        self.nodes.get(usize::from(node)).is_some_and(|node| node.count > 0)
    }

    /// The path that ends at a node, if it stands for an attribute with this name.
    #[cfg(feature = "xml")]
    pub(super) fn path_of_attribute(self, node: u16, name: &str) -> Option<usize> {
        let own = self.nodes.get(usize::from(node))?.name.strip_prefix('@')?;
        if own == name { self.path(node) } else { None }
    }

    /// The path that ends at a node.
    pub(super) fn path(self, node: u16) -> Option<usize> {
        usize::from(self.nodes.get(usize::from(node))?.path).checked_sub(1)
    }
}
