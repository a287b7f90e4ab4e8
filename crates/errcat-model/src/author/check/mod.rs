//! Takes what was written; reports every law that it breaks. Each module checks one family of
//! laws, and none of them stops at the first finding.

mod cascade;
mod cases;
mod guidance;
mod history;
mod identity;
mod inherited;
mod meaning;
mod translations;
mod unique;

use crate::Finding;
use crate::author::resolve::{Codes, Hub};
use crate::author::written::Written;
use crate::findings::Collector;

/// Checks everything that was written.
///
/// `findings` holds what could not be read; broken laws are added to it.
pub(crate) fn check<'w>(
    written: &'w Written,
    hub: &Hub<'_>,
    codes: &Codes<'w>,
    findings: &mut Vec<Finding>,
) {
    let mut checked = Collector::default();
    if inherited::check(written, &mut checked) {
        identity::check(written, &mut checked);
        cases::check(written, &mut checked);
        guidance::check(written, &mut checked);
        meaning::check(written, hub, &mut checked);
        history::check(written, codes, &mut checked);
        translations::check(written, hub, codes, &mut checked);
    }
    let mut checked = checked.into_vec();
    cascade::remove_consequences(findings, written, &mut checked);
    findings.append(&mut checked);
}
