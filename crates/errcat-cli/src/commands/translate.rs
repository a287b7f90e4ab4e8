//! `errcat translate`

use std::fmt::Write as _;

use anstyle::Style;
use errcat_model::render::printable;
use errcat_model::translate::{Entry, Translation, Translator};
use errcat_model::{Catalog, CatalogSet, Reference};

use super::subject::{self, Subject};
use crate::cli::{Format, Translate};
use crate::input::Input;
use crate::output::{self, Done, Failure, Out};

const TITLE: Style = Style::new().bold();

pub(crate) fn run(arguments: &Translate, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let subject = subject::find(&set, &arguments.reference)?;
    let catalogs = catalogs(&set, subject, arguments.into.as_deref())?;
    let translator = Translator::new(&set)?;
    let answers: Vec<Answer<'_>> = catalogs
        .into_iter()
        .map(|into| {
            let found = subject.translate(&translator, into);
            let wanted = |to: &Translation<'_>| !arguments.exact || to.relation.is_exact();
            (into, found.filter(wanted))
        })
        .collect();
    match arguments.format {
        Format::Human => out.print(&page(subject, &answers))?,
        Format::Json => {
            let mut entries = answers.iter().map(|(into, found)| subject.entry(into, *found));
            match (&arguments.into, entries.next()) {
                (Some(_), Some(entry)) => out.print_json(&entry)?,
                (_, first) => {
                    let entries: Vec<Entry<'_>> = first.into_iter().chain(entries).collect();
                    out.print_json(&entries)?;
                }
            }
        }
    }
    Ok(Done::Clean)
}

/// A catalog, and what the subject is there.
type Answer<'a> = (&'a Catalog, Option<Translation<'a>>);

fn catalogs<'a>(
    set: &'a CatalogSet,
    subject: Subject<'a>,
    into: Option<&str>,
) -> Result<Vec<&'a Catalog>, Failure> {
    let Some(id) = into else {
        return Ok(subject.others(set).collect());
    };
    let into = subject::catalog(set, id)?;
    if subject.is_of(into) {
        let others = subject.others(set).map(|catalog| catalog.id.clone()).collect();
        return Err(Failure::OwnCatalog { id: into.id.clone(), others });
    }
    Ok(vec![into])
}

fn page(subject: Subject<'_>, answers: &[Answer<'_>]) -> String {
    let (reference, name) = match subject {
        Subject::Code(catalog, code, None) => (Reference::of_code(catalog, code), &code.name),
        Subject::Code(catalog, code, Some(case)) => {
            (Reference::of_case(catalog, code, case), &case.name)
        }
        Subject::Meaning(meaning) => (Reference::parse(&meaning.id), &meaning.title),
    };
    let mut text = String::new();
    let reference = reference.to_string();
    let _ = writeln!(text, "{TITLE}{}{TITLE:#}  {}", printable(&reference), printable(name));
    let rows = answers.iter().map(|(into, found)| row(subject, into, *found));
    text + &output::align(rows.collect())
}

fn row(subject: Subject<'_>, into: &Catalog, found: Option<Translation<'_>>) -> [String; 4] {
    let entry = subject.entry(into, found);
    let (Some(to), Some(found)) = (entry.to, found) else {
        return [into.id.clone(), "none".to_owned(), String::new(), String::new()];
    };
    let name = if to.case.is_some() { &found.case.name } else { &found.code.name };
    let reason = match (entry.via, found.why) {
        (Some(meaning), _) => format!("({meaning})"),
        (None, Some(why)) => format!("(by hand: {why})"),
        (None, None) => String::new(),
    };
    [to.to_string(), name.clone(), found.relation.description().to_owned(), reason]
}
