//! Codes through serde: what is on the wire, and nothing else.

mod words;

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{Error, Unexpected, Visitor};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{CatalogFacts, Code};

/// Writes a number where codes are numbers, or else a text.
pub fn serialize<C: Code, S: Serializer>(code: C, serializer: S) -> Result<S::Ok, S::Error> {
    match code.number() {
        Some(number) => serializer.serialize_u32(number),
        None => serializer.serialize_str(code.as_str()),
    }
}

/// Reads a number or text; in formats for people, a number may be a text of digits.
pub fn deserialize<'de, C: Code, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let visitor = CodeVisitor(PhantomData);
    match (C::TABLES.is_numeric(), deserializer.is_human_readable()) {
        (true, true) => deserializer.deserialize_any(visitor),
        (true, false) => deserializer.deserialize_u32(visitor),
        (false, _) => deserializer.deserialize_str(visitor),
    }
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: Code> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of the catalog `{}`", <C as CatalogFacts>::TABLES.id)
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
