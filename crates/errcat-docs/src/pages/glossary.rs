//! The page with the terms that guidance uses.

use errcat_model::artifact::Artifact;
use maud::html;

use crate::facts::SiteFacts;
use crate::facts::places::{GLOSSARY, terms};
use crate::html::Page;
use crate::html::text::prose;

/// Returns the page, if there are any terms.
pub(super) fn page(facts: &SiteFacts<'_>) -> Option<Artifact> {
    let page = Page::new(GLOSSARY, "Glossary");
    let main = html! {
        h1 { "Glossary" }
        p.lede { "The terms that causes and actions use." }
        dl.terms {
            @for (anchor, term, about) in terms(facts.set) {
                dt id=(anchor) { (term) }
                dd { (prose(about)) }
            }
        }
    };
    (!facts.set.glossary.is_empty()).then(|| page.finish(facts, &main))
}
