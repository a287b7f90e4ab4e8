//! Tables of codes, and their rows as data for the filter of a table in parts.

use std::fmt::Write as _;

use errcat::rt::to_client;
use errcat::{Facts, HttpStatus};
use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, Code, LifecycleStage};
use maud::{Markup, html};

use crate::facts::places::{catalog_page, parts_of_table, relative};
use crate::facts::{Entry, SiteFacts};
use crate::html::text::name;
use crate::html::{Page, asset};
use crate::script::literal;

/// The columns, and what the filter offers: the words in `data-is` of each row, in this order.
const COLUMNS: [&str; 7] =
    ["Code", "Name", "Message", "Provider sends", "Answer your client with", "Retry", "Who acts"];
const FILTERS: &str = "http grpc retry actor outcome";

/// Makes a table of codes. `rows` is the file with the rows of all parts, and the number of this one.
pub(super) fn table(
    facts: &SiteFacts<'_>,
    page: &Page,
    entries: &[Entry<'_>],
    rows: Option<(&str, usize)>,
) -> Markup {
    let longest = entries.iter().map(|entry| entry.code.code.len()).max().unwrap_or_default();
    let (file, part) = rows.map(|(file, part)| (page.href(file), part)).unzip();
    html! {
        div.filtered data-filters=(FILTERS) data-of="cases" data-rows=[file] data-part=[part] {
            table.codes style={ "--code:" (longest) } {
                thead { tr { @for column in COLUMNS { th { (column) } } } }
                tbody { @for entry in entries { (row(facts, page, *entry)) } }
            }
        }
    }
}

fn row(facts: &SiteFacts<'_>, page: &Page, entry: Entry<'_>) -> Markup {
    let Entry { catalog, code, case } = entry;
    let answer = to_client(case.facts);
    html! {
        tr data-is=(words(entry, answer)) {
            td { (page.link(&facts.places.case(catalog, code, case), name(&code.code)))
                @if let Some(stage) = code.stage() { span.badge.warning { (stage.as_str()) } } }
            td { (name(&case.name)) }
            @match case.messages.first() {
                Some(message) => td title=(message.text) { (message.text) },
                None => td {},
            }
            td { (sent(entry)) }
            td { (answer.http) }
            td { (case.facts.retry) }
            td { (case.facts.actor) }
        }
    }
}

/// Returns the statuses that the provider sends, so that nobody takes the next column for them.
fn sent(Entry { catalog, code, case }: Entry<'_>) -> String {
    let sent = catalog.sent_with(code, case);
    let sent: Vec<String> = sent.iter().map(HttpStatus::to_string).collect();
    if sent.is_empty() { "unknown".to_owned() } else { sent.join(" or ") }
}

/// Returns what the filter compares: a word for each filter, and the meanings.
fn words(Entry { code, case, .. }: Entry<'_>, answer: Facts) -> String {
    let retry = case.facts.retry.to_string();
    let kind = retry.split(' ').next().unwrap_or_default();
    let (http, grpc, actor) = (answer.http, answer.grpc.as_str(), case.facts.actor);
    format!("{http} {grpc} {kind} {actor} {} {}", code.outcome, case.meanings.join(" "))
}

pub(super) fn rows_name(catalog: &Catalog) -> String {
    format!("rows-{}.js", catalog.id)
}

/// Returns the rows of a table in parts as data, so that the filter of each part finds all of them.
pub(crate) fn rows(facts: &SiteFacts<'_>, catalog: &Catalog) -> Option<Artifact> {
    let entries: Vec<Entry<'_>> = Entry::all(catalog).collect();
    let parts = parts_of_table(&entries);
    if parts.len() < 2 {
        return None;
    }
    let folder = catalog_page(catalog, 0);
    let mut text = "errcatRows([\n".to_owned();
    let parts = parts.iter().enumerate();
    for (number, entry) in
        parts.flat_map(|(number, part)| part.iter().map(move |entry| (number, *entry)))
    {
        let Entry { catalog, code, case } = entry;
        let answer = to_client(case.facts);
        let texts = [
            relative(&folder, &facts.places.case(catalog, code, case)),
            words(entry, answer),
            stage(code).to_owned(),
            code.code.clone(),
            case.name.clone(),
            case.messages.first().map(|message| message.text.clone()).unwrap_or_default(),
            sent(entry),
            answer.http.to_string(),
            case.facts.retry.to_string(),
            case.facts.actor.to_string(),
        ];
        let _ = writeln!(text, "{},", literal(&(number, texts)));
    }
    text.push_str("]);\n");
    Some(asset(&rows_name(catalog), text))
}

fn stage(code: &Code) -> &'static str {
    code.stage().map_or("", LifecycleStage::as_str)
}
