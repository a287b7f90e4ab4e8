//! A checked catalog as rows of facts and texts: the content of a table, before it is one.

use std::collections::HashMap;

use errcat::Facts;
use errcat_model::profiles::{self, Profile};
use errcat_model::{Case, Catalog, CatalogSet, Code, Meaning, Tell};

use crate::error::EmitError;

/// The facts and texts of a code or of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) code: &'a str,
    pub(crate) name: &'a str,
    pub(crate) message: &'a str,
    pub(crate) cause: &'a str,
    pub(crate) action: &'a str,
    /// The sentence, if it is not the sentence of the meaning.
    pub(crate) tell: Option<&'a Tell>,
    pub(crate) facts: Facts,
    pub(crate) meaning: &'a Meaning,
    pub(crate) group: usize,
}

/// A case with a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnCase<'a> {
    /// The row of its code.
    pub(crate) code: usize,
    pub(crate) id: &'a str,
}

/// A range of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Range<'a> {
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) row: Row<'a>,
}

/// All rows of a catalog.
#[derive(Debug, Default)]
pub(crate) struct Rows<'a> {
    /// A row for each code, then one for each of [`Self::own_cases`].
    pub(crate) all: Vec<Row<'a>>,
    /// The cases that do not share the row of their code, in the order of their codes.
    pub(crate) own_cases: Vec<OwnCase<'a>>,
    /// The row of each case, in the order of [`Catalog::cases`].
    pub(crate) of_cases: Vec<usize>,
    /// The ranges, the narrowest first.
    pub(crate) ranges: Vec<Range<'a>>,
}

impl Rows<'_> {
    /// Returns all rows, and those of ranges after them.
    pub(crate) fn with_ranges(&self) -> impl Iterator<Item = &Row<'_>> {
        self.all.iter().chain(self.ranges.iter().map(|range| &range.row))
    }
}

impl<'a> Rows<'a> {
    pub(crate) fn new(set: &'a CatalogSet, catalog: &'a Catalog) -> Result<Self, EmitError> {
        let mut rows = Self::default();
        let mut own = Vec::new();
        let groups: HashMap<&str, usize> =
            catalog.groups.iter().enumerate().map(|(index, group)| (&*group.id, index)).collect();
        for (index, code) in catalog.codes.iter().enumerate() {
            let group = group_of(&groups, &code.group)?;
            let cases = code.cases.iter().map(|case| case_row(set, code, case, group));
            let cases = cases.collect::<Result<Vec<_>, _>>()?;
            match cases.as_slice() {
                [case] if case.name == code.name => {
                    rows.of_cases.push(index);
                    rows.all.extend(cases);
                }
                several => {
                    rows.all.push(code_row(set, code, several, group)?);
                    for (case, row) in code.cases.iter().zip(cases) {
                        rows.of_cases.push(catalog.codes.len() + own.len());
                        rows.own_cases.push(OwnCase { code: index, id: &case.id });
                        own.push(row);
                    }
                }
            }
        }
        rows.all.extend(own);
        rows.ranges = ranges(set, catalog, &groups)?;
        Ok(rows)
    }
}

/// Returns the ranges whose groups say what an unlisted number is a kind of.
fn ranges<'a>(
    set: &'a CatalogSet,
    catalog: &'a Catalog,
    groups: &HashMap<&str, usize>,
) -> Result<Vec<Range<'a>>, EmitError> {
    let ranges = catalog.ranges().into_iter().map(|(group, (first, last), meaning)| {
        let group = group.map_or(Ok(groups.len()), |group| group_of(groups, &group.id))?;
        let row = bare_row(set, ("", ""), group, profiles::of_meaning(set, meaning)?)?;
        Ok(Range { first, last, row })
    });
    ranges.collect()
}

fn group_of(groups: &HashMap<&str, usize>, id: &str) -> Result<usize, EmitError> {
    groups.get(id).copied().ok_or(EmitError::Unchecked("a code is in no group"))
}

fn case_row<'a>(
    set: &'a CatalogSet,
    code: &'a Code,
    case: &'a Case,
    group: usize,
) -> Result<Row<'a>, EmitError> {
    let guidance = case.guidance.as_ref();
    let profile = profiles::of_case(set, case)?;
    let of_meaning = set.meaning(profile.meaning).map(|meaning| &meaning.tell);
    Ok(Row {
        tell: Some(&case.tell).filter(|tell| of_meaning != Some(*tell)),
        message: case.messages.first().map_or("", |message| &message.text),
        cause: guidance.map_or("", |guidance| &guidance.cause),
        action: guidance.map_or("", |guidance| &guidance.action),
        ..bare_row(set, (&code.code, &case.name), group, profile)?
    })
}

/// Returns what can be said of a code whose case is not known.
fn code_row<'a>(
    set: &'a CatalogSet,
    code: &'a Code,
    cases: &[Row<'a>],
    group: usize,
) -> Result<Row<'a>, EmitError> {
    let row = bare_row(set, (&code.code, &code.name), group, profiles::of_code(set, code)?)?;
    // A code with one case says what the case says, whatever the two are called.
    Ok(match cases {
        [case] => Row { name: row.name, ..case.clone() },
        [first, others @ ..] if others.iter().all(|case| case.tell == first.tell) => {
            Row { tell: first.tell, ..row }
        }
        _ => row,
    })
}

/// Returns a row without texts.
fn bare_row<'a>(
    set: &'a CatalogSet,
    (code, name): (&'a str, &'a str),
    group: usize,
    profile: Profile<'a>,
) -> Result<Row<'a>, EmitError> {
    let Profile { facts, meaning } = profile;
    let meaning = set.meaning(meaning).ok_or(EmitError::Unchecked("a case has no meaning"))?;
    let (message, cause, action) = ("", "", "");
    Ok(Row { code, name, message, cause, action, tell: None, facts, meaning, group })
}
