//! Translations that are written by hand.

use std::fmt;

use errcat::Relation;

use crate::Reference;

/// A translation that an author wrote, because the hub's answer is not the right one.
///
/// It stands with a case, or with a code that has several, and leads to another catalog or comes
/// from there. [`crate::translate::Translator`] puts it in the place of what it would derive; one whose
/// other catalog is not read changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "export", serde(untagged))]
#[non_exhaustive]
pub enum Override {
    /// What this becomes.
    #[non_exhaustive]
    To {
        /// The code or case of another catalog.
        to: FullReference,
        /// How faithful that is.
        #[cfg_attr(feature = "schema", schemars(with = "crate::span::Spanned<Relation>"))]
        relation: Relation,
        /// Why the hub's answer is not taken.
        why: String,
    },
    /// What becomes this.
    #[non_exhaustive]
    From {
        /// The code or case of another catalog; a code with several cases stands for each of them.
        from: FullReference,
        /// How faithful this is to it.
        #[cfg_attr(feature = "schema", schemars(with = "crate::span::Spanned<Relation>"))]
        relation: Relation,
        /// Why the hub's answer is not taken.
        why: String,
    },
    /// A catalog has nothing for this.
    #[non_exhaustive]
    None {
        /// The id of the catalog.
        none: String,
        /// Why the hub's answer is not taken.
        why: String,
    },
}

/// A [`Reference`] with its own texts, which names its catalog.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FullReference {
    /// The id of the catalog.
    pub catalog: String,
    /// The code, as it is on the wire.
    pub code: String,
    /// The id of the case, where the code has several and one is meant.
    pub case: Option<String>,
}

impl FullReference {
    /// The same without texts of its own.
    pub fn as_reference(&self) -> Reference<'_> {
        Reference { catalog: Some(&self.catalog), code: &self.code, case: self.case.as_deref() }
    }
}

impl fmt::Display for FullReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_reference().fmt(f)
    }
}

#[cfg(feature = "export")]
impl serde::Serialize for FullReference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_reference().serialize(serializer)
    }
}

/// What leads to a code or to its case is decided where all codes are known.
#[cfg(feature = "export")]
impl<'de> serde::Deserialize<'de> for FullReference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let missing =
            || serde::de::Error::custom(format!("`{text}` is no reference that names its catalog"));
        // Ids of catalogs hold no colon, whatever a code holds.
        let (catalog, rest) = text.split_once(':').ok_or_else(missing)?;
        let Reference { code, case, .. } = Reference::without_catalog(rest);
        let (code, case) = (code.to_owned(), case.map(str::to_owned));
        Ok(Self { catalog: catalog.to_owned(), code, case })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FullReference {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Reference".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::schema::reference()
    }
}
