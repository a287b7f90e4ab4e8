//! The tables as the definitions say them, tried for every pair of cases.
//!
//! It knows no index and climbs nothing: which meaning lies how far above which other one is
//! found for all of them at once, by joining ways until there is nothing left to join.

use errcat::Relation;

use crate::world::{Case, Claim, Decision, End, Life, World, catalog_id, meaning_id};

/// A line of a table: what is translated, the catalog that it is translated into, and the
/// target with its case, the relation and the meaning in between.
pub(crate) type Line = (String, String, Option<(String, Relation, Option<String>)>);

pub(crate) struct Oracle<'w> {
    world: &'w World,
    /// The steps from the first meaning down to the second, where there is a way.
    ways: Vec<Vec<Option<usize>>>,
}

impl<'w> Oracle<'w> {
    pub(crate) fn of(world: &'w World) -> Self {
        let all = 0..world.parents.len();
        let mut ways = vec![vec![None; world.parents.len()]; world.parents.len()];
        for below in all.clone() {
            ways[below][below] = Some(0);
            if let Some(parent) = world.parents[below] {
                ways[parent][below] = Some(1);
            }
        }
        for middle in all.clone() {
            for above in all.clone() {
                for below in all.clone() {
                    if let (Some(one), Some(two)) = (ways[above][middle], ways[middle][below]) {
                        let known = ways[above][below].unwrap_or(usize::MAX);
                        ways[above][below] = Some(known.min(one + two));
                    }
                }
            }
        }
        Self { world, ways }
    }

    /// All lines of all tables: of a code with several cases one for itself, before its cases.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let catalogs = 0..self.world.catalogs.len();
        let pairs = catalogs.clone().flat_map(|from| catalogs.clone().map(move |to| (from, to)));
        let mut lines = Vec::new();
        for (from, into) in pairs.filter(|(from, into)| from != into) {
            for (code, of) in self.world.catalogs[from].iter().enumerate() {
                let whole = End { catalog: from, code, case: None };
                if of.cases.len() > 1 {
                    lines.push(self.line(whole, into));
                }
                for case in 0..of.cases.len() {
                    lines.push(self.line(End { case: Some(case), ..whole }, into));
                }
            }
        }
        lines
    }

    fn line(&self, source: End, into: usize) -> Line {
        let answer = match self.decided(source, into) {
            Some(Decision { answer: Some((target, relation)), .. }) => {
                Some((self.world.reference(*target), relation.parse().unwrap(), None))
            }
            Some(Decision { answer: None, .. }) => None,
            None => self.derived(source, into),
        };
        (self.world.reference(source), catalog_id(into), answer)
    }

    /// Returns the translation that an author wrote for a case, or else for its code.
    fn decided(&self, source: End, into: usize) -> Option<&Decision> {
        let find = |source: End| {
            let mut decisions = self.world.decisions.iter();
            decisions.find(|decision| decision.source == source && decision.into == into)
        };
        find(source).or_else(|| find(End { case: None, ..source }))
    }

    fn derived(&self, source: End, into: usize) -> Option<(String, Relation, Option<String>)> {
        let code = self.world.code(source);
        let cases: Vec<&Case> = match source.case {
            Some(case) => vec![&code.cases[case]],
            None => code.cases.iter().collect(),
        };
        let mut candidates = Vec::new();
        for (number, of) in self.world.catalogs[into].iter().enumerate() {
            for (case, target) in of.cases.iter().enumerate() {
                if of.life == Life::Retired || of.root != code.root {
                    continue;
                }
                let Some((relation, steps, via)) = self.judge(&cases, target) else { continue };
                let covers = target.claim == Claim::Covers;
                let deprecated = of.life == Life::Deprecated;
                let merit = (relation, steps, covers, target.meanings.len(), deprecated);
                let merit = (merit, !target.preferred, number, case);
                let end = End { catalog: into, code: number, case: Some(case) };
                let alike = relation == Relation::Close && target.claim == Claim::Like;
                let answer = (self.world.reference(end), relation, via);
                candidates.push((merit, alike.then_some(deprecated), answer));
            }
        }
        candidates.sort_by_key(|(merit, ..)| *merit);
        let contested = candidates.first().is_some_and(|(_, alike, _)| {
            alike.is_some() && candidates.iter().filter(|(_, other, _)| other == alike).count() > 1
        });
        candidates.retain(|(_, alike, _)| !(contested && alike.is_some()));
        candidates.into_iter().next().map(|(_, _, answer)| answer)
    }

    /// Whether a target is true for a source of one or several cases, and how.
    fn judge(&self, cases: &[&Case], target: &Case) -> Option<(Relation, usize, Option<String>)> {
        let is = |case: &Case| case.claim == Claim::Is;
        let like = |case: &Case| case.claim == Claim::Like;
        let same = |case: &Case| case.meanings == target.meanings;
        let met = || Some(meaning_id(target.meanings[0]));
        if cases.iter().all(|case| is(case) && same(case)) {
            if is(target) {
                return Some((Relation::Exact, 0, met()));
            }
            if like(target) {
                return Some((Relation::Close, 0, met()));
            }
        }
        if let [only] = cases
            && like(only)
            && is(target)
            && same(only)
        {
            return Some((Relation::Close, 0, met()));
        }
        let mut landings = Vec::new();
        for case in cases {
            for anchor in &case.meanings {
                landings.push(self.landing(like(case), *anchor, target)?);
            }
        }
        let steps = landings.iter().map(|(steps, _)| *steps).max()?;
        let via = landings[0].1;
        let meets = landings.iter().all(|(_, meaning)| *meaning == via);
        Some((Relation::Wider, steps, meets.then(|| meaning_id(via))))
    }

    /// The meaning of a target that holds an anchor, and how far above it is.
    fn landing(&self, near: bool, anchor: usize, target: &Case) -> Option<(usize, usize)> {
        if !matches!(target.claim, Claim::Is | Claim::Covers) {
            return None;
        }
        let landings = target.meanings.iter().filter_map(|meaning| {
            let steps = self.ways[*meaning][anchor]?;
            let is_root = self.world.parents[*meaning].is_none();
            let is_exact = near && target.claim == Claim::Is && steps == 0;
            (!is_root && !is_exact).then_some((steps, *meaning))
        });
        landings.min()
    }
}
