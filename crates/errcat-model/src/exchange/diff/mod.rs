//! Takes two states of catalogs; hands out every difference, with the level of its version step.
//!
//! Checked catalogs are compared, so an inherited fact counts like a written one. Every difference
//! has a [`Rule`], and every rule has a level: the step of the version that announces the change to
//! users of generated code.
//!
//! - **Major**: code that compiled no longer does, a response that was understood no longer is, or
//!   following the advice does harm.
//! - **Minor**: everything still compiles and is still understood; there is more, or an answer is
//!   different. Statuses are minor: they are data, and a catalog that could never correct a wrong
//!   status without a major version would keep it.
//! - **Patch**: only people notice.
//!
//! Something with a new name is matched with its old name: a code by its identifier on the wire, a
//! case by its id, an earlier name, its texts, or as the only one left; a parameter by its place in
//! the text; an operation by its address or the cases that name it; a meaning by its title.

mod change;
mod families;
mod pairs;
mod places;
mod rule;
mod show;

use crate::{BrokenLaw, CatalogSet};

use change::Spot;
use pairs::Pairs;

pub use change::{Change, Diff};
pub use places::Places;
pub use rule::{Family, Level, Rule};
pub use show::{Report, ReportedChange, ReportedPlace, github, markdown, report};

impl Diff {
    /// Compares two states.
    pub fn new(old: &CatalogSet, new: &CatalogSet) -> Result<Self, BrokenLaw> {
        let mut diff = Self::default();
        let pairs = Pairs::new(old, new);
        families::compare(old, new, &pairs, &mut diff)?;
        diff.add_rest(&pairs);
        diff.changes.sort_by(|a, b| {
            let key = |change: &Change| (std::cmp::Reverse(change.rule.level()), change.rule);
            key(a).cmp(&key(b)).then_with(|| a.reference.cmp(&b.reference))
        });
        Ok(diff)
    }

    /// Reports a catalog that differs in something that no rule looks at, so that no change goes
    /// unnoticed.
    fn add_rest(&mut self, pairs: &Pairs<'_>) {
        // A code changes with the meaning that it names, and with the sentence of its meaning.
        let hub = [Rule::HubRenamed, Rule::TellChanged, Rule::TellLost];
        if self.changes.iter().any(|change| hub.contains(&change.rule)) {
            return;
        }
        for pair in &pairs.catalogs {
            let id = &pair.new.id;
            let is_of = |change: &Change| {
                change.reference.split_once(':').map_or(&*change.reference, |(of, _)| of) == id
            };
            if pair.old != pair.new && !self.changes.iter().any(is_of) {
                let message = "a detail differs, such as an order";
                self.push(Rule::DocumentationChanged, id, Spot::Whole, message);
            }
        }
    }

    /// Adds to each change its place in the files of the new state.
    pub fn locate(&mut self, places: &Places) {
        for change in &mut self.changes {
            change.place = places.find(&change.reference, &change.spot);
        }
    }
}
