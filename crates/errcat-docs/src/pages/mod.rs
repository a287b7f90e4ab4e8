//! From the facts to the pages in Markdown, with their table of contents and their scripts' data.

mod across;
mod addresses;
mod catalog;
mod start;
mod summary;

use errcat::Facts;
use errcat::rt::fact_lines;
use errcat_model::artifact::Artifact;
use errcat_model::translate::Choices;
use errcat_model::{BrokenLaw, Case, Catalog, Code, Tell};

use crate::explain;
use crate::facts::places::{GLOSSARY, terms};
use crate::facts::{SiteFacts, heading};
use crate::markdown::{Page, code as code_span, escape, prose};

/// A page with its title and depth in the table of contents.
struct Chapter {
    depth: usize,
    title: String,
    page: Artifact,
}

/// A part of the table of contents.
struct Part {
    title: &'static str,
    chapters: Vec<Chapter>,
}

impl Chapter {
    fn new(depth: usize, title: &str, page: Artifact) -> Self {
        Self { depth, title: title.to_owned(), page }
    }
}

/// Returns the table of contents, and every page in its order.
pub(crate) fn all(facts: &SiteFacts<'_>) -> Result<Vec<Artifact>, BrokenLaw> {
    let mut start = vec![
        Chapter::new(0, "Error codes", start::page(facts)),
        Chapter::new(0, "Explain a response", explain::page(facts)),
    ];
    start.extend(glossary(facts).map(|page| Chapter::new(0, "Glossary", page)));
    let providers = facts.set.catalogs.iter().map(|catalog| catalog::chapters(facts, catalog));
    let providers = providers.collect::<Result<Vec<_>, _>>()?.into_iter().flatten();
    let parts = [
        Part { title: "", chapters: start },
        Part { title: "Providers", chapters: providers.collect() },
        Part { title: "Across providers", chapters: across::chapters(facts)? },
    ];
    let summary = summary::page(&parts);
    let chapters = parts.into_iter().flat_map(|part| part.chapters);
    Ok(std::iter::once(summary).chain(chapters.map(|chapter| chapter.page)).collect())
}

/// Writes the sentence for the customer of a case or meaning, first in English.
fn tell(page: &mut Page, tell: &Tell) {
    page.line("<div class=\"tell\">");
    page.line("**Tell the customer**");
    let others = tell.iter().filter(|(language, _)| *language != "en");
    for (language, text) in tell.get_key_value("en").into_iter().chain(others) {
        page.line(&format!("<span lang=\"{language}\">{}</span>", prose(text)));
    }
    page.line("</div>");
}

/// Returns the page with the terms that guidance uses, if there are any.
fn glossary(facts: &SiteFacts<'_>) -> Option<Artifact> {
    let mut page = Page::new(GLOSSARY, "Glossary");
    page.line("The terms that causes and actions use.");
    for (anchor, term, about) in terms(facts.set) {
        page.heading_at(2, &anchor, term);
        page.paragraph(about);
    }
    (!facts.set.glossary.is_empty()).then(|| page.into_artifact())
}

/// Writes the facts of a case or meaning.
fn answers(page: &mut Page, facts: Facts) {
    for line in fact_lines(facts) {
        let explanation = line.explanation.map(|clause| format!(": {}", escape(&clause)));
        let explanation = explanation.unwrap_or_default();
        page.fact(&heading(line.label), &format!("{}{explanation}", code_span(&line.value)));
    }
}

/// Makes a link to a case, with its code and name.
fn case_link(
    facts: &SiteFacts<'_>,
    page: &Page,
    catalog: &Catalog,
    code: &Code,
    case: &Case,
) -> String {
    let name = format!("{} {}", code.code, case.name);
    page.link(&name, &facts.places.case(catalog, code, case))
}

/// Lists the equivalent in each catalog.
fn equivalents<'t, 'c>(
    facts: &SiteFacts<'_>,
    page: &mut Page,
    catalogs: impl Iterator<Item = &'c Catalog>,
    choose: impl Fn(&Catalog) -> Choices<'t>,
) {
    for into in catalogs {
        let Choices { best, others, left_out, .. } = choose(into);
        let none = best.is_none().then(|| "no equivalent".to_owned());
        let all = best.iter().chain(&others).map(|to| {
            let link = case_link(facts, page, into, to.code, to.case);
            let why = to.why.map(|why| format!(": {}", prose(why))).unwrap_or_default();
            format!("{link} {}{why}", to.relation.description())
        });
        let more = (left_out > 0).then(|| format!("{left_out} more that say more"));
        let lines: Vec<String> = none.into_iter().chain(all).chain(more).collect();
        page.item(&format!("{}: {}", escape(&into.title), lines.join("; ")));
    }
}

/// Returns what the scripts of the pages load when they need it.
pub(crate) fn assets(facts: &SiteFacts<'_>) -> Vec<Artifact> {
    let rows = facts.set.catalogs.iter().filter_map(|catalog| catalog::rows(facts, catalog));
    rows.chain([addresses::asset(facts)]).collect()
}
