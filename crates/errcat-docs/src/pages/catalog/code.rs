//! The page of a code, with a section for each of several cases.

use errcat::HttpStatus;
use errcat_model::artifact::Artifact;
use errcat_model::{BodyFormat, Case, Example, Guidance};
use maud::{Markup, html};

use super::code_page::{CodePage, says_its_name, words};
use super::details::details;
use crate::facts::places::meaning_page;
use crate::html::text::{body, capital, link_out, name, prose};
use crate::pages::parts::{self, card, tell};
use crate::pages::relations::equivalents;

impl CodePage<'_, '_> {
    pub(super) fn finish(self) -> Artifact {
        let Self { facts, code, .. } = self;
        let main = html! {
            (self.head())
            @match code.cases.as_slice() {
                [case] => (self.case(case, "h2")),
                cases => {
                    p.lede { "It is sent in " (cases.len()) " cases:" }
                    ul { @for case in cases { li { (self.link_to(case)) } } }
                    @for case in cases { (self.one_of_several(case)) }
                    (self.without_case())
                }
            }
        };
        self.page.finish(facts, &main)
    }

    fn head(&self) -> Markup {
        let Self { facts, catalog, code, .. } = self;
        let anchor = catalog.anchor_of_code(code).to_string();
        html! {
            header.head {
                h1 id=(anchor) {
                    span.code { (name(&code.code)) }
                    @if !says_its_name(facts, code) { " " (capital(&words(facts, &code.name))) }
                }
                p.badges {
                    @if let Some(stage) = code.stage() { span.badge.warning { (stage.as_str()) } }
                    @if !code.outcome.is_failure() { span.badge { (code.outcome) } }
                    button.copy type="button" data-link=(anchor) hidden { "Copy link" }
                }
            }
        }
    }

    fn link_to(&self, case: &Case) -> Markup {
        let Self { facts, catalog, code, page, .. } = self;
        let label = capital(&words(facts, &case.name));
        html! {
            (page.link(&facts.places.case(catalog, code, case), label))
            @if let Some(message) = case.messages.first() { " " q { (message.text) } }
        }
    }

    /// Says which code others have for it if the case is not known.
    fn without_case(&self) -> Markup {
        let Self { facts, catalog, code, page, .. } = self;
        let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
        html! {
            @if facts.set.catalogs.len() > 1 {
                section.one-of-several {
                    h2 { "If the case is not known" }
                    (equivalents(facts, page, others, None, |into| facts.translator.choices(catalog, code, None, &into.id)))
                }
            }
        }
    }

    fn one_of_several(&self, case: &Case) -> Markup {
        let anchor = self.catalog.anchor_of_case(self.code, case).to_string();
        html! {
            section.one-of-several aria-labelledby=(anchor) {
                h2 id=(anchor) { (capital(&words(self.facts, &case.name))) }
                (self.case(case, "h3"))
            }
        }
    }

    /// Shows a case below a heading. `level` is that of the headings in it.
    fn case(&self, case: &Case, level: &'static str) -> Markup {
        let Self { facts, catalog, code, page, .. } = self;
        let others = facts.set.catalogs.iter().filter(|into| into.id != catalog.id);
        let title = |text: &str| heading(level, text);
        let sent = catalog.sent_with(code, case);
        html! {
            @for anchor in catalog.earlier_anchors(code, case) { a id=(anchor) {} }
            (self.messages(case))
            div.case {
                div.lead {
                    (tell(&case.tell))
                    @if let Some(found) = &case.guidance { (guidance(found, level)) }
                }
                aside.facts aria-label="Facts" { (card(case.facts, &sent, case.facts_why.as_deref())) }
                div.more {
                    (title("What it means"))
                    (self.meaning(case))
                    @if facts.set.catalogs.len() > 1 {
                        (title("At other providers"))
                        (equivalents(facts, page, others, Some(case.facts), |into| facts.translator.choices(catalog, code, Some(case), &into.id)))
                    }
                    (self.example(case, level))
                    (title("Details"))
                    (details(self, case))
                }
            }
        }
    }

    fn meaning(&self, case: &Case) -> Markup {
        html! {
            @for id in &case.meanings {
                @let title = self.facts.set.meaning(id).map_or("", |meaning| &meaning.title);
                p { (capital(case.relation.description())) " " (self.page.link(&meaning_page(id), id)) ": " (prose(title)) }
            }
            @if let Some(why) = &case.why { p.note { (prose(why)) } }
        }
    }

    fn messages(&self, case: &Case) -> Markup {
        html! {
            div.messages { @for message in &case.messages {
                p { span.label { "Message" } " " code { (message.text) }
                    @for (index, name) in message.operations.iter().enumerate() {
                        span.note { (if index == 0 { " from " } else { ", " }) (parts::operation(self.facts, &self.page, self.catalog, name)) }
                    }
                }
            } }
        }
    }

    /// Shows responses that the provider sends, or else one that it could send.
    fn example(&self, case: &Case, level: &'static str) -> Markup {
        let documented: Vec<&Example> = self.catalog.examples_of(self.code, case).collect();
        let made = |format| self.examples.body(self.code, case, format);
        let bodies: Vec<(Option<HttpStatus>, String)> = if documented.is_empty() {
            [BodyFormat::Json, BodyFormat::Xml]
                .into_iter()
                .filter_map(made)
                .map(|body| (None, body))
                .collect()
        } else {
            documented.iter().map(|example| (example.status, example.body.clone())).collect()
        };
        html! {
            @if let Some(((status, first), others)) = bodies.split_first() {
                (heading(level, "Example response"))
                @if let Some(status) = status { p.note { "Sent with HTTP " (status) "." } }
                (body(first))
                @for (status, text) in others {
                    details {
                        summary {
                            @match status {
                                Some(status) => { "Another example, sent with HTTP " (status) },
                                None => "The same in XML",
                            }
                        }
                        (body(text))
                    }
                }
            }
        }
    }
}

fn heading(level: &str, text: &str) -> Markup {
    html! { @if level == "h2" { h2 { (text) } } @else { h3 { (text) } } }
}

fn guidance(guidance: &Guidance, level: &str) -> Markup {
    html! {
        (heading(level, "What happened"))
        p { (prose(&guidance.cause)) }
        (heading(level, "What to do"))
        p { (prose(&guidance.action)) }
        @if !guidance.links.is_empty() {
            ul { @for target in &guidance.links { li { (link_out(&target.title, &target.url)) } } }
        }
    }
}
