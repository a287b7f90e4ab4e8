//! Random worlds that keep the laws.

use std::collections::{HashMap, HashSet};

use errcat::Relation;
use proptest::prelude::*;

use crate::oracle::Oracle;
use crate::world::{Case, Claim, Code, Decision, End, Life, ROOTS, World};

/// Numbers from which a case is made.
type RawCase = (u8, [usize; 3], bool);
type RawCode = (u8, bool, Vec<RawCase>);
/// Source, whether as a whole, catalog to lead to, target, relation, and how it is written.
type RawDecision = ([usize; 3], bool, usize, usize, usize, u8);

pub(crate) fn world() -> impl Strategy<Value = World> {
    let case = (0..9_u8, any::<[usize; 3]>(), any::<bool>());
    let code = (0..8_u8, any::<bool>(), prop::collection::vec(case, 1..4));
    let catalog = prop::collection::vec(code, 0..9);
    let decision =
        (any::<[usize; 3]>(), any::<bool>(), any::<usize>(), any::<usize>(), 0..5_usize, 0..5_u8);
    (
        prop::collection::vec(any::<usize>(), 1..14),
        prop::collection::vec(catalog, 2..5),
        prop::collection::vec(decision, 0..16),
    )
        .prop_map(|(parents, catalogs, decisions)| make(&parents, &catalogs, &decisions))
}

fn make(parents: &[usize], catalogs: &[Vec<RawCode>], decisions: &[RawDecision]) -> World {
    let mut world =
        World { parents: vec![None; ROOTS.len()], catalogs: Vec::new(), decisions: Vec::new() };
    for raw in parents {
        // Most of a hub is about failures, and trees that go deep are the interesting ones.
        let above = world.parents.len();
        let parent = if raw % 3 == 0 { 2 } else { raw / 3 % above };
        world.parents.push(Some(parent));
    }
    for raw in catalogs {
        let mut codes: Vec<Code> = raw.iter().map(|code| make_code(&world, code)).collect();
        prefer(&mut codes);
        world.catalogs.push(codes);
    }
    decide(&mut world, decisions);
    world
}

fn root(world: &World, meaning: usize) -> usize {
    world.parents[meaning].map_or(meaning, |parent| root(world, parent))
}

fn is_above(world: &World, above: usize, below: usize) -> bool {
    above == below || world.parents[below].is_some_and(|parent| is_above(world, above, parent))
}

fn make_code(world: &World, (life, listed, cases): &RawCode) -> Code {
    let root_of_code = root(world, cases[0].1[0] % world.parents.len());
    let all = 0..world.parents.len();
    let branch: Vec<usize> = all.filter(|node| root(world, *node) == root_of_code).collect();
    Code {
        root: root_of_code,
        life: match life {
            0 => Life::Retired,
            1 => Life::Deprecated,
            _ => Life::Sent,
        },
        listed: *listed,
        cases: cases.iter().map(|case| make_case(world, &branch, case)).collect(),
    }
}

fn make_case(world: &World, branch: &[usize], (claim, picks, preferred): &RawCase) -> Case {
    let picks: Vec<usize> = picks.iter().map(|pick| branch[pick % branch.len()]).collect();
    let single = |claim| Case { claim, meanings: vec![picks[0]], preferred: false };
    match claim {
        0..=3 => Case { preferred: *preferred, ..single(Claim::Is) },
        4 | 5 => single(Claim::KindOf),
        6 => single(Claim::Like),
        _ => {
            let mut meanings: Vec<usize> = Vec::new();
            for pick in &picks {
                let touches = |other: &usize| {
                    is_above(world, *other, *pick) || is_above(world, *pick, *other)
                };
                if !meanings.iter().any(touches) {
                    meanings.push(*pick);
                }
            }
            match meanings.len() {
                1 => single(Claim::KindOf),
                _ => Case { claim: Claim::Covers, meanings, preferred: false },
            }
        }
    }
}

/// Of several that are one meaning, one is preferred, and not a retired one.
fn prefer(codes: &mut [Code]) {
    let mut meanings = HashSet::new();
    for (code, case) in places(codes) {
        meanings.insert(codes[code].cases[case].meanings[0]);
    }
    for meaning in meanings {
        let is = |codes: &[Code], (code, case): (usize, usize)| {
            let case = &codes[code].cases[case];
            case.claim == Claim::Is && case.meanings == [meaning]
        };
        let same: Vec<_> = places(codes).into_iter().filter(|at| is(codes, *at)).collect();
        let sent = |at: &&(usize, usize)| codes[at.0].life != Life::Retired;
        let wanted = |at: &&(usize, usize)| codes[at.0].cases[at.1].preferred;
        let chosen =
            same.iter().filter(sent).find(wanted).or_else(|| same.iter().find(sent)).copied();
        for (number, (code, case)) in same.iter().enumerate() {
            let case = &mut codes[*code].cases[*case];
            case.preferred &= same.len() == 1 && chosen.is_some();
            if chosen.is_none() && number > 0 {
                case.claim = Claim::KindOf;
            }
        }
        if let (Some((code, case)), [_, _, ..]) = (chosen, same.as_slice()) {
            codes[code].cases[case].preferred = true;
        }
    }
}

fn places(codes: &[Code]) -> Vec<(usize, usize)> {
    let cases = |(code, of): (usize, &Code)| (0..of.cases.len()).map(move |case| (code, case));
    codes.iter().enumerate().flat_map(cases).collect()
}

/// Adds decisions that contradict neither each other nor the meanings.
fn decide(world: &mut World, raw: &[RawDecision]) {
    let mut pairs = HashSet::new();
    let mut decided: HashMap<(End, usize), bool> = HashMap::new();
    for (source, whole, into, target, relation, kind) in raw {
        let Some(source) = pick(world, *source, *whole) else { continue };
        let into = into % world.catalogs.len();
        if into == source.catalog {
            continue;
        }
        let root = world.code(source).root;
        let mut targets = Vec::new();
        for (code, case) in places(&world.catalogs[into]) {
            let of = &world.catalogs[into][code];
            if of.root == root && of.life != Life::Retired {
                targets.push(End { catalog: into, code, case: Some(case) });
            }
        }
        let answer = match kind {
            0 => None,
            _ if targets.is_empty() => None,
            _ => {
                let relation = ["exact", "close", "wider", "narrower", "related"][*relation];
                Some((targets[target % targets.len()], relation))
            }
        };
        let retired = world.code(source).life == Life::Retired;
        let is_wrong = answer.is_some_and(|(target, relation)| {
            let relation = relation.parse().unwrap();
            Oracle::of(world).excludes(source, target, relation)
                // Nothing may lead to a retired code.
                || retired && !matches!(relation, Relation::Exact | Relation::Close | Relation::Wider)
        });
        // Whether something is substituted, or nothing is.
        let is_some = answer.map(|(_, relation)| ["exact", "close", "wider"].contains(&relation));
        let is_known = match (decided.get(&(source, into)), is_some) {
            (Some(before), Some(true)) => !before,
            (Some(_), None) => true,
            _ => false,
        };
        let pair = answer.map_or(HashSet::from([source]), |(target, _)| {
            HashSet::from([source, single(world, target)])
        });
        let mut pair: Vec<End> = pair.into_iter().collect();
        pair.sort_by_key(|end| (end.catalog, end.code, end.case));
        if is_wrong || is_known || answer.is_some() && !pairs.insert(pair) {
            continue;
        }
        if is_some != Some(false) {
            decided.insert((source, into), is_some.is_some());
        }
        world.decisions.push(Decision { source, into, answer, is_from: *kind > 2 });
    }
}

/// Returns an end as decisions name it as a source.
fn single(world: &World, end: End) -> End {
    if world.code(end).cases.len() == 1 { End { case: None, ..end } } else { end }
}

/// Some code or case, if there is one where the numbers lead.
fn pick(world: &World, [catalog, code, case]: [usize; 3], whole: bool) -> Option<End> {
    let catalog = catalog % world.catalogs.len();
    let codes = &world.catalogs[catalog];
    let code = code % codes.len().max(1);
    let cases = codes.get(code)?.cases.len();
    let case = (cases > 1 && !whole).then_some(case % cases);
    Some(End { catalog, code, case })
}
