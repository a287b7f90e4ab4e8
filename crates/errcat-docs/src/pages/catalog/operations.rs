//! The pages about the operations of a catalog.

use std::collections::HashMap;

use errcat_model::{Catalog, Operation};

use crate::facts::places::{catalog_page, operations_page};
use crate::facts::{Entry, SiteFacts};
use crate::markdown::{Page, code, escape, link_out, prose};
use crate::pages::Chapter;

pub(super) fn chapters(facts: &SiteFacts<'_>, catalog: &Catalog) -> Vec<Chapter> {
    if catalog.operations.is_empty() {
        return Vec::new();
    }
    let mut answers: HashMap<&str, Vec<Entry<'_>>> = HashMap::new();
    for entry in Entry::all(catalog) {
        for operation in &entry.case.operations {
            answers.entry(operation).or_default().push(entry);
        }
    }
    let mut index = Page::new(&operations_page(catalog), &format!("{}: operations", catalog.title));
    index.line(
        "The operations of the provider, and how many codes name each of them. Any operation can \
         answer with a code that names no operation.",
    );
    index.table_head(&["Operation", "API", "Codes"]);
    let mut pages = Vec::new();
    for operation in &catalog.operations {
        let answers = answers.get(operation.name.as_str()).map_or(&[][..], Vec::as_slice);
        let path = facts.places.operation(catalog, &operation.name);
        let deprecated = if operation.deprecated.is_some() { " (deprecated)" } else { "" };
        index.row([
            format!("{}{deprecated}", index.link(&operation.name, path)).as_str(),
            &escape(operation.api.as_deref().unwrap_or_default()),
            &answers.len().to_string(),
        ]);
        pages.push(one(facts, catalog, operation, answers, path));
    }
    let index = Chapter::new(1, "Operations", index.into_artifact());
    std::iter::once(index).chain(pages).collect()
}

fn one(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    operation: &Operation,
    answers: &[Entry<'_>],
    path: &str,
) -> Chapter {
    let mut page = Page::new(path, &operation.name);
    let api = operation.api.as_deref().map(|api| format!(" · {}", escape(api)));
    let catalog_link = page.link(&catalog.title, &catalog_page(catalog, 0));
    page.line(&format!("{catalog_link}{}", api.unwrap_or_default()));
    if let Some(why) = &operation.deprecated {
        page.line(&format!("**Deprecated.** {}", prose(why.trim())));
    }
    if operation.idempotent {
        page.line("Carrying it out twice does no harm.");
    }
    if let Some(url) = &operation.url {
        page.line(&link_out("Its page at the provider", url));
    }
    if answers.is_empty() {
        page.line(
            "No code names this operation. It can answer with any code that names no operation.",
        );
    } else {
        page.heading("Codes that name this operation");
        page.line("It can also answer with any code that names no operation.");
        page.table_head(&["Code", "Name", "Message", "HTTP", "Retry"]);
        for Entry { catalog, code: entry, case } in answers {
            page.row([
                page.link(&entry.code, &facts.places.case(catalog, entry, case)).as_str(),
                &escape(&case.name),
                &message(case, &operation.name),
                &case.facts.http.to_string(),
                &escape(&case.facts.retry.to_string()),
            ]);
        }
    }
    Chapter::new(2, &operation.name, page.into_artifact())
}

/// Returns the messages that this operation sends.
fn message(case: &errcat_model::Case, operation: &str) -> String {
    let own = case.messages.iter().filter(|message| {
        message.operations.is_empty() || message.operations.iter().any(|name| name == operation)
    });
    own.map(|message| code(&message.text)).collect::<Vec<_>>().join(" ")
}
