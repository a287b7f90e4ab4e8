//! The page about one group of codes.

use errcat_model::artifact::Artifact;
use errcat_model::{Case, Catalog, CatalogSet, Code, Group, LifecycleStage};

use crate::markdown::{Page, anchor, code, escape, link, prose};

pub(crate) fn group_page(set: &CatalogSet, catalog: &Catalog, group: &Group) -> Artifact {
    let mut page = Page::new(&format!("{}, {}", catalog.title, group.title));
    page.paragraph(&group.about);
    for code in catalog.codes.iter().filter(|code| code.group == group.id) {
        one(set, catalog, code, &mut page);
    }
    page.into_artifact(&format!("{}/{}.md", catalog.id, group.id))
}

fn one(set: &CatalogSet, catalog: &Catalog, code: &Code, page: &mut Page) {
    let title = format!("{} {}", code.code, code.name);
    page.anchored_heading(&anchor(&[&catalog.id, &code.code]), &title);
    lifecycle(code, page);
    for case in &code.cases {
        if code.cases.len() > 1 {
            let id = anchor(&[&catalog.id, &code.code, &case.id]);
            page.line(&format!("### <a id=\"{id}\"></a>{}", escape(&case.name)));
        }
        messages(case, page);
        facts(set, catalog, case, page);
        if let Some(guidance) = &case.guidance {
            page.paragraph(&guidance.cause);
            page.paragraph(&guidance.action);
            for target in &guidance.links {
                page.line(&format!("- {}", link(&target.title, &target.url)));
            }
        }
    }
}

fn lifecycle(code: &Code, page: &mut Page) {
    let Some(lifecycle) = &code.lifecycle else {
        return;
    };
    let stage = match lifecycle.stage {
        LifecycleStage::Deprecated => "Deprecated",
        LifecycleStage::Retired => "Retired, no longer sent",
    };
    let replaced =
        lifecycle.replaced_by.as_deref().map(|by| format!(" Replaced by {}.", escape(by)));
    page.line(&format!(
        "**{stage}** since {}.{}",
        escape(&lifecycle.since),
        replaced.unwrap_or_default()
    ));
    if let Some(note) = &lifecycle.note {
        page.paragraph(note);
    }
}

fn messages(case: &Case, page: &mut Page) {
    for message in &case.messages {
        let operations = match message.operations.as_slice() {
            [] => String::new(),
            operations => format!(" ({})", escape(&operations.join(", "))),
        };
        page.line(&format!("{}{operations}", code(&message.text)));
    }
}

fn facts(set: &CatalogSet, catalog: &Catalog, case: &Case, page: &mut Page) {
    page.table_head(&["", ""]);
    page.row(&["HTTP".into(), case.http.to_string()]);
    page.row(&["gRPC".into(), code(case.grpc.as_str())]);
    if let Some(why) = &case.status_why {
        page.row(&[String::new(), prose(why)]);
    }
    page.row(&["Retry".into(), escape(&case.retry.in_words().to_string())]);
    page.row(&["Who acts".into(), escape(case.actor.in_words())]);
    for id in &case.concepts {
        let title = set.concept(id).map_or("", |concept| &concept.title);
        let target = link(id, &format!("../concepts.md#{}", anchor(&[id])));
        page.row(&[
            "Meaning".into(),
            format!("{} {target}: {}", case.relation.in_words(), prose(title)),
        ]);
    }
    if let Some(why) = &case.why {
        page.row(&[String::new(), prose(why)]);
    }
    for param in &case.params {
        let about = param.about.as_deref().unwrap_or("a parameter of the message");
        page.row(&[code(&format!("<{}>", param.name)), prose(about)]);
    }
    if !case.operations.is_empty() {
        page.row(&["Operations".into(), operations(catalog, case)]);
    }
    let source = catalog.source(&case.source).map_or(case.source.as_str(), |source| &source.title);
    page.row(&["Source".into(), escape(source)]);
}

/// The operations, each with a word where it should no longer be called.
fn operations(catalog: &Catalog, case: &Case) -> String {
    let names = case.operations.iter().map(|name| {
        let operation = catalog.operation(name);
        let deprecated = operation.is_some_and(|operation| operation.deprecated.is_some());
        format!("{}{}", escape(name), if deprecated { " (deprecated)" } else { "" })
    });
    names.collect::<Vec<_>>().join(", ")
}
