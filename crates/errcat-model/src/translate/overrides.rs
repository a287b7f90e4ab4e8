//! Translations by hand, found by what they are for.

use std::collections::HashMap;

use errcat::Relation;

use crate::{Case, Catalog, CatalogSet, Code, FullReference, LifecycleStage, Override, Reference};

/// What is translated, and the id of the catalog that it is translated into.
type Pair<'a> = (Reference<'a>, &'a str);

/// Every pair that an author has decided. Few have, so most sets have none.
#[derive(Debug)]
pub(super) struct Overrides<'a>(HashMap<Pair<'a>, Decided<'a>>);

/// What an author decided for a pair.
#[derive(Debug, Clone, Copy)]
pub(super) enum Decided<'a> {
    To(ByHand<'a>),
    Nothing,
}

/// A translation that an author wrote.
#[derive(Debug, Clone, Copy)]
pub(super) struct ByHand<'a> {
    pub(super) code: &'a Code,
    pub(super) case: &'a Case,
    pub(super) relation: Relation,
    pub(super) why: &'a str,
}

impl<'a> Overrides<'a> {
    pub(super) fn of(set: &'a CatalogSet) -> Self {
        let mut pairs = HashMap::new();
        let mut codes = Codes { set, index: None };
        for catalog in &set.catalogs {
            for code in &catalog.codes {
                let whole = Reference::of_code(catalog, code);
                let cases = code.cases.iter().map(|case| {
                    (Reference::of_case(catalog, code, case), Some(case), &case.overrides)
                });
                for (subject, case, overrides) in cases.chain([(whole, None, &code.overrides)]) {
                    let own = Own { catalog, code, case, subject };
                    let found =
                        overrides.iter().filter_map(|by_hand| own.pair(by_hand, &mut codes));
                    for (pair, answer) in found {
                        pairs.entry(pair).or_insert(answer);
                    }
                }
            }
        }
        Self(pairs)
    }

    /// The answer for a case, or else for its code; nothing where no author has decided.
    pub(super) fn find(
        &self,
        catalog: &'a Catalog,
        code: &'a Code,
        case: Option<&'a Case>,
        into: &'a str,
    ) -> Option<Decided<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let of_case =
            case.and_then(|case| self.0.get(&(Reference::of_case(catalog, code, case), into)));
        of_case.or_else(|| self.0.get(&(Reference::of_code(catalog, code), into))).copied()
    }
}

/// Where an override stands.
struct Own<'a> {
    catalog: &'a Catalog,
    code: &'a Code,
    case: Option<&'a Case>,
    subject: Reference<'a>,
}

impl<'a> Own<'a> {
    /// What an override decides. Nothing where its other end is not read; nothing either for what
    /// the laws forbid, a retired target or another outcome.
    fn pair(
        &self,
        by_hand: &'a Override,
        codes: &mut Codes<'a>,
    ) -> Option<(Pair<'a>, Decided<'a>)> {
        let (pair, source, target, relation, why) = match by_hand {
            Override::None { none, .. } => return Some(((self.subject, none), Decided::Nothing)),
            Override::To { to, relation, why } => {
                let (code, case) = codes.find(to)?;
                ((self.subject, to.catalog.as_str()), self.code, (code, case?), relation, why)
            }
            Override::From { from, relation, why } => {
                let (code, _) = codes.find(from)?;
                let pair = (from.as_reference(), self.catalog.id.as_str());
                (pair, code, (self.code, self.case?), relation, why)
            }
        };
        let (code, case) = target;
        let stage = code.lifecycle.as_ref().map(|lifecycle| lifecycle.stage);
        let is_lawful = source.outcome == code.outcome && stage != Some(LifecycleStage::Retired);
        is_lawful.then_some((pair, Decided::To(ByHand { code, case, relation: *relation, why })))
    }
}

/// All codes by catalog and identifier; the index is made for the first that is asked for.
struct Codes<'a> {
    set: &'a CatalogSet,
    index: Option<HashMap<(&'a str, &'a str), &'a Code>>,
}

impl<'a> Codes<'a> {
    /// A code, and the case that is named, or the only one.
    fn find(&mut self, reference: &FullReference) -> Option<(&'a Code, Option<&'a Case>)> {
        let set = self.set;
        let index = self.index.get_or_insert_with(|| {
            let codes = set.catalogs.iter().flat_map(|catalog| {
                catalog.codes.iter().map(|code| ((catalog.id.as_str(), code.code.as_str()), code))
            });
            codes.collect()
        });
        let code = *index.get(&(reference.catalog.as_str(), reference.code.as_str()))?;
        let case = match (&reference.case, code.cases.as_slice()) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(id), cases) => Some(cases.iter().find(|case| case.id == *id)?),
        };
        Some((code, case))
    }
}
