//! Parts that several kinds of pages have.

use errcat::rt::{Fact as _, to_client};
use errcat::{Actor, Facts, HttpStatus, Retry};
use errcat_model::{Case, Catalog, Code, Tell};
use maud::{Markup, html};

use crate::facts::SiteFacts;
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
    let answer = to_client(facts);
    html! {
        dl.card {
            dt { "Answer your client with" }
            dd {
                (statuses(answer))
                @if let Some(seconds) = answer.retry.after_seconds() { p { code { "Retry-After: " (seconds) } } }
                @if (answer.http, answer.grpc) != (facts.http, facts.grpc) {
                    p.note {
                        "Your client cannot fix it, so your service answers with a failure of its own. "
                        (if facts.actor == Actor::AccountOwner { "A client who owns the account gets" } else { "The failure itself is" })
                        " " (facts.http) " " code { (name(facts.grpc.as_str())) } "."
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
            }
            @if let Some(why) = why { dt { "Why these facts" } dd.note { (prose(why)) } }
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

/// Makes a link to an operation.
pub(super) fn operation(
    facts: &SiteFacts<'_>,
    page: &Page,
    catalog: &Catalog,
    name: &str,
) -> Markup {
    let is_deprecated = catalog.operation(name).is_some_and(|one| one.deprecated.is_some());
    html! {
        (page.link(facts.places.operation(catalog, name), name))
        @if is_deprecated { " " span.badge.warning { "deprecated" } }
    }
}
