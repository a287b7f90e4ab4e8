//! Facts as authors wrote them, completed with inherited ones.

use errcat::{Facts, Outcome};

use super::FactsSource;
use crate::Place;

impl FactsSource {
    /// Returns these facts, and the ones from above for those that are left out here.
    pub(crate) fn or(&self, above: &Self) -> Self {
        Self {
            place: self.place,
            http: self.http.or(above.http),
            grpc: self.grpc.or(above.grpc),
            retry: self.retry.or(above.retry),
            actor: self.actor.or(above.actor),
        }
    }

    /// Returns all facts; `None` if one is missing or out of range, which breaks a law.
    pub(crate) fn complete(self, outcome: Outcome) -> Option<Facts> {
        let Self { http, grpc, retry, actor, place: _ } = self;
        Some(Facts {
            outcome,
            http: http?.status()?,
            grpc: grpc?.value,
            retry: retry?.value,
            actor: actor?.value,
        })
    }

    /// Returns these facts, and inherited ones for those that are left out; `None` if the status is
    /// out of range, which breaks a law.
    pub(crate) fn or_inherited(self, inherited: Facts) -> Option<Facts> {
        let Self { http, grpc, retry, actor, place: _ } = self;
        Some(Facts {
            outcome: inherited.outcome,
            http: http.map_or(Some(inherited.http), |http| http.status())?,
            grpc: grpc.map_or(inherited.grpc, |grpc| grpc.value),
            retry: retry.map_or(inherited.retry, |retry| retry.value),
            actor: actor.map_or(inherited.actor, |actor| actor.value),
        })
    }

    /// Returns each key with the place of its value, if it is written.
    pub(crate) fn places(&self) -> [(&'static str, Option<Place>); 4] {
        let Self { http, grpc, retry, actor, place: _ } = self;
        [
            ("http", http.map(|http| http.place)),
            ("grpc", grpc.map(|grpc| grpc.place)),
            ("retry", retry.map(|retry| retry.place)),
            ("actor", actor.map(|actor| actor.place)),
        ]
    }
}
