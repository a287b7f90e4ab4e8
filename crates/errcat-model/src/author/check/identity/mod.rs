//! Takes what was written; reports what is defined twice, misnamed or out of its range.

mod addresses;
mod codes;
mod envelopes;
mod names;
mod providers;

use crate::author::written::Written;
use crate::findings::Collector;

pub(super) fn check(written: &Written, findings: &mut Collector) {
    providers::check(written, findings);
    codes::check(written, findings);
    names::check(written, findings);
    addresses::check(written, findings);
}
