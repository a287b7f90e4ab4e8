//! Closed sets of words of the catalog.

use std::str::FromStr;

use errcat::rt::wire::{Counts, EnvelopeKind};
use errcat::{Actor, Basis, GrpcCode, Outcome, Relation};

use super::BodyFormat;

pub(crate) use errcat::rt::words;

/// A closed set of words that authors write and the export has.
pub(crate) trait Words: FromStr {
    const WORDS: &'static [&'static str];
}

macro_rules! words_of {
    ($($type:ident),+) => {$(
        impl Words for $type {
            const WORDS: &'static [&'static str] = Self::WORDS;
        }
    )+};
}

words_of!(Actor, Basis, BodyFormat, Counts, EnvelopeKind, GrpcCode, Outcome, ParamType, Relation);

words! {
    /// The type of the codes of a provider.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum CodeType {
        /// Whole numbers.
        Integer = "integer",
        /// Texts.
        String = "string",
    }

    /// The kind of text that the values of a parameter are.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum ParamType {
        /// Any text.
        String = "string",
        /// A domain name.
        Domain = "domain",
        /// A GUID.
        Guid = "guid",
        /// A whole number.
        Integer = "integer",
    }

    /// The stage of the end of a code's life.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum LifecycleStage {
        /// Still sent, not to be relied on.
        Deprecated = "deprecated",
        /// No longer sent, never reused, still explained.
        Retired = "retired",
    }

    /// How faithfully a code represents a meaning.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat_model::MeaningRelation;
    ///
    /// assert_eq!("kind-of".parse(), Ok(MeaningRelation::KindOf));
    /// assert!(MeaningRelation::Like.needs_reason());
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum MeaningRelation {
        /// The code has exactly this meaning.
        Is = "is",
        /// The code is more specific than the meaning.
        KindOf = "kind-of",
        /// The code is wider: it can have any of several meanings.
        Covers = "covers",
        /// The code is close to the meaning but differs from it.
        Like = "like",
    }
}

impl MeaningRelation {
    /// Returns whether a catalog has to say why it claims this relation.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Covers | Self::Like)
    }

    /// Returns the relation as words that precede the meaning.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat_model::MeaningRelation::KindOf.description(), "a kind of");
    /// ```
    pub const fn description(self) -> &'static str {
        match self {
            Self::Is => "exactly",
            Self::KindOf => "a kind of",
            Self::Covers => "can mean",
            Self::Like => "close to",
        }
    }
}
