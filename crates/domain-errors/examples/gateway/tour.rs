//! Requests to try first.

use domain_errors::wix;

use crate::service::{Action, Provider};
use crate::upstreams::wix::Wix;
use crate::upstreams::{Script, StandIn};

/// A request to the service and its answer.
pub(crate) struct Stop {
    /// The method.
    pub(crate) method: &'static str,
    /// The path, with the provider and the domain.
    pub(crate) path: &'static str,
    /// The value of `Accept-Language`.
    pub(crate) languages: &'static str,
    /// The HTTP status of the answer.
    pub(crate) status: u16,
    /// A short description of the answer.
    pub(crate) about: &'static str,
}

const fn stop(method: &'static str, path: &'static str, status: u16, about: &'static str) -> Stop {
    Stop { method, path, languages: "en", status, about }
}

/// The requests. In addition, every failure has a domain: the name of its case and `.example`.
pub(crate) const STOPS: &[Stop] = &[
    stop("PUT", "/wapi/domains/free.example", 200, "done"),
    stop("PUT", "/wapi/domains/pending.example", 202, "WAPI completes it later"),
    stop("PUT", "/wapi/domains/DomainRegistered.example", 409, "a failure of WAPI"),
    stop(
        "PUT",
        "/wapi/domains/DomainRegistered.example?words=domains",
        409,
        "the same, translated",
    ),
    Stop {
        languages: "cs-CZ, cs;q=0.9, en;q=0.8",
        ..stop("PUT", "/wapi/domains/DomainRegistered.example", 409, "the same for a Czech reader")
    },
    stop("GET", "/domains/domains/DomainNotFound.example", 404, "a failure of the Domains Service"),
    stop("PUT", "/wix/domains/unregistered.example", 400, "in the words for a client"),
    stop(
        "PUT",
        "/wix/domains/unregistered.example?audience=operator",
        400,
        "with the value of its parameter, and guidance",
    ),
    stop("GET", "/wix/domains/busy.example", 200, "fails twice and is retried"),
    stop("PUT", "/wix/domains/found.example", 200, "fails, is looked up, and was carried out"),
    stop(
        "PUT",
        "/wix/domains/unknown.example",
        500,
        "an unknown code, which is not the client's fault",
    ),
    stop("PUT", "/wix/domains/unknown.example?audience=operator", 400, "everything about it"),
    stop("PUT", "/domains/domains/page.example", 500, "an HTML page of a proxy"),
    stop("PUT", "/wapi/domains/lost.example", 500, "no answer: queried, and not sent again"),
];

/// Sets the answers of Wix for three of the domains.
pub(crate) fn prepare(script: &Script) {
    let name = "unregistered.example";
    let error = wix::Error::DomainAvailableForPurchase { domain_name: Some(name.into()) };
    let answers = Wix.refusal(&error).into_iter().collect();
    script.answer(Provider::Wix, Action::Register, name, answers);

    let busy = Wix.refusal(&wix::Error::ServiceUnavailable);
    let name = "busy.example";
    let done = Wix.success(Action::Look, name);
    let answers = [busy.clone(), busy.clone(), Some(done)].into_iter().flatten().collect();
    script.answer(Provider::Wix, Action::Look, name, answers);
    script.answer(Provider::Wix, Action::Register, "found.example", busy.into_iter().collect());
}
