//! Parts that several kinds of pages have.

use errcat::rt::{Fact as _, relay};
use errcat::{Audience, Facts, HttpStatus, Relation, Retry};
use errcat_model::translate::{Choices, Translation};
use errcat_model::{Case, Catalog, Code, Tell};
use maud::{Markup, html};

use crate::facts::{SiteFacts, answer};
use crate::html::Page;
use crate::html::text::{name, prose};

/// Shows the sentence for the customer of a case or meaning, first in English.
pub(super) fn tell(tell: &Tell) -> Markup {
    let others = tell.iter().filter(|(language, _)| *language != "en");
    html! {
        div.tell {
            p.label { "Tell the customer" }
            @for (language, text) in tell.get_key_value("en").into_iter().chain(others) {
                p { span lang=(language) { (prose(text)) } }
            }
        }
    }
}

/// Shows the facts of a case or meaning, and the statuses that the provider sends, if they are known.
pub(super) fn card(facts: Facts, sent: &[HttpStatus], why: Option<&str>) -> Markup {
    let (answer, is_relayed) = answer(facts);
    let owner = relay(facts, Audience::AccountOwner).map_or(facts, |(_, facts)| facts);
    html! {
        dl.card {
            dt { "Answer your client with" }
            dd {
                (statuses(answer))
                @if is_relayed {
                    p.note {
                        "Your client is not to blame, so it becomes a failure of your service. For you, it is "
                        (facts.http) " " code { (name(facts.grpc.as_str())) } "."
                    }
                    @if owner.http != answer.http {
                        p.note {
                            "A client who owns the account at the provider gets "
                            (owner.http) " " code { (name(owner.grpc.as_str())) } "."
                        }
                    }
                }
            }
            @if !sent.is_empty() {
                dt { "The provider sends" }
                dd { @for (index, status) in sent.iter().enumerate() {
                    @if index > 0 { " or " }
                    "HTTP " (status)
                } }
            }
            dt { "Retry" }
            dd {
                b { (facts.retry) }
                @if let Some(clause) = facts.retry.explanation() { p.note { (clause) (in_units(facts.retry)) } }
            }
            dt { "Who acts" }
            dd {
                b { (facts.actor) }
                @if let Some(clause) = facts.actor.explanation() { p.note { (clause) } }
                @if let Some(why) = why { p.note { (prose(why)) } }
            }
        }
    }
}

/// Says a delay in the largest unit of which it is a multiple, unless that is seconds.
fn in_units(retry: Retry) -> String {
    let seconds = retry.after_seconds().unwrap_or(0);
    let units = [("day", 86_400), ("hour", 3600), ("minute", 60)];
    let fits = |(_, unit): &(&str, u32)| seconds > 0 && seconds.is_multiple_of(*unit);
    units.into_iter().find(fits).map_or_else(String::new, |(name, unit)| match seconds / unit {
        1 => format!(" (1 {name})"),
        count => format!(" ({count} {name}s)"),
    })
}

fn statuses(facts: Facts) -> Markup {
    html! { b { "HTTP " (facts.http) } p { "gRPC " code { (name(facts.grpc.as_str())) } } }
}

/// Makes a link to a case, with its code and name.
pub(super) fn case_link(
    facts: &SiteFacts<'_>,
    page: &Page,
    catalog: &Catalog,
    code: &Code,
    case: &Case,
) -> Markup {
    let label = html! { b { (name(&code.code)) } " " (name(&case.name)) };
    page.link(&facts.places.case(catalog, code, case), label)
}

/// Makes the label of a relation.
pub(super) fn relation(relation: Option<Relation>) -> Markup {
    let class = relation.map_or("none", Relation::as_str);
    let words = relation.map_or("no equivalent", Relation::as_str);
    html! { span class={ "relation " (class) } title=[relation.map(Relation::description)] { (words) } }
}

/// Lists the equivalents in some catalogs.
pub(super) fn equivalents<'t, 'c>(
    facts: &SiteFacts<'_>,
    page: &Page,
    catalogs: impl Iterator<Item = &'c Catalog>,
    choose: impl Fn(&Catalog) -> Choices<'t>,
) -> Markup {
    html! {
        dl.equivalents {
            @for into in catalogs {
                @let Choices { best, others, left_out, .. } = choose(into);
                dt { (into.title) }
                @if best.is_none() { dd { (relation(None)) } }
                @for Translation { code, case, relation: how, why, .. } in best.iter().chain(&others) {
                    dd {
                        (relation(Some(*how))) " " (case_link(facts, page, into, code, case))
                        @if let Some(why) = why { p.note { (prose(why)) } }
                    }
                }
                @if left_out > 0 { dd.note { (left_out) " more that say more" } }
            }
        }
    }
}
