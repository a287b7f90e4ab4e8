//! Takes what was written and the hub; reports what codes cannot mean or answer.

mod advice;
pub(super) mod contradiction;
mod hub;
mod relations;
mod roles;
mod statuses;
mod tell;

use crate::author::resolve::Hub;
use crate::author::written::Written;
use crate::findings::Collector;

pub(super) fn check(written: &Written, hub: &Hub<'_>, findings: &mut Collector) {
    hub::check(written, hub, findings);
    roles::check(written, hub, findings);
    tell::check(written, findings);
    for provider in &written.providers {
        relations::check(provider, hub, findings);
        statuses::check(provider, hub, findings);
        advice::check(provider, hub, findings);
    }
}
