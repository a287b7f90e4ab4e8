//! Single values: what was typed is what is meant, or an error.

use errcat::rt::MeaningRelation;
use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, InvalidValue, Outcome, Relation};

use super::{FromNode, Reader};
use crate::catalog::{CodeType, EnvelopeFormat, ParamType};
use crate::finding::shorten;
use crate::span::Spanned;
use crate::yaml::Node;
use crate::{Finding, Law, Place};

/// A value that is written as one piece of text.
pub(crate) trait Scalar: Sized {
    /// Reads the text; `plain` tells whether it stood without quotes.
    fn parse(text: &str, plain: bool) -> Result<Self, ScalarError>;

    /// A value that breaks no law, for a mapping whose own is missing or unreadable.
    fn stand_in() -> Option<Self> {
        None
    }

    #[cfg(feature = "schema")]
    fn schema() -> schemars::Schema;
}

/// Why a text is not the value that is asked for.
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
                reader.report(Finding::new(Law::WrongType, place, message).help(help));
                None
            }
            Err(ScalarError::Word(words)) => {
                let message = format!("`{}` is not a word that is known here", shorten(&text, 40));
                reader.report(
                    Finding::new(Law::InvalidValue, place, message)
                        .help(format!("write one of {}", words.join(", ")))
                        .did_you_mean(&text, words.iter().copied()),
                );
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
        // What YAML takes for a number or boolean is read as it was typed.
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

/// What stands where an HTTP status should; whether it is one is for the checker to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HttpNumber(pub(crate) u32);

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

/// A code as it was typed: whether that is a number depends on the provider.
#[derive(Debug, Clone)]
pub(crate) struct CodeText {
    pub(crate) text: String,
    /// The number, where it was typed as one.
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

/// The address of a page that has entries with names, which are put behind a `#`.
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

/// The first word of a [`errcat::Retry`]; the delay has a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryWord {
    Never,
    AfterFix,
    Later,
    Query,
}

impl std::str::FromStr for RetryWord {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        match text {
            "never" => Ok(Self::Never),
            "after-fix" => Ok(Self::AfterFix),
            "later" => Ok(Self::Later),
            "query" => Ok(Self::Query),
            _ => Err(errcat::rt::one_of(errcat::Retry::WORDS)),
        }
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
        schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
    }
}

/// Closed sets of words: their type knows the words.
macro_rules! word_scalars {
    ($($type:ty = $words:expr,)+) => {$(
        impl Scalar for $type {
            fn parse(text: &str, _: bool) -> Result<Self, ScalarError> {
                text.parse().map_err(|_: InvalidValue| ScalarError::Word($words))
            }

            #[cfg(feature = "schema")]
            fn schema() -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": $words })
            }
        }
    )+};
}

word_scalars! {
    Outcome = Outcome::WORDS,
    GrpcCode = GrpcCode::WORDS,
    Actor = Actor::WORDS,
    Relation = Relation::WORDS,
    RetryWord = errcat::Retry::WORDS,
    MeaningRelation = MeaningRelation::WORDS,
    ParamType = ParamType::WORDS,
    EnvelopeFormat = EnvelopeFormat::WORDS,
    EnvelopeKind = EnvelopeKind::WORDS,
}

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
