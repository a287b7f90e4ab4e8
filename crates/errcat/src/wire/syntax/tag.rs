//! The start tags of XML.

use super::cursor::Cursor;

/// The number of a namespace: after three constants, the position of its first declaration in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Namespace(pub(super) u8);

impl Namespace {
    pub(super) const NONE: Self = Self(0);
    pub(super) const XML: Self = Self(1);
    pub(super) const XMLNS: Self = Self(2);
    pub(super) const FIRST: u8 = 3;

    /// Returns whether names without a prefix or with any but `xml` can be in it.
    pub(super) const fn is_declarable(self) -> bool {
        self.0 >= Self::FIRST
    }
}

/// The start tag of an element, or the tag of an element without content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'b> {
    pub(crate) name: &'b str,
    pub(super) attributes: &'b str,
    /// The position of the name.
    pub(super) start: usize,
    /// The number of attributes.
    pub(super) count: u32,
    /// The length of the prefix of the name, with its colon.
    pub(super) prefix: u32,
    /// Whether an attribute has a prefix, or declares the namespace of names without one.
    pub(super) has_prefixes: bool,
    pub(crate) is_empty: bool,
    pub(crate) namespace: Namespace,
}

impl<'b> Tag<'b> {
    /// Returns the prefix of the name. Empty if it has none.
    pub(super) fn prefix(self) -> &'b str {
        let length = (self.prefix as usize).saturating_sub(1);
        self.name.get(..length).unwrap_or_default()
    }

    /// Returns the name without its prefix.
    pub(crate) fn local(self) -> &'b str {
        self.name.get(self.prefix as usize..).unwrap_or_default()
    }

    /// Returns the names and values of the attributes, with the values as written.
    pub(crate) fn attributes(self) -> impl Iterator<Item = (&'b str, &'b str)> {
        let mut cursor = Cursor::new(self.attributes);
        core::iter::from_fn(move || {
            cursor.space();
            cursor.attribute()
        })
    }
}
