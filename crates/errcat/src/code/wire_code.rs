use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::convert::Infallible;
use core::fmt;
use core::str::FromStr;

use crate::CatalogCode;

/// A code as it is on the wire, known to the catalog or not, for databases and messages.
///
/// A newer catalog writes codes that an older one does not have. They are kept as they are, so that
/// they never break a row, and are known once the catalog has them.
///
/// With the feature `serde`, it is read and written like the code itself. If codes are numbers, an
/// unknown number is written as a number, too.
///
/// # Examples
///
/// ```
/// use errcat::{CatalogCode, WireCode};
///
/// /// Returns the label of a stored code, even if only a newer version has the code.
/// fn label<C: CatalogCode>(stored: &WireCode<C>) -> &str {
///     stored.known().map_or("unknown", C::label)
/// }
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireCode<C>(Repr<C>);

/// A code that the catalog has is always known, so that equal codes are equal values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr<C> {
    Known(C),
    Unknown(Box<str>),
}

impl<C: CatalogCode> WireCode<C> {
    /// Returns the code, if the catalog has it.
    pub const fn known(&self) -> Option<C> {
        match self.0 {
            Repr::Known(code) => Some(code),
            Repr::Unknown(_) => None,
        }
    }

    /// Returns the code as it is on the wire; for a number, its digits.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Known(code) => code.as_str(),
            Repr::Unknown(text) => text,
        }
    }

    /// Returns the code with a text, which is kept if the catalog does not have the code.
    fn find(text: impl AsRef<str> + Into<Box<str>>) -> Self {
        Self(match C::find(text.as_ref()) {
            Some(code) => Repr::Known(code),
            None => Repr::Unknown(text.into()),
        })
    }
}

impl<C: CatalogCode> From<C> for WireCode<C> {
    fn from(code: C) -> Self {
        Self(Repr::Known(code))
    }
}

impl<C: CatalogCode> From<&str> for WireCode<C> {
    fn from(text: &str) -> Self {
        Self::find(text)
    }
}

impl<C: CatalogCode> From<String> for WireCode<C> {
    fn from(text: String) -> Self {
        Self::find(text)
    }
}

impl<C: CatalogCode> From<u32> for WireCode<C> {
    fn from(number: u32) -> Self {
        C::find_number(number).map_or_else(|| Self::find(number.to_string()), Self::from)
    }
}

impl<C: CatalogCode> FromStr for WireCode<C> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl<C: CatalogCode> AsRef<str> for WireCode<C> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// Writes the code as it is on the wire.
impl<C: CatalogCode> fmt::Display for WireCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Writes the name of the variant, or the unknown text in quotes.
impl<C: CatalogCode> fmt::Debug for WireCode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Known(code) => fmt::Debug::fmt(code, f),
            Repr::Unknown(text) => fmt::Debug::fmt(text, f),
        }
    }
}

#[cfg(feature = "serde")]
mod serde {
    use alloc::string::ToString;
    use core::fmt;
    use core::marker::PhantomData;

    use serde::de::{Deserialize, Deserializer, Error, Visitor};
    use serde::ser::{Error as _, Serialize, Serializer};

    use super::WireCode;
    use crate::CatalogCode;
    use crate::code::entry::is_written;
    use crate::code::serde::read_wire;

    /// Writes the code as it is on the wire. A compact format has numbers or texts, not both, so an
    /// unknown text among numbers is an error there.
    impl<C: CatalogCode> Serialize for WireCode<C> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let text = self.as_str();
            if !C::TABLES.is_numeric() {
                return serializer.serialize_str(text);
            }
            let number = text.parse().ok().filter(|number: &i128| is_written(text, number));
            if let Some(number) = number.and_then(|number| u32::try_from(number).ok()) {
                serializer.serialize_u32(number)
            } else if !serializer.is_human_readable() {
                Err(S::Error::custom("a code is not a number"))
            } else if let Some(number) = number.and_then(|number| u64::try_from(number).ok()) {
                serializer.serialize_u64(number)
            } else if let Some(number) = number.and_then(|number| i64::try_from(number).ok()) {
                serializer.serialize_i64(number)
            } else {
                serializer.serialize_str(text)
            }
        }
    }

    /// Reads any code of the type that the catalog has; a number may be written as a text.
    impl<'de, C: CatalogCode> Deserialize<'de> for WireCode<C> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            read_wire::<C, _, _>(WireVisitor(PhantomData), deserializer)
        }
    }

    struct WireVisitor<C>(PhantomData<C>);

    impl<C: CatalogCode> Visitor<'_> for WireVisitor<C> {
        type Value = WireCode<C>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a code")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<WireCode<C>, E> {
            Ok(text.into())
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<WireCode<C>, E> {
            Ok(number.to_string().into())
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<WireCode<C>, E> {
            Ok(number.to_string().into())
        }
    }
}
