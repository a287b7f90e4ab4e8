//! The tables of translations, one for every ordered pair of catalogs.

use errcat::Relation;

use crate::{Case, Catalog, Code, Meaning, Reference};

/// What stands for a code or case in another catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation<'a> {
    /// The code to answer with.
    pub code: &'a Code,
    /// Its case.
    pub case: &'a Case,
    /// How faithful it is.
    pub relation: Relation,
    /// The meaning in which the two meet. Nothing for a translation by hand, and where the
    /// several meanings of a source lie in several meanings of the target.
    pub via: Option<&'a Meaning>,
    /// Why, for a translation by hand.
    pub why: Option<&'a str>,
}

/// Everything that one catalog is in another one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table<'a> {
    /// The catalog that is translated.
    pub from: &'a Catalog,
    /// The catalog that it is translated into.
    pub into: &'a Catalog,
    /// A row for every code of [`Self::from`], in its order.
    pub rows: Vec<Row<'a>>,
}

/// What a code and each of its cases are in another catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The code that is translated.
    pub code: &'a Code,
    /// What it is while its case is not known; for a code with one case, that case's answer.
    pub translation: Option<Translation<'a>>,
    /// What each of its cases is, in their order.
    pub cases: Vec<Option<Translation<'a>>>,
}

/// A translation as scripts want it: in references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry<'a> {
    /// What is translated.
    #[cfg_attr(feature = "schema", schemars(with = "crate::FullReference"))]
    pub from: Reference<'a>,
    /// The id of the catalog that it is translated into.
    pub into: &'a str,
    /// What it is there; for a code with several cases, the code alone.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::FullReference>"))]
    pub to: Option<Reference<'a>>,
    /// How faithful that is.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::span::Spanned<Relation>>"))]
    pub relation: Option<Relation>,
    /// The id of the meaning in which the two meet.
    pub via: Option<&'a str>,
}

impl<'a> Table<'a> {
    /// Every case with what it is in the other catalog, in the order of [`Catalog::cases`].
    pub fn cases(&self) -> impl Iterator<Item = (&'a Code, &'a Case, Option<Translation<'a>>)> {
        self.rows.iter().flat_map(|row| {
            let cases = row.code.cases.iter().zip(&row.cases);
            cases.map(|(case, translation)| (row.code, case, *translation))
        })
    }

    /// An entry for every case; for a code with several, one for the code before them.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> {
        self.rows.iter().flat_map(|row| {
            let (from, into) = (self.from, self.into);
            let code = (row.cases.len() > 1)
                .then(|| Entry::of_code(from, row.code, into, row.translation));
            let cases = row.code.cases.iter().zip(&row.cases).map(|(case, translation)| {
                Entry::of_case(from, row.code, case, into, *translation)
            });
            code.into_iter().chain(cases)
        })
    }
}

impl<'a> Entry<'a> {
    /// What a code is while its case is not known.
    pub fn of_code(
        from: &'a Catalog,
        code: &'a Code,
        into: &'a Catalog,
        translation: Option<Translation<'a>>,
    ) -> Self {
        let entry = Self::new(Reference::of_code(from, code), into, translation);
        if code.cases.len() > 1 { entry.without_case() } else { entry }
    }

    /// What a case is.
    pub fn of_case(
        from: &'a Catalog,
        code: &'a Code,
        case: &'a Case,
        into: &'a Catalog,
        translation: Option<Translation<'a>>,
    ) -> Self {
        Self::new(Reference::of_case(from, code, case), into, translation)
    }

    /// What a meaning is.
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

    fn without_case(self) -> Self {
        Self { to: self.to.map(|to| Reference { case: None, ..to }), ..self }
    }
}
