//! Looks into a body as the reader does, to explain why it has an envelope or not.

use alloc::borrow::Cow;

use super::read::parse;
use super::slots::item_that_counts;
use crate::table::{Envelope, Format, Spec, Wanted};
use crate::wire::body::leaf::{Found, Leaf};
use crate::wire::input::Input;

/// The values that a body has at the paths of the envelopes.
pub struct Trace<'b> {
    /// The format of the body.
    pub format: Format,
    found: Found<'b>,
}

/// The value at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight<'b> {
    /// No value.
    Nothing,
    /// `null`.
    Null,
    /// A blank text.
    Blank,
    /// A text, a number or a boolean.
    Text(Cow<'b, str>),
    /// A structure, as it was written.
    Structure(&'b str),
}

impl<'b> Trace<'b> {
    /// Reads a body. Returns `None` if it is in no format that the provider uses.
    pub fn of(input: &Input<'b>, spec: &Spec<'_>) -> Option<Self> {
        let text = core::str::from_utf8(input.body).ok()?;
        let mut found = Found::new(spec.booleans);
        let format = parse(text.strip_prefix('\u{feff}').unwrap_or(text), spec, &mut found)?;
        Some(Self { format, found })
    }

    /// Returns the namespace of the root element, if it is not the one that an envelope needs.
    pub fn wrong_namespace(&self, envelope: &Envelope<'_>) -> Option<&str> {
        let namespace = envelope.namespace?;
        (self.found.namespace != namespace).then_some(&*self.found.namespace)
    }

    /// Returns the conditions of an envelope: the path, the values of which one is wanted, the value,
    /// and whether it is one of them.
    pub fn conditions<'t>(
        &'t self,
        envelope: &Envelope<'t>,
    ) -> impl Iterator<Item = (u8, &'t [Wanted<'t>], Sight<'b>, bool)> {
        envelope.when.iter().map(|(path, wanted)| {
            let leaf = self.found.get(None, *path);
            let holds = wanted.iter().any(|wanted| leaf.is(*wanted));
            (*path, *wanted, Sight::of(leaf), holds)
        })
    }

    /// Returns the value at a path, of several the one in the item that counts.
    pub fn value(&self, envelope: &Envelope<'_>, path: u8) -> Sight<'b> {
        let leaf = match self.found.get(item_that_counts(envelope, &self.found), path) {
            Leaf::Nothing => {
                let mut items = self.found.items.iter().filter(|one| one.path == path);
                items.next().map(|one| one.leaf).unwrap_or_default()
            }
            leaf => leaf,
        };
        Sight::of(leaf)
    }
}

impl<'b> Sight<'b> {
    fn of(leaf: Leaf<'b>) -> Self {
        match leaf {
            Leaf::Nothing => Self::Nothing,
            Leaf::Raw(written) => Self::Structure(written),
            _ if !leaf.has_value() => Self::Null,
            _ => {
                let text = leaf.scalar().or_else(|| leaf.written().map(Cow::Borrowed));
                match text.filter(|text| !text.trim().is_empty()) {
                    Some(text) => Self::Text(text),
                    None => Self::Blank,
                }
            }
        }
    }
}
