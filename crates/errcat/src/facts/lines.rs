//! Facts as people read them.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::Fact;
use crate::Facts;

/// A fact as people read it.
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

impl FactLine {
    fn new<T: Fact>(name: &'static str, value: T) -> Self {
        let explanation = value.explanation().map(|clause| clause.to_string());
        Self { name, label: T::LABEL, value: value.to_string(), explanation }
    }
}

/// Declares the functions that list facts for people. All leave out the outcome, which they see in
/// other ways, such as the heading of a page.
macro_rules! lines {
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
        /// Returns the facts as people read them, except the outcome.
        pub fn fact_lines(facts: Facts) -> impl Iterator<Item = FactLine> {
            let lines = [$(FactLine::new(stringify!($fact), facts.$fact)),+];
            lines.into_iter().filter(|line| line.name != "outcome")
        }

        /// Returns the name and label of each fact except the outcome, and the values that need an
        /// explanation, each with it.
        pub fn fact_legend()
        -> impl Iterator<Item = (&'static str, &'static str, Vec<(String, String)>)> {
            let legend = [$({
                let explained = <$type>::EXPLAINED.iter().filter_map(|value| {
                    Some((value.to_string(), value.explanation()?.to_string()))
                });
                (stringify!($fact), <$type>::LABEL, explained.collect())
            }),+];
            legend.into_iter().filter(|(name, ..)| *name != "outcome")
        }
    };
}

super::with_facts!(lines!);
