//! Closed sets of words that are written the same in YAML, in JSON and on a terminal.

use core::fmt;

/// A text that is not one of the words of a closed set.
///
/// # Examples
///
/// ```
/// let error = "maybe".parse::<errcat::Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of never, after-fix, later, query");
/// assert_eq!(error.expected(), ["never", "after-fix", "later", "query"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    expected: &'static [&'static str],
}

impl UnknownWord {
    /// An error for a set of words that is defined outside of this crate.
    pub const fn new(expected: &'static [&'static str]) -> Self {
        Self { expected }
    }

    /// The words that would have been understood.
    pub const fn expected(&self) -> &'static [&'static str] {
        self.expected
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of ")?;
        for (index, word) in self.expected.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}

/// Gives a fieldless enum its words: `ALL`, `WORDS`, `as_str`, `Display` and `FromStr`.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal,)+ }) => {
        impl $type {
            /// All values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words for [`Self::ALL`], in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The value that a generated table holds as a byte. A table is only ever written from
            /// such values; any other byte, which only a hand could write, is the first value.
            #[inline]
            #[allow(dead_code, reason = "tables hold some of these types")]
            pub(crate) const fn of_byte(byte: u8) -> Self {
                $(if byte == Self::$variant as u8 {
                    return Self::$variant;
                })+
                [$(Self::$variant),+][0]
            }

            /// The word that stands for this value in YAML, in JSON and on a terminal.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $type {
            type Err = $crate::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownWord::new(Self::WORDS)),
                }
            }
        }
    };
}

pub(crate) use words;
