//! HTTP status and gRPC code: in range, of one class, and consistent with the outcome.

use errcat::{Facts, GrpcCode, HttpStatus, Outcome};

use crate::author::read::HttpNumber;
use crate::author::resolve::{Hub, View, examples};
use crate::author::written::{FactsSource, Provider};
use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

/// The two statuses of a meaning or case, written or inherited.
#[derive(Clone, Copy)]
pub(super) struct Statuses<'a> {
    pub(super) what: &'a str,
    /// Whether this is a case, which can inherit a status and say why the two contradict.
    pub(super) is_case: bool,
    pub(super) http: Spanned<HttpNumber>,
    pub(super) grpc: Spanned<GrpcCode>,
    pub(super) outcome: Outcome,
    pub(super) why: Option<&'a Spanned<String>>,
    /// The meaning or case.
    pub(super) place: Place,
}

pub(super) fn check(provider: &Provider, hub: &Hub<'_>, findings: &mut Collector) {
    let statuses = provider.provider.statuses.iter().map(|status| status.http);
    let envelopes = provider.provider.envelopes.iter().filter_map(|envelope| envelope.http);
    let examples = examples(provider).filter_map(|example| example.response.status);
    for status in statuses.chain(envelopes).chain(examples) {
        check_range(status, "write a status from 100 to 599", findings);
    }
    for view in View::all(provider) {
        // Without a meaning nothing is inherited, which was reported.
        if let Some(inherited) = view.inherited(hub) {
            check_statuses(&view, inherited, findings);
        }
    }
}

fn check_statuses(view: &View<'_>, inherited: Facts, findings: &mut Collector) {
    let FactsSource { http, grpc, .. } = view.facts();
    // Two inherited statuses were checked at the meaning.
    if http.is_none() && grpc.is_none() {
        return;
    }
    let place = view.place();
    let number = HttpNumber(inherited.http.get().into());
    let what = format!("`{}`", view.reference());
    let statuses = Statuses {
        what: &what,
        is_case: true,
        place,
        http: http.unwrap_or(Spanned { value: number, place }),
        grpc: grpc.unwrap_or(Spanned { value: inherited.grpc, place }),
        outcome: view.outcome(),
        why: view.facts_why(),
    };
    check_pair(statuses, findings);
}

fn check_range(
    http: Spanned<HttpNumber>,
    help: &str,
    findings: &mut Collector,
) -> Option<HttpStatus> {
    let status = http.status();
    if status.is_none() {
        let message = format!("{} is not an HTTP status", http.value.0);
        findings.push(Finding::new(Law::HttpRange, http.place, message, help));
    }
    status
}

pub(super) fn check_pair(statuses: Statuses<'_>, findings: &mut Collector) {
    let Statuses { http, grpc, outcome, .. } = statuses;
    let help = "write a status from 100 to 599, or remove the key to inherit it";
    let Some(status) = check_range(http, help, findings) else {
        return;
    };
    let is_ok = grpc.value == GrpcCode::Ok;
    if outcome.is_failure() != status.is_error() || outcome.is_failure() == is_ok {
        findings.push(wrong_outcome(statuses, status));
    } else if status.class() != grpc.http_status().class() && statuses.why.is_none() {
        findings.push(contradiction(statuses, status));
    }
}

fn wrong_outcome(statuses: Statuses<'_>, status: HttpStatus) -> Finding {
    let Statuses { what, http, grpc, outcome, .. } = statuses;
    let message = format!("{what} is a {outcome} and answers {status} {}", grpc.value);
    let help = if outcome.is_failure() {
        "give a failure a 4xx or 5xx status and a gRPC code other than OK"
    } else {
        "give a success or notification a 2xx status and the gRPC code OK"
    };
    with_origins(Finding::new(Law::OutcomeStatus, http.place, message, help), statuses)
}

fn contradiction(statuses: Statuses<'_>, status: HttpStatus) -> Finding {
    let Statuses { what, http, grpc, .. } = statuses;
    let message = format!(
        "{what} answers HTTP {status} and gRPC {}, which corresponds to {}",
        grpc.value,
        grpc.http_status()
    );
    let help = if statuses.is_case {
        "make both a client error or both a server error, or say why not in `facts-why:`"
    } else {
        "make both a client error or both a server error"
    };
    with_origins(Finding::new(Law::StatusContradiction, http.place, message, help), statuses)
}

/// Names both places; an inherited status is labeled at the code itself.
fn with_origins(finding: Finding, statuses: Statuses<'_>) -> Finding {
    let Statuses { what, http, grpc, .. } = statuses;
    let label = |status: &str, place: Place, code: Place| {
        if statuses.is_case && place == code {
            format!("{what} inherits {status}")
        } else {
            status.to_owned()
        }
    };
    let code = statuses.place;
    let finding = finding.label(label(&format!("HTTP {}", http.value.0), http.place, code));
    finding.also(grpc.place, label(&format!("gRPC {}", grpc.value), grpc.place, code))
}
