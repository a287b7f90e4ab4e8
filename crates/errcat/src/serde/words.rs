//! Values as the words that stand for them; an HTTP status as its number.

use core::fmt;
use core::str::FromStr;

use serde_core::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::{Actor, GrpcCode, HttpStatus, MeaningRelation, Outcome, Relation, Retry};

/// Reads a text and parses it.
struct Word<T>(core::marker::PhantomData<T>);

impl<T: FromStr<Err = crate::UnknownWord>> Visitor<'_> for Word<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word of the catalog")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! as_words {
    ($($type:ty,)+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Word(core::marker::PhantomData))
            }
        }
    )+};
}

as_words! { Actor, MeaningRelation, GrpcCode, Outcome, Relation, Retry, }

#[cfg(feature = "alloc")]
as_words! { crate::ErrorKind, crate::wire::EnvelopeKind, }

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

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for retry in [
            Retry::Never,
            Retry::AfterFix,
            Retry::Later { after_seconds: None },
            Retry::Later { after_seconds: Some(300) },
            Retry::Query,
        ] {
            let json = serde_json::to_string(&retry).unwrap();
            assert_eq!(serde_json::from_str::<Retry>(&json).unwrap(), retry);
        }
        for grpc in GrpcCode::ALL {
            let json = serde_json::to_string(grpc).unwrap();
            assert_eq!(serde_json::from_str::<GrpcCode>(&json).unwrap(), *grpc);
        }
        let status = HttpStatus::new(428).unwrap();
        assert_eq!(serde_json::to_string(&status).unwrap(), "428");
        assert_eq!(serde_json::from_str::<HttpStatus>("428").unwrap(), status);
        assert!(serde_json::from_str::<HttpStatus>("999").is_err());
        assert!(serde_json::from_str::<Actor>("\"somebody\"").is_err());
    }
}
