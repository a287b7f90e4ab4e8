//! One pass over a JSON body: what stands at the paths is kept as it was written, everything else
//! is skipped.

use core::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::leaf::{Found, Leaf, Seen};
use super::spec::Paths;

/// Reads a body; nothing if it is not JSON from its start to its end.
pub(super) fn read<'b>(body: &'b str, paths: Paths<'_>, found: &mut Found<'b>) -> Option<()> {
    let mut deserializer = serde_json::Deserializer::from_str(body);
    At { paths, node: 0, item: None, found }.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()
}

/// A place in the body that is on a path.
struct At<'a, 'b> {
    paths: Paths<'a>,
    node: u16,
    item: Option<usize>,
    found: &'a mut Found<'b>,
}

impl<'b> At<'_, 'b> {
    fn child(&mut self, node: u16, item: Option<usize>) -> At<'_, 'b> {
        At { paths: self.paths, node, item, found: &mut *self.found }
    }

    /// Keeps what is written here, and looks into it where paths go on.
    fn keep(self, raw: &'b str) {
        if let Some(path) = self.paths.path(self.node)
            && let Some(leaf) = Leaf::of_json(raw)
        {
            self.found.keep(self.item, path, leaf);
        }
        if self.paths.has_children(self.node) {
            let mut deserializer = serde_json::Deserializer::from_str(raw);
            // It was read once already, so there is no error to tell.
            let _ = deserializer.deserialize_any(Look(self));
        }
    }
}

impl<'b> DeserializeSeed<'b> for At<'_, 'b> {
    type Value = ();

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.paths.path(self.node).is_none() {
            return deserializer.deserialize_any(Look(self));
        }
        let raw: &'b RawValue = serde_core::Deserialize::deserialize(deserializer)?;
        self.keep(raw.get());
        Ok(())
    }
}

/// Looks for the next names of paths.
struct Look<'a, 'b>(At<'a, 'b>);

impl<'b> Visitor<'b> for Look<'_, 'b> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'b>>(mut self, mut map: A) -> Result<(), A::Error> {
        let (paths, node, item) = (self.0.paths, self.0.node, self.0.item);
        let mut seen = Seen::default();
        while let Some(child) = map.next_key_seed(Name { paths, node })? {
            match child {
                Some(child) => {
                    if seen.is_again(paths, node, child) {
                        self.0.found.forget_below(paths, child, item);
                    }
                    map.next_value_seed(self.0.child(child, item))?;
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'b>>(mut self, mut list: A) -> Result<(), A::Error> {
        let each = self.0.paths.child(self.0.node, "*");
        loop {
            let item = each.and_then(|node| Some((node, self.0.found.next_item()?)));
            let is_there = match item {
                Some((node, item)) => {
                    list.next_element_seed(self.0.child(node, Some(item)))?.is_some()
                }
                None => list.next_element::<IgnoredAny>()?.is_some(),
            };
            if !is_there {
                return Ok(());
            }
        }
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Finds the child that a name stands for.
struct Name<'a> {
    paths: Paths<'a>,
    node: u16,
}

impl<'b> DeserializeSeed<'b> for Name<'_> {
    type Value = Option<u16>;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<u16>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<u16>, E> {
        Ok(self.paths.child(self.node, name))
    }
}
