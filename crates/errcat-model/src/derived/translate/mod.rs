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
//! - **Exact**: the source is `is c` and the target is `is c`.
//! - **Close**: one of them is `is c` and the other `like c`. Two that are like `c` need not be
//!   like each other, and a part of `c` need not be near what is near `c`. Where several targets
//!   are like `c`, none of them represents it, unless all the others are deprecated.
//! - **Wider**: every anchor of the source is, or lies below, the meaning that the target `is`,
//!   or one of those that it `covers`. What is `like c` is known to lie within what is above `c`,
//!   not within `c`; for a target that `covers` a list, `c` in the list is enough. A target that is
//!   `kind-of` or `like` something is never wider. A root (success, notification, failure) is never
//!   a target: "it failed" does not say how.
//! - **Narrower**: never derived. Only an author can decide to say too much.
//!
//! # The best target
//!
//! Exact before close before wider; of wider targets the nearest, by the steps up the tree of the
//! anchor that has to go furthest; then one that `is` a meaning before one that `covers` several,
//! one that covers fewer, one that is not deprecated, the preferred one, and the first of the
//! catalog. Retired codes are translated and never translated to. Without a target that is true
//! there is no translation, which is better than a wrong one.
//!
//! # A code whose case is not known
//!
//! A code with one case is that case. For a code with several, all anchors together are the source,
//! so the translation is wider at best, through the nearest meaning above them all. Only if every
//! case `is` the same meaning, the code is that meaning too.
//!
//! # Decisions of authors
//!
//! A [translation by hand](crate::Override) takes precedence. One for a case takes precedence over
//! one for its code, and says nothing about the code as a whole.
//!
//! # Guarantees
//!
//! A success, a notification and a failure are never translations of each other. Loading another
//! catalog does not change the tables between the others, nor does the order of files.

mod anchors;
mod coverage;
mod overrides;
mod table;
mod targets;
mod tree;

use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Meaning};

pub use coverage::{Coverage, OneWay, PairCoverage, Used};
pub use table::{Entry, Row, Table, Translation};

use anchors::Anchors;
use overrides::{ByHand, Decided, Overrides};
use targets::{Found, Targets};
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
/// #   - { id: success, title: Done, http: 200, grpc: OK, retry: never, actor: nobody }
/// #   - { id: success.pending, parent: success, title: Taken over }
/// #   - { id: success.queued, parent: success.pending, title: Waits in a queue }";
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
///         Some(to) => format!("{} -> {} {}", code.code, to.code.code, to.relation.description()),
///         None => format!("{} is nothing there", code.code),
///     })
///     .collect();
/// assert_eq!(lines, ["ACCEPTED -> TAKEN says the same", "QUEUED -> TAKEN says less"]);
/// ```
#[derive(Debug)]
pub struct Translator<'a> {
    set: &'a CatalogSet,
    tree: Tree<'a>,
    /// One for each catalog, in the order of the set.
    targets: Vec<Targets<'a>>,
    overrides: Overrides<'a>,
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
        Ok(Self { set, tree, targets, overrides: Overrides::new(set)? })
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
        self.answer(catalog, code, case, into)
    }

    /// Returns the equivalent of a meaning in the catalog with an id.
    pub fn meaning(&self, meaning: &Meaning, into: &str) -> Option<Translation<'a>> {
        let anchors = Anchors::of_meaning(&self.tree, meaning)?;
        self.derive(&anchors, self.destination(into)?)
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
            let cases = code.cases.iter();
            let cases: Vec<_> =
                cases.map(|case| self.answer(from, code, Some(case), into)).collect();
            let translation = match cases.as_slice() {
                [only] => *only,
                _ => self.answer(from, code, None, into),
            };
            Row { code, translation, cases }
        });
        Table { from, into: into.catalog, rows: rows.collect() }
    }

    /// Returns the translation by hand, or else the derived one.
    fn answer(
        &self,
        from: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: Destination<'_, 'a>,
    ) -> Option<Translation<'a>> {
        let case = match code.cases.as_slice() {
            [only] => Some(only),
            _ => case,
        };
        match self.overrides.find(from, code, case, &into.catalog.id) {
            Some(Decided::To(ByHand { code, case, relation, why })) => {
                return Some(Translation { code, case, relation, via: None, why: Some(why) });
            }
            Some(Decided::Nothing) => return None,
            None => {}
        }
        // All codes of the set have anchors; a code of another set has no translation.
        let anchors = match case {
            Some(case) => Anchors::of_case(&self.tree, code.outcome, case),
            None => Anchors::of_code(&self.tree, code),
        };
        self.derive(&anchors.ok()?, into)
    }

    fn derive(&self, anchors: &Anchors, into: Destination<'_, 'a>) -> Option<Translation<'a>> {
        let found = into.targets.choose(&self.tree, anchors)?;
        let via = found.via.and_then(|node| self.tree.meaning(node));
        let Found { code, case, relation, .. } = found;
        Some(Translation { code, case, relation, via, why: None })
    }
}

/// A catalog to translate into.
#[derive(Clone, Copy)]
struct Destination<'t, 'a> {
    catalog: &'a Catalog,
    targets: &'t Targets<'a>,
}
