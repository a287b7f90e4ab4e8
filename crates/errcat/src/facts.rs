#[cfg(feature = "alloc")]
use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

/// Calls a macro with the list of facts, so that each is named and described once.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_facts {
    ($($callback:tt)*) => {
        $($callback)* {
            /// Success, notification or failure.
            outcome: $crate::Outcome,
            /// The HTTP status to answer with.
            http: $crate::HttpStatus,
            /// The gRPC code to answer with.
            grpc: $crate::GrpcCode,
            /// Whether to send the request again; the most cautious advice of several cases.
            retry: $crate::Retry,
            /// The one who has to act.
            actor: $crate::Actor,
        }
    };
}

pub(crate) use __with_facts as with_facts;

/// Declares the struct, and how serde reads and writes it.
macro_rules! facts {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// The facts of a code: how to answer and who has to act.
        ///
        /// The same struct describes a code, a case, a meaning, a range of numbers and an error.
        ///
        /// # Examples
        ///
        /// ```
        /// use errcat::{Actor, Facts, GrpcCode, HttpStatus, Outcome, Retry};
        ///
        /// let facts = Facts {
        ///     outcome: Outcome::Failure,
        ///     http: HttpStatus::new(404).unwrap(),
        ///     grpc: GrpcCode::NotFound,
        ///     retry: Retry::Never,
        ///     actor: Actor::Caller,
        /// };
        /// assert!(facts.outcome.is_failure());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct Facts {
            $($(#[$doc])+ pub $fact: $type,)+
        }

        #[cfg(feature = "serde")]
        const _: () = {
            use core::fmt;

            use serde_core::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
            use serde_core::ser::{Serialize, SerializeStruct as _, Serializer};

            const NAMES: &[&str] = &[$(stringify!($fact)),+];

            impl Serialize for Facts {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let mut fields = serializer.serialize_struct("Facts", NAMES.len())?;
                    $(fields.serialize_field(stringify!($fact), &self.$fact)?;)+
                    fields.end()
                }
            }

            impl<'de> Deserialize<'de> for Facts {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_struct("Facts", NAMES, FactsVisitor)
                }
            }

            struct FactsVisitor;

            impl<'de> Visitor<'de> for FactsVisitor {
                type Value = Facts;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the facts of a code")
                }

                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
                    $(let mut $fact = None;)+
                    while let Some(Name(name)) = map.next_key()? {
                        match name {
                            $(Some(stringify!($fact)) => $fact = Some(map.next_value()?),)+
                            _ => {
                                map.next_value::<IgnoredAny>()?;
                            }
                        }
                    }
                    Ok(Facts {
                        $($fact: $fact.ok_or_else(|| A::Error::missing_field(stringify!($fact)))?,)+
                    })
                }
            }

            /// The name of a fact, or `None` for any other key.
            struct Name(Option<&'static str>);

            impl<'de> Deserialize<'de> for Name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_identifier(NameVisitor)
                }
            }

            struct NameVisitor;

            impl Visitor<'_> for NameVisitor {
                type Value = Name;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the name of a fact")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<Name, E> {
                    Ok(Name(NAMES.iter().copied().find(|name| *name == text)))
                }
            }
        };
    };
}

with_facts!(facts!);

/// A type whose values are facts: how people read them.
pub trait Fact: Copy + fmt::Display + 'static {
    /// The label of the fact on a page, such as `who acts`.
    const LABEL: &'static str;

    /// The values that [`Self::explanation`] explains.
    const EXPLAINED: &'static [Self] = &[];

    /// Returns a clause for people who do not know the value, if it needs one.
    fn explanation(self) -> Option<impl fmt::Display> {
        None::<&str>
    }
}

/// A fact as people read it.
#[cfg(feature = "alloc")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// The name of the fact, as in YAML.
    pub name: &'static str,
    /// Its label on a page.
    pub label: &'static str,
    /// The value, as in YAML.
    pub value: String,
    /// A clause that explains the value, if it needs one.
    pub explanation: Option<String>,
}

#[cfg(feature = "alloc")]
impl FactLine {
    fn new<T: Fact>(name: &'static str, value: T) -> Self {
        let explanation = value.explanation().map(|clause| clause.to_string());
        Self { name, label: T::LABEL, value: value.to_string(), explanation }
    }
}

/// Declares the functions that list facts for people. All leave out the outcome, which they see in
/// other ways, such as the heading of a page.
#[cfg(feature = "alloc")]
macro_rules! lines {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// Returns the facts as people read them, except the outcome.
        pub fn fact_lines(facts: Facts) -> impl Iterator<Item = FactLine> {
            let lines = [$(FactLine::new(stringify!($fact), facts.$fact)),+];
            lines.into_iter().filter(|line| line.name != "outcome")
        }

        /// Returns the name and label of each fact except the outcome, with a line for each value
        /// that is explained.
        pub fn fact_legend() -> impl Iterator<Item = (&'static str, &'static str, Vec<FactLine>)> {
            let legend = [$({
                let line = |value: &$type| FactLine::new(stringify!($fact), *value);
                (stringify!($fact), <$type>::LABEL, <$type>::EXPLAINED.iter().map(line).collect())
            }),+];
            legend.into_iter().filter(|(name, ..)| *name != "outcome")
        }
    };
}

#[cfg(feature = "alloc")]
with_facts!(lines!);

/// Gives `Code` the methods of a list.
#[doc(hidden)]
#[macro_export]
macro_rules! __const_methods {
    ($($(#[$doc:meta])+ $name:ident: $type:ty,)+) => {
        impl Code {
            $(
                $(#[$doc])+
                #[inline]
                pub const fn $name(self) -> $type {
                    tables::TABLES.$name(self as usize)
                }
            )+
        }
    };
}
