//! How a provider's responses carry their errors: plain data, from YAML.

use crate::words::words;

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

/// How many paths a provider can have in one format.
pub const MAX_PATHS: usize = 32;

#[cfg(any(feature = "json", feature = "xml"))]
impl<'s> Paths<'s> {
    /// The whole body.
    pub(crate) fn root(self) -> Option<&'s Node<'s>> {
        self.nodes.first()
    }

    /// The children of a node.
    pub(crate) fn children(self, node: &Node<'_>) -> &'s [Node<'s>] {
        let start = usize::from(node.first);
        self.nodes.get(start..start + usize::from(node.count)).unwrap_or_default()
    }

    /// The child of a node with a name, and which of the children it is.
    pub(crate) fn child(self, node: &Node<'_>, name: &[u8]) -> Option<(usize, &'s Node<'s>)> {
        // Most names differ in their length or their first byte: few are compared in a call.
        let is_it = |child: &Node<'_>| {
            let other = child.name.as_bytes();
            other.len() == name.len() && other.first() == name.first() && other == name
        };
        let mut children = self.children(node).iter().enumerate();
        // A member can be called what stands for the items of a list here.
        children.find(|(_, child)| is_it(child) && !child.is_each())
    }

    /// The child of a node that stands for each item of a list.
    pub(crate) fn each(self, node: &Node<'_>) -> Option<&'s Node<'s>> {
        self.children(node).iter().find(|child| child.is_each())
    }

    /// The paths that end at a node or below it, a bit each.
    pub(crate) fn below(self, node: &Node<'_>) -> u32 {
        let own = node.path().map_or(0, |path| 1 << path);
        self.children(node).iter().fold(own, |all, child| all | self.below(child))
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
impl Node<'_> {
    /// Whether it stands for each item of a list.
    pub(crate) fn is_each(&self) -> bool {
        self.name == "*"
    }

    /// The path that ends here.
    pub(crate) fn path(&self) -> Option<u8> {
        self.path.checked_sub(1)
    }
}
