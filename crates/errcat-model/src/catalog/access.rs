//! Lookups and sentences that several emitters share.

use errcat::HttpStatus;
use errcat::rt::Anchor;
use errcat::rt::wire::EnvelopeKind;

use super::words::{CodeType, LifecycleStage};
use super::{
    Case, Catalog, CatalogSet, Code, Example, Group, Lifecycle, Meaning, Operation, Param,
    Reference, Roles, Source, names,
};

/// The range of the codes that are in no other.
const ALL_NUMBERS: (u32, u32) = (0, u32::MAX);

impl CatalogSet {
    /// Returns the catalog with this id.
    pub fn catalog(&self, id: &str) -> Option<&Catalog> {
        self.catalogs.iter().find(|catalog| catalog.id == id)
    }

    /// Returns the target of a full reference such as `wapi:3201`. Names are not references.
    pub fn follow(&self, reference: &str) -> Option<(&Catalog, &Code, Option<&Case>)> {
        let (catalog, rest) = reference.split_once(':')?;
        let catalog = self.catalog(catalog)?;
        // A code may contain `#` itself, so the whole text is tried first.
        if let Some(code) = catalog.code(rest) {
            return Some((catalog, code, None));
        }
        let (code, id) = rest.rsplit_once('#')?;
        let code = catalog.code(code)?;
        let case = code.cases.iter().find(|case| case.id == id)?;
        Some((catalog, code, Some(case)))
    }

    /// Returns the meaning with this id.
    pub fn meaning(&self, id: &str) -> Option<&Meaning> {
        let index = self.meanings.binary_search_by(|meaning| meaning.id.as_str().cmp(id)).ok()?;
        self.meanings.get(index)
    }

    /// Returns a meaning and those above it, nearest first, as far as a search looks.
    pub fn way_up(&self, id: &str) -> impl Iterator<Item = &Meaning> {
        const MAX_DEPTH: usize = 16;
        let parent = |meaning: &&Meaning| self.meaning(meaning.parent.as_deref()?);
        std::iter::successors(self.meaning(id), parent).take(MAX_DEPTH)
    }

    /// Returns the terms of the glossary in the order of a dictionary, with their explanations.
    pub fn terms(&self) -> Vec<(&str, &str)> {
        let terms = self.glossary.iter().map(|(term, about)| (term.as_str(), about.as_str()));
        let mut terms: Vec<_> = terms.collect();
        terms.sort_by_cached_key(|(term, _)| term.to_lowercase());
        terms
    }
}

impl Meaning {
    /// Returns the texts to find it by: its id and its keywords.
    pub fn searched(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.id).chain(&self.keywords).map(String::as_str)
    }

    /// Returns its Rust name, such as `DomainNotFound` for `domain.not-found`.
    pub fn name(&self) -> String {
        names::type_name(&self.id).unwrap_or_default()
    }
}

impl Roles {
    /// Returns each role with the id of its meaning.
    pub fn all(&self) -> [(&'static str, &str); 4] {
        let Self { passing, broken, validation, unknown } = self;
        [("passing", passing), ("broken", broken), ("validation", validation), ("unknown", unknown)]
    }
}

impl Catalog {
    /// Returns the examples of a code with this case.
    pub fn examples_of(&self, code: &Code, case: &Case) -> impl Iterator<Item = &Example> {
        let is = Reference { catalog: None, ..Reference::of_case(self, code, case) }.to_string();
        self.examples.iter().filter(move |example| example.is == is)
    }

    /// Returns the HTTP statuses with which a case is sent, as far as the catalog says so.
    pub fn sent_with(&self, code: &Code, case: &Case) -> Vec<HttpStatus> {
        let carrying = self.envelopes.iter().filter(|one| one.kind == EnvelopeKind::Application);
        let fixed = carrying.filter_map(|envelope| envelope.http);
        let known = self.statuses.iter().filter(|known| known.code.as_ref() == Some(&code.code));
        let examples = self.examples_of(code, case).filter_map(|example| example.status);
        let own = self.sends_http.then_some(case.facts.http);
        let known = known.map(|known| known.http).chain(own);
        let mut sent: Vec<HttpStatus> = fixed.chain(known).chain(examples).collect();
        sent.sort_unstable();
        sent.dedup();
        sent
    }

    /// Returns the code with this identifier on the wire.
    pub fn code(&self, code: &str) -> Option<&Code> {
        let key = self.key(code);
        let index = self.codes.binary_search_by(|known| self.key(&known.code).cmp(&key)).ok()?;
        self.codes.get(index)
    }

    /// Returns the key that codes are sorted by: of two numbers, the longer one is larger.
    fn key<'t>(&self, code: &'t str) -> (usize, &'t str) {
        match self.code_type {
            CodeType::Integer => (code.len(), code),
            CodeType::String => (0, code),
        }
    }

    /// Returns all cases, each with its code.
    pub fn cases(&self) -> impl Iterator<Item = (&Code, &Case)> {
        self.codes.iter().flat_map(|code| code.cases.iter().map(move |case| (code, case)))
    }

    /// Returns the cases that have a meaning, in any relation.
    pub fn cases_of(&self, meaning: &str) -> impl Iterator<Item = (&Code, &Case)> {
        self.cases().filter(move |(_, case)| case.meanings.iter().any(|id| id == meaning))
    }

    /// Returns the group with this id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// Returns the groups that answer for unlisted numbers, each with its range and the id of its
    /// meaning: the narrowest range first, and of two that are equally narrow the lower one. A group
    /// without a `kind-of` leaves its numbers to the groups around it. The meaning of all other codes is in
    /// no group.
    pub fn ranges(&self) -> Vec<(Option<&Group>, (u32, u32), &str)> {
        let groups = self.groups.iter();
        let groups =
            groups.filter_map(|one| Some((Some(one), one.range?, one.kind_of.as_deref()?)));
        let unknown = self.unknown.as_deref().map(|meaning| (None, ALL_NUMBERS, meaning));
        let mut ranges: Vec<_> = groups.chain(unknown).collect();
        ranges.sort_by_key(|(_, (first, last), _)| (last - first, *first));
        ranges
    }

    /// Returns the group that answers for an unlisted code, if it has one, and the id of the meaning:
    /// the first of the [ranges](Self::ranges) that contains it. A range of all numbers contains all
    /// texts, too.
    pub fn class_of(&self, code: &str) -> Option<(Option<&Group>, &str)> {
        let number: Option<u32> = code.parse().ok();
        let contains = |(first, last): (u32, u32)| match number {
            Some(number) => (first..=last).contains(&number),
            None => (first, last) == ALL_NUMBERS,
        };
        let mut ranges = self.ranges().into_iter();
        let (group, _, meaning) = ranges.find(|(_, range, _)| contains(*range))?;
        Some((group, meaning))
    }

    /// Returns the operation with this name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// Returns the source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Returns the anchor of a code in the reference pages, which `docs()` of generated code uses.
    pub fn anchor_of_code<'a>(&'a self, code: &'a Code) -> Anchor<'a> {
        Anchor::from_code(&self.id, &code.code)
    }

    /// Returns the anchor of a case, which is the anchor of its code unless the code has several.
    pub fn anchor_of_case<'a>(&'a self, code: &'a Code, case: &'a Case) -> Anchor<'a> {
        match code.cases.as_slice() {
            [_] => self.anchor_of_code(code),
            _ => Anchor::from_case(&self.id, &case.name),
        }
    }

    /// Returns the anchors of a case under its earlier names, which still lead to it.
    pub fn earlier_anchors<'a>(
        &'a self,
        code: &'a Code,
        case: &'a Case,
    ) -> impl Iterator<Item = Anchor<'a>> {
        let aliases = case.aliases.iter().filter(|_| code.cases.len() > 1);
        aliases.map(|name| Anchor::from_case(&self.id, name))
    }

    /// Returns the APIs of a case: those of its operations, or else of its group.
    pub fn apis(&self, code: &Code, case: &Case) -> Vec<&str> {
        let of_operations =
            case.operations.iter().filter_map(|name| self.operation(name)?.api.as_deref());
        let mut apis: Vec<&str> = of_operations.collect();
        if apis.is_empty() {
            apis.extend(self.group(&code.group).and_then(|group| group.api.as_deref()));
        }
        apis.sort_unstable();
        apis.dedup();
        apis
    }
}

impl Code {
    /// Returns whether it is deprecated or retired, if either.
    pub fn stage(&self) -> Option<LifecycleStage> {
        self.lifecycle.as_ref().map(|lifecycle| lifecycle.stage)
    }
}

impl Param {
    /// Returns whether a text names this parameter, by its name or an alias.
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.aliases.iter().any(|alias| alias == name)
    }
}

impl LifecycleStage {
    /// Returns a clause that explains the stage.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Deprecated => "still sent, not to be relied on",
            Self::Retired => "no longer sent",
        }
    }
}

impl Lifecycle {
    /// Returns the end of a code's life in sentences. `text` renders the texts of the author, and
    /// `reference` renders the reference of the replacement.
    pub fn sentences(
        &self,
        text: impl Fn(&str) -> String,
        reference: impl FnOnce(&str) -> String,
    ) -> String {
        let stage = match self.stage {
            LifecycleStage::Deprecated => "Deprecated",
            LifecycleStage::Retired => "Retired",
        };
        let replaced = self.replaced_by.as_deref().map(reference);
        let replaced = replaced.map(|by| format!(" Replaced by {by}.")).unwrap_or_default();
        let note = self.note.as_deref().map(|note| format!(" {}", text(note))).unwrap_or_default();
        let description = self.stage.description();
        format!("{stage} ({description}) since {}.{replaced}{note}", text(&self.since))
    }
}
