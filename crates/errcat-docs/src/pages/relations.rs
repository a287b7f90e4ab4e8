//! Equivalents in other catalogs, and their relations.

use errcat::rt::to_client;
use errcat::{Facts, Relation};
use errcat_model::Catalog;
use errcat_model::translate::{Choices, Translation};
use maud::{Markup, html};

use super::parts::case_link;
use crate::facts::SiteFacts;
use crate::facts::places::meaning_page;
use crate::html::Page;
use crate::html::text::prose;

/// The relations of a case to another catalog, from the best one, explained.
pub(super) const RELATIONS: [(Option<Relation>, &str); 6] = [
    (Some(Relation::Exact), "Both mean exactly the same."),
    (Some(Relation::Close), "They differ in a detail, which a person has reviewed."),
    (Some(Relation::Wider), "It is true, but says less."),
    (Some(Relation::Narrower), "It says more than is known, so it is not used."),
    (Some(Relation::Related), "It is about something connected with it, so it is not used."),
    (None, "No code there means it, or several are as close. A wrong one would be worse."),
];

/// Makes the label of a relation.
pub(super) fn relation(relation: Option<Relation>) -> Markup {
    html! { span class={ "relation " (class(relation)) } { (words(relation)) } }
}

/// Returns the class of everything in the color of a relation.
pub(super) fn class(relation: Option<Relation>) -> &'static str {
    relation.map_or("none", Relation::as_str)
}

/// Returns what people call a relation.
pub(super) fn words(relation: Option<Relation>) -> &'static str {
    relation.map_or("no equivalent", Relation::as_str)
}

/// Says why an equivalent is one: in the words of a person, or by the meaning that both have.
pub(super) fn why(to: &Translation<'_>, page: &Page) -> Markup {
    html! {
        @match (to.why, to.via) {
            (Some(why), _) => (prose(why)),
            (None, Some(via)) => { "In common: " (page.link(&meaning_page(&via.id), prose(&via.title))) }
            (None, None) => {},
        }
    }
}

/// Lists the equivalents in some catalogs of something with these facts.
pub(super) fn equivalents<'t, 'c>(
    facts: &SiteFacts<'_>,
    page: &Page,
    catalogs: impl Iterator<Item = &'c Catalog>,
    own: Option<Facts>,
    choose: impl Fn(&Catalog) -> Choices<'t>,
) -> Markup {
    html! {
        dl.equivalents {
            @for into in catalogs {
                @let choices = choose(into);
                @let is_tie = choices.is_tie();
                @let Choices { best, others, left_out, .. } = choices;
                dt { (into.title) }
                @if is_tie { dd.note { "None of these is better than the others:" } }
                @else if best.is_none() && !others.is_empty() { dd.note { "None of these may take its place:" } }
                @else if best.is_none() { dd { (relation(None)) } }
                @for found in best.iter().chain(&others) {
                    @let Translation { code, case, .. } = found;
                    @let there = to_client(case.facts).http;
                    dd {
                        (relation(Some(found.relation))) " " (case_link(facts, page, into, code, case))
                        @if own.is_some_and(|own| to_client(own).http != there) { span.note { " (you answer HTTP " (there) ")" } }
                        @if found.why.is_some() || matches!(found.relation, Relation::Close | Relation::Wider) {
                            p.note { (why(found, page)) }
                        }
                    }
                }
                @if left_out > 0 { dd.note { (left_out) " more that say more" } }
            }
        }
    }
}
