//! All equivalents of each code of a catalog in another one, for people to choose from.

use std::collections::{HashMap, HashSet};

use errcat::Relation;

use super::by_hand::Source;
use super::targets::Found;
use super::{Destination, Translation, Translator};
use crate::{Case, Catalog, Code};

/// The equivalents of the codes of one catalog in another one.
#[derive(Debug)]
pub struct Lists<'t, 'a> {
    translator: &'t Translator<'a>,
    from: &'a Catalog,
    into: Destination<'t, 'a>,
    /// By the id of a case: the targets that it includes.
    narrower: HashMap<&'a str, Vec<Found<'a>>>,
    /// By the id of a case: the targets that have the same meaning.
    exact: HashMap<&'a str, Vec<Found<'a>>>,
}

impl<'t, 'a> Lists<'t, 'a> {
    pub(super) fn new(
        translator: &'t Translator<'a>,
        from: Destination<'t, 'a>,
        into: Destination<'t, 'a>,
    ) -> Self {
        let (narrower, exact) = (HashMap::new(), HashMap::new());
        let mut lists = Self { translator, from: from.catalog, into, narrower, exact };
        for (number, target) in into.targets.iter() {
            let source = Source::new(into.catalog, target.code, Some(target.case));
            let Some(anchors) = translator.anchors(source) else { continue };
            for found in translator.derived(source, &anchors, from) {
                let by_case = match found.relation {
                    Relation::Exact => &mut lists.exact,
                    Relation::Wider => &mut lists.narrower,
                    _ => continue,
                };
                let Some(case) = from.targets.get(found.target).map(|target| &target.case.id) else {
                    continue;
                };
                by_case.entry(case.as_str()).or_default().push(found.narrower(number));
            }
        }
        lists
    }

    /// Returns the equivalents of a code, or of its case if it is known, best first.
    pub fn of(&self, code: &'a Code, case: Option<&'a Case>) -> Vec<Translation<'a>> {
        let source = Source::new(self.from, code, case);
        let Some(anchors) = self.translator.anchors(source) else { return Vec::new() };
        let mut found: Vec<Found<'a>> =
            self.translator.candidates(source, &anchors, self.into).collect();
        // A code whose case is not known includes what any of its cases is or includes.
        let narrower = |case: &Case| self.narrower.get(case.id.as_str()).into_iter().flatten();
        let exact = |case: &Case| self.exact.get(case.id.as_str()).into_iter().flatten();
        match source.case {
            Some(case) => found.extend(narrower(case)),
            None => {
                let cases = code.cases.iter();
                found.extend(cases.flat_map(|case| exact(case).chain(narrower(case))));
            }
        }
        let mut seen = HashSet::new();
        found.retain(|found| seen.insert(found.target));
        found.sort_unstable();
        found.into_iter().filter_map(|found| self.translator.translation(found, self.into)).collect()
    }
}
