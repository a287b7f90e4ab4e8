//! Cases, whether they are written alone or under their code.

use std::collections::HashSet;

use errcat::{Facts, Outcome, Retry};

use super::hub::Hub;
use crate::author::read::Keyed;
use crate::author::written::{CaseSource, CodeSource, Details, FactsSource, Group, Provider};
use crate::catalog::{MeaningRelation, names};
use crate::findings::shorten;
use crate::text::{Place, Spanned};

/// A case with its code and group.
#[derive(Clone, Copy)]
pub(crate) struct View<'w> {
    pub(crate) group: &'w Group,
    pub(crate) code: &'w CodeSource,
    /// `None` for a code as a whole, which is a case itself if it lists none.
    pub(crate) case: Option<&'w CaseSource>,
}

/// The meanings that a case claims.
pub(crate) struct Claim<'w> {
    pub(crate) relation: MeaningRelation,
    pub(crate) meanings: Vec<&'w Spanned<String>>,
}

impl Claim<'_> {
    /// Returns the place of the claim.
    pub(crate) fn place(&self) -> Option<Place> {
        self.meanings.first().map(|meaning| meaning.place)
    }
}

impl<'w> View<'w> {
    /// Returns all cases of a provider.
    pub(crate) fn all(provider: &'w Provider) -> impl Iterator<Item = Self> {
        provider.codes().flat_map(|(group, code)| Self::of_code(group, code))
    }

    /// Returns the cases that a code lists, or the code itself.
    pub(crate) fn of_code(group: &'w Group, code: &'w CodeSource) -> impl Iterator<Item = Self> {
        let alone = code.cases.is_empty().then_some(Self { group, code, case: None });
        let listed = code.cases.iter().map(move |case| Self { group, code, case: Some(case) });
        alone.into_iter().chain(listed)
    }

    /// Returns the codes of a provider, each as a whole.
    pub(crate) fn codes_of(provider: &'w Provider) -> impl Iterator<Item = Self> {
        provider.codes().map(|(group, code)| Self { group, code, case: None })
    }

    /// Returns the id of the case, if its code has several.
    pub(crate) fn case_id(&self) -> Option<&'w str> {
        let case = self.case.filter(|_| self.code.cases.len() > 1)?;
        Some(case.id.as_str())
    }

    /// Returns the details of the case itself.
    pub(crate) fn own(&self) -> &'w Details {
        self.case.map_or(&self.code.details, |case| &case.details)
    }

    /// Returns the Rust name of the code, if one can be made.
    pub(crate) fn code_name(&self) -> Option<String> {
        let code = self.code;
        let details = code.cases.first().map_or(&code.details, |case| &case.details);
        let listed = || details.messages.first().map(|message| &message.text);
        match code.name.as_ref().or(code.symbol.as_deref()) {
            Some(name) => names::type_name(name),
            // A number is no name, so its message gives the name.
            None if code.code.number.is_some() => {
                names::type_name(details.message.as_ref().or_else(listed)?)
            }
            None => names::type_name(&code.code.text),
        }
    }

    /// Returns the Rust name of the case, which is the name of its code if the code lists none.
    pub(crate) fn case_name(&self, code_name: &str) -> Option<String> {
        match self.case {
            Some(case) => names::type_name(&case.id),
            None => Some(code_name.to_owned()),
        }
    }

    /// Returns the earlier names of the case, which are those of its code if the code lists none.
    pub(crate) fn case_aliases(&self) -> &'w [Spanned<String>] {
        self.case.map_or(&self.code.aliases, |case| &case.aliases)
    }

    /// Returns the place to point at for the case as a whole.
    pub(crate) fn place(&self) -> Place {
        self.case.map_or(self.code.code.place, |case| case.id.place)
    }

    /// Returns the reference of the case within its catalog.
    pub(crate) fn reference(&self) -> String {
        let code = shorten(&self.code.code.text, 60);
        match self.case {
            Some(case) => format!("{code}#{}", shorten(&case.id, 60)),
            None => code.into_owned(),
        }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.group.file.group.outcome.as_ref().map_or(Outcome::Failure, |outcome| outcome.value)
    }

    /// Returns the facts that the case writes, or else its code.
    pub(crate) fn facts(&self) -> FactsSource {
        let code = &self.code.facts;
        self.case.map_or(*code, |case| case.facts.or(code))
    }

    /// Returns the facts of the first meaning of the case, if it is in the hub.
    pub(crate) fn inherited(&self, hub: &Hub<'_>) -> Option<Facts> {
        let claims = self.claims();
        hub.facts(claims.first()?.meanings.first()?)
    }

    /// Returns the advice that the case writes or inherits, with the delay that it writes.
    pub(crate) fn retry(&self, inherited: Facts) -> Retry {
        let advice = self.facts().retry.map_or(inherited.retry, |retry| retry.value);
        match advice {
            Retry::Later { .. } => {
                Retry::Later { after_seconds: self.retry_after().map(|after| after.value) }
            }
            advice => advice,
        }
    }

    /// Returns a detail of the case, or else of its code.
    fn detail<T>(&self, get: impl Fn(&'w Details) -> Option<&'w T>) -> Option<&'w T> {
        get(self.own()).or_else(|| get(&self.code.details))
    }

    pub(crate) fn retry_after(&self) -> Option<&'w Spanned<u32>> {
        self.detail(|details| details.retry_after.as_ref())
    }

    pub(crate) fn why(&self) -> Option<&'w Spanned<String>> {
        self.detail(|details| details.why.as_deref())
    }

    pub(crate) fn facts_why(&self) -> Option<&'w Spanned<String>> {
        self.detail(|details| details.facts_why.as_deref())
    }

    /// Returns the sentences that the case writes, or else its code, if any.
    pub(crate) fn tell(&self) -> Option<&'w Keyed<Spanned<String>>> {
        self.detail(|details| Some(&details.tell).filter(|tell| !tell.0.is_empty()))
    }

    pub(crate) fn source(&self) -> &'w Spanned<String> {
        self.detail(|details| details.source.as_deref()).unwrap_or(&self.group.file.group.source)
    }

    pub(crate) fn preferred(&self) -> Option<&'w Spanned<bool>> {
        self.own().preferred.as_ref().filter(|preferred| preferred.value)
    }

    /// Returns the operations of the case and of its texts, each once, in written order.
    pub(crate) fn operations(&self) -> Vec<&'w Spanned<String>> {
        let own = self.own();
        let of_texts = own.messages.iter().flat_map(|message| &message.operations);
        let mut known = HashSet::new();
        let each = own.operations.iter().chain(of_texts);
        let mut operations: Vec<_> =
            each.filter(|operation| known.insert(operation.as_str())).collect();
        if operations.is_empty() {
            operations.extend(&self.code.details.operations);
        }
        operations
    }

    /// Returns the texts, each with the operations that it names itself.
    pub(crate) fn messages(
        &self,
    ) -> impl Iterator<Item = (&'w Spanned<String>, &'w [Spanned<String>])> {
        let own = self.own();
        let alone = own.message.iter().map(|text| (text, [].as_slice()));
        let listed =
            own.messages.iter().map(|message| (&message.text, message.operations.as_slice()));
        alone.chain(listed)
    }

    /// Returns the claims of the case, or else of its code.
    pub(crate) fn claims(&self) -> Vec<Claim<'w>> {
        let own = claims(self.own());
        if own.is_empty() { claims(&self.code.details) } else { own }
    }
}

fn claims(details: &Details) -> Vec<Claim<'_>> {
    let single = |relation, meaning| Claim { relation, meanings: vec![meaning] };
    let mut claims = Vec::new();
    claims.extend(details.is.iter().map(|meaning| single(MeaningRelation::Is, meaning)));
    claims.extend(details.kind_of.iter().map(|meaning| single(MeaningRelation::KindOf, meaning)));
    claims.extend(details.like.as_deref().map(|meaning| single(MeaningRelation::Like, meaning)));
    if !details.covers.is_empty() {
        let meanings = details.covers.iter().collect();
        claims.push(Claim { relation: MeaningRelation::Covers, meanings });
    }
    claims
}
