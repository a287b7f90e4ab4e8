//! Closed sets of words in provider.yaml.

use errcat::InvalidValue;

/// Gives a fieldless enum its words.
macro_rules! words {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $type {
            $($(#[$doc])* $variant,)+
        }

        impl $type {
            pub(crate) const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for it in YAML and JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

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
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }

        impl std::str::FromStr for $type {
            type Err = InvalidValue;

            fn from_str(text: &str) -> Result<Self, InvalidValue> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(errcat::rt::one_of(Self::WORDS)),
                }
            }
        }
    };
}

words! {
    /// What the codes of a provider are.
    CodeType {
        /// Whole numbers.
        Integer = "integer",
        /// Texts.
        String = "string",
    }
}

words! {
    /// What kind of text the values of a parameter are.
    ParamType {
        /// Any text.
        String = "string",
        /// A domain name.
        Domain = "domain",
        /// A GUID.
        Guid = "guid",
        /// A whole number.
        Integer = "integer",
    }
}

words! {
    /// The format of a response body.
    EnvelopeFormat {
        /// JSON.
        Json = "json",
        /// XML; a pointer names elements, and `@name` an attribute.
        Xml = "xml",
    }
}
