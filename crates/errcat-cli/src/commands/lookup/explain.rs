//! `errcat explain`

pub(super) mod page;

use errcat_model::entries::Entry;
use errcat_model::translate::Translator;
use errcat_model::{Code, replies};

use crate::cli::{Explain, Format};
use crate::commands::subject::{self, Subject};
use crate::input::Input;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Explain, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let mut set = input.load()?;
    if matches!(arguments.format, Format::Json) {
        set = replies::add(set)?;
    }
    let found = subject::find(&set, &arguments.reference.join(" "))?;
    let page = page::Page::new(out.width, &arguments.language);
    match (arguments.format, found) {
        (Format::Human, Subject::Code(catalog, code, case)) => {
            let translator = Translator::new(&set)?;
            out.print(&page::code(&translator, (&set, catalog), code, case, page)?)?;
        }
        (Format::Human, Subject::Meaning(meaning)) => {
            out.print(&page::meaning(&set, meaning, page))?;
        }
        (Format::Json, Subject::Code(catalog, code, case)) => {
            let translator = Translator::new(&set)?;
            let mut subjects = vec![found];
            if case.is_none() && code.cases.len() > 1 {
                let cases = code.cases.iter();
                subjects.extend(cases.map(|case| Subject::Code(catalog, code, Some(case))));
            }
            let mut translations = Vec::new();
            for subject in subjects {
                for into in subject.others(&set) {
                    translations.push(subject.translate(&translator, into)?.entry);
                }
            }
            out.print_json(&Explained {
                catalog: &catalog.id,
                case: case.map(|case| case.id.as_str()),
                code,
                translations,
            })?;
        }
        (Format::Json, Subject::Meaning(meaning)) => out.print_json(meaning)?,
    }
    Ok(Done::Clean)
}

#[derive(serde::Serialize)]
struct Explained<'a> {
    catalog: &'a str,
    /// The case that was asked for.
    case: Option<&'a str>,
    #[serde(flatten)]
    code: &'a Code,
    /// The equivalents of the code and of each of its cases in every other catalog.
    translations: Vec<Entry<'a>>,
}
