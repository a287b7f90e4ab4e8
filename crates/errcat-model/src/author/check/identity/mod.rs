//! Takes what was written; reports what is defined twice, misnamed or out of its range.

mod addresses;
mod codes;
mod names;
mod providers;

use crate::Finding;
use crate::author::written::Written;

pub(super) fn check(written: &Written, findings: &mut Vec<Finding>) {
    providers::check(written, findings);
    codes::check(written, findings);
    names::check(written, findings);
    addresses::check(written, findings);
}
