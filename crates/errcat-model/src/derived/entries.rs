//! The equivalents of each code and the answers to it, in references, for scripts.

use std::collections::HashSet;

use errcat::Relation;

use super::answers::{self, Answer};
use super::translate::{Row, Translation, Translator};
use crate::{BrokenLaw, ByAudience, Case, Catalog, Code, Meaning, Reference};

/// The equivalents of a code, case or meaning in a catalog, and the answers in its words.
#[derive(Debug, Clone, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The code, case or meaning to translate.
    #[schemars(with = "crate::catalog::schema::ReferenceWord")]
    pub from: Reference<'a>,
    /// The id of the catalog to translate into.
    pub into: &'a str,
    /// The best equivalent that may be substituted; for a code with several cases, the code alone.
    #[schemars(with = "Option<crate::catalog::schema::ReferenceWord>")]
    pub to: Option<Reference<'a>>,
    /// The relation of that equivalent to the source.
    #[schemars(with = "Option<crate::catalog::schema::SchemaOf<Relation>>")]
    pub relation: Option<Relation>,
    /// The id of the meaning in which the two meet.
    pub via: Option<&'a str>,
    /// All equivalents, best first, with those that nobody should substitute.
    pub equivalents: Vec<Equivalent<'a>>,
    /// The answers of a service in the words of the catalog; a meaning has none.
    pub answer: Option<ByAudience<Answer<'a>>>,
}

/// An equivalent in another catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[non_exhaustive]
pub struct Equivalent<'a> {
    /// The code or case; for a code with several cases, the code alone.
    #[schemars(with = "crate::catalog::schema::ReferenceWord")]
    pub to: Reference<'a>,
    /// Its relation to the source.
    #[schemars(with = "crate::catalog::schema::SchemaOf<Relation>")]
    pub relation: Relation,
    /// The id of the meaning in which the two meet.
    pub via: Option<&'a str>,
    /// The reason for a relation by hand.
    pub why: Option<&'a str>,
}

impl Entry<'_> {
    /// Drops every equivalent that says anything else.
    pub fn only_exact(&mut self) {
        self.equivalents.retain(|one| one.relation.is_exact());
        if !self.relation.is_some_and(Relation::is_exact) {
            (self.to, self.relation, self.via) = (None, None, None);
        }
    }
}

impl<'a> Entry<'a> {
    /// Returns the entry of a code, or of its case if it is known.
    pub fn of_code(
        translator: &Translator<'a>,
        (from, code, case): Subject<'a>,
        into: &'a Catalog,
    ) -> Result<Self, BrokenLaw> {
        let best = translator.code(from, code, case, &into.id);
        let all = translator.equivalents(from, code, case, &into.id);
        let is_whole = case.is_none() && code.cases.len() > 1;
        let reference = match case {
            Some(case) => Reference::of_case(from, code, case),
            None => Reference::of_code(from, code),
        };
        let answer = Some(answers::of(translator, (from, code, case), into)?);
        Ok(Self { answer, ..entry(reference, into, is_whole, best, all) })
    }

    /// Returns the entry of a meaning.
    pub fn of_meaning(
        translator: &Translator<'a>,
        meaning: &'a Meaning,
        into: &'a Catalog,
    ) -> Self {
        let from = Reference { catalog: None, code: &meaning.id, case: None };
        let all = translator.equivalents_of_meaning(meaning, &into.id);
        entry(from, into, false, translator.meaning(meaning, &into.id), all)
    }
}

/// A code, and its case if it is known.
pub type Subject<'a> = (&'a Catalog, &'a Code, Option<&'a Case>);

/// Returns the entries of every code and case in every other catalog: for a code with several cases,
/// one for itself before its cases.
pub fn all<'a>(translator: &Translator<'a>) -> Result<Vec<Entry<'a>>, BrokenLaw> {
    let mut entries = Vec::new();
    for table in translator.tables() {
        for Row { code, cases, .. } in table.rows {
            let whole = (cases.len() > 1).then_some(None);
            for case in whole.into_iter().chain(code.cases.iter().map(Some)) {
                entries.push(Entry::of_code(translator, (table.from, code, case), table.into)?);
            }
        }
    }
    Ok(entries)
}

fn entry<'a>(
    from: Reference<'a>,
    into: &'a Catalog,
    is_whole: bool,
    best: Option<Translation<'a>>,
    all: Vec<Translation<'a>>,
) -> Entry<'a> {
    let to = |to: Translation<'a>| {
        let reference = Reference::of_case(into, to.code, to.case);
        let case = reference.case.filter(|_| !is_whole);
        let via = to.via.map(|meaning| meaning.id.as_str());
        let (relation, why) = (to.relation, to.why);
        Equivalent { to: Reference { case, ..reference }, relation, via, why }
    };
    let best = best.map(to);
    let mut known = HashSet::new();
    Entry {
        from,
        into: &into.id,
        to: best.map(|best| best.to),
        relation: best.map(|best| best.relation),
        via: best.and_then(|best| best.via),
        equivalents: all.into_iter().map(to).filter(|one| known.insert(one.to)).collect(),
        answer: None,
    }
}
