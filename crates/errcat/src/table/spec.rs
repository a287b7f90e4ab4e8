//! The envelopes of a provider's responses, as plain data from YAML.

use crate::facts::words::words;
use crate::{HttpStatus, Outcome};

/// The responses of one provider.
#[derive(Debug, Clone, Copy)]
pub struct Spec<'s> {
    /// The forms of response, in the order in which they are tried.
    pub envelopes: &'s [Envelope<'s>],
    /// The places of the slots in JSON bodies.
    pub json: Paths<'s>,
    /// The places of the slots in XML bodies.
    pub xml: Paths<'s>,
    /// The code for each HTTP status of a response that has an envelope without a code.
    pub statuses: &'s [(u16, &'s str)],
    /// Whether a boolean can be a code.
    pub booleans: bool,
}

/// One form of response.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'s> {
    /// The name, such as `response`.
    pub id: &'s str,
    /// The kind of response.
    pub kind: EnvelopeKind,
    /// The format of the body.
    pub format: Format,
    /// The namespace of the root element, if its name is not enough.
    pub namespace: Option<&'s str>,
    /// The HTTP status of every response in this form, if it is always the same.
    pub http: Option<HttpStatus>,
    /// The outcome of a response in this form, if it is always the same.
    pub outcome: Option<Outcome>,
    /// The first and last of the HTTP statuses that a response must have; if empty, any.
    pub statuses: &'s [(u16, u16)],
    /// The conditions: a path, and the values of which one must be there.
    pub when: &'s [(u8, &'s [Wanted<'s>])],
    /// The error that counts, of several in a list.
    pub counts: Counts,
    /// The paths of the slots; of several for one slot, the first that is there counts.
    pub slots: &'s [(Slot<'s>, u8)],
    /// The headers of the slots, in lower case.
    pub headers: &'s [(Slot<'s>, &'s str)],
}

/// A value that a condition wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'s> {
    /// This text, or a value that is written like it.
    Text(&'s str),
    /// This number or boolean, or a text that says the same.
    Plain(&'s str),
    /// Any value but `null`.
    Present,
    /// No value, or `null`.
    Absent,
}

impl Spec<'_> {
    /// Returns whether errors with a code always have the same HTTP status, which then says nothing.
    pub fn has_fixed_status(&self) -> bool {
        let can_fail = |form: &Envelope<'_>| form.outcome.is_none_or(Outcome::is_failure);
        let mut forms = self.envelopes.iter().filter(|form| form.kind == EnvelopeKind::Application);
        forms.any(|form| form.http.is_some() && can_fail(form))
    }
}

impl<'s> Spec<'s> {
    /// Returns the paths of a format.
    pub const fn paths(&self, format: Format) -> Paths<'s> {
        match format {
            Format::Json => self.json,
            Format::Xml => self.xml,
        }
    }
}

impl Envelope<'_> {
    /// Returns whether a response with this status can have this form.
    pub fn has_status(&self, status: Option<HttpStatus>) -> bool {
        let is_in = |status: HttpStatus| {
            let mut ranges = self.statuses.iter();
            ranges.any(|(first, last)| (*first..=*last).contains(&status.get()))
        };
        self.statuses.is_empty() || status.is_some_and(is_in)
    }

    /// Returns whether a response needs more than the slots of a kind to have this form.
    pub fn is_conditional(&self) -> bool {
        !(self.when.is_empty() && self.statuses.is_empty())
    }
}

words! {
    /// The kind of response that an envelope declares.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum EnvelopeKind {
        /// It has a code.
        Application = "application",
        /// It has violations.
        Validation = "validation",
        /// It says that something failed, without a code of the catalog.
        System = "system",
    }

    /// The error that counts, of several in a body.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub enum Counts {
        /// The first one with a code, which most providers mean.
        #[default]
        First = "first",
        /// The last one with a code.
        Last = "last",
    }

    /// The format of a body.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Format {
        /// JSON.
        Json = "json",
        /// XML; a pointer names elements, and `@name` an attribute.
        Xml = "xml",
    }
}

/// Declares the slots with a meaning of their own, each with its name in YAML.
macro_rules! slots {
    ($($(#[doc = $doc:literal])+ $slot:ident = $name:literal,)+) => {
        /// The content of a path.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Slot<'s> {
            $($(#[doc = $doc])+ $slot,)+
            /// A parameter, by its name.
            Param(&'s str),
            /// Anything else, by its name.
            Other(&'s str),
        }

        impl<'s> Slot<'s> {
            /// The names of all slots except the others.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// Returns the slot with a name.
            pub fn from_name(name: &'s str) -> Self {
                match name {
                    $($name => Self::$slot,)+
                    other => Self::Other(other),
                }
            }
        }
    };
}

slots! {
    /// The code.
    Code = "code",
    /// The provider's text.
    Message = "message",
    /// The field of a violation.
    ViolationField = "violation-field",
    /// The text of a violation.
    ViolationDescription = "violation-description",
    /// The rule of a violation.
    ViolationRule = "violation-rule",
    /// A code of the system, which is not a code of the catalog.
    SystemCode = "system-code",
    /// Additional data, in the provider's own form.
    Data = "data",
    /// The provider's id of the request.
    RequestId = "request-id",
    /// The seconds to wait.
    RetryAfter = "retry-after",
    /// The operation that was called.
    Operation = "operation",
    /// The HTTP status, again.
    Http = "http",
}

impl Slot<'_> {
    /// Returns whether a value in it can be what makes a body one of this kind.
    pub const fn is_decisive(&self, kind: EnvelopeKind) -> bool {
        match self {
            Self::Code => matches!(kind, EnvelopeKind::Application),
            Self::SystemCode | Self::Message => matches!(kind, EnvelopeKind::System),
            Self::ViolationField | Self::ViolationDescription | Self::ViolationRule => {
                matches!(kind, EnvelopeKind::Validation)
            }
            _ => false,
        }
    }

    /// Returns whether a header can fill it. Codes and messages are in bodies.
    pub const fn is_in_headers(&self) -> bool {
        matches!(
            self,
            Self::SystemCode | Self::RequestId | Self::RetryAfter | Self::Operation | Self::Http
        )
    }
}

/// The paths of all slots as a tree.
#[derive(Debug, Clone, Copy)]
pub struct Paths<'s> {
    /// The nodes; the first is the whole body. The children of a node are adjacent.
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

/// The most paths that a provider can have in one format.
pub const MAX_PATHS: usize = 32;

#[cfg(any(feature = "json", feature = "xml"))]
impl<'s> Paths<'s> {
    /// Returns the names along a path, outermost first. `None` if there is no path with this number.
    pub fn names(self, path: u8) -> Option<alloc::vec::Vec<&'s str>> {
        let mut at = self.nodes.iter().position(|node| node.path() == Some(path))?;
        let mut names = alloc::vec::Vec::new();
        // The root comes first, and each parent before its children.
        while at > 0 {
            names.push(self.nodes.get(at)?.name);
            let holds =
                |first: u16, count: u16| (first..first + count).any(|one| usize::from(one) == at);
            at = self.nodes.iter().position(|node| holds(node.first, node.count))?;
        }
        names.reverse();
        Some(names)
    }

    /// Returns the whole body.
    pub(crate) fn root(self) -> Option<&'s Node<'s>> {
        self.nodes.first()
    }

    /// Returns the children of a node.
    pub(crate) fn children(self, node: &Node<'_>) -> &'s [Node<'s>] {
        let start = usize::from(node.first);
        self.nodes.get(start..start + usize::from(node.count)).unwrap_or_default()
    }

    /// Returns the child of a node with a name, and its index.
    pub(crate) fn child(self, node: &Node<'_>, name: &[u8]) -> Option<(usize, &'s Node<'s>)> {
        // Most names differ in their length or their first byte, so few need a call to compare.
        let is_it = |child: &Node<'_>| {
            let other = child.name.as_bytes();
            other.len() == name.len() && other.first() == name.first() && other == name
        };
        let mut children = self.children(node).iter().enumerate();
        // A member of a body can be called `*`, too.
        children.find(|(_, child)| is_it(child) && !child.is_each())
    }

    /// Returns the child of a node that matches each item of a list.
    pub(crate) fn each(self, node: &Node<'_>) -> Option<&'s Node<'s>> {
        self.children(node).iter().find(|child| child.is_each())
    }

    /// Returns the paths that end at a node or below it, one bit for each.
    pub(crate) fn below(self, node: &Node<'_>) -> u32 {
        let own = node.path().map_or(0, |path| 1 << path);
        self.children(node).iter().fold(own, |all, child| all | self.below(child))
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
impl Node<'_> {
    /// Returns whether it matches each item of a list.
    pub(crate) fn is_each(&self) -> bool {
        self.name == "*"
    }

    /// Returns the path that ends here.
    pub(crate) fn path(&self) -> Option<u8> {
        self.path.checked_sub(1)
    }
}
