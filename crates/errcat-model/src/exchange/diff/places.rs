//! The places in the files of everything that can change.

use std::collections::HashMap;

use super::change::Spot;
use crate::author::files;
use crate::author::resolve::View;
use crate::author::written::{
    CodeSource, Details, FactsSource, Group, HistorySource, ProviderSource,
};
use crate::text::{Place, Sources, Spanned};

/// The places in the files of one state of catalogs, for [`super::Diff::locate`].
#[derive(Debug, Clone, Default)]
pub struct Places {
    places: HashMap<(String, Spot), Place>,
}

impl Places {
    /// Reads the places of everything in the files.
    pub fn new(sources: &Sources) -> Self {
        let (written, _) = files::read(sources);
        let mut places = Self::default();
        places.key("glossary", "glossary", written.glossary.0.first().map(|(term, _)| term));
        for meaning in &written.meanings {
            places.add(&meaning.id.value, Spot::Meaning, meaning.id.place);
        }
        for provider in &written.providers {
            places.provider(&provider.provider);
            let id = &provider.provider.id.value;
            for group in &provider.groups {
                let title = group.file.group.title.place;
                places.add(id, Spot::Group(group.id.clone()), title);
                for code in &group.file.codes {
                    places.code(id, group, code);
                }
            }
        }
        places
    }

    /// Returns the place of a spot, or else of the code or catalog that contains it.
    pub(super) fn find(&self, reference: &str, spot: &Spot) -> Option<Place> {
        let get = |reference: &str, spot: &Spot| {
            self.places.get(&(reference.to_owned(), spot.clone())).copied()
        };
        let code = reference.rsplit_once('#').map(|(code, _)| code);
        let catalog = reference.split_once(':').map(|(catalog, _)| catalog);
        get(reference, spot)
            .or_else(|| get(code?, spot))
            .or_else(|| get(reference, &Spot::Whole))
            .or_else(|| get(code?, &Spot::Whole))
            .or_else(|| get(catalog?, &Spot::Whole))
    }

    /// Adds a place, unless it has one: the facts of a case come before those of its code.
    fn add(&mut self, reference: &str, spot: Spot, place: Place) {
        self.places.entry((reference.to_owned(), spot)).or_insert(place);
    }

    fn key<T>(&mut self, reference: &str, key: &'static str, value: Option<&Spanned<T>>) {
        if let Some(value) = value {
            self.add(reference, Spot::Key(key), value.place);
        }
    }

    fn provider(&mut self, source: &ProviderSource) {
        let id = &source.id.value;
        self.add(id, Spot::Whole, source.id.place);
        self.key(id, "code-type", Some(&source.code_type));
        self.key(id, "failed-as", source.failed_as.as_ref());
        self.key(id, "unknown", source.unknown.as_ref());
        self.key(id, "domain", Some(&source.domain));
        for operation in &source.operations {
            let name = &operation.name;
            self.add(id, Spot::Operation(name.value.clone()), name.place);
        }
        for envelope in &source.envelopes {
            self.add(id, Spot::Envelope(envelope.id.value.clone()), envelope.id.place);
        }
        for status in &source.statuses {
            if let Some(http) = status.http.status() {
                self.add(id, Spot::Status(http.get()), status.http.place);
            }
        }
    }

    fn code(&mut self, catalog: &str, group: &Group, code: &CodeSource) {
        let reference = format!("{catalog}:{}", code.code.text);
        for view in View::of_code(group, code) {
            let of_case = match view.case_id() {
                Some(id) => format!("{reference}#{id}"),
                None => reference.clone(),
            };
            self.details(&of_case, view.own());
            if let Some(case) = view.case {
                self.facts(&of_case, &case.facts);
                self.add(&of_case, Spot::Whole, case.id.place);
                self.key(&of_case, "aliases", case.aliases.first());
            }
        }
        // Keys that its cases inherit, and its own.
        self.details(&reference, &code.details);
        self.facts(&reference, &code.facts);
        self.add(&reference, Spot::Whole, code.code.place);
        self.key(&reference, "name", code.name.as_ref().or(code.symbol.as_deref()));
        self.key(&reference, "name", code.details.message.as_ref());
        self.key(&reference, "aliases", code.aliases.first());
        let mut history = |key, history: Option<&HistorySource>| {
            if let Some(history) = history {
                self.add(&reference, Spot::Key(key), history.place);
            }
        };
        history("deprecated", code.deprecated.as_deref());
        history("retired", code.retired.as_deref());
    }

    fn facts(&mut self, reference: &str, facts: &FactsSource) {
        for (key, place) in facts.places() {
            if let Some(place) = place {
                self.add(reference, Spot::Key(key), place);
            }
        }
    }

    fn details(&mut self, reference: &str, details: &Details) {
        self.key(reference, "message", details.message.as_ref());
        self.key(reference, "message", details.messages.first().map(|message| &message.text));
        for (name, _) in &details.params.0 {
            self.key(reference, "params", Some(name));
            self.add(reference, Spot::Param(name.value.clone()), name.place);
        }
        self.key(reference, "operations", details.operations.first());
        let (is, kind_of, like) = (&details.is, &details.kind_of, &details.like);
        let covers = details.covers.first();
        for meaning in [is.as_ref(), kind_of.as_ref(), like.as_deref(), covers] {
            self.key(reference, "is", meaning);
        }
        self.key(reference, "preferred", details.preferred.as_ref());
        self.key(reference, "tell", details.tell.0.first().map(|(_, text)| text));
        if let Some(guidance) = &details.guidance {
            self.add(reference, Spot::Key("guidance"), guidance.cause.place);
        }
    }
}
