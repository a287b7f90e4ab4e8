//! Properties of every hub, every catalog and every pair.

use std::collections::{BTreeSet, HashMap, HashSet};

use errcat::Relation;
use errcat_model::translate::{Table, Translation, Translator};
use errcat_model::{Catalog, CatalogSet, Code, LifecycleStage, MeaningRelation, Reference};
use proptest::prelude::*;

use crate::oracle::{Line, Oracle};
use crate::random::world;
use crate::world::{Case, Claim, Decision, End, Life, World, catalog_id, check};

/// The tables and lists of a set as lines.
fn lines(set: &CatalogSet) -> Vec<Line> {
    let mut lines = Vec::new();
    let translator = Translator::new(set).unwrap();
    for table in translator.tables() {
        let into = table.into;
        let list = |code, case| translator.equivalents(table.from, code, case, &into.id);
        let target = |to: Translation<'_>| {
            let reference = Reference::of_case(into, to.code, to.case).to_string();
            (reference, to.relation, to.via.map(|meaning| meaning.id.clone()))
        };
        let line =
            |from: Reference<'_>, to: Option<Translation<'_>>, list: Vec<Translation<'_>>| {
                let list = list.into_iter().map(target).collect();
                (from.to_string(), into.id.clone(), to.map(target), list)
            };
        for row in &table.rows {
            if row.cases.len() > 1 {
                let from = Reference::of_code(table.from, row.code);
                lines.push(line(from, row.translation, list(row.code, None)));
            }
            for (case, translation) in row.code.cases.iter().zip(&row.cases) {
                let from = Reference::of_case(table.from, row.code, case);
                lines.push(line(from, *translation, list(row.code, Some(case))));
            }
        }
    }
    lines
}

type Answer<'a> = (&'a Catalog, &'a Code, &'a errcat_model::Case, Translation<'a>);

/// Every case with its answer, by hand or not, in every table.
fn answers(set: &CatalogSet) -> Vec<Answer<'_>> {
    let mut answers = Vec::new();
    for table in Translator::new(set).unwrap().tables() {
        let cases =
            table.cases().filter_map(|(code, case, to)| Some((table.from, code, case, to?)));
        answers.extend(cases);
    }
    answers
}

proptest! {
    /// The definitions, tried for every pair of cases, give the same tables.
    #[test]
    fn tables_agree_with_the_definitions(world in world()) {
        prop_assert_eq!(lines(&world.load()), Oracle::of(&world).lines());
    }

    #[test]
    fn every_code_and_every_case_has_an_answer_for_every_other_catalog(world in world()) {
        let set = world.load();
        let translator = Translator::new(&set).unwrap();
        let tables: Vec<Table<'_>> = translator.tables().collect();
        prop_assert_eq!(tables.len(), set.catalogs.len() * (set.catalogs.len() - 1));
        for table in tables {
            prop_assert_eq!(table.rows.len(), table.from.codes.len());
            for (row, code) in table.rows.iter().zip(&table.from.codes) {
                prop_assert_eq!(row.code, code);
                prop_assert_eq!(row.cases.len(), code.cases.len());
                let alone = translator.code(table.from, code, None, &table.into.id);
                prop_assert_eq!(row.translation, alone);
                if let [only] = row.cases.as_slice() {
                    prop_assert_eq!(row.translation, *only);
                }
                for (case, found) in code.cases.iter().zip(&row.cases) {
                    let alone = translator.code(table.from, code, Some(case), &table.into.id);
                    prop_assert_eq!(*found, alone);
                }
            }
            let again = translator.table(&table.from.id, &table.into.id);
            prop_assert_eq!(Some(table), again);
        }
    }

    /// Meanings are sets of situations: the claims of a derived answer hold for the sets.
    #[test]
    fn relations_hold_when_meanings_are_sets(world in world(), parts in any::<u64>()) {
        let set = world.load();
        let sets = Sets { world: &world, parts };
        for (from, code, case, to) in answers(&set) {
            if to.why.is_some() {
                continue;
            }
            let source = find(&world, from, code, case);
            let target = find(&world, set.catalog(&catalog_of(&set, to)).unwrap(), to.code, to.case);
            match (to.relation, source.1.claim) {
                (Relation::Exact, _) => {
                    prop_assert_eq!(sets.of(source), sets.of(target));
                }
                // Nobody knows where a case lies that is only like something.
                (_, Claim::Like) | (Relation::Close, _) => {}
                (Relation::Wider, _) => {
                    prop_assert!(!matches!(target.1.claim, Claim::KindOf | Claim::Like));
                    prop_assert!(sets.of(source).is_subset(&sets.of(target)));
                }
                (Relation::Narrower | Relation::Related, _) => {
                    prop_assert!(false, "it is not substituted");
                }
            }
        }
    }

    #[test]
    fn outcomes_are_never_crossed_and_nothing_leads_to_a_retired_code(world in world()) {
        let set = world.load();
        for table in Translator::new(&set).unwrap().tables() {
            let of_rows = table.rows.iter().map(|row| (row.code, row.translation));
            let of_cases = table.cases().map(|(code, _, to)| (code, to));
            for (code, to) in of_rows.chain(of_cases) {
                let Some(to) = to else { continue };
                prop_assert_eq!(code.outcome, to.code.outcome);
                let stage = to.code.lifecycle.as_ref().map(|lifecycle| lifecycle.stage);
                prop_assert_ne!(stage, Some(LifecycleStage::Retired));
            }
        }
    }

    #[test]
    fn a_relation_by_hand_is_in_both_lists(world in world()) {
        let set = world.load();
        let lists: HashMap<(String, String), Vec<_>> =
            lines(&set).into_iter().map(|(from, into, _, list)| ((from, into), list)).collect();
        let find = |from: End, to: End| {
            let list = &lists[&(world.reference(from), catalog_id(to.catalog))];
            let to = world.reference(to);
            list.iter().find(|(target, ..)| *target == to).map(|(_, relation, _)| *relation)
        };
        for Decision { source, into, answer, .. } in &world.decisions {
            let Some((target, relation)) = answer else {
                let list = &lists[&(world.reference(*source), catalog_id(*into))];
                let derived = list.iter().find(|(_, relation, via)| {
                    via.is_some() && relation.is_substitutable()
                });
                prop_assert_eq!(derived, None);
                continue;
            };
            let relation: Relation = relation.parse().unwrap();
            prop_assert_eq!(find(*source, *target), Some(relation));
            let code = world.code(*source);
            if code.life != Life::Retired && (source.case.is_some() || code.cases.len() == 1) {
                prop_assert_eq!(find(*target, *source), Some(relation.inverse()));
            }
        }
    }

    /// A pair of cases has one relation, seen from both sides.
    #[test]
    fn lists_are_symmetric_and_have_each_target_once(world in world()) {
        let set = world.load();
        let translator = Translator::new(&set).unwrap();
        for table in translator.tables() {
            let (from, into) = (table.from, table.into);
            for (code, case) in from.cases() {
                let list = translator.equivalents(from, code, Some(case), &into.id);
                let ids: HashSet<&str> = list.iter().map(|to| to.case.id.as_str()).collect();
                prop_assert_eq!(ids.len(), list.len());
                prop_assert!(list.is_sorted_by_key(|to| to.relation));
                if code.stage() == Some(LifecycleStage::Retired) {
                    continue;
                }
                for to in list {
                    let back = translator.equivalents(into, to.code, Some(to.case), &from.id);
                    let same = back.iter().find(|to| to.case.id == case.id).unwrap();
                    prop_assert_eq!(same.relation, to.relation.inverse());
                }
            }
        }
    }

    /// A translation there and back leads to the code that represents the meaning: to itself, if it does.
    #[test]
    fn exact_translations_there_and_back_lead_to_the_code_of_the_meaning(mut world in world()) {
        world.decisions.clear();
        let set = world.load();
        let translator = Translator::new(&set).unwrap();
        for (from, code, case, to) in answers(&set) {
            if to.relation != Relation::Exact || case.relation != MeaningRelation::Is {
                continue;
            }
            let same = from.cases().filter(|(_, other)| {
                other.relation == case.relation && other.meanings == case.meanings
            });
            let same: Vec<_> = same.collect();
            // Whether something is deprecated goes before whether it is preferred.
            let preferred = same.iter().find(|(of, case)| case.preferred && of.lifecycle.is_none());
            let is_alone = same.len() == 1 && code.lifecycle.is_none();
            let expected = preferred.map(|(_, case)| *case).or(is_alone.then_some(case));
            let into = set.catalog(&catalog_of(&set, to)).unwrap();
            let back = translator.code(into, to.code, Some(to.case), &from.id);
            if let Some(expected) = expected {
                let back = back.unwrap();
                prop_assert_eq!((back.relation, &back.case.id), (Relation::Exact, &expected.id));
            }
        }
    }

    /// Also where a translation by hand names the catalog that is not there yet.
    #[test]
    fn adding_a_catalog_changes_no_table_of_the_others(world in world()) {
        let last = catalog_id(world.catalogs.len() - 1);
        let files = world.files();
        let others: Vec<_> = files
            .iter()
            .filter(|(path, _)| !path.starts_with(&format!("{last}/")))
            .cloned()
            .collect();
        let is_of_last =
            |(from, into, ..): &Line| into == &last || from.starts_with(&format!("{last}:"));
        let mut with = lines(&check(&files));
        with.retain(|line| !is_of_last(line));
        prop_assert_eq!(lines(&check(&others)), with);
    }

    #[test]
    fn the_order_of_files_changes_nothing(
        (files, shuffled) in world().prop_flat_map(|world| {
            let files = world.files();
            (Just(files.clone()), Just(files).prop_shuffle())
        })
    ) {
        prop_assert_eq!(lines(&check(&files)), lines(&check(&shuffled)));
    }
}

/// The id of the catalog that a translation leads to.
fn catalog_of(set: &CatalogSet, to: Translation<'_>) -> String {
    let mut catalogs = set.catalogs.iter();
    let holds = |catalog: &&Catalog| catalog.codes.iter().any(|code| std::ptr::eq(code, to.code));
    catalogs.find(holds).unwrap().id.clone()
}

/// The case of the world that a case of the catalog was made from.
fn find<'w>(
    world: &'w World,
    catalog: &Catalog,
    code: &Code,
    case: &errcat_model::Case,
) -> (End, &'w Case) {
    let number = |text: &str| text[1..].parse::<usize>().unwrap();
    let (catalog, code_number) = (number(&catalog.id), number(&code.code));
    let case = code.cases.iter().position(|other| other.id == case.id).unwrap();
    let end = End { catalog, code: code_number, case: Some(case) };
    (end, &world.code(end).cases[case])
}

/// A situation: every meaning has one of its own, which is in no meaning below it.
type Situations = BTreeSet<usize>;

/// Meanings as sets.
struct Sets<'w> {
    world: &'w World,
    /// Decides which part of its meaning a `kind-of` is.
    parts: u64,
}

impl Sets<'_> {
    fn of(&self, (end, case): (End, &Case)) -> Situations {
        let whole: Situations = case.meanings.iter().flat_map(|id| self.meaning(*id)).collect();
        if case.claim != Claim::KindOf {
            return whole;
        }
        let salt = (end.catalog * 31 + end.code * 7 + end.case.unwrap_or(0)) as u64;
        let bits = self.parts.rotate_left((salt % 64) as u32);
        let part: Situations =
            whole.iter().copied().filter(|at| bits >> (at % 64) & 1 == 1).collect();
        if part.is_empty() { whole.into_iter().take(1).collect() } else { part }
    }

    fn meaning(&self, id: usize) -> Situations {
        let below =
            (0..self.world.parents.len()).filter(|node| self.world.parents[*node] == Some(id));
        let mut situations: Situations = below.flat_map(|node| self.meaning(node)).collect();
        situations.insert(id);
        situations
    }
}
