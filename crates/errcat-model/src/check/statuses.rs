//! HTTP, gRPC and retry advice: in range, of one class, and true to the outcome.

use errcat::{GrpcCode, HttpStatus, Outcome, Retry};

use super::hub::retry_advice;
use super::{Defaults, Hub, View};
use crate::read::{HttpNumber, RetryWord};
use crate::span::Spanned;
use crate::written::Provider;
use crate::{Finding, Law, Place};

/// The two statuses of one meaning or case, from wherever they come.
#[derive(Clone, Copy)]
pub(super) struct Statuses<'a> {
    pub(super) what: &'a str,
    /// Whether it is a case, which can inherit a status and say why two contradict.
    pub(super) is_case: bool,
    pub(super) http: &'a Spanned<HttpNumber>,
    pub(super) grpc: &'a Spanned<GrpcCode>,
    pub(super) outcome: Outcome,
    pub(super) why: Option<&'a Spanned<String>>,
    /// What the statuses belong to.
    pub(super) place: Place,
}

pub(super) fn check(provider: &Provider, hub: &Hub<'_>, findings: &mut Vec<Finding>) {
    for status in &provider.provider.statuses {
        check_range(&status.http, "write a status from 100 to 599", findings);
    }
    for view in View::all(provider) {
        // Without a meaning nothing is inherited; that has been reported.
        let Some(defaults) = first_defaults(&view, hub) else {
            continue;
        };
        check_statuses(&view, defaults, findings);
        check_retry(&view, hub, defaults, findings);
    }
}

/// What the first meaning of a case hands down.
pub(crate) fn first_defaults(view: &View<'_>, hub: &Hub<'_>) -> Option<Defaults> {
    let claims = view.claims();
    hub.defaults(claims.first()?.meanings.first()?)
}

fn check_statuses(view: &View<'_>, defaults: Defaults, findings: &mut Vec<Finding>) {
    let (http, grpc) = (view.http(), view.grpc());
    // Statuses that are inherited both have been checked at the meaning.
    if http.is_none() && grpc.is_none() {
        return;
    }
    let place = view.place();
    let inherited_http = Spanned { value: HttpNumber(defaults.http.get().into()), place };
    let inherited_grpc = Spanned { value: defaults.grpc, place };
    let what = format!("`{}`", view.reference());
    let statuses = Statuses {
        what: &what,
        is_case: true,
        place,
        http: http.unwrap_or(&inherited_http),
        grpc: grpc.unwrap_or(&inherited_grpc),
        outcome: view.outcome(),
        why: view.status_why(),
    };
    check_pair(statuses, findings);
}

pub(crate) fn http_status(http: &Spanned<HttpNumber>) -> Option<HttpStatus> {
    u16::try_from(http.value.0).ok().and_then(HttpStatus::new)
}

fn check_range(
    http: &Spanned<HttpNumber>,
    help: &str,
    findings: &mut Vec<Finding>,
) -> Option<HttpStatus> {
    let status = http_status(http);
    if status.is_none() {
        let message = format!("{} is not an HTTP status", http.value.0);
        findings.push(Finding::new(Law::HttpRange, http.place, message).help(help));
    }
    status
}

pub(super) fn check_pair(statuses: Statuses<'_>, findings: &mut Vec<Finding>) {
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
    with_origins(Finding::new(Law::OutcomeStatus, http.place, message).help(help), statuses)
}

fn contradiction(statuses: Statuses<'_>, status: HttpStatus) -> Finding {
    let Statuses { what, http, grpc, .. } = statuses;
    let message = format!(
        "{what} answers HTTP {status} and gRPC {}, which stands for {}",
        grpc.value,
        grpc.http_status()
    );
    let help = if statuses.is_case {
        "make both a client error or both a server error, or say why not in `status-why:`"
    } else {
        "make both a client error or both a server error"
    };
    with_origins(Finding::new(Law::StatusContradiction, http.place, message).help(help), statuses)
}

/// Names both places; one that is only the code itself stands for a status that is inherited.
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

fn check_retry(view: &View<'_>, hub: &Hub<'_>, defaults: Defaults, findings: &mut Vec<Finding>) {
    if let Some(retry) = view.retry()
        && retry.value == RetryWord::Later
        && all_need_a_fix(view, hub)
    {
        let message = format!(
            "`{}` is retried as it is, but its meaning must be fixed first",
            view.reference()
        );
        findings.push(
            Finding::new(Law::RetryContradiction, retry.place, message).help(
                "write `retry: after-fix`, or map the code to a meaning that passes by itself",
            ),
        );
    }
    let advice = effective_retry(view, defaults);
    if let Some(after) = view.retry_after()
        && !matches!(advice, Retry::Later { .. })
    {
        let message =
            format!("`{}` has a delay, but its advice is `{}`", view.reference(), advice.word());
        findings.push(
            Finding::new(Law::RetryContradiction, after.place, message)
                .help("add `retry: later`, or remove `retry-after:`"),
        );
    }
}

fn all_need_a_fix(view: &View<'_>, hub: &Hub<'_>) -> bool {
    let claims = view.claims();
    let mut meanings = claims.iter().flat_map(|claim| &claim.meanings);
    meanings.all(|meaning| {
        hub.defaults(meaning).is_some_and(|defaults| defaults.retry == Retry::AfterFix)
    })
}

/// The advice of a case: its own, or its meaning's, with the delay that it knows.
pub(crate) fn effective_retry(view: &View<'_>, defaults: Defaults) -> Retry {
    let after_seconds = view.retry_after().map(|after| after.value);
    match (view.retry(), defaults.retry) {
        (Some(word), _) => retry_advice(word.value, after_seconds),
        (None, Retry::Later { .. }) => Retry::Later { after_seconds },
        (None, inherited) => inherited,
    }
}
