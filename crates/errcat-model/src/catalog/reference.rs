//! References: how people and files name codes and cases.

use std::fmt;

use super::names;
use super::{Case, Catalog, Code};

/// The name of a code or case for people and files: `wapi:3201`,
/// `wix:Invalid domain#domain-restricted`.
///
/// # Examples
///
/// ```
/// use errcat_model::Reference;
///
/// let reference = Reference::parse("wix:Invalid domain#domain-restricted");
/// assert_eq!(reference.catalog, Some("wix"));
/// assert_eq!(reference.code, "Invalid domain");
/// assert_eq!(reference.case, Some("domain-restricted"));
/// assert_eq!(reference.to_string(), "wix:Invalid domain#domain-restricted");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference<'a> {
    /// The id of the catalog, if it is named.
    pub catalog: Option<&'a str>,
    /// The code, as it is on the wire.
    pub code: &'a str,
    /// The id of the case, if it is named.
    pub case: Option<&'a str>,
}

impl fmt::Display for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(catalog) = self.catalog {
            write!(f, "{catalog}:")?;
        }
        f.write_str(self.code)?;
        match self.case {
            Some(case) => write!(f, "#{case}"),
            None => Ok(()),
        }
    }
}

#[cfg(feature = "export")]
impl serde::Serialize for Reference<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'a> Reference<'a> {
    /// Returns the reference of a code.
    pub fn of_code(catalog: &'a Catalog, code: &'a Code) -> Self {
        Self { catalog: Some(&catalog.id), code: &code.code, case: None }
    }

    /// Returns the reference of a case, which is the reference of its code if it is the only one.
    pub fn of_case(catalog: &'a Catalog, code: &'a Code, case: &'a Case) -> Self {
        let id = (code.cases.len() > 1).then_some(case.id.as_str());
        Self { case: id, ..Self::of_code(catalog, code) }
    }

    /// Splits a reference into its parts. Every text is a reference, which may lead nowhere.
    pub fn parse(text: &'a str) -> Self {
        let (catalog, rest) = match text.split_once(':') {
            Some((catalog, rest)) if names::is_kebab(&catalog.to_ascii_lowercase()) => {
                (Some(catalog), rest)
            }
            _ => (None, text),
        };
        Self { catalog, ..Self::without_catalog(rest) }
    }

    /// Splits the part after the catalog.
    pub(crate) fn without_catalog(text: &'a str) -> Self {
        match text.rsplit_once('#') {
            Some((code, case)) if names::is_kebab(case) => {
                Self { catalog: None, code, case: Some(case) }
            }
            _ => Self { catalog: None, code: text, case: None },
        }
    }
}

/// A [`Reference`] that owns its texts and names its catalog.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FullReference {
    /// The id of the catalog.
    pub catalog: String,
    /// The code, as it is on the wire.
    pub code: String,
    /// The id of the case, if the code has several and one is meant.
    pub case: Option<String>,
}

impl FullReference {
    /// Returns the same reference with borrowed texts.
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

/// A code may contain `#` itself: the import, which knows all codes, decides whether a reference
/// names a code or a case.
#[cfg(feature = "export")]
impl<'de> serde::Deserialize<'de> for FullReference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let missing =
            || serde::de::Error::custom(format!("`{text}` is not a reference with a catalog"));
        // The id of a catalog has no colon, although a code may have one.
        let (catalog, rest) = text.split_once(':').ok_or_else(missing)?;
        let Reference { code, case, .. } = Reference::without_catalog(rest);
        let (code, case) = (code.to_owned(), case.map(str::to_owned));
        Ok(Self { catalog: catalog.to_owned(), code, case })
    }
}
