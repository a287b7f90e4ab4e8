//! The targets in a catalog that each case of another one includes: wider ones, seen from the other
//! side.

use std::collections::HashMap;

use errcat::Relation;

use super::by_hand::Source;
use super::targets::Narrower;
use super::{Destination, Translator};
use crate::Case;

/// The included targets of the cases of a catalog, by their ids.
#[derive(Debug, Default)]
pub(super) struct Included {
    narrower: HashMap<String, Vec<Narrower>>,
    /// The targets that have the same meaning, as a part of a code with several cases.
    same: HashMap<String, Vec<Narrower>>,
}

impl Included {
    pub(super) fn new<'a>(
        translator: &Translator<'a>,
        from: Destination<'_, 'a>,
        into: Destination<'_, 'a>,
    ) -> Self {
        let mut included = Self::default();
        for (number, target) in into.targets.all.iter().enumerate() {
            let source = Source::new(into.catalog, target.code, Some(target.case));
            let Some(anchors) = translator.anchors(source) else { continue };
            for found in translator.derived(source, &anchors, from) {
                let by_case = match found.relation {
                    Relation::Exact => &mut included.same,
                    Relation::Wider => &mut included.narrower,
                    _ => continue,
                };
                if let Some(case) = from.targets.all.get(found.target).map(|target| target.case) {
                    by_case.entry(case.id.clone()).or_default().push(found.seen_from(number));
                }
            }
        }
        included
    }

    /// Returns the targets that a source includes.
    pub(super) fn of(&self, source: Source<'_>) -> Vec<Narrower> {
        let of = |by_case: &HashMap<String, Vec<Narrower>>, case: &Case| {
            by_case.get(&case.id).cloned().unwrap_or_default()
        };
        if let Some(case) = source.case {
            return of(&self.narrower, case);
        }
        // A code whose case is not known includes what any of its cases is or includes.
        let parts = |case| [of(&self.same, case), of(&self.narrower, case)].concat();
        source.code.cases.iter().flat_map(parts).collect()
    }
}
