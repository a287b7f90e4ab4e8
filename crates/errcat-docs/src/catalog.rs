//! The page about one catalog.

use errcat_model::Catalog;
use errcat_model::artifact::Artifact;

use crate::markdown::{Page, anchor, code, escape, link, prose};

pub(crate) fn page(catalog: &Catalog) -> Artifact {
    let mut page = Page::new(&catalog.title);
    page.paragraph(&catalog.about);
    groups(catalog, &mut page);
    operations(catalog, &mut page);
    statuses(catalog, &mut page);
    page.heading("Codes");
    page.table_head(&["Code", "Name", "Message", "HTTP", "gRPC", "Retry"]);
    for entry in &catalog.codes {
        let target = format!("{}.md#{}", entry.group, anchor(&[&catalog.id, &entry.code]));
        for case in &entry.cases {
            let message = case.messages.first().map(|message| code(&message.text));
            page.row(&[
                link(&entry.code, &target),
                escape(&case.name),
                message.unwrap_or_default(),
                case.http.to_string(),
                code(case.grpc.as_str()),
                escape(&case.retry.to_string()),
            ]);
        }
    }
    page.into_artifact(&format!("{}/index.md", catalog.id))
}

fn groups(catalog: &Catalog, page: &mut Page) {
    page.heading("Groups");
    page.table_head(&["Group", "Range", "About"]);
    for group in &catalog.groups {
        page.row(&[
            link(&group.title, &format!("{}.md", group.id)),
            group.range.map(|(first, last)| format!("{first}–{last}")).unwrap_or_default(),
            prose(&group.about),
        ]);
    }
}

fn operations(catalog: &Catalog, page: &mut Page) {
    if catalog.operations.is_empty() {
        return;
    }
    page.heading("Operations");
    page.table_head(&["Operation", "API", "Note"]);
    for operation in &catalog.operations {
        let name = match &operation.url {
            Some(url) => link(&operation.name, url),
            None => escape(&operation.name),
        };
        let note = operation.deprecated.as_deref().map(|why| format!("Deprecated. {}", prose(why)));
        page.row(&[
            name,
            escape(operation.api.as_deref().unwrap_or_default()),
            note.unwrap_or_default(),
        ]);
    }
}

fn statuses(catalog: &Catalog, page: &mut Page) {
    if catalog.statuses.is_empty() {
        return;
    }
    page.heading("HTTP statuses");
    page.table_head(&["HTTP", "Name", "Meaning"]);
    for status in &catalog.statuses {
        page.row(&[status.http.to_string(), escape(&status.title), prose(&status.about)]);
    }
}
