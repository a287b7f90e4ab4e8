use core::fmt;

use crate::docs::Kebab;
use crate::table::Tables;
use crate::translation::{translate_case, translate_code};
use crate::{Catalog, CatalogFacts, Joined, Translation};

/// A code or case of any catalog, by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Named {
    /// The id of the catalog.
    pub catalog: &'static str,
    /// The code, as it is on the wire.
    pub code: &'static str,
    /// The Rust name of the case, where the code has several and one of them is meant.
    pub case: Option<&'static str>,
}

/// `wapi:3201`, or `wix:Invalid domain#domain-restricted`.
impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.catalog, self.code)?;
        match self.case {
            Some(case) => write!(f, "#{}", Kebab(case)),
            None => Ok(()),
        }
    }
}

/// What a reference names that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnknownReference {
    /// A catalog, in front of the colon or to translate into.
    Catalog,
    /// A code.
    Code,
    /// A case, behind the `#`.
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

/// A catalog and its translations, for questions whose catalogs are known only when they are asked.
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
    code: fn(u16) -> Option<Translation<u16>>,
    case: fn(u16) -> Option<Translation<u16>>,
}

impl AnyPair {
    /// The translations of one catalog into another one.
    pub const fn new<From: Joined<T>, T: Catalog>() -> Self {
        Self {
            into: T::ID,
            code: |code| Some(translate_code::<From, T>(code)?.map(CatalogFacts::index)),
            case: |case| Some(translate_case::<From, T>(case)?.map(CatalogFacts::index)),
        }
    }
}

impl AnyCatalog {
    /// A catalog with its translations.
    pub const fn new<C: Catalog>(pairs: &'static [AnyPair]) -> Self {
        Self { tables: <C::Code as CatalogFacts>::TABLES, pairs }
    }

    /// The code that a reference names, and its case where that is named or the only one.
    fn find(&self, text: &str) -> Result<(u16, Option<u16>), UnknownReference> {
        if let Some(code) = self.code(text) {
            let (first, end) = self.tables.cases_of_code(code);
            let only = (end - first == 1).then_some(first).and_then(|case| case.try_into().ok());
            return Ok((code, only));
        }
        let (code, case) = text.rsplit_once('#').ok_or(UnknownReference::Code)?;
        let code = self.code(code).ok_or(UnknownReference::Code)?;
        let (first, end) = self.tables.cases_of_code(code);
        let cases = (first..end).filter_map(|case| u16::try_from(case).ok());
        let mut named = cases.filter(|number| is_id(case, self.case_name(*number)));
        named.next().map(|number| (code, Some(number))).ok_or(UnknownReference::Case)
    }

    fn code(&self, text: &str) -> Option<u16> {
        self.tables.find(text)?.try_into().ok()
    }

    fn case_name(&self, case: u16) -> &'static str {
        self.tables.name(self.tables.row_of_case(case))
    }

    fn named(&self, code: u16, case: Option<u16>) -> Named {
        let (first, end) = self.tables.cases_of_code(code);
        let case = case.filter(|_| end - first > 1).map(|case| self.case_name(case));
        Named { catalog: self.tables.id, code: self.tables.code(code), case }
    }
}

/// Whether an id is that of a case with a Rust name: words of the one are parted by hyphens, those
/// of the other by capitals.
fn is_id(id: &str, name: &str) -> bool {
    let letters = id.bytes().filter(|byte| *byte != b'-');
    letters.eq(name.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// Translates what a reference names.
#[doc(hidden)]
pub fn translate(
    catalogs: &[AnyCatalog],
    reference: &str,
    into: &str,
) -> Result<Option<Translation<Named>>, UnknownReference> {
    let catalog =
        |id: &str| catalogs.iter().find(|any| any.tables.id == id).ok_or(UnknownReference::Catalog);
    let (from, text) = reference.split_once(':').ok_or(UnknownReference::Catalog)?;
    let (from, into) = (catalog(from)?, catalog(into)?);
    let (code, case) = from.find(text)?;
    // A catalog is not translated into itself.
    let Some(pair) = from.pairs.iter().find(|pair| pair.into == into.tables.id) else {
        return Ok(None);
    };
    let Some(case) = case else {
        return Ok((pair.code)(code).map(|found| found.map(|target| into.named(target, None))));
    };
    let named = |target| {
        let code = u16::try_from(into.tables.code_of_case(target)).unwrap_or(u16::MAX);
        into.named(code, Some(target))
    };
    Ok((pair.case)(case).map(|found| found.map(named)))
}
