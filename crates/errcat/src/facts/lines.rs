//! Facts as people read them.

#[cfg(feature = "alloc")]
use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

#[cfg(feature = "alloc")]
use crate::Facts;

/// A type whose values are facts: how people read them.
pub trait Fact: Copy + fmt::Display + 'static {
    /// The label of the fact on a page, such as `who acts`.
    const LABEL: &'static str;

    /// The values that [`Self::explanation`] explains, those with a number once, with 0.
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
super::with_facts!(lines!);
