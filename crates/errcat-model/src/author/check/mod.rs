//! Takes what was written; reports every law that it breaks. Each module checks one family of
//! laws, and none of them stops at the first finding.

mod cascade;
mod identity;
mod links;
mod meaning;
mod texts;
mod unique;

use crate::Finding;
use crate::author::resolve::{Codes, Hub};
use crate::author::written::Written;

/// Checks everything that was written.
///
/// `findings` holds what could not be read; broken laws are added to it.
pub(crate) fn check<'w>(
    written: &'w Written,
    hub: &Hub<'_>,
    codes: &Codes<'w>,
    findings: &mut Vec<Finding>,
) {
    let mut checked = Vec::new();
    identity::check(written, &mut checked);
    texts::check(written, &mut checked);
    meaning::check(written, hub, &mut checked);
    links::check(written, codes, &mut checked);
    cascade::remove_consequences(findings, written, &mut checked);
    findings.append(&mut checked);
}
