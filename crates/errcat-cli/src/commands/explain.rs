//! `errcat explain`

mod page;

use errcat_model::{CatalogSet, Found};

use crate::cli::{Explain, Format};
use crate::input::Input;
use crate::output::{self, Done, Failure, Out};

pub(crate) fn run(arguments: &Explain, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let found = find(&set, &arguments.reference)?;
    match (arguments.format, found) {
        (Format::Human, Subject::Code(catalog, code, case)) => {
            out.print(&page::code(&set, catalog, code, case, out.width))?;
        }
        (Format::Human, Subject::Concept(concept)) => {
            out.print(&page::concept(&set, concept, out.width))?;
        }
        (Format::Json, Subject::Code(catalog, code, case)) => {
            out.print_json(&Explained {
                catalog: &catalog.id,
                case: case.map(|case| case.id.as_str()),
                code,
            })?;
        }
        (Format::Json, Subject::Concept(concept)) => {
            out.print_json(concept)?;
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
    code: &'a errcat_model::Code,
}

enum Subject<'a> {
    Code(&'a errcat_model::Catalog, &'a errcat_model::Code, Option<&'a errcat_model::Case>),
    Concept(&'a errcat_model::Concept),
}

fn find<'a>(set: &'a CatalogSet, text: &str) -> Result<Subject<'a>, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::EmptyReference);
    }
    let shown = output::shown(text);
    match set.find(text) {
        Found::Code { catalog, code, case } => Ok(Subject::Code(catalog, code, case)),
        Found::Concept(concept) => Ok(Subject::Concept(concept)),
        Found::Several(references) => Err(Failure::Ambiguous { text: shown, references }),
        Found::Nothing(suggestions) => Err(Failure::UnknownReference { text: shown, suggestions }),
    }
}
