//! Mappings with known keys.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Reader;
use crate::author::yaml::{Node, Value};
use crate::text::Spanned;
use crate::{Finding, Law, Place};

/// The entries of one mapping, taken out key by key.
pub(crate) struct Fields<'src> {
    /// The whole mapping.
    pub(crate) place: Place,
    /// The first key, known or not: the place of findings about missing keys.
    first: Place,
    /// Known keys that unknown ones most likely meant.
    misspelled: Vec<&'static str>,
    entries: Vec<(Key<'src>, Node<'src>)>,
}

/// Keys borrow from the text: they are short, and there are many.
pub(super) type Key<'src> = Spanned<Cow<'src, str>>;

impl<'src> Fields<'src> {
    /// Reads the keys of a mapping; unknown and repeated keys are reported and left out.
    pub(crate) fn of(
        node: Node<'src>,
        what: &str,
        known: &[&[&'static str]],
        reader: &mut Reader<'src>,
    ) -> Option<Self> {
        let place = reader.place(node.span);
        let example = known.iter().flat_map(|keys| keys.iter()).next().copied();
        let mut entries = Self::entries(node, what, example, reader)?;
        let first = entries.first().map_or(place, |(key, _)| key.place);
        let mut misspelled = Vec::new();
        entries.retain(|(key, _)| {
            let is_known = known.iter().any(|keys| keys.contains(&key.value.as_ref()));
            if !is_known {
                misspelled.extend(reader.unknown_key(key, what, known));
            }
            is_known
        });
        Some(Self { place, first, misspelled, entries })
    }

    /// Returns the entries of a mapping, each key once.
    pub(super) fn entries(
        node: Node<'src>,
        what: &str,
        example: Option<&str>,
        reader: &mut Reader<'src>,
    ) -> Option<Vec<(Key<'src>, Node<'src>)>> {
        let place = reader.place(node.span);
        let Value::Mapping(pairs) = node.value else {
            let message = format!("{what} is {} here, not a mapping", super::describe(&node.value));
            let help = match example {
                Some(key) => format!("write lines of the form `key: value`, such as `{key}: …`"),
                None => "write lines of the form `key: value`".to_owned(),
            };
            reader.report(Finding::new(Law::WrongType, place, message, help));
            return None;
        };
        let mut entries: Vec<(Key<'src>, Node<'src>)> = Vec::with_capacity(pairs.len());
        // Small mappings are searched, which is faster than hashing; for a large one that would
        // take the square of its size.
        let mut index: Option<HashMap<Cow<'src, str>, Place>> =
            (pairs.len() > 32).then(HashMap::new);
        for (key, value) in pairs {
            let Some(key) = reader.scalar(key) else {
                continue;
            };
            let key = Spanned { value: key.value.0, place: key.place };
            let first = match &mut index {
                Some(index) => {
                    let first = *index.entry(key.value.clone()).or_insert(key.place);
                    (first != key.place).then_some(first)
                }
                None => entries.iter().find(|(k, _)| k.value == key.value).map(|(k, _)| k.place),
            };
            match first {
                Some(first) => reader.report(duplicate(&key, first)),
                None => entries.push((key, value)),
            }
        }
        Some(entries)
    }

    /// Takes the value of a key.
    pub(crate) fn take(&mut self, key: &str) -> Option<Node<'src>> {
        let index = self.entries.iter().position(|(entry, _)| entry.value == key)?;
        Some(self.entries.swap_remove(index).1)
    }

    /// Reports a missing key, unless it was misspelled.
    pub(crate) fn missing(&self, key: &str, what: &str, reader: &mut Reader<'src>) {
        if self.misspelled.contains(&key) {
            return;
        }
        let help = format!("add `{key}:`");
        let message = format!("{what} has no `{key}`");
        reader.report(Finding::new(Law::MissingKey, self.first, message, help));
    }
}

fn duplicate(key: &Key<'_>, first: Place) -> Finding {
    let help = "remove one of the two";
    let message = format!("the key `{}` is here twice", key.value);
    Finding::new(Law::DuplicateKey, key.place, message, help).again(first)
}

/// Declares structs that are read from mappings.
///
/// A `required` key must exist, an `optional` key may be missing, and a `list` is empty if its key
/// is missing. `flatten` adds the keys of another such struct.
macro_rules! mapping {
    ($(
        $(#[doc = $about:literal])+
        $(#[derive($($derive:ident),+)])?
        $name:ident, $what:literal {
            $( $(#[doc = $doc:literal])+ $kind:ident $field:ident: $type:ty = $key:literal, )*
        }
        $( flatten $flat:ident: $flat_type:ty, )*
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Debug)]
        $(#[derive($($derive),+)])?
        pub(crate) struct $name {
            /// The whole mapping.
            #[allow(dead_code, reason = "findings about a whole mapping are rare")]
            pub(crate) place: crate::Place,
            $(
                $(#[doc = $doc])+
                pub(crate) $field: crate::author::read::mapping!(@type $kind $type),
            )*
            $(
                pub(crate) $flat: $flat_type,
            )*
        }

        impl $name {
            pub(crate) const KEYS: &'static [&'static str] = &[$($key),*];

            #[allow(unused_variables, reason = "a struct may have no required key")]
            fn take<'src>(
                fields: &mut crate::author::read::Fields<'src>,
                what: &str,
                reader: &mut crate::author::read::Reader<'src>,
            ) -> Option<Self> {
                // Every key is read before the first missing one ends it, so that all
                // findings of an entry come out together.
                $(
                    let $field =
                        crate::author::read::mapping!(@take $kind $key fields what reader $($doc)+);
                )*
                $( let $flat = <$flat_type>::take(fields, what, reader); )*
                Some(Self {
                    place: fields.place,
                    $( $field: crate::author::read::mapping!(@unwrap $kind $field fields), )*
                    $( $flat: $flat?, )*
                })
            }
        }

        impl<'src> crate::author::read::FromNode<'src> for $name {
            fn from_node(
                node: crate::author::yaml::Node<'src>,
                reader: &mut crate::author::read::Reader<'src>,
            ) -> Option<Self> {
                const KEYS: &[&[&str]] = &[$name::KEYS $(, <$flat_type>::KEYS)*];
                let mut fields = crate::author::read::Fields::of(node, $what, KEYS, reader)?;
                Self::take(&mut fields, $what, reader)
            }

            fn gap(place: crate::Place) -> Option<Self> {
                Some(Self {
                    place,
                    $( $field: crate::author::read::mapping!(@gap $kind place), )*
                    $( $flat: <$flat_type as crate::author::read::FromNode>::gap(place)?, )*
                })
            }
        }

        #[cfg(feature = "tools")]
        impl crate::author::read::schema::Properties for $name {
            fn properties(
                generator: &mut schemars::SchemaGenerator,
            ) -> Vec<crate::author::read::schema::Property> {
                #[allow(unused_mut, reason = "only some structs flatten another")]
                let mut properties = vec![$( crate::author::read::schema::Property {
                    key: $key,
                    required: crate::author::read::mapping!(@required $kind),
                    about: concat!($($doc),+),
                    schema: generator.subschema_for::<$type>(),
                } ),*];
                $( properties.extend(<$flat_type>::properties(generator)); )*
                properties
            }
        }

        #[cfg(feature = "tools")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::author::read::schema::object::<Self>(concat!($($about),+), generator)
            }
        }
    )+};

    (@required required) => { true };
    (@required $kind:ident) => { false };

    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type list $type:ty) => { $type };

    (@take required $key:literal $fields:ident $what:ident $reader:ident $($doc:literal)+) => {
        match $fields.take($key) {
            Some(node) => $reader.value(node, $key, concat!($($doc),+)),
            None => {
                $fields.missing($key, $what, $reader);
                None
            }
        }
    };
    (@take $kind:ident $key:literal $fields:ident $what:ident $reader:ident $($doc:literal)+) => {
        $fields.take($key).and_then(|node| $reader.value(node, $key, concat!($($doc),+)))
    };

    (@gap required $place:ident) => { crate::author::read::FromNode::stand_in($place)? };
    (@gap $kind:ident $place:ident) => { Default::default() };

    (@unwrap required $field:ident $fields:ident) => {
        $field.or_else(|| crate::author::read::FromNode::stand_in($fields.place))?
    };
    (@unwrap optional $field:ident $fields:ident) => { $field };
    (@unwrap $kind:ident $field:ident $fields:ident) => { $field.unwrap_or_default() };
}

pub(crate) use mapping;
