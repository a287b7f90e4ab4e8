//! The tree of meanings, with everything that a meaning inherits from the ones above it.

use std::collections::HashMap;

use errcat::{Facts, Outcome};

use crate::author::written::{FactsSource, MeaningSource};

/// The meanings by id, with everything inherited.
pub(crate) struct Hub<'w> {
    meanings: HashMap<&'w str, Entry<'w>>,
    /// Meanings that are each above the next, and the last above the first.
    pub(crate) cycles: Vec<Vec<&'w MeaningSource>>,
}

struct Entry<'w> {
    source: &'w MeaningSource,
    inherited: Inherited,
    facts: Option<Facts>,
}

/// The facts that a meaning writes itself or inherits.
#[derive(Clone, Copy)]
pub(crate) struct Inherited {
    /// The root of the branch; `None` if the meaning hangs under no root.
    pub(crate) outcome: Option<Outcome>,
    pub(crate) facts: FactsSource,
}

impl<'w> Hub<'w> {
    pub(crate) fn new(sources: &'w [MeaningSource]) -> Self {
        let mut by_id: HashMap<&str, &MeaningSource> = HashMap::with_capacity(sources.len());
        for meaning in sources {
            by_id.entry(&meaning.id).or_insert(meaning);
        }
        let mut meanings = HashMap::with_capacity(by_id.len());
        let mut cycles = Vec::new();
        for meaning in sources {
            cycles.extend(resolve(meaning, &by_id, &mut meanings));
        }
        Self { meanings, cycles }
    }

    /// Returns the facts of a meaning, if it exists and hangs in the tree.
    pub(crate) fn facts(&self, id: &str) -> Option<Facts> {
        self.meanings.get(id)?.facts
    }

    pub(crate) fn contains(&self, id: &str) -> bool {
        self.meanings.contains_key(id)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &'w str> {
        self.meanings.keys().copied()
    }

    /// Returns each meaning once, with what it inherits.
    pub(crate) fn meanings(&self) -> impl Iterator<Item = (&'w MeaningSource, Inherited)> {
        self.meanings.values().map(|entry| (entry.source, entry.inherited))
    }

    /// Returns the id that a meaning names as its parent.
    pub(crate) fn parent(&self, id: &str) -> Option<&'w str> {
        let parent = self.meanings.get(id)?.source.parent.as_ref()?;
        Some(parent.as_str())
    }
}

/// Finds what a meaning inherits, walking each step of the tree once for all meanings. Returns
/// the cycle that it runs into, if any.
fn resolve<'w>(
    meaning: &'w MeaningSource,
    by_id: &HashMap<&str, &'w MeaningSource>,
    resolved: &mut HashMap<&'w str, Entry<'w>>,
) -> Option<Vec<&'w MeaningSource>> {
    let mut line: Vec<&MeaningSource> = Vec::new();
    let mut on_line = HashMap::new();
    let mut next = Some(meaning);
    let mut cycle = None;
    let mut above: Option<FactsSource> = None;
    let mut outcome = None;
    while let Some(current) = next {
        if let Some(known) = resolved.get(current.id.as_str()) {
            above = Some(known.inherited.facts);
            outcome = known.inherited.outcome;
            break;
        }
        if let Some(start) = on_line.insert(current.id.as_str(), line.len()) {
            cycle = line.get(start..).map(<[_]>::to_vec);
            break;
        }
        line.push(current);
        outcome = root_outcome(current);
        next = current.parent.as_ref().and_then(|parent| by_id.get(parent.value.as_str()).copied());
    }
    for source in line.into_iter().rev() {
        let facts = above.map_or(source.facts, |above| source.facts.or(&above));
        above = Some(facts);
        let inherited = Inherited { outcome, facts };
        let facts = inherited.outcome.and_then(|outcome| inherited.facts.complete(outcome));
        let entry = Entry { source, inherited, facts };
        resolved.insert(&source.id, entry);
    }
    cycle
}

/// Returns the outcome that a root is named after; everything else hangs under one of the roots.
fn root_outcome(meaning: &MeaningSource) -> Option<Outcome> {
    if meaning.parent.is_some() { None } else { meaning.id.parse().ok() }
}
