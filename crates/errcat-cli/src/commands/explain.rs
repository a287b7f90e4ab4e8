//! `errcat explain`

pub(super) mod page;

use errcat_model::translate::{Entry, Translator};
use errcat_model::{Case, Catalog, CatalogSet, Code};

use super::subject::{self, Subject};
use crate::cli::{Explain, Format};
use crate::input::Input;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Explain, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let found = subject::find(&set, &arguments.reference)?;
    let translator = Translator::new(&set)?;
    match (arguments.format, found) {
        (Format::Human, Subject::Code(catalog, code, case)) => {
            out.print(&page::code(&set, &translator, (catalog, code, case), out.width))?;
        }
        (Format::Human, Subject::Meaning(meaning)) => {
            out.print(&page::meaning(&set, meaning, out.width))?;
        }
        (Format::Json, Subject::Code(catalog, code, case)) => {
            out.print_json(&Explained {
                catalog: &catalog.id,
                case: case.map(|case| case.id.as_str()),
                code,
                translations: translations(&set, &translator, catalog, code, case),
            })?;
        }
        (Format::Json, Subject::Meaning(meaning)) => {
            out.print_json(meaning)?;
        }
    }
    Ok(Done::Clean)
}

/// A code, its catalog, and the case that was asked for, where one was.
#[derive(serde::Serialize)]
struct Explained<'a> {
    catalog: &'a str,
    case: Option<&'a str>,
    #[serde(flatten)]
    code: &'a Code,
    /// What it is in each other catalog, and what each of its cases is.
    translations: Vec<Entry<'a>>,
}

fn translations<'a>(
    set: &'a CatalogSet,
    translator: &Translator<'a>,
    catalog: &'a Catalog,
    code: &'a Code,
    only: Option<&'a Case>,
) -> Vec<Entry<'a>> {
    let mut subjects = vec![Subject::Code(catalog, code, only)];
    if only.is_none() && code.cases.len() > 1 {
        subjects.extend(code.cases.iter().map(|case| Subject::Code(catalog, code, Some(case))));
    }
    let entries = subjects.into_iter().flat_map(|subject| {
        subject
            .others(set)
            .map(move |into| subject.entry(into, subject.translate(translator, into)))
    });
    entries.collect()
}
