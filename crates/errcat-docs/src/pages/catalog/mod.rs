//! From a catalog to its pages: its table of codes, its groups and its operations.

mod code;
mod group;
mod operations;

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use errcat_model::{BrokenLaw, Catalog, Code, LifecycleStage};

use super::Chapter;
use crate::facts::places::{
    by_group, catalog_page, group_page, meaning_page, operations_page, parts_of_table, relative,
    to_html,
};
use crate::facts::{Entry, SiteFacts};
use crate::markdown::{Page, code, escape, link_out, prose};
use crate::script::literal;

const COLUMNS: [&str; 6] = ["Code", "Name", "Meaning", "HTTP", "gRPC", "Retry"];

pub(super) fn chapters(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
) -> Result<Vec<Chapter>, BrokenLaw> {
    let mut chapters = tables(facts, catalog);
    for (group, codes) in by_group(catalog) {
        let pages = group::pages(facts, catalog, group, &codes)?;
        chapters.extend(pages.into_iter().map(|(title, page)| Chapter::new(1, &title, page)));
    }
    chapters.extend(operations::chapters(facts, catalog));
    Ok(chapters)
}

/// Makes the table of all codes, in parts if it is long.
fn tables(facts: &SiteFacts<'_>, catalog: &Catalog) -> Vec<Chapter> {
    let entries: Vec<Entry<'_>> = Entry::all(catalog).collect();
    let parts = parts_of_table(&entries);
    let count = parts.len();
    let pages = parts.iter().enumerate().map(|(number, entries)| {
        let title = match number {
            0 => catalog.title.clone(),
            _ => format!("{}, codes {} of {count}", catalog.title, number + 1),
        };
        let mut page = Page::new(&catalog_page(catalog, number), &title);
        if number == 0 {
            page.paragraph(&catalog.about);
        }
        page.parts(number, count, "all parts", |other| catalog_page(catalog, other));
        // The filter loads it to search all parts.
        let rows = relative(&catalog_page(catalog, number), &rows_path(catalog));
        let rows = match count {
            1 => String::new(),
            _ => format!(" data-rows=\"{rows}\" data-part=\"{number}\""),
        };
        table(facts, entries, &rows, &mut page);
        if number == 0 {
            groups(catalog, &mut page);
            statuses(catalog, &mut page);
            sources(catalog, &mut page);
        }
        Chapter::new(usize::from(number > 0), &title, page.into_artifact())
    });
    pages.collect()
}

fn table(facts: &SiteFacts<'_>, entries: &[Entry<'_>], rows: &str, page: &mut Page) {
    page.line(&format!("<div class=\"filtered codes\" data-select=\"HTTP,gRPC,Retry\"{rows}>"));
    page.table_head(&COLUMNS);
    for Entry { catalog, code: entry, case } in entries {
        let place = facts.places.case(catalog, entry, case);
        let message = case.messages.first().map(|message| format!(" {}", code(&message.text)));
        let meanings = case.meanings.iter().map(|id| {
            let title = facts.set.meaning(id).map_or("", |meaning| &meaning.title);
            format!("{} {}", prose(title), page.link(id, &meaning_page(id)))
        });
        page.row([
            format!("{}{}", page.link(&entry.code, &place), history(entry)).as_str(),
            &format!("{}{}", escape(&case.name), message.unwrap_or_default()),
            &meanings.collect::<Vec<_>>().join("; "),
            &case.facts.http.to_string(),
            &code(case.facts.grpc.as_str()),
            &escape(&case.facts.retry.to_string()),
        ]);
    }
    page.line("</div>");
}

fn history(code: &Code) -> &'static str {
    match code.stage() {
        None => "",
        Some(LifecycleStage::Deprecated) => " (deprecated)",
        Some(LifecycleStage::Retired) => " (retired)",
    }
}

fn rows_path(catalog: &Catalog) -> String {
    format!("rows/{}.js", catalog.id)
}

/// Returns the rows of a table in parts as data, so that the filter of each part finds all of them.
pub(super) fn rows(facts: &SiteFacts<'_>, catalog: &Catalog) -> Option<Artifact> {
    let entries: Vec<Entry<'_>> = Entry::all(catalog).collect();
    let parts = parts_of_table(&entries);
    if parts.len() < 2 {
        return None;
    }
    let folder = catalog_page(catalog, 0);
    let mut text = "errcatRows([\n".to_owned();
    let parts = parts.iter().enumerate();
    for (number, Entry { catalog, code, case }) in
        parts.flat_map(|(number, part)| part.iter().map(move |entry| (number, *entry)))
    {
        let html = |place: &str| to_html(&relative(&folder, place));
        let meaning = case.meanings.first().map_or("", String::as_str);
        let title = facts.set.meaning(meaning).map_or("", |meaning| &meaning.title);
        let texts = [
            html(&facts.places.case(catalog, code, case)),
            format!("{}{}", code.code, history(code)),
            case.name.clone(),
            case.messages.first().map(|message| message.text.clone()).unwrap_or_default(),
            title.to_owned(),
            meaning.to_owned(),
            html(&meaning_page(meaning)),
            case.facts.http.to_string(),
            case.facts.grpc.to_string(),
            case.facts.retry.to_string(),
        ];
        let _ = writeln!(text, "{},", literal(&(number, texts)));
    }
    text.push_str("]);\n");
    Some(Artifact { path: rows_path(catalog).into(), text })
}

fn groups(catalog: &Catalog, page: &mut Page) {
    page.heading("Groups");
    let has_ranges = catalog.groups.iter().any(|group| group.range.is_some());
    let columns: &[&str] = if has_ranges {
        &["Group", "Range", "Codes", "About"]
    } else {
        &["Group", "Codes", "About"]
    };
    page.table_head(columns);
    for (group, codes) in by_group(catalog) {
        let range = group.range.map(|(first, last)| format!("{first} to {last}"));
        let mut cells = vec![page.link(&group.title, &group_page(catalog, group, 0))];
        cells.extend(has_ranges.then(|| range.unwrap_or_default()));
        cells.extend([codes.len().to_string(), prose(&group.about)]);
        page.row(cells);
    }
    if !catalog.operations.is_empty() {
        let link = page.link("Operations", &operations_page(catalog));
        page.line(&format!("{link} that some of the codes belong to."));
    }
}

fn statuses(catalog: &Catalog, page: &mut Page) {
    if catalog.statuses.is_empty() {
        return;
    }
    page.heading("What the provider means by an HTTP status");
    page.table_head(&["HTTP", "Name", "Meaning"]);
    for status in &catalog.statuses {
        page.row([status.http.to_string().as_str(), &escape(&status.title), &prose(&status.about)]);
    }
}

fn sources(catalog: &Catalog, page: &mut Page) {
    page.heading("Sources");
    for source in &catalog.sources {
        let url = source.url.as_deref();
        page.item(&url.map_or_else(|| escape(&source.title), |url| link_out(&source.title, url)));
    }
}
