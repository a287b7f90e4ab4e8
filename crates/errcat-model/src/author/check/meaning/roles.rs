//! The roles of the hub: the meanings of failures that no code of a catalog names.

use errcat::Outcome;

use crate::author::resolve::Hub;
use crate::author::written::{RolesSource, Written};
use crate::findings::Collector;
use crate::{Finding, Law};

pub(super) fn check(written: &Written, hub: &Hub<'_>, findings: &mut Collector) {
    let [first, others @ ..] = written.roles.as_slice() else {
        check_missing(written, findings);
        return;
    };
    for roles in others {
        let help = "remove one of the two";
        let finding = Finding::new(Law::HubRoles, roles.place, "the roles are written twice", help);
        findings.push(finding.again(first.place));
    }
    let RolesSource { passing, broken, validation, unknown, place: _ } = first;
    for meaning in [passing, broken, validation, unknown] {
        if !hub.contains(meaning) {
            super::relations::unknown(meaning, hub, findings);
        } else if hub.facts(meaning).is_some_and(|facts| !facts.outcome.is_failure()) {
            let message =
                format!("the role has the meaning `{}`, which is not a failure", **meaning);
            let help = "name a meaning below `failure`";
            findings.push(Finding::new(Law::HubRoles, meaning.place, message, help));
        }
    }
}

fn check_missing(written: &Written, findings: &mut Collector) {
    let is_failure = |id: &str| id.parse() == Ok(Outcome::Failure);
    let mut roots = written.meanings.iter().filter(|meaning| meaning.parent.is_none());
    if let Some(failure) = roots.find(|meaning| is_failure(&meaning.id)) {
        let message = "the hub has failures, but names no roles";
        let help = "add `roles:` with `passing`, `broken`, `validation` and `unknown`";
        findings.push(Finding::new(Law::HubRoles, failure.id.place, message, help));
    }
}
