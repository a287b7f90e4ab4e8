//! The tables as the definitions say them, tried for every pair of cases.
//!
//! It knows no index and climbs nothing: which meaning lies how far above which other one is
//! found for all of them at once, by joining ways until there is nothing left to join.

use std::collections::BTreeSet;

use errcat::Relation;

use crate::world::{Case, Claim, Decision, End, Life, World, catalog_id, meaning_id};

/// A target with its case, the relation and the meaning in between.
pub(crate) type Target = (String, Relation, Option<String>);

/// A line of a table: what is translated, the catalog that it is translated into, the best target,
/// and all of them.
pub(crate) type Line = (String, String, Option<Target>, Vec<Target>);

/// The merit of a target: the smaller, the better.
type Merit = (Relation, bool, bool, usize, Rank);

/// The rank of a target among those that fit as well.
type Rank = (bool, usize, bool, bool, usize, usize);

/// A target that is true.
struct Candidate {
    merit: Merit,
    /// Whether it is close only as long as no better target has the same meaning.
    is_spare: bool,
    target: Target,
}

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

    /// The line of a source in a catalog.
    fn line(&self, source: End, into: usize) -> Line {
        let list = self.list(source, into);
        let best = best(&list).map(|best| best.target.clone());
        let list = list.into_iter().map(|candidate| candidate.target).collect();
        (self.world.reference(source), catalog_id(into), best, list)
    }

    /// Returns what authors wrote of a source.
    fn said(&self, source: End, into: usize) -> Vec<&Decision> {
        let decisions = self.world.decisions.iter();
        decisions.filter(|one| one.source == source && one.into == into).collect()
    }

    /// Whether authors decided what may be substituted for a source.
    fn is_decided(&self, source: End, into: usize) -> bool {
        self.said(self.exact(source), into).iter().any(|one| {
            one.answer.is_none_or(|(_, relation)| ["exact", "close", "wider"].contains(&relation))
        })
    }

    /// Returns the relation to a target that an author wrote, and whether for this direction.
    fn stated(&self, source: End, target: End) -> Option<(Relation, bool)> {
        let said = |one: End, other: End| {
            let entries = self.said(self.exact(one), other.catalog);
            let there = entries.into_iter().filter_map(|entry| entry.answer);
            let mut there = there.filter(|(end, _)| self.exact(*end) == self.exact(other));
            there.next().map(|(_, relation)| relation.parse::<Relation>().unwrap())
        };
        let there = said(source, target).map(|relation| (relation, true));
        let is_case = source.case.is_some();
        let back = || is_case.then(|| said(target, source)).flatten();
        there.or_else(|| back().map(|relation| (relation.inverse(), false)))
    }

    /// Returns an end as decisions name it: a code with a single case by itself.
    fn exact(&self, end: End) -> End {
        if self.world.code(end).cases.len() == 1 { End { case: None, ..end } } else { end }
    }

    fn list(&self, source: End, into: usize) -> Vec<Candidate> {
        let code = self.world.code(source);
        let mut list = Vec::new();
        for (number, of) in self.world.catalogs[into].iter().enumerate() {
            for case in 0..of.cases.len() {
                if of.life == Life::Retired || of.root != code.root {
                    continue;
                }
                let target = End { catalog: into, code: number, case: Some(case) };
                list.extend(self.candidate(source, target));
            }
        }
        list.sort_by_key(|candidate| candidate.merit);
        list
    }

    fn candidate(&self, source: End, target: End) -> Option<Candidate> {
        let stated = self.stated(source, target);
        let derived = || self.derived(source, target).or_else(|| self.narrower(source, target));
        let (relation, is_declared) = stated.unzip();
        let (relation, steps, via) =
            relation.map(|relation| (relation, 0, None)).or_else(derived)?;
        let is_declared = is_declared.unwrap_or(false);
        let rank = self.rank(target);
        let has_ended = relation == Relation::Close && self.world.code(target).life != Life::Sent;
        Some(Candidate {
            merit: (relation, !is_declared, has_ended, steps, rank),
            is_spare: stated.is_none() && self.is_spare(source, target),
            target: (self.world.reference(target), relation, via),
        })
    }

    fn rank(&self, target: End) -> Rank {
        let (of, case) = (self.world.code(target), self.case(target));
        let covers = case.claim == Claim::Covers;
        let deprecated = of.life == Life::Deprecated;
        (
            covers,
            case.meanings.len(),
            deprecated,
            !case.preferred,
            target.code,
            target.case.unwrap(),
        )
    }

    fn case(&self, end: End) -> &Case {
        &self.world.code(end).cases[end.case.unwrap()]
    }

    fn cases(&self, source: End) -> Vec<&Case> {
        let cases = &self.world.code(source).cases;
        source.case.map_or_else(|| cases.iter().collect(), |case| vec![&cases[case]])
    }

    fn derived(&self, source: End, target: End) -> Option<(Relation, usize, Option<String>)> {
        let found = self.judge(&self.cases(source), self.case(target))?;
        let is_undone = self.is_decided(source, target.catalog)
            || found.0 != Relation::Wider && self.is_decided(target, source.catalog);
        (!is_undone).then_some(found)
    }

    /// Returns how far a target lies below a source, or below one of its cases.
    fn narrower(&self, source: End, target: End) -> Option<(Relation, usize, Option<String>)> {
        let code = self.world.code(source);
        if code.life == Life::Retired {
            return None;
        }
        let within = |case: usize| {
            let (relation, steps, via) =
                self.derived(target, End { case: Some(case), ..source })?;
            let is_within =
                relation == Relation::Wider || relation == Relation::Exact && source.case.is_none();
            is_within.then_some((Relation::Narrower, steps, via))
        };
        match source.case {
            Some(case) => within(case),
            None => (0..code.cases.len()).find_map(within),
        }
    }

    /// Whether a better target is what a source is like.
    fn is_spare(&self, source: End, target: End) -> bool {
        let (of, case) = (self.world.code(source), self.case(target));
        let [only] = self.cases(source)[..] else { return false };
        if only.claim != Claim::Like || case.claim != Claim::Is {
            return false;
        }
        let catalog = &self.world.catalogs[target.catalog];
        let all = catalog.iter().enumerate().flat_map(|(code, of)| {
            (0..of.cases.len()).map(move |case| End { code, case: Some(case), ..target })
        });
        let mut others = all.filter(|end| {
            let (code, other) = (self.world.code(*end), self.case(*end));
            let is_same = other.claim == Claim::Is && other.meanings == case.meanings;
            is_same && code.life != Life::Retired && code.root == of.root
        });
        others.any(|end| self.rank(end) < self.rank(target))
    }

    /// Whether the meanings of two ends exclude a relation.
    pub(crate) fn excludes(&self, source: End, target: End, relation: Relation) -> bool {
        let single = |end: End| self.world.code(end).cases.len() == 1 || end.case.is_some();
        if !single(source) {
            return false;
        }
        let case = |end: End| End { case: end.case.or(Some(0)), ..end };
        let (source, target) = (self.case(case(source)), self.case(case(target)));
        let within = |inner: &Case, outer: &Case| {
            let found = self.judge(&[inner], outer).map(|(relation, ..)| relation);
            found.is_some_and(|found| found != Relation::Close)
        };
        let is_same = source.claim == Claim::Is
            && target.claim == Claim::Is
            && source.meanings == target.meanings;
        if is_same {
            return relation != Relation::Exact;
        }
        let (there, back) = (within(source, target), within(target, source));
        match relation {
            Relation::Exact | Relation::Close => false,
            Relation::Wider => back,
            Relation::Narrower => there,
            Relation::Related => there || back,
        }
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
        let is_list = cases.len() == 1 && cases[0].claim == Claim::Covers;
        let set = |case: &Case| BTreeSet::from_iter(case.meanings.clone());
        let is_same = is_list && target.claim == Claim::Covers && set(cases[0]) == set(target);
        let relation = if is_same { Relation::Exact } else { Relation::Wider };
        let via = landings[0].1;
        let meets = landings.iter().all(|(_, meaning)| *meaning == via);
        Some((relation, steps, meets.then(|| meaning_id(via))))
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

/// Returns the first candidate that may be substituted; of several that are as close, none is.
fn best(list: &[Candidate]) -> Option<&Candidate> {
    let first = list.first()?;
    let rank = |one: &Candidate| (one.merit.0, one.merit.1, one.merit.2);
    let is_close = |one: &&Candidate| one.merit.0 == Relation::Close;
    let mut others = list.iter().skip(1);
    let is_tied = others.any(|one| rank(one) == rank(first) && !one.is_spare);
    let best = match first.merit.0 {
        Relation::Close if is_tied => list.iter().find(|one| !is_close(one))?,
        _ => first,
    };
    (best.merit.0 <= Relation::Wider).then_some(best)
}
