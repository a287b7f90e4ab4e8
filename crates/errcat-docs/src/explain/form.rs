//! The page with the form.

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use crate::markdown::{Page, escape_html};
use crate::places::EXPLAIN;
use crate::site::Facts;

/// Explain a response: a form, and what loads the scripts that answer it.
pub(crate) fn page(facts: &Facts<'_>) -> Artifact {
    let mut page = Page::new(EXPLAIN, "Explain a response");
    page.paragraph(
        "Paste what a provider answered, and read which error it is, what to answer and what to do. \
         All of it happens in this page: nothing of what you paste is sent or stored.",
    );
    page.line(&form(facts.set));
    page.line("<link rel=\"stylesheet\" href=\"explain/explain.css\">");
    page.line("<script defer src=\"explain/explain.js\"></script>");
    page.paragraph("`errcat decode CATALOG < body.json` says the same in a terminal.");
    page.into_artifact()
}

/// The form, without an empty line: Markdown would end the HTML there.
fn form(set: &CatalogSet) -> String {
    let option = |(id, title): (&String, &String)| {
        format!("<option value=\"{}\">{}</option>", escape_html(id), escape_html(title))
    };
    let options = set.catalogs.iter().map(|catalog| option((&catalog.id, &catalog.title)));
    include_str!("assets/form.html").trim_end().replace("{{options}}", &options.collect::<String>())
}
