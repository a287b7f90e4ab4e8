//! Matches the old state with the new one, also under changed names.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use crate::{
    Case, Catalog, CatalogSet, Code, Meaning, MeaningRelation, Operation, Param, Reference, Roles,
    Template,
};

/// Both states, matched.
pub(super) struct Pairs<'a> {
    pub(super) catalogs: Vec<CatalogPair<'a>>,
    pub(super) removed: Vec<&'a Catalog>,
    pub(super) added: Vec<&'a Catalog>,
    pub(super) meanings: Matched<&'a Meaning>,
    /// The roles of the two hubs.
    pub(super) roles: [Option<&'a Roles>; 2],
    pub(super) has_other_glossary: bool,
}

/// Things of one kind, matched.
pub(super) struct Matched<T> {
    pub(super) pairs: Vec<(T, T)>,
    pub(super) removed: Vec<T>,
    pub(super) added: Vec<T>,
}

/// A code with one of its cases.
pub(super) type Issued<'a> = (&'a Code, &'a Case);

/// A catalog that is in both states.
pub(super) struct CatalogPair<'a> {
    pub(super) old: &'a Catalog,
    pub(super) new: &'a Catalog,
    pub(super) codes: Matched<&'a Code>,
    /// The cases of the codes that are in both states, and those that were moved.
    pub(super) cases: Matched<Issued<'a>>,
    pub(super) operations: Matched<&'a Operation>,
    /// The new name of each operation, by the old one.
    pub(super) renamed: HashMap<&'a str, &'a str>,
}

impl<T: Copy> Matched<T> {
    /// Matches things with the same key in both states.
    pub(super) fn by_key<'k>(
        old: impl Iterator<Item = T>,
        new: impl Iterator<Item = T>,
        key: impl Fn(T) -> &'k str,
    ) -> Self {
        let mut unmatched: BTreeMap<&str, T> = BTreeMap::new();
        let mut order = Vec::new();
        for thing in new {
            unmatched.insert(key(thing), thing);
            order.push(key(thing));
        }
        let mut matched = Self { pairs: Vec::new(), removed: Vec::new(), added: Vec::new() };
        for thing in old {
            match unmatched.remove(key(thing)) {
                Some(other) => matched.pairs.push((thing, other)),
                None => matched.removed.push(thing),
            }
        }
        matched.added.extend(order.into_iter().filter_map(|key| unmatched.remove(key)));
        matched
    }

    /// Matches more of the rest, each with the only other one that has the same key, if it has one.
    pub(super) fn and_same<K: Hash + Eq>(&mut self, key: impl Fn(T) -> Option<K>) {
        self.and_same_by(&key, &key);
    }

    fn and_same_by<K: Hash + Eq>(
        &mut self,
        old_key: impl Fn(T) -> Option<K>,
        new_key: impl Fn(T) -> Option<K>,
    ) {
        let mut old: HashMap<K, usize> = HashMap::new();
        let mut new: HashMap<K, Vec<usize>> = HashMap::new();
        for key in self.removed.iter().filter_map(|thing| old_key(*thing)) {
            *old.entry(key).or_insert(0) += 1;
        }
        for (index, thing) in self.added.iter().enumerate() {
            if let Some(key) = new_key(*thing) {
                new.entry(key).or_default().push(index);
            }
        }
        let mut matched = HashSet::new();
        for thing in std::mem::take(&mut self.removed) {
            let only = old_key(thing).filter(|key| old.get(key) == Some(&1));
            match only.and_then(|key| new.get(&key)).map(Vec::as_slice) {
                Some([index]) => {
                    matched.insert(*index);
                    self.pairs.extend(self.added.get(*index).map(|other| (thing, *other)));
                }
                _ => self.removed.push(thing),
            }
        }
        let mut index = 0..;
        self.added.retain(|_| index.next().is_some_and(|index| !matched.contains(&index)));
    }

    /// Matches more of the rest, each with the only other one that is alike.
    pub(super) fn and_alike(&mut self, alike: impl Fn(T, T) -> bool) {
        let removed = std::mem::take(&mut self.removed);
        for thing in &removed {
            let mut found = (0..).zip(&self.added).filter(|(_, other)| alike(*thing, **other));
            let only = found.next().filter(|_| found.next().is_none()).map(|(index, _)| index);
            let is_only = removed.iter().filter(|other| {
                only.and_then(|index: usize| self.added.get(index))
                    .is_some_and(|added| alike(**other, *added))
            });
            match only.filter(|_| is_only.count() == 1) {
                Some(index) => self.pairs.push((*thing, self.added.remove(index))),
                None => self.removed.push(*thing),
            }
        }
    }
}

/// Returns the cases that name each operation.
fn naming(catalog: &Catalog) -> HashMap<&str, Vec<(&str, &str)>> {
    let mut cases: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for (code, case) in catalog.cases() {
        for operation in &case.operations {
            cases.entry(operation).or_default().push((&code.code, &case.id));
        }
    }
    for cases in cases.values_mut() {
        cases.sort_unstable();
    }
    cases
}

impl<'a> Pairs<'a> {
    pub(super) fn new(old: &'a CatalogSet, new: &'a CatalogSet) -> Self {
        let catalogs =
            Matched::by_key(old.catalogs.iter(), new.catalogs.iter(), |catalog| &catalog.id);
        let mut meanings =
            Matched::by_key(old.meanings.iter(), new.meanings.iter(), |meaning| &meaning.id);
        meanings.and_same(|meaning| Some(&meaning.title));
        Self {
            catalogs: catalogs.pairs.iter().map(|(old, new)| CatalogPair::new(old, new)).collect(),
            removed: catalogs.removed,
            added: catalogs.added,
            meanings,
            roles: [old, new].map(|set| set.roles.as_ref()),
            has_other_glossary: old.glossary != new.glossary,
        }
    }

    /// Returns the references of all codes and cases of the old state, with those of the new one.
    pub(super) fn references(&self) -> HashMap<String, String> {
        let mut references = HashMap::new();
        for pair in &self.catalogs {
            for (old, new) in &pair.codes.pairs {
                let [old, new] = [(pair.old, old), (pair.new, new)]
                    .map(|(catalog, code)| Reference::of_code(catalog, code).to_string());
                references.insert(old, new);
            }
            for ((old_code, old), (new_code, new)) in &pair.cases.pairs {
                let old = Reference::of_case(pair.old, old_code, old).to_string();
                references.insert(old, Reference::of_case(pair.new, new_code, new).to_string());
            }
        }
        references
    }
}

impl<'a> CatalogPair<'a> {
    fn new(old: &'a Catalog, new: &'a Catalog) -> Self {
        let codes = Matched::by_key(old.codes.iter(), new.codes.iter(), |code| &code.code);
        let mut operations =
            Matched::by_key(old.operations.iter(), new.operations.iter(), |one| &one.name);
        operations.and_same(|operation| operation.url.as_ref());
        let [old_cases, new_cases] = [old, new].map(naming);
        operations.and_same_by(
            |operation| old_cases.get(operation.name.as_str()),
            |operation| new_cases.get(operation.name.as_str()),
        );
        let cases = match_cases(&codes);
        let pairs = operations.pairs.iter();
        let renamed = pairs.map(|(old, new)| (old.name.as_str(), new.name.as_str())).collect();
        Self { old, new, codes, cases, operations, renamed }
    }

    /// Returns the reference of a code in the new state.
    pub(super) fn code(&self, code: &Code) -> String {
        Reference::of_code(self.new, code).to_string()
    }

    /// Returns the reference of a case in the new state.
    pub(super) fn case(&self, (code, case): Issued<'_>) -> String {
        Reference::of_case(self.new, code, case).to_string()
    }
}

fn match_cases<'a>(codes: &Matched<&'a Code>) -> Matched<Issued<'a>> {
    let mut all = Matched { pairs: Vec::new(), removed: Vec::new(), added: Vec::new() };
    for (old, new) in &codes.pairs {
        let of = |code: &'a Code| code.cases.iter().map(move |case| (code, case));
        // A single case is its code, whatever its name.
        let is_single = old.cases.len() == 1 && new.cases.len() == 1;
        let key = |(_, case): Issued<'a>| if is_single { "" } else { case.id.as_str() };
        let mut cases = Matched::by_key(of(old), of(new), key);
        cases.and_alike(|(_, one), (_, other)| other.aliases.contains(&one.name));
        cases.and_same(|(_, case)| {
            let texts = case.messages.iter().map(|message| &message.text);
            Some(texts.collect::<Vec<_>>()).filter(|texts| !texts.is_empty())
        });
        if let ([_], [_]) = (cases.removed.as_slice(), cases.added.as_slice()) {
            cases.and_alike(|(_, one), (_, other)| means_the_same(one, other));
        }
        all.pairs.append(&mut cases.pairs);
        all.removed.append(&mut cases.removed);
        all.added.append(&mut cases.added);
    }
    move_cases(codes, &mut all);
    all
}

/// Returns whether two cases are exactly one meaning, or have the same guidance. A shared `kind-of`
/// says nothing, because a meaning has many parts.
fn means_the_same(old: &Case, new: &Case) -> bool {
    let is_exact = old.relation == MeaningRelation::Is && new.relation == MeaningRelation::Is;
    (is_exact && old.meanings == new.meanings)
        || (old.guidance.is_some() && old.guidance == new.guidance)
}

/// Finds cases that another code issues now, by id. Cases of removed and added codes count, unless
/// the code is its only case: then the code has a new number, and no case moved.
fn move_cases<'a>(codes: &Matched<&'a Code>, cases: &mut Matched<Issued<'a>>) {
    let of = |codes: &[&'a Code]| -> Vec<Issued<'a>> {
        let several = codes.iter().filter(|code| code.cases.len() > 1);
        several.flat_map(|code| code.cases.iter().map(move |case| (*code, case))).collect()
    };
    let (gone, new) = (of(&codes.removed), of(&codes.added));
    let old = cases.removed.iter().copied().chain(gone.iter().copied());
    let new_cases: Vec<Issued<'a>> = cases.added.iter().copied().chain(new).collect();
    let moved = Matched::by_key(old, new_cases.into_iter(), |(_, case)| &case.id);
    // Both have the same id.
    let ids: HashSet<&str> = moved.pairs.iter().map(|(old, _)| old.1.id.as_str()).collect();
    for rest in [&mut cases.removed, &mut cases.added] {
        rest.retain(|(_, case)| !ids.contains(case.id.as_str()));
    }
    cases.pairs.extend(moved.pairs);
}

/// Returns the parameters of a case, matched by their fields, or else by their position in a text.
pub(super) fn params<'a>(old: &'a Case, new: &'a Case) -> Matched<&'a Param> {
    let mut params = Matched::by_key(old.params.iter(), new.params.iter(), |param| &param.field);
    params.and_alike(|one, other| {
        let mut texts = old.messages.iter().zip(&new.messages);
        texts.any(|(old_text, new_text)| {
            let (Ok(old), Ok(new)) =
                (Template::parse(&old_text.text), Template::parse(&new_text.text))
            else {
                return false;
            };
            let mut places = old.parameters().zip(new.parameters());
            old.shape() == new.shape()
                && places.any(|(a, b)| one.is_called(a) && other.is_called(b))
        })
    });
    params
}
