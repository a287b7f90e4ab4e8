//! One way to look at a case, whether it is written alone or under its code.

use errcat::rt::MeaningRelation;
use errcat::{Actor, GrpcCode, Outcome};

use crate::Place;
use crate::finding::shorten;
use crate::read::{HttpNumber, RetryWord};
use crate::span::Spanned;
use crate::written::{CaseSource, CodeSource, Facts, Group, Provider};

/// A case with everything that it takes its facts from.
#[derive(Clone, Copy)]
pub(crate) struct View<'w> {
    pub(crate) group: &'w Group,
    pub(crate) code: &'w CodeSource,
    /// Where the code has several; a code without is a case itself.
    pub(crate) case: Option<&'w CaseSource>,
}

/// What a case claims to stand for.
pub(crate) struct Claim<'w> {
    pub(crate) relation: MeaningRelation,
    pub(crate) meanings: Vec<&'w Spanned<String>>,
}

impl Claim<'_> {
    /// Where the claim is made.
    pub(crate) fn place(&self) -> Option<Place> {
        self.meanings.first().map(|meaning| meaning.place)
    }
}

impl<'w> View<'w> {
    /// All cases of a provider.
    pub(crate) fn all(provider: &'w Provider) -> impl Iterator<Item = Self> {
        provider.groups.iter().flat_map(|group| {
            group.file.codes.iter().flat_map(move |code| Self::of_code(group, code))
        })
    }

    /// The cases of a code: those that it lists, or itself.
    pub(crate) fn of_code(group: &'w Group, code: &'w CodeSource) -> impl Iterator<Item = Self> {
        let alone = code.cases.is_empty().then_some(Self { group, code, case: None });
        let listed = code.cases.iter().map(move |case| Self { group, code, case: Some(case) });
        alone.into_iter().chain(listed)
    }

    /// The codes of a group, each as a whole.
    pub(crate) fn codes_of(group: &'w Group) -> impl Iterator<Item = Self> {
        group.file.codes.iter().map(move |code| Self { group, code, case: None })
    }

    /// The id of the case, where its code has several to be told apart.
    pub(crate) fn case_id(&self) -> Option<&'w str> {
        let case = self.case.filter(|_| self.code.cases.len() > 1)?;
        Some(case.id.as_str())
    }

    /// The facts of the case itself.
    pub(crate) fn own(&self) -> &'w Facts {
        self.case.map_or(&self.code.facts, |case| &case.facts)
    }

    /// Where to point when the case as a whole is meant.
    pub(crate) fn place(&self) -> Place {
        self.case.map_or(self.code.code.place, |case| case.id.place)
    }

    /// How people name the case within its catalog.
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

    /// A fact of the case, or else of its code.
    fn fact<T>(&self, get: impl Fn(&'w Facts) -> Option<&'w T>) -> Option<&'w T> {
        get(self.own()).or_else(|| get(&self.code.facts))
    }

    pub(crate) fn http(&self) -> Option<&'w Spanned<HttpNumber>> {
        self.fact(|facts| facts.http.as_ref())
    }

    pub(crate) fn grpc(&self) -> Option<&'w Spanned<GrpcCode>> {
        self.fact(|facts| facts.grpc.as_ref())
    }

    pub(crate) fn retry(&self) -> Option<&'w Spanned<RetryWord>> {
        self.fact(|facts| facts.retry.as_ref())
    }

    pub(crate) fn retry_after(&self) -> Option<&'w Spanned<u32>> {
        self.fact(|facts| facts.retry_after.as_ref())
    }

    pub(crate) fn actor(&self) -> Option<&'w Spanned<Actor>> {
        self.fact(|facts| facts.actor.as_ref())
    }

    pub(crate) fn why(&self) -> Option<&'w Spanned<String>> {
        self.fact(|facts| facts.why.as_ref())
    }

    pub(crate) fn status_why(&self) -> Option<&'w Spanned<String>> {
        self.fact(|facts| facts.status_why.as_ref())
    }

    pub(crate) fn source(&self) -> &'w Spanned<String> {
        self.fact(|facts| facts.source.as_ref()).unwrap_or(&self.group.file.group.source)
    }

    pub(crate) fn preferred(&self) -> Option<&'w Spanned<bool>> {
        self.own().preferred.as_ref().filter(|preferred| preferred.value)
    }

    /// The operations of the case and of its texts, each once, in the order of writing.
    pub(crate) fn operations(&self) -> Vec<&'w Spanned<String>> {
        let own = self.own();
        let of_texts = own.messages.iter().flat_map(|message| &message.operations);
        let mut operations: Vec<&Spanned<String>> = Vec::new();
        for operation in own.operations.iter().chain(of_texts) {
            if !operations.iter().any(|known| known.value == operation.value) {
                operations.push(operation);
            }
        }
        if operations.is_empty() {
            operations.extend(&self.code.facts.operations);
        }
        operations
    }

    /// The texts, with the operations that each names for itself.
    pub(crate) fn messages(
        &self,
    ) -> impl Iterator<Item = (&'w Spanned<String>, &'w [Spanned<String>])> {
        let own = self.own();
        let alone = own.message.iter().map(|text| (text, [].as_slice()));
        let listed =
            own.messages.iter().map(|message| (&message.text, message.operations.as_slice()));
        alone.chain(listed)
    }

    /// What the case claims to stand for, or else what its code claims.
    pub(crate) fn claims(&self) -> Vec<Claim<'w>> {
        let own = claims(self.own());
        if own.is_empty() { claims(&self.code.facts) } else { own }
    }
}

fn claims(facts: &Facts) -> Vec<Claim<'_>> {
    let single = |relation, meaning| Claim { relation, meanings: vec![meaning] };
    let mut claims = Vec::new();
    claims.extend(facts.is.iter().map(|meaning| single(MeaningRelation::Is, meaning)));
    claims.extend(facts.kind_of.iter().map(|meaning| single(MeaningRelation::KindOf, meaning)));
    claims.extend(facts.like.iter().map(|meaning| single(MeaningRelation::Like, meaning)));
    if !facts.covers.is_empty() {
        let meanings = facts.covers.iter().collect();
        claims.push(Claim { relation: MeaningRelation::Covers, meanings });
    }
    claims
}
