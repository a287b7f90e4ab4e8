//! Tables of translations, one for every ordered pair of catalogs.

use errcat::Relation;

use crate::{Case, Catalog, Code, Meaning, Reference};

/// The equivalent of a code or case in another catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation<'a> {
    /// The code.
    pub code: &'a Code,
    /// Its case.
    pub case: &'a Case,
    /// The relation of the equivalent to the source.
    pub relation: Relation,
    /// The meaning in which the two meet. `None` for a translation by hand, and if several
    /// meanings of the source lie in several meanings of the target.
    pub via: Option<&'a Meaning>,
    /// The reason for a translation by hand.
    pub why: Option<&'a str>,
}

/// The equivalents of all codes of one catalog in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table<'a> {
    /// The catalog to translate.
    pub from: &'a Catalog,
    /// The catalog to translate into.
    pub into: &'a Catalog,
    /// A row for every code of [`Self::from`], in the same order.
    pub rows: Vec<Row<'a>>,
}

/// The equivalents of a code and each of its cases in another catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The code to translate.
    pub code: &'a Code,
    /// The equivalent while the case is not known; for a code with one case, that of the case.
    pub translation: Option<Translation<'a>>,
    /// The equivalent of each case, in the same order.
    pub cases: Vec<Option<Translation<'a>>>,
}

/// A translation in references, for scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The code, case or meaning to translate.
    #[cfg_attr(feature = "schema", schemars(with = "crate::catalog::schema::ReferenceWord"))]
    pub from: Reference<'a>,
    /// The id of the catalog to translate into.
    pub into: &'a str,
    /// The equivalent; for a code with several cases, the code alone.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<crate::catalog::schema::ReferenceWord>")
    )]
    pub to: Option<Reference<'a>>,
    /// The relation of the equivalent to the source.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<crate::catalog::schema::SchemaOf<Relation>>")
    )]
    pub relation: Option<Relation>,
    /// The id of the meaning in which the two meet.
    pub via: Option<&'a str>,
}

impl<'a> Table<'a> {
    /// Returns every case with its equivalent, in the order of [`Catalog::cases`].
    pub fn cases(&self) -> impl Iterator<Item = (&'a Code, &'a Case, Option<Translation<'a>>)> {
        self.rows.iter().flat_map(|row| {
            let cases = row.code.cases.iter().zip(&row.cases);
            cases.map(|(case, translation)| (row.code, case, *translation))
        })
    }

    /// Returns an entry for every case, after one for its code if that has several.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> {
        let (from, into) = (self.from, self.into);
        self.rows.iter().flat_map(move |Row { code, translation, cases }| {
            let whole = (cases.len() > 1).then_some((None, *translation));
            let cases = code.cases.iter().map(Some).zip(cases.iter().copied());
            let all = whole.into_iter().chain(cases);
            all.map(move |(case, to)| Entry::of_code(from, code, case, into, to))
        })
    }
}

impl<'a> Entry<'a> {
    /// Returns the entry of a code, or of its case if it is known.
    pub fn of_code(
        from: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: &'a Catalog,
        translation: Option<Translation<'a>>,
    ) -> Self {
        let Some(case) = case else {
            let mut entry = Self::new(Reference::of_code(from, code), into, translation);
            if let Some(to) = entry.to.as_mut().filter(|_| code.cases.len() > 1) {
                to.case = None;
            }
            return entry;
        };
        Self::new(Reference::of_case(from, code, case), into, translation)
    }

    /// Returns the entry of a meaning.
    pub fn of_meaning(
        from: &'a Meaning,
        into: &'a Catalog,
        translation: Option<Translation<'a>>,
    ) -> Self {
        let from = Reference { catalog: None, code: &from.id, case: None };
        Self::new(from, into, translation)
    }

    fn new(from: Reference<'a>, into: &'a Catalog, translation: Option<Translation<'a>>) -> Self {
        Self {
            from,
            into: &into.id,
            to: translation.map(|to| Reference::of_case(into, to.code, to.case)),
            relation: translation.map(|to| to.relation),
            via: translation.and_then(|to| Some(to.via?.id.as_str())),
        }
    }
}
