//! From a checked catalog to rows of facts: what a table will hold, before it is one.

use errcat::{Actor, GrpcCode, HttpStatus, Outcome, Retry};
use errcat_model::answers::{self, Answer};
use errcat_model::{Case, Catalog, CatalogSet, Code};

use crate::EmitError;

/// The facts of a case, of a code with several cases, or of a range of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) message: &'a str,
    pub(crate) cause: &'a str,
    pub(crate) action: &'a str,
    pub(crate) http: HttpStatus,
    pub(crate) grpc: GrpcCode,
    pub(crate) retry: Retry,
    pub(crate) actor: Actor,
    pub(crate) outcome: Outcome,
    pub(crate) group: usize,
    pub(crate) meaning: &'a str,
}

/// All rows of a catalog, and which of them a case or range has.
#[derive(Debug, Default)]
pub(crate) struct Rows<'a> {
    /// The codes, so that a code finds its row by its own number; then the cases that do not share
    /// the row of their code; then the ranges.
    pub(crate) all: Vec<Row<'a>>,
    /// The row of each case.
    pub(crate) of_cases: Vec<usize>,
    /// The first case of each code, and the end of the last.
    pub(crate) first_cases: Vec<usize>,
    /// Ranges, the narrowest first: first number, last number, row.
    pub(crate) ranges: Vec<(u32, u32, usize)>,
}

impl<'a> Rows<'a> {
    pub(crate) fn of(set: &'a CatalogSet, catalog: &'a Catalog) -> Result<Self, EmitError> {
        let mut rows = Self::default();
        let mut own = Vec::new();
        for (index, code) in catalog.codes.iter().enumerate() {
            rows.first_cases.push(rows.of_cases.len());
            let cases = code.cases.iter().map(|case| case_row(set, catalog, code, case));
            let cases = cases.collect::<Result<Vec<_>, _>>()?;
            match cases.as_slice() {
                [case] if case.name == code.name => {
                    rows.of_cases.push(index);
                    rows.all.extend(cases);
                }
                several => {
                    rows.all.push(joint_row(set, catalog, code, several)?);
                    let first = catalog.codes.len() + own.len();
                    rows.of_cases.extend(first..first + several.len());
                    own.extend(cases);
                }
            }
        }
        rows.first_cases.push(rows.of_cases.len());
        rows.all.extend(own);
        rows.add_ranges(set, catalog)?;
        Ok(rows)
    }

    /// Whether codes, cases and their rows are the same numbers.
    pub(crate) fn are_shared(&self) -> bool {
        self.of_cases.iter().enumerate().all(|(case, row)| case == *row)
    }

    fn add_ranges(&mut self, set: &'a CatalogSet, catalog: &'a Catalog) -> Result<(), EmitError> {
        for (group, (first, last), meaning) in catalog.ranges() {
            let index = group_index(catalog, &group.id)?;
            self.ranges.push((first, last, self.all.len()));
            self.all.push(bare_row("", index, answers::of_meaning(set, meaning)?)?);
        }
        Ok(())
    }
}

fn case_row<'a>(
    set: &'a CatalogSet,
    catalog: &'a Catalog,
    code: &'a Code,
    case: &'a Case,
) -> Result<Row<'a>, EmitError> {
    let guidance = case.guidance.as_ref();
    Ok(Row {
        message: case.messages.first().map_or("", |message| &message.text),
        cause: guidance.map_or("", |guidance| &guidance.cause),
        action: guidance.map_or("", |guidance| &guidance.action),
        ..bare_row(&case.name, group_index(catalog, &code.group)?, answers::of_case(set, case)?)?
    })
}

/// What can be said of a code whose case is not known.
fn joint_row<'a>(
    set: &'a CatalogSet,
    catalog: &'a Catalog,
    code: &'a Code,
    cases: &[Row<'a>],
) -> Result<Row<'a>, EmitError> {
    let answer = answers::of_code(set, code)?;
    let row = bare_row(&code.name, group_index(catalog, &code.group)?, answer)?;
    // An only case with a name of its own says what its code says.
    Ok(match cases {
        [case] => Row { message: case.message, cause: case.cause, action: case.action, ..row },
        _ => row,
    })
}

/// A row without texts.
fn bare_row<'a>(name: &'a str, group: usize, answer: Answer<'a>) -> Result<Row<'a>, EmitError> {
    let errcat::Facts { outcome, http, grpc, retry, actor } = answer.facts;
    let meaning = answer.meaning.ok_or(EmitError::Internal("a case has no meaning"))?;
    let (message, cause, action) = ("", "", "");
    Ok(Row { name, message, cause, action, http, grpc, retry, actor, outcome, group, meaning })
}

fn group_index(catalog: &Catalog, id: &str) -> Result<usize, EmitError> {
    let group = catalog.groups.iter().position(|group| group.id == id);
    group.ok_or(EmitError::Internal("a code is in no group"))
}
