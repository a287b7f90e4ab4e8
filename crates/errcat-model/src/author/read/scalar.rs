//! Single values: exactly what was typed, or a finding.

use errcat::{HttpStatus, Retry};

use super::{FromNode, Reader};
use crate::author::yaml::Node;
use crate::catalog::{CodeType, Wanted, Words};
use crate::findings::shorten;
use crate::text::Spanned;
use crate::{Finding, Law, Place};

/// A value that is written as one piece of text.
pub(crate) trait Scalar: Sized {
    /// The values that the text can have.
    const FORM: Form;

    /// Reads a text of this form; `plain` is true if it was written without quotes.
    fn parse(text: &str, plain: bool) -> Option<Self>;

    /// Returns a value that breaks no law, for a mapping whose value is missing or unreadable.
    fn stand_in() -> Option<Self> {
        None
    }
}

/// The texts that are values of a type.
#[cfg_attr(not(feature = "tools"), allow(dead_code, reason = "only editors need the schema"))]
pub(crate) enum Form {
    /// Anything of this kind, with the next step for an author and the schema for an editor.
    Value { expected: &'static str, help: &'static str, schema: &'static str },
    /// A closed set of words.
    Words(&'static [&'static str]),
}

impl<'src, T: Scalar> FromNode<'src> for Spanned<T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        let Spanned { value: (text, plain), place } = reader.scalar(node)?;
        let value = T::parse(&text, plain);
        if value.is_none() {
            reader.misfit(&text, place, &T::FORM);
        }
        Some(Self { value: value?, place })
    }

    fn stand_in(place: Place) -> Option<Self> {
        T::stand_in().map(|value| Self { value, place })
    }

    fn gap(place: Place) -> Option<Self> {
        Self::stand_in(place)
    }
}

impl Reader<'_> {
    /// Reports a text that has another form.
    fn misfit(&mut self, text: &str, place: Place, form: &Form) {
        self.report(match form {
            Form::Value { expected, help, .. } => {
                let found = shorten(self.typed(place.span), 40);
                let message = format!("expected {expected}, found `{found}`");
                Finding::new(Law::WrongType, place, message, *help)
            }
            Form::Words(words) => {
                let message = format!("`{}` is not a word that is known here", shorten(text, 40));
                let help = format!("write one of {}", words.join(", "));
                Finding::new(Law::InvalidValue, place, message, help)
                    .did_you_mean(text, words.iter().copied())
            }
        });
    }
}

impl Scalar for String {
    const FORM: Form = Form::Value {
        expected: "a text",
        help: "write the text, or remove the key",
        // Numbers and booleans of YAML are read as they were typed.
        schema: r#"{ "type": ["string", "number", "boolean"], "pattern": "\\S" }"#,
    };

    fn parse(text: &str, _: bool) -> Option<Self> {
        (!text.trim().is_empty()).then(|| text.to_owned())
    }

    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }
}

/// A whole number in plain decimal digits: no sign, no leading zero, no exponent.
fn decimal(text: &str, plain: bool) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = text.len() > 1 && text.starts_with('0');
    if plain && digits && !leading_zero { text.parse().ok() } else { None }
}

impl Scalar for u32 {
    const FORM: Form = Form::Value {
        expected: "a whole number up to 4294967295",
        help: "write it in plain decimal digits, without quotes, sign or leading zeros",
        schema: r#"{ "type": "integer", "minimum": 0, "maximum": 4294967295 }"#,
    };

    fn parse(text: &str, plain: bool) -> Option<Self> {
        decimal(text, plain)
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
    const FORM: Form = Form::Value {
        expected: "an HTTP status",
        help: "write its number from 100 to 599, in plain digits without quotes",
        schema: r#"{ "type": "integer", "minimum": 100, "maximum": 599 }"#,
    };

    fn parse(text: &str, plain: bool) -> Option<Self> {
        decimal(text, plain).map(Self)
    }
}

impl Scalar for bool {
    const FORM: Form = Form::Value {
        expected: "`true` or `false`",
        help: "write `true` or `false`, without quotes",
        schema: r#"{ "type": "boolean" }"#,
    };

    fn parse(text: &str, plain: bool) -> Option<Self> {
        text.parse().ok().filter(|_| plain)
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
    const FORM: Form = String::FORM;

    fn parse(text: &str, plain: bool) -> Option<Self> {
        Some(Self { text: String::parse(text, plain)?, number: decimal(text, plain) })
    }

    fn stand_in() -> Option<Self> {
        Some(Self { text: String::new(), number: None })
    }
}

/// A JSON Pointer, which is empty for the whole; the checker reports one that is not well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pointer(pub(crate) String);

impl Scalar for Pointer {
    const FORM: Form = Form::Value {
        expected: "a JSON Pointer",
        help: "write it from its first `/` on, such as `/error/code`",
        schema: r#"{ "type": "string", "pattern": "^(/.*)?$" }"#,
    };

    fn parse(text: &str, _: bool) -> Option<Self> {
        Some(Self(text.to_owned()))
    }
}

impl Scalar for Wanted {
    const FORM: Form = Form::Value {
        expected: "a text, a number, a boolean, `present` or `absent`",
        help: "write the value as responses have it",
        schema: r#"{ "type": ["string", "number", "boolean"] }"#,
    };

    fn parse(text: &str, plain: bool) -> Option<Self> {
        let is_number = || {
            let digits = text.strip_prefix('-').unwrap_or(text);
            digits.starts_with(|first: char| first.is_ascii_digit()) && text.parse::<f64>().is_ok()
        };
        Some(match text {
            "present" if plain => Self::Present,
            "absent" if plain => Self::Absent,
            "true" | "false" if plain => Self::Plain(text.to_owned()),
            _ if plain && is_number() => Self::Plain(text.to_owned()),
            _ => Self::Text(text.to_owned()),
        })
    }
}

/// The address of a page whose entries are named after a `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageAddress(pub(crate) String);

impl Scalar for PageAddress {
    const FORM: Form = Form::Value {
        expected: "the address of a page",
        help: "write it from `https://` on, without spaces and without a `#`",
        schema: r#"{ "type": "string", "pattern": "^https?://[!-\"$-~]*$" }"#,
    };

    fn parse(text: &str, _: bool) -> Option<Self> {
        let is_web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        (is_web && is_plain).then(|| Self(text.to_owned()))
    }
}

/// The body of a response, which may be empty. The line end that a block adds is no part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body(pub(crate) String);

impl Scalar for Body {
    const FORM: Form = Form::Value {
        expected: "the body of a response",
        help: "write it as a text, on the lines after `body: |`",
        schema: r#"{ "type": ["string", "number", "boolean"] }"#,
    };

    fn parse(text: &str, _: bool) -> Option<Self> {
        Some(Self(text.strip_suffix('\n').unwrap_or(text).to_owned()))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(String::new()))
    }
}

/// The first and last number of a group, as `2200-2299`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct CodeRange {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Scalar for CodeRange {
    const FORM: Form = Form::Value {
        expected: "a range of codes",
        help: "write the first and the last number, as in `2200-2299`",
        schema: r#"{ "type": "string", "pattern": "^(0|[1-9][0-9]*)-(0|[1-9][0-9]*)$" }"#,
    };

    fn parse(text: &str, _: bool) -> Option<Self> {
        let (first, last) = text.split_once('-')?;
        let range = Self { first: decimal(first, true)?, last: decimal(last, true)? };
        (range.first <= range.last).then_some(range)
    }
}

impl Scalar for Retry {
    const FORM: Form = Form::Words(Self::WORDS);

    /// Reads the first word alone: the delay has a key of its own.
    fn parse(text: &str, _: bool) -> Option<Self> {
        if Self::WORDS.contains(&text) { text.parse().ok() } else { None }
    }
}

impl Scalar for CodeType {
    const FORM: Form = Form::Words(Self::WORDS);

    fn parse(text: &str, _: bool) -> Option<Self> {
        text.parse().ok()
    }

    /// Any code is a text.
    fn stand_in() -> Option<Self> {
        Some(Self::String)
    }
}

impl<T: Words> Scalar for T {
    const FORM: Form = Form::Words(T::WORDS);

    fn parse(text: &str, _: bool) -> Option<Self> {
        text.parse().ok()
    }
}
