//! The page with the form, in Markdown.

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use crate::facts::SiteFacts;
use crate::facts::places::EXPLAIN;
use crate::markdown::{Page, escape_html};

/// Makes the page with the form, which loads the script that answers it.
pub(crate) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let mut page = Page::new(EXPLAIN, "Explain a response");
    page.paragraph(
        "Paste the response of a provider to see which error it is, how to answer and what to do. \
         This page does all of it: nothing that you paste is sent or stored.",
    );
    page.line(&form(facts.set));
    page.line("<link rel=\"stylesheet\" href=\"explain/explain.css\">");
    page.line("<script defer src=\"explain/explain.js\"></script>");
    page.paragraph("In a terminal, `errcat decode body.json` does the same.");
    page.into_artifact()
}

/// Fills in the form, without an empty line: Markdown would end the HTML there.
fn form(set: &CatalogSet) -> String {
    let option = |(id, title): (&String, &String)| {
        format!("<option value=\"{}\">{}</option>", escape_html(id), escape_html(title))
    };
    let options = set.catalogs.iter().map(|catalog| option((&catalog.id, &catalog.title)));
    include_str!("form.html").trim_end().replace("{{options}}", &options.collect::<String>())
}
