//! Takes checked catalogs; hands out the equivalents of codes in other catalogs, derived from their
//! meanings.
//!
//! # The meaning of a case
//!
//! Meanings are sets of situations, and a meaning lies within its parent. `is c` is the set `c`;
//! `kind-of c` is some unknown part of `c`; `covers [c, d]` is the union of its list; `like c` is
//! near `c` and may lie inside, outside or across. The *anchors* of a case are these meanings.
//!
//! # True targets
//!
//! A relation is described from the side of the target.
//!
//! - **Exact**: the source is `is c` and the target is `is c`, or both cover the same list.
//! - **Close**: one of them is `is c` and the other `like c`. Two that are like `c` need not be
//!   like each other, and a part of `c` need not be near what is near `c`.
//! - **Wider**: every anchor of the source is, or lies below, the meaning that the target `is`,
//!   or one of those that it `covers`. What is `like c` is known to lie within what is above `c`,
//!   not within `c`; for a target that `covers` a list, `c` in the list is enough. A target that is
//!   `kind-of` or `like` something is never wider. A root (success, notification, failure) is never
//!   a target: "it failed" does not say how.
//! - **Narrower**: the source is wider, seen from the target.
//! - **Related**: never derived. Only an author can say that two codes belong together.
//!
//! # The list and the best target
//!
//! [`Translator::equivalents`] has all targets of a source: exact before close, wider, narrower and related; of wider
//! ones the nearest first, by the steps up the tree of the anchor that has to go furthest; then one
//! that `is` a meaning before one that `covers` several, one that covers fewer, one that is not
//! deprecated, the preferred one, and the first of the catalog. Retired codes are translated and
//! never translated to.
//!
//! The best target is the first of the list that may be substituted: exact, close or wider. Where
//! several are as close, none of them represents the source, unless all the others are deprecated,
//! and the best target is the next wider one. Without a target that is true there is no translation,
//! which is better than a wrong one.
//!
//! # A code whose case is not known
//!
//! A code with one case is that case. For a code with several, all anchors together are the source,
//! so the translation is wider at best, through the nearest meaning above them all. Only if every
//! case `is` the same meaning, the code is that meaning too. It is wider than what any of its cases
//! is or includes.
//!
//! # Decisions of authors
//!
//! A [relation by hand](crate::Override) holds in both directions: each of the two codes is in the
//! list of the other one. An exact, close or wider one takes the place of the derived targets of its
//! source in that catalog, and so does `none`. One for a case says nothing about its code as a whole,
//! nor the other way around.
//!
//! # Guarantees
//!
//! A success, a notification and a failure are never translations of each other. Loading another
//! catalog does not change the tables between the others, nor does the order of files.

mod anchors;
mod by_hand;
mod included;
mod table;
mod targets;
mod tree;

use std::collections::HashSet;
use std::sync::OnceLock;

use errcat::Relation;

use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Meaning};

pub use table::{Choices, Row, Table, Translation};

use anchors::Anchors;
use by_hand::{ByHand, Source};
use included::Included;
use targets::{Found, Targets, merge};
use tree::Tree;

/// Translates between the catalogs of a set.
///
/// Creating one takes a pass over all catalogs, so keep it for all questions.
///
/// # Examples
///
/// ```
/// use errcat_model::translate::Translator;
/// use errcat_model::{Sources, load};
///
/// # let meanings = "meanings:
/// #   - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
/// #   - { id: success.pending, parent: success, title: Taken over, tell: { en: It is so. } }
/// #   - { id: success.queued, parent: success.pending, title: Waits in a queue, tell: { en: It is so. } }";
/// # let provider = |id: &str| format!("id: {id}\ntitle: T\nabout: A.\ndomain: d\ncode-type: string\nsources: [{{ id: list, title: List }}]");
/// # let group = "group: { title: Good news, about: All went well., outcome: success, source: list }\ncodes:";
/// let acme = "
///   - { code: QUEUED, is: success.queued }
///   - { code: ACCEPTED, is: success.pending }";
/// let beta = "
///   - { code: TAKEN, is: success.pending }";
/// # let sources = Sources::from_texts([
/// #     ("meanings.yaml", meanings.to_owned()),
/// #     ("acme/provider.yaml", provider("acme")),
/// #     ("acme/codes.yaml", format!("{group}{acme}")),
/// #     ("beta/provider.yaml", provider("beta")),
/// #     ("beta/codes.yaml", format!("{group}{beta}")),
/// # ]);
/// let set = load(&sources).unwrap();
/// let translator = Translator::new(&set).unwrap();
///
/// let table = translator.table("acme", "beta").unwrap();
/// let lines: Vec<String> = table
///     .cases()
///     .map(|(code, _, translation)| match translation {
///         Some(to) => format!("{} -> {} {}", code.code, to.code.code, to.relation),
///         None => format!("{} is nothing there", code.code),
///     })
///     .collect();
/// assert_eq!(lines, ["ACCEPTED -> TAKEN exact", "QUEUED -> TAKEN wider"]);
/// ```
#[derive(Debug)]
pub struct Translator<'a> {
    set: &'a CatalogSet,
    tree: Tree<'a>,
    /// One for each catalog, in the order of the set.
    targets: Vec<Targets<'a>>,
    by_hand: ByHand<'a>,
    /// One for each ordered pair of catalogs, made for the first question about it.
    included: Vec<OnceLock<Included>>,
}

impl<'a> Translator<'a> {
    /// Prepares all catalogs of a set.
    pub fn new(set: &'a CatalogSet) -> Result<Self, BrokenLaw> {
        let tree = Tree::new(set)?;
        let codes = set.catalogs.iter().flat_map(|catalog| &catalog.codes);
        for code in codes {
            Anchors::of_code(&tree, code)?;
        }
        let targets = set.catalogs.iter().map(|catalog| Targets::new(&tree, catalog));
        let targets = targets.collect::<Result<_, _>>()?;
        let pairs = set.catalogs.len() * set.catalogs.len();
        let included = (0..pairs).map(|_| OnceLock::new()).collect();
        Ok(Self { set, tree, targets, by_hand: ByHand::new(set)?, included })
    }

    /// Returns the set.
    pub fn set(&self) -> &'a CatalogSet {
        self.set
    }

    /// Returns the equivalent of a code, or of its case if it is known, in the catalog with an id.
    ///
    /// `None` if that catalog has no equivalent, is not loaded, or is the catalog of the code.
    pub fn code(
        &self,
        catalog: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: &str,
    ) -> Option<Translation<'a>> {
        let into = self.destination(into).filter(|into| into.catalog.id != catalog.id)?;
        self.best(Source::new(catalog, code, case), into)
    }

    /// Returns the equivalent of a meaning in the catalog with an id.
    pub fn meaning(&self, meaning: &Meaning, into: &str) -> Option<Translation<'a>> {
        let anchors = Anchors::of_meaning(&self.tree, meaning)?;
        let into = self.destination(into)?;
        let found = into.targets.all_for(&self.tree, &anchors);
        self.translation(best(found)?, into)
    }

    /// Returns all equivalents of a code, or of its case if it is known, best first.
    pub fn equivalents(
        &self,
        catalog: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: &str,
    ) -> Vec<Translation<'a>> {
        let source = Source::new(catalog, code, case);
        let into = self.destination(into).filter(|into| into.catalog.id != catalog.id);
        let found = into.and_then(|into| {
            let anchors = self.anchors(source)?;
            let mut found: Vec<Found<'a>> = self.candidates(source, &anchors, into).collect();
            let included = self.included(catalog, into)?.of(source);
            found.extend(included.into_iter().map(|narrower| into.targets.narrower(narrower)));
            let mut known = HashSet::new();
            found.retain(|found| known.insert(found.target));
            found.sort_unstable();
            Some(found.into_iter().filter_map(move |found| self.translation(found, into)).collect())
        });
        found.unwrap_or_default()
    }

    /// Returns the equivalents of a code, or of its case if it is known, for a person to choose from.
    pub fn choices(
        &self,
        catalog: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: &str,
    ) -> Choices<'a> {
        let best = self.code(catalog, code, case, into);
        Choices::new(best, self.equivalents(catalog, code, case, into))
    }

    /// Returns the best equivalent of a case, or else the best of those that may not be substituted;
    /// `None` if there is none of either, or if several are as close.
    pub fn nearest(
        &self,
        catalog: &'a Catalog,
        code: &'a Code,
        case: &'a Case,
        into: &str,
    ) -> Option<Translation<'a>> {
        self.code(catalog, code, Some(case), into).or_else(|| {
            let first = self.equivalents(catalog, code, Some(case), into).into_iter().next();
            first.filter(|first| !first.relation.is_substitutable())
        })
    }

    /// Returns the equivalents of a meaning for a person to choose from.
    pub fn choices_of_meaning(&self, meaning: &Meaning, into: &str) -> Choices<'a> {
        Choices::new(self.meaning(meaning, into), self.equivalents_of_meaning(meaning, into))
    }

    /// Returns what the cases of a catalog include in another one.
    fn included(&self, from: &Catalog, into: Destination<'_, 'a>) -> Option<&Included> {
        let place = |id: &str| self.set.catalogs.iter().position(|catalog| catalog.id == id);
        let pair = place(&from.id)? * self.set.catalogs.len() + place(&into.catalog.id)?;
        let from = self.destination(&from.id)?;
        Some(self.included.get(pair)?.get_or_init(|| Included::new(self, from, into)))
    }

    /// Returns all equivalents of a meaning in the catalog with an id, best first.
    pub fn equivalents_of_meaning(&self, meaning: &Meaning, into: &str) -> Vec<Translation<'a>> {
        let anchors = Anchors::of_meaning(&self.tree, meaning);
        let Some((anchors, into)) = anchors.zip(self.destination(into)) else { return Vec::new() };
        let found = into.targets.all_for(&self.tree, &anchors);
        found.filter_map(|found| self.translation(found, into)).collect()
    }

    /// Returns the equivalents of all codes of one catalog in another one. `None` if one of the
    /// two is not loaded, or both are the same.
    pub fn table(&self, from: &str, into: &str) -> Option<Table<'a>> {
        let from = self.set.catalog(from)?;
        let into = self.destination(into).filter(|into| into.catalog.id != from.id)?;
        Some(self.fill(from, into))
    }

    /// Returns the tables of all ordered pairs, sorted by their ids.
    pub fn tables(&self) -> impl Iterator<Item = Table<'a>> {
        self.set.catalogs.iter().flat_map(move |from| {
            let others = self.destinations().filter(|into| into.catalog.id != from.id);
            others.map(move |into| self.fill(from, into))
        })
    }

    fn destinations(&self) -> impl Iterator<Item = Destination<'_, 'a>> {
        let pairs = self.set.catalogs.iter().zip(&self.targets);
        pairs.map(|(catalog, targets)| Destination { catalog, targets })
    }

    fn destination(&self, id: &str) -> Option<Destination<'_, 'a>> {
        self.destinations().find(|into| into.catalog.id == id)
    }

    fn fill(&self, from: &'a Catalog, into: Destination<'_, 'a>) -> Table<'a> {
        let rows = from.codes.iter().map(|code| {
            let best = |case| self.best(Source::new(from, code, case), into);
            let cases: Vec<_> = code.cases.iter().map(|case| best(Some(case))).collect();
            let translation = match cases.as_slice() {
                [only] => *only,
                _ => best(None),
            };
            Row { code, translation, cases }
        });
        Table { from, into: into.catalog, rows: rows.collect() }
    }

    /// Returns the meanings of a source. All codes of the set have some.
    fn anchors(&self, source: Source<'a>) -> Option<Anchors> {
        let anchors = match source.case {
            Some(case) => Anchors::of_case(&self.tree, source.code.outcome, case),
            None => Anchors::of_code(&self.tree, source.code),
        };
        anchors.ok()
    }

    /// Returns the target that may be substituted for a source.
    fn best(&self, source: Source<'a>, into: Destination<'_, 'a>) -> Option<Translation<'a>> {
        let anchors = self.anchors(source)?;
        self.translation(best(self.candidates(source, &anchors, into))?, into)
    }

    /// Returns what the hub says of a source, as far as no author decided otherwise, best first.
    fn derived<'t>(
        &'t self,
        source: Source<'a>,
        anchors: &'t Anchors,
        into: Destination<'t, 'a>,
    ) -> impl Iterator<Item = Found<'a>> + 't {
        let decides = self.by_hand.decides(source, &into.catalog.id);
        let found = into.targets.all_for(&self.tree, anchors).filter(move |_| !decides);
        found.filter(move |found| {
            let is_mutual = found.relation != Relation::Wider;
            let target = into.targets.all.get(found.target).filter(|_| is_mutual);
            !target.is_some_and(|target| {
                let target = Source::new(into.catalog, target.code, Some(target.case));
                self.by_hand.decides(target, &source.catalog.id)
            })
        })
    }

    /// Returns what the hub and the authors say of a source, best first, without what it includes.
    fn candidates<'t>(
        &'t self,
        source: Source<'a>,
        anchors: &'t Anchors,
        into: Destination<'t, 'a>,
    ) -> impl Iterator<Item = Found<'a>> + 't {
        let stated = self.by_hand.stated(source, &into.catalog.id);
        let mut stated: Vec<Found<'a>> = stated
            .filter_map(|(one, is_declared)| into.targets.stated(&one, is_declared))
            .collect();
        stated.sort_unstable();
        let taken: Vec<usize> = stated.iter().map(|found| found.target).collect();
        let derived = self.derived(source, anchors, into);
        merge(stated.into_iter(), derived.filter(move |found| !taken.contains(&found.target)))
    }

    fn translation(&self, found: Found<'a>, into: Destination<'_, 'a>) -> Option<Translation<'a>> {
        let target = into.targets.all.get(found.target)?;
        let via = found.via.and_then(|node| self.tree.meaning(node));
        let (code, case) = (target.code, target.case);
        // A target that is only like the meaning says in which way.
        let own = case.why.as_deref().filter(|_| found.relation == Relation::Close);
        let why = found.why.or(own);
        Some(Translation { code, case, relation: found.relation, via, why })
    }
}

/// Returns the first target of a sorted list that may be substituted. Of several that are as close,
/// none is.
fn best<'a>(mut found: impl Iterator<Item = Found<'a>>) -> Option<Found<'a>> {
    let first = found.next()?;
    let mut is_tied = false;
    let next = if first.relation == Relation::Close {
        found.find(|other| {
            let is_close = other.relation == Relation::Close;
            is_tied |= is_close && !other.is_spare && other.rank() == first.rank();
            !is_close
        })
    } else {
        None
    };
    let best = if is_tied { next } else { Some(first) };
    best.filter(|best| best.relation.is_substitutable())
}

/// A catalog to translate into.
#[derive(Debug, Clone, Copy)]
struct Destination<'t, 'a> {
    catalog: &'a Catalog,
    targets: &'t Targets<'a>,
}
