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

/// The kind of value at a path, [`NOTHING`] if there is none, and the value unless it is blank.
pub type Sight<'b> = (&'static str, Option<Cow<'b, str>>);

/// The word for no value.
pub const NOTHING: &str = "nothing";

impl<'b> Trace<'b> {
    /// Reads a body. Returns `None` if it is in no format that the provider uses.
    pub fn of(input: &Input<'b>, spec: &Spec<'_>) -> Option<Self> {
        let mut found = Found::new(spec.booleans);
        let format = parse(input.body, spec, &mut found)?;
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
            let sight = sight(self.found.get(None, *path));
            (*path, *wanted, sight, self.found.has_any(*path, wanted))
        })
    }

    /// Returns the value at a path, of several the one in the item that counts.
    pub fn value(&self, envelope: &Envelope<'_>, path: u8) -> Sight<'b> {
        let leaf = self.found.get(item_that_counts(envelope, &self.found), path);
        let mut others = self.found.items.iter().filter(|one| one.path == path);
        let other = others.next().filter(|_| leaf == Leaf::Nothing);
        sight(other.map_or(leaf, |other| other.leaf))
    }
}

fn sight(leaf: Leaf<'_>) -> Sight<'_> {
    match leaf {
        Leaf::Nothing => (NOTHING, None),
        Leaf::Raw(written) => ("structure", Some(Cow::Borrowed(written))),
        _ if !leaf.has_value() => ("null", None),
        _ => {
            let text = leaf.scalar().or_else(|| leaf.written().map(Cow::Borrowed));
            let text = text.filter(|text| !text.trim().is_empty());
            (if text.is_some() { "text" } else { "blank" }, text)
        }
    }
}
