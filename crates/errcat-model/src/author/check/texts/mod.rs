//! Takes what was written; reports messages that cannot be read back and guidance that helps nobody.

mod cases;
mod guidance;

use crate::Finding;
use crate::author::written::Written;

pub(super) fn check(written: &Written, findings: &mut Vec<Finding>) {
    for provider in &written.providers {
        cases::check(provider, findings);
    }
    guidance::check(written, findings);
}
