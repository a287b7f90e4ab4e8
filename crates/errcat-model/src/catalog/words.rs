//! Closed sets of words of the catalog.

/// Gives a fieldless enum its words: `ALL`, `WORDS`, `as_str`, `Display` and `FromStr`.
macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal,)+ }) => {
        impl $type {
            /// All values, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words for [`Self::ALL`], in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Returns the word for this value in YAML, in JSON and on a terminal.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = errcat::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(errcat::UnknownWord::new(Self::WORDS)),
                }
            }
        }
    };
}

/// Writes words to JSON and reads them back.
macro_rules! words_in_json {
    ($($type:ident),+) => {$(
        #[cfg(feature = "export")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "export")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                super::schema::words(Self::WORDS)
            }
        }
    )+};
}

pub(crate) use words;

/// The type of the codes of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeType {
    /// Whole numbers.
    Integer,
    /// Texts.
    String,
}

words!(CodeType {
    Integer = "integer",
    String = "string",
});

/// The kind of text that the values of a parameter are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamType {
    /// Any text.
    String,
    /// A domain name.
    Domain,
    /// A GUID.
    Guid,
    /// A whole number.
    Integer,
}

words!(ParamType {
    String = "string",
    Domain = "domain",
    Guid = "guid",
    Integer = "integer",
});

/// The format of a response body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnvelopeFormat {
    /// JSON.
    Json,
    /// XML; a pointer names elements, and `@name` an attribute.
    Xml,
}

words!(EnvelopeFormat {
    Json = "json",
    Xml = "xml",
});

/// The stage of the end of a code's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifecycleStage {
    /// Still sent, not to be relied on.
    Deprecated,
    /// No longer sent, never reused, still explained.
    Retired,
}

words!(LifecycleStage {
    Deprecated = "deprecated",
    Retired = "retired",
});

words_in_json!(CodeType, ParamType, EnvelopeFormat, LifecycleStage);
