//! Single values: exactly what was typed, or a finding.

use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, HttpStatus, InvalidValue, Outcome, Relation, Retry};

use super::{FromNode, Reader};
use crate::author::yaml::Node;
use crate::catalog::{CodeType, EnvelopeFormat, ParamType};
use crate::findings::shorten;
use crate::text::Spanned;
use crate::{Finding, Law, Place};

/// A value that is written as one piece of text.
pub(crate) trait Scalar: Sized {
    /// Reads the text; `plain` is true if it was written without quotes.
    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError>;

    /// Returns a value that breaks no law, for a mapping whose value is missing or unreadable.
    fn stand_in() -> Option<Self> {
        None
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema;
}

/// The reason why a text is not a value of a type.
pub(crate) enum ScalarError {
    Form { expected: &'static str, help: &'static str },
    Word(&'static [&'static str]),
}

impl<'src, T: Scalar> FromNode<'src> for Spanned<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        let span = node.span;
        let Spanned { value: (text, plain), place } = reader.scalar(node)?;
        match T::parse(&text, plain) {
            Ok(value) => Some(Self { value, place }),
            Err(ScalarError::Form { expected, help }) => {
                let message =
                    format!("expected {expected}, found `{}`", shorten(reader.typed(span), 40));
                reader.report(Finding::new(Law::WrongType, place, message, help));
                None
            }
            Err(ScalarError::Word(words)) => {
                let message = format!("`{}` is not a word that is known here", shorten(&text, 40));
                let help = format!("write one of {}", words.join(", "));
                let finding = Finding::new(Law::InvalidValue, place, message, help);
                reader.report(finding.did_you_mean(&text, words.iter().copied()));
                None
            }
        }
    }

    fn stand_in(place: Place) -> Option<Self> {
        T::stand_in().map(|value| Self { value, place })
    }

    fn gap(place: Place) -> Option<Self> {
        Self::stand_in(place)
    }
}

impl Scalar for String {
    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }

    fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
        if text.trim().is_empty() {
            return Err(ScalarError::Form {
                expected: "a text",
                help: "write the text, or remove the key",
            });
        }
        Ok(text.to_owned())
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        // Numbers and booleans of YAML are read as they were typed.
        schemars::json_schema!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
    }
}

/// A whole number in plain decimal digits: no sign, no leading zero, no exponent.
fn decimal(text: &str, plain: bool) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = text.len() > 1 && text.starts_with('0');
    if plain && digits && !leading_zero { text.parse().ok() } else { None }
}

impl Scalar for u32 {
    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError> {
        decimal(text, plain).ok_or(ScalarError::Form {
            expected: "a whole number up to 4294967295",
            help: "write it in plain decimal digits, without quotes, sign or leading zeros",
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }
}

/// A number in the place of an HTTP status; the checker reports one that is out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HttpNumber(pub(crate) u32);

impl HttpNumber {
    /// Returns the status, if the number is in range.
    pub(crate) fn status(self) -> Option<HttpStatus> {
        HttpStatus::new(u16::try_from(self.0).ok()?)
    }
}

impl Scalar for HttpNumber {
    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError> {
        decimal(text, plain).map(Self).ok_or(ScalarError::Form {
            expected: "an HTTP status",
            help: "write its number from 100 to 599, in plain digits without quotes",
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 100, "maximum": 599 })
    }
}

impl Scalar for bool {
    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError> {
        match (text, plain) {
            ("true", true) => Ok(true),
            ("false", true) => Ok(false),
            _ => Err(ScalarError::Form {
                expected: "`true` or `false`",
                help: "write `true` or `false`, without quotes",
            }),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        schemars::json_schema!({ "type": "boolean" })
    }
}

/// A code as it was typed; the provider decides whether it is a number.
#[derive(Debug, Clone)]
pub(crate) struct CodeText {
    pub(crate) text: String,
    /// The number, if it was typed as one.
    pub(crate) number: Option<u32>,
}

impl Scalar for CodeText {
    fn stand_in() -> Option<Self> {
        Some(Self { text: String::new(), number: None })
    }

    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError> {
        Ok(Self { text: String::parse(text, plain)?, number: decimal(text, plain) })
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        String::schema()
    }
}

/// The address of a page whose entries are named after a `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageAddress(pub(crate) String);

impl Scalar for PageAddress {
    fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
        let is_web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        if is_web && is_plain {
            return Ok(Self(text.to_owned()));
        }
        Err(ScalarError::Form {
            expected: "the address of a page",
            help: "write it from `https://` on, without spaces and without a `#`",
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^https?://[!-\"$-~]*$" })
    }
}

/// The first and last number of a group, as `2200-2299`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CodeRange {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Scalar for CodeRange {
    fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
        text.split_once('-')
            .and_then(|(first, last)| {
                Some(Self { first: decimal(first, true)?, last: decimal(last, true)? })
            })
            .filter(|range| range.first <= range.last)
            .ok_or(ScalarError::Form {
                expected: "a range of codes",
                help: "write the first and the last number, as in `2200-2299`",
            })
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(0|[1-9][0-9]*)-(0|[1-9][0-9]*)$" })
    }
}

/// The first word alone: the delay has a key of its own.
impl Scalar for Retry {
    fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
        let unknown = ScalarError::Word(Self::WORDS);
        if Self::WORDS.contains(&text) { text.parse().map_err(|_| unknown) } else { Err(unknown) }
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        crate::catalog::schema::words(Self::WORDS)
    }
}

impl Scalar for CodeType {
    fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
        text.parse().map_err(|_: InvalidValue| ScalarError::Word(Self::WORDS))
    }

    /// Any code is a text.
    fn stand_in() -> Option<Self> {
        Some(Self::String)
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema {
        crate::catalog::schema::words(Self::WORDS)
    }
}

macro_rules! word_scalars {
    ($($type:ty),+) => {$(
        impl Scalar for $type {
            fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
                text.parse().map_err(|error: InvalidValue| ScalarError::Word(error.words()))
            }

            #[cfg(feature = "schema")]
            fn schema() -> schemars::Schema {
                crate::catalog::schema::words(Self::WORDS)
            }
        }
    )+};
}

word_scalars!(Outcome, GrpcCode, Actor, Relation, ParamType, EnvelopeFormat, EnvelopeKind);

#[cfg(feature = "schema")]
impl<T: Scalar> schemars::JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Scalar".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::schema()
    }
}
