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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

#[cfg(feature = "tools")]
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
        match rest.rsplit_once('#') {
            Some((code, case)) if names::is_kebab(&case.to_ascii_lowercase()) => {
                Self { catalog, code, case: Some(case) }
            }
            _ => Self { catalog, code: rest, case: None },
        }
    }
}
