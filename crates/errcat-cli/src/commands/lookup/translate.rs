//! `errcat translate`

use std::fmt::Write as _;

use errcat_model::entries::Entry;
use errcat_model::render::printable;
use errcat_model::translate::Translator;
use errcat_model::{Catalog, CatalogSet, Reference};

use crate::cli::{Format, Translate};
use crate::commands::subject::{self, Answer, Subject};
use crate::input::Input;
use crate::output::{Done, Failure, Out, TITLE, align};

pub(crate) fn run(arguments: &Translate, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let subject = subject::find(&set, &arguments.reference)?;
    let translator = Translator::new(&set)?;
    let catalogs = catalogs(&set, subject, arguments.into.as_deref())?;
    let answers = catalogs.into_iter().map(|into| {
        let answer = subject.translate(&translator, into)?;
        Ok(if arguments.exact { answer.only_exact() } else { answer })
    });
    let answers: Vec<Answer<'_>> = answers.collect::<Result<_, Failure>>()?;
    match (arguments.format, &arguments.into, answers.as_slice()) {
        (Format::Human, ..) => out.print(&page(subject, &answers, out.columns))?,
        (Format::Json, Some(_), [answer]) => out.print_json(&answer.entry)?,
        (Format::Json, ..) => {
            let entries: Vec<&Entry<'_>> = answers.iter().map(|answer| &answer.entry).collect();
            out.print_json(&entries)?;
        }
    }
    Ok(Done::Clean)
}

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
        let others = subject::ids(subject.others(set));
        let message = format!("`{id}` is the catalog of the reference itself; choose {others}");
        return Err(Failure::Other(message));
    }
    Ok(vec![into])
}

fn page(subject: Subject<'_>, answers: &[Answer<'_>], width: usize) -> String {
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
    let heading = ["EQUIVALENT", "NAME", "RELATION", "WHY"].map(str::to_owned);
    let heading = (!answers.is_empty()).then_some(heading);
    text += &align(heading.into_iter().chain(answers.iter().flat_map(Answer::lines)), width);
    let said: Vec<[String; 5]> = answers.iter().flat_map(Answer::said).collect();
    if !said.is_empty() {
        let heading = ["ANSWER TO", "WITH", "BASIS", "HTTP", "RETRY"].map(str::to_owned);
        text = text + "\n" + &align([heading].into_iter().chain(said), width);
    }
    text
}
