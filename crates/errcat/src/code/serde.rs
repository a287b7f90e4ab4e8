//! Codes and cases through serde: the code on the wire or the id, and nothing else.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Error, Unexpected, Visitor};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Case, CatalogCode, HttpStatus, InvalidValue};

/// Reads and writes a code as it is on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_code {
    () => {
        /// Writes the code as it is on the wire.
        impl $crate::rt::serde::Serialize for Code {
            fn serialize<S: $crate::rt::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::rt::serde::write_code(*self, serializer)
            }
        }

        /// Reads the code as it is on the wire; a number may be written as a text of its digits.
        impl<'de> $crate::rt::serde::Deserialize<'de> for Code {
            fn deserialize<D: $crate::rt::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::serde::read_code(deserializer)
            }
        }
    };
}

/// Writes a number where codes are numbers, and a text otherwise.
pub fn write_code<C: CatalogCode, S: Serializer>(
    code: C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match code.number() {
        Some(number) => serializer.serialize_u32(number),
        None => serializer.serialize_str(code.as_str()),
    }
}

/// Reads a number or text; in formats for people, a number may be a text of digits.
pub fn read_code<'de, C: CatalogCode, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<C, D::Error> {
    read_wire::<C, _, _>(CodeVisitor(PhantomData), deserializer)
}

/// Reads a value of the type that codes have on the wire.
pub(super) fn read_wire<'de, C: CatalogCode, V: Visitor<'de>, D: Deserializer<'de>>(
    visitor: V,
    deserializer: D,
) -> Result<V::Value, D::Error> {
    match (C::TABLES.is_numeric(), deserializer.is_human_readable()) {
        (true, true) => deserializer.deserialize_any(visitor),
        (true, false) => deserializer.deserialize_u32(visitor),
        (false, _) => deserializer.deserialize_str(visitor),
    }
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: CatalogCode> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of the catalog `{}`", C::CATALOG)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        C::find(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        let code = u32::try_from(number).ok().and_then(C::find_number);
        code.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        let code = u32::try_from(number).ok().and_then(C::find_number);
        code.ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }
}

/// Writes the id of the case.
impl<C: CatalogCode> Serialize for Case<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.id())
    }
}

/// Reads the id of the case.
impl<'de, C: CatalogCode> Deserialize<'de> for Case<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse(deserializer)
    }
}

/// Reads a text and parses it.
pub fn parse<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err = InvalidValue>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromStr<Err = InvalidValue>> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word or an id")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

impl Serialize for HttpStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.get())
    }
}

impl<'de> Deserialize<'de> for HttpStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u16::deserialize(deserializer)?;
        let unexpected =
            || D::Error::invalid_value(Unexpected::Unsigned(number.into()), &"an HTTP status");
        Self::new(number).ok_or_else(unexpected)
    }
}
