//! Translations that are written by hand.

use errcat::Relation;

/// A relation that an author wrote because the hub cannot say it.
///
/// It belongs to a case, or to a code that has several, and leads to another catalog or comes from
/// one. [`Translator`](crate::translate::Translator) prefers it to the derived ones. It has no effect
/// if the other catalog is not loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "tools", derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "tools", serde(untagged))]
#[non_exhaustive]
pub enum Override {
    /// A target in another catalog.
    #[non_exhaustive]
    To {
        /// The reference of a code or case of another catalog.
        #[cfg_attr(feature = "tools", schemars(with = "super::schema::ReferenceWord"))]
        to: String,
        /// The relation of the target to this code or case.
        #[cfg_attr(feature = "tools", schemars(with = "super::schema::SchemaOf<Relation>"))]
        relation: Relation,
        /// The reason that a reviewer can agree or disagree with.
        why: String,
    },
    /// A source in another catalog.
    #[non_exhaustive]
    From {
        /// The reference of a code or case of another catalog.
        #[cfg_attr(feature = "tools", schemars(with = "super::schema::ReferenceWord"))]
        from: String,
        /// The relation of this code or case to the source.
        #[cfg_attr(feature = "tools", schemars(with = "super::schema::SchemaOf<Relation>"))]
        relation: Relation,
        /// The reason that a reviewer can agree or disagree with.
        why: String,
    },
    /// No target in another catalog that may be substituted.
    #[non_exhaustive]
    None {
        /// The id of the catalog.
        none: String,
        /// The reason that a reviewer can agree or disagree with.
        why: String,
    },
}
