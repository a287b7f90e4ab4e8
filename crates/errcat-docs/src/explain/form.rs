//! The page with the form.

use errcat_model::artifact::Artifact;
use maud::{Markup, html};

use crate::facts::SiteFacts;
use crate::facts::places::{ASSETS, EXPLAIN};
use crate::html::Page;

/// Makes the page with the form, which loads the script that answers it.
pub(crate) fn page(facts: &SiteFacts<'_>) -> Artifact {
    let about =
        "Paste the response of a provider to see which error it is, how to answer and what to do.";
    let page = Page::new(EXPLAIN, "Explain a response").about(about);
    let main = html! {
        h1 { "Explain a response" }
        p.lede { (about) " This page does all of it: nothing that you paste is sent or stored." }
        (form(facts))
        section.explain-answer id="explain-answer" aria-live="polite" aria-label="Answer" tabindex="-1" {}
        p.note { "In a terminal, " code { "errcat decode body.json" } " does the same." }
        script defer src=(page.href(&format!("{ASSETS}/explain.js"))) {}
    };
    page.finish(facts, &main)
}

fn form(facts: &SiteFacts<'_>) -> Markup {
    html! {
        form.explain id="explain-form" autocomplete="off" novalidate {
            div.field {
                label for="explain-body" {
                    "Response: its body, the output of " code { "curl -i" } ", a line of a log, or a code"
                }
                textarea id="explain-body" rows="9" spellcheck="false" autocapitalize="off" {}
                p.explain-examples id="explain-examples" {}
            }
            div.fields {
                div.field {
                    label for="explain-provider" { "Provider" }
                    select id="explain-provider" {
                        option value="" { "detect" }
                        @for catalog in &facts.set.catalogs {
                            option value=(catalog.id) { (catalog.title) }
                        }
                    }
                }
                div.field {
                    label for="explain-status" { "HTTP status, if known" }
                    input id="explain-status" type="text" inputmode="numeric" size="5"
                        aria-describedby="explain-problem";
                }
                div.field {
                    label for="explain-operation" { "Operation, if known" }
                    input id="explain-operation" type="text" list="explain-operations" spellcheck="false";
                    datalist id="explain-operations" {}
                }
            }
            details.field {
                summary { "Headers" }
                label for="explain-headers" {
                    "Headers of the response, one per line: " code { "Retry-After: 300" }
                }
                textarea id="explain-headers" rows="3" spellcheck="false" autocapitalize="off" {}
            }
            p.explain-problem id="explain-problem" role="alert" {}
            p.buttons {
                button.primary type="submit" { "Explain" }
                " "
                button type="reset" { "Clear" }
            }
            noscript {
                p { "This page needs JavaScript. In a terminal, " code { "errcat decode" } " does the same." }
            }
        }
    }
}
