//! `errcat explain`

mod page;

use errcat_model::{Case, Catalog, CatalogSet, Code, Concept, Found, Reference};

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
    code: &'a Code,
}

enum Subject<'a> {
    Code(&'a Catalog, &'a Code, Option<&'a Case>),
    Concept(&'a Concept),
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
        Found::Nothing(suggestions) => {
            let class = class(set, text);
            Err(Failure::UnknownReference { text: shown, class, suggestions })
        }
    }
}

/// What a number that no catalog lists is a kind of all the same.
fn class(set: &CatalogSet, text: &str) -> Option<String> {
    let reference = Reference::parse(text.trim());
    let number = reference.code.parse().ok()?;
    let named = |catalog: &&Catalog| reference.catalog.is_none_or(|id| id == catalog.id);
    let mut groups = set
        .catalogs
        .iter()
        .filter(named)
        .filter_map(|catalog| Some((catalog, catalog.group_of(number)?)));
    let (catalog, group) = groups.next()?;
    let concept = set.concept(group.kind_of.as_deref()?)?;
    Some(format!(
        ", but {number} lies in the group `{}` of `{}`: a kind of `{}` (HTTP {}, {})",
        group.title, catalog.id, concept.id, concept.http, concept.grpc
    ))
}
