//! Takes what was written and the index of codes; reports references that lead nowhere.

mod history;
mod translations;

use crate::Finding;
use crate::author::resolve::Codes;
use crate::author::written::Written;

pub(super) fn check<'w>(written: &'w Written, codes: &Codes<'w>, findings: &mut Vec<Finding>) {
    history::check(written, codes, findings);
    translations::check(written, codes, findings);
}
