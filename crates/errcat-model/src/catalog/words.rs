//! Closed sets of words of the catalog.

/// Gives words their schema.
#[cfg(feature = "schema")]
macro_rules! words_in_schema {
    ($($type:ident),+) => {$(
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

pub(crate) use errcat::rt::words;

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

#[cfg(feature = "schema")]
words_in_schema!(CodeType, ParamType, EnvelopeFormat, LifecycleStage);
