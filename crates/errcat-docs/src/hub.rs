//! The page about the hub.

use errcat_model::artifact::Artifact;
use errcat_model::{CatalogSet, Concept};

use crate::markdown::{Page, anchor, code, escape, link, prose};

pub(crate) fn page(set: &CatalogSet) -> Artifact {
    let mut page = Page::new("The hub of meanings");
    page.paragraph("Provider-neutral meanings, and the codes that stand for each.");
    for concept in &set.concepts {
        page.anchored_heading(&anchor(&[&concept.id]), &concept.id);
        page.paragraph(&concept.title);
        facts(concept, &mut page);
        for line in mapped(set, concept) {
            page.line(&line);
        }
    }
    page.into_artifact("concepts.md")
}

fn facts(concept: &Concept, page: &mut Page) {
    let parent = concept.parent.as_deref();
    let parent = parent.map(|id| format!("part of {}, ", link(id, &format!("#{}", anchor(&[id])))));
    page.line(&format!(
        "{}HTTP {}, gRPC {}, retry {}; who acts: {}",
        parent.unwrap_or_default(),
        concept.http,
        code(concept.grpc.as_str()),
        escape(&concept.retry.to_string()),
        escape(concept.actor.in_words())
    ));
}

/// The codes of each catalog that stand for a concept, as one line of links.
fn mapped(set: &CatalogSet, concept: &Concept) -> Vec<String> {
    let lines = set.catalogs.iter().filter_map(|catalog| {
        let codes = catalog
            .codes
            .iter()
            .filter(|code| code.cases.iter().any(|case| case.concepts.contains(&concept.id)));
        let links: Vec<String> = codes
            .map(|code| {
                let target = format!(
                    "{}/{}.md#{}",
                    catalog.id,
                    code.group,
                    anchor(&[&catalog.id, &code.code])
                );
                format!("{} {}", link(&code.code, &target), prose(&code.name))
            })
            .collect();
        (!links.is_empty()).then(|| format!("- {}: {}", escape(&catalog.id), links.join(", ")))
    });
    lines.collect()
}
