//! Relations that authors wrote, by their source.

use std::collections::HashMap;

use errcat::Relation;

use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Law, LifecycleStage, Override, Reference};

/// A source, and the id of the catalog to translate into.
type Pair<'a> = (Reference<'a>, &'a str);

/// Everything that authors said. Most sets have nothing.
#[derive(Debug, Default)]
pub(super) struct ByHand<'a> {
    /// The entries about a source, written at it or at its target.
    said: HashMap<Pair<'a>, Said<'a>>,
    /// For each target of these, the relations back.
    back: HashMap<Pair<'a>, Vec<Stated<'a>>>,
}

/// The entries of authors about a source and a catalog.
#[derive(Debug, Default)]
struct Said<'a> {
    /// Whether the derived targets do not count, because there is none or an author named one.
    decides: bool,
    stated: Vec<Stated<'a>>,
}

/// A target that an author named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'a> {
    pub(super) case: &'a Case,
    pub(super) relation: Relation,
    pub(super) why: &'a str,
}

/// A code, or one of its cases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) code: &'a Code,
    /// The case; `None` if the code has several and it is not known which.
    pub(super) case: Option<&'a Case>,
}

impl<'a> Source<'a> {
    /// Returns a source; the case of a code that has only one is known.
    pub(super) fn new(catalog: &'a Catalog, code: &'a Code, case: Option<&'a Case>) -> Self {
        let only = code.cases.first().filter(|_| code.cases.len() == 1);
        Self { catalog, code, case: only.or(case) }
    }

    fn reference(self) -> Reference<'a> {
        let Self { catalog, code, case } = self;
        case.map_or(Reference::of_code(catalog, code), |case| {
            Reference::of_case(catalog, code, case)
        })
    }
}

impl<'a> ByHand<'a> {
    pub(super) fn new(set: &'a CatalogSet) -> Result<Self, BrokenLaw> {
        let mut by_hand = Self::default();
        for source in sources(set) {
            let overrides = source.case.map_or(&source.code.overrides, |case| &case.overrides);
            for entry in overrides {
                by_hand.add(source, entry, set)?;
            }
        }
        if by_hand.said.is_empty() {
            return Ok(by_hand);
        }
        for source in sources(set) {
            by_hand.add_back(source, set);
        }
        Ok(by_hand)
    }

    /// Adds an entry, unless its other end is not loaded.
    fn add(
        &mut self,
        own: Source<'a>,
        entry: &'a Override,
        set: &'a CatalogSet,
    ) -> Result<(), BrokenLaw> {
        let broken = |law| BrokenLaw::new(law, own.reference());
        let (source, target, relation, why) = match entry {
            Override::None { none, .. } => {
                self.said.entry((own.reference(), none)).or_default().decides = true;
                return Ok(());
            }
            Override::To { to, relation, why } => {
                let Some(target) = find(set, to)? else { return Ok(()) };
                (own, target, *relation, why)
            }
            Override::From { from, relation, why } => {
                let Some(source) = find(set, from)? else { return Ok(()) };
                (source, own, *relation, why)
            }
        };
        let case = target.case.ok_or_else(|| broken(Law::TranslationShape))?;
        if source.code.outcome != target.code.outcome {
            return Err(broken(Law::OutcomeCrossed));
        }
        if target.code.stage() == Some(LifecycleStage::Retired) {
            return Err(broken(Law::RetiredTarget));
        }
        let said = self.said.entry((source.reference(), &target.catalog.id)).or_default();
        said.decides |= relation.is_substitutable();
        said.stated.push(Stated { case, relation, why });
        Ok(())
    }

    /// Adds the relations back from the targets of a case.
    fn add_back(&mut self, source: Source<'a>, set: &'a CatalogSet) {
        let Some(case) = source.case else { return };
        for into in &set.catalogs {
            let Some(said) = self.said.get(&(source.reference(), &into.id)) else { continue };
            for Stated { case: target, relation, why } in &said.stated {
                let mut cases = into.cases();
                let Some((code, _)) = cases.find(|(_, other)| std::ptr::eq(*other, *target)) else {
                    continue;
                };
                let pair = (Reference::of_case(into, code, target), source.catalog.id.as_str());
                let back = Stated { case, relation: relation.inverse(), why };
                self.back.entry(pair).or_default().push(back);
            }
        }
    }

    /// Returns whether the derived targets of a source in a catalog do not count.
    pub(super) fn decides(&self, source: Source<'a>, into: &'a str) -> bool {
        let said = || self.said.get(&(source.reference(), into));
        !self.said.is_empty() && said().is_some_and(|said| said.decides)
    }

    /// Returns the targets in a catalog that authors named for a source, each with whether they did
    /// so for this direction.
    pub(super) fn stated(
        &self,
        source: Source<'a>,
        into: &'a str,
    ) -> impl Iterator<Item = (Stated<'a>, bool)> {
        // Most sets have nothing.
        let pair = (!self.said.is_empty()).then(|| (source.reference(), into));
        let there = pair.and_then(|pair| self.said.get(&pair));
        let there = there.into_iter().flat_map(|said| &said.stated);
        let back = pair.and_then(|pair| self.back.get(&pair)).into_iter().flatten();
        there.map(|stated| (*stated, true)).chain(back.map(|stated| (*stated, false)))
    }
}

/// Returns every case, and every code with several.
fn sources(set: &CatalogSet) -> impl Iterator<Item = Source<'_>> {
    set.catalogs.iter().flat_map(|catalog| {
        catalog.codes.iter().flat_map(move |code| {
            let whole = (code.cases.len() > 1).then_some(None);
            let all = whole.into_iter().chain(code.cases.iter().map(Some));
            all.map(move |case| Source { catalog, code, case })
        })
    })
}

/// Returns the target of a reference; `None` if its catalog is not loaded.
fn find<'a>(set: &'a CatalogSet, reference: &str) -> Result<Option<Source<'a>>, BrokenLaw> {
    let unknown = || BrokenLaw::new(Law::UnknownTranslation, reference);
    let (catalog, _) = reference.split_once(':').ok_or_else(unknown)?;
    if set.catalog(catalog).is_none() {
        return Ok(None);
    }
    let (catalog, code, case) = set.follow(reference).ok_or_else(unknown)?;
    Ok(Some(Source::new(catalog, code, case)))
}
