//! Holes in the checker: broken laws that lowering is the first to notice.

use crate::text::Place;
use crate::{Finding, Law};

/// A broken law that no check reported.
pub(super) type Hole = Box<Finding>;

/// Values that a law promises.
pub(super) trait Promised<T> {
    /// Returns the value, or the law that was broken without a finding.
    fn by(self, law: Law, place: Place) -> Result<T, Hole>;
}

impl<T> Promised<T> for Option<T> {
    fn by(self, law: Law, place: Place) -> Result<T, Hole> {
        self.ok_or_else(|| {
            let message = format!("internal error: no check found that this breaks `{}`", law.id());
            let help = "correct it, and report this as a bug of errcat";
            Box::new(Finding::new(law, place, message, help))
        })
    }
}
