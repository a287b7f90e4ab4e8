//! Translations by hand, by their source.

use std::collections::HashMap;

use errcat::Relation;

use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, Law, LifecycleStage, Override, Reference};

/// A source, and the id of the catalog to translate into.
type Pair<'a> = (Reference<'a>, &'a str);

/// Every pair that an author decided. Most sets have none.
#[derive(Debug)]
pub(super) struct Overrides<'a>(HashMap<Pair<'a>, Decided<'a>>);

/// The decision of an author for a pair.
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
    pub(super) fn new(set: &'a CatalogSet) -> Result<Self, BrokenLaw> {
        let mut pairs = HashMap::new();
        for catalog in &set.catalogs {
            for code in &catalog.codes {
                let whole = Reference::of_code(catalog, code);
                let cases = code.cases.iter().map(|case| {
                    (Reference::of_case(catalog, code, case), Some(case), &case.overrides)
                });
                for (subject, case, overrides) in cases.chain([(whole, None, &code.overrides)]) {
                    let own = Own { catalog, code, case, subject };
                    for by_hand in overrides {
                        if let Some((pair, answer)) = own.pair(by_hand, set)? {
                            pairs.entry(pair).or_insert(answer);
                        }
                    }
                }
            }
        }
        Ok(Self(pairs))
    }

    /// Returns the decision for a case, or else for its code, if an author made one.
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

/// The owner of an override.
struct Own<'a> {
    catalog: &'a Catalog,
    code: &'a Code,
    case: Option<&'a Case>,
    subject: Reference<'a>,
}

impl<'a> Own<'a> {
    /// Returns the decision of an override, unless its other end is not loaded.
    fn pair(
        &self,
        by_hand: &'a Override,
        set: &'a CatalogSet,
    ) -> Result<Option<(Pair<'a>, Decided<'a>)>, BrokenLaw> {
        let (pair, source, (code, case), relation, why) = match by_hand {
            Override::None { none, .. } => {
                return Ok(Some(((self.subject, none), Decided::Nothing)));
            }
            Override::To { to, relation, why } => {
                let Some((into, code, case)) = find(set, to)? else { return Ok(None) };
                ((self.subject, into.id.as_str()), self.code, (code, case), relation, why)
            }
            Override::From { from, relation, why } => {
                let Some((catalog, code, case)) = find(set, from)? else { return Ok(None) };
                let source = match case {
                    Some(case) => Reference::of_case(catalog, code, case),
                    None => Reference::of_code(catalog, code),
                };
                let pair = (source, self.catalog.id.as_str());
                (pair, code, (self.code, self.case), relation, why)
            }
        };
        let broken = |law| BrokenLaw::new(law, self.subject);
        let case = case.ok_or_else(|| broken(Law::TranslationShape))?;
        if source.outcome != code.outcome {
            return Err(broken(Law::OutcomeCrossed));
        }
        if code.stage() == Some(LifecycleStage::Retired) {
            return Err(broken(Law::RetiredTarget));
        }
        Ok(Some((pair, Decided::To(ByHand { code, case, relation: *relation, why }))))
    }
}

/// A code with its catalog, and its named or only case.
type End<'a> = (&'a Catalog, &'a Code, Option<&'a Case>);

/// Returns the target of a reference; `None` if its catalog is not loaded.
fn find<'a>(set: &'a CatalogSet, reference: &str) -> Result<Option<End<'a>>, BrokenLaw> {
    let unknown = || BrokenLaw::new(Law::UnknownTranslation, reference);
    let (catalog, _) = reference.split_once(':').ok_or_else(unknown)?;
    if set.catalog(catalog).is_none() {
        return Ok(None);
    }
    let (catalog, code, case) = set.follow(reference).ok_or_else(unknown)?;
    let only = code.cases.first().filter(|_| code.cases.len() == 1);
    Ok(Some((catalog, code, case.or(only))))
}
