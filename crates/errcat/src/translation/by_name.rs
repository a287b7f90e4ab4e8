//! Translation between catalogs whose names are known only at run time.

use core::fmt;

use super::{TranslatesTo, Translation};
use crate::code::is_written;
use crate::table::Tables;
use crate::table::docs::kebab;
use crate::{Case, CatalogCode};

/// A code or case of any catalog, by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CodeRef {
    /// The id of the catalog.
    pub catalog: &'static str,
    /// The code, as it is on the wire.
    pub code: &'static str,
    /// The id of the case, if the code has several and one of them is meant.
    pub case: Option<&'static str>,
}

/// Writes a reference: `wapi:3201`, or `wix:Invalid domain#domain-restricted`.
impl fmt::Display for CodeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.catalog, self.code)?;
        match self.case {
            Some(case) => write!(f, "#{case}"),
            None => Ok(()),
        }
    }
}

/// The part of a reference that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnknownReference {
    /// The catalog before the colon, or the one to translate into.
    Catalog,
    /// The code.
    Code,
    /// The case after the `#`.
    Case,
}

impl fmt::Display for UnknownReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Catalog => "there is no such catalog",
            Self::Code => "the catalog has no such code",
            Self::Case => "the code has no such case",
        })
    }
}

impl core::error::Error for UnknownReference {}

/// A catalog and its translations.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct AnyCatalog {
    tables: Tables,
    pairs: &'static [AnyPair],
}

/// The translations into one catalog.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct AnyPair {
    into: &'static str,
    case: fn(usize) -> Option<Translation<usize>>,
}

impl AnyPair {
    /// Lists the translations of one catalog into another.
    pub const fn new<C: TranslatesTo<T>, T: CatalogCode>() -> Self {
        Self {
            into: T::CATALOG,
            case: |row| Some(Case::<C>::from_row(row).translate()?.map(|case| case.row().into())),
        }
    }
}

impl AnyCatalog {
    /// Lists a catalog with its translations.
    pub const fn new<C: CatalogCode>(pairs: &'static [AnyPair]) -> Self {
        Self { tables: C::TABLES, pairs }
    }

    /// Returns the row of the code or case that a reference names.
    fn find(&self, text: &str) -> Result<usize, UnknownReference> {
        if let Some(code) = self.tables.find(text) {
            let (first, end) = self.tables.cases_of_code(code);
            return Ok(if end - first == 1 { first } else { code });
        }
        let (code, case) = text.rsplit_once('#').ok_or(UnknownReference::Code)?;
        let code = self.tables.find(code).ok_or(UnknownReference::Code)?;
        let (first, end) = self.tables.cases_of_code(code);
        (first..end).find(|row| self.is_called(*row, case)).ok_or(UnknownReference::Case)
    }

    fn is_called(&self, row: usize, id: &str) -> bool {
        match row.checked_sub(self.tables.codes()).and_then(|case| self.tables.cases.get(case)) {
            Some(case) => case.id == id,
            None => is_written(id, kebab(self.tables.name(row))),
        }
    }

    /// Returns the reference of a row; `is_code` says that no case of it is meant.
    fn reference(&self, row: usize, is_code: bool) -> CodeRef {
        let (first, end) = self.tables.cases_of_code(self.tables.code_of_case(row));
        let case = row.checked_sub(self.tables.codes()).filter(|_| !is_code && end - first > 1);
        let case = case.and_then(|case| self.tables.cases.get(case));
        CodeRef {
            catalog: self.tables.id,
            code: self.tables.code(row),
            case: case.map(|case| case.id),
        }
    }
}

/// Translates what a reference names.
#[doc(hidden)]
pub fn translate(
    catalogs: &[AnyCatalog],
    reference: &str,
    into: &str,
) -> Result<Option<Translation<CodeRef>>, UnknownReference> {
    let catalog =
        |id: &str| catalogs.iter().find(|any| any.tables.id == id).ok_or(UnknownReference::Catalog);
    let (from, text) = reference.split_once(':').ok_or(UnknownReference::Catalog)?;
    let (from, into) = (catalog(from)?, catalog(into)?);
    let row = from.find(text)?;
    // A code with several cases is translated into a code, whatever its case.
    let (first, _) = from.tables.cases_of_code(from.tables.code_of_case(row));
    let is_code = row < from.tables.codes() && row != first;
    // A catalog is not translated into itself.
    let pair = from.pairs.iter().find(|pair| pair.into == into.tables.id);
    let found = pair.and_then(|pair| (pair.case)(row));
    Ok(found.map(|found| found.map(|target| into.reference(target, is_code))))
}
