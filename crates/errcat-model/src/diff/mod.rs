//! What a change of catalogs is to those who use them.
//!
//! Two states are compared as they are checked, so a fact that is inherited counts like one that is
//! written. Every difference is told by one [`Rule`], which has a level: the step of the version
//! that announces it to users of generated code.
//!
//! - **Major**: code that compiled no longer does, a response that was understood no longer is, or
//!   whoever follows the advice does harm.
//! - **Minor**: everything goes on to compile and to be understood; there is more, or an answer is
//!   another one. Statuses are here: they are data, and a catalog that could never mend a wrong
//!   status without a major version would keep it.
//! - **Patch**: only people notice.
//!
//! What has another name is looked for before it is said to be gone: a code by what is on the wire,
//! a case by its id, an earlier name, its texts, or as the only one that is left; a parameter by its
//! place in the text; an operation by its address or the cases that name it; a meaning by its title.

mod facts;
mod pairs;
mod places;
mod rule;
mod show;
mod source;
mod text;
mod translations;
mod wire;

use std::fmt;

use serde::Serialize;

use crate::{CatalogSet, Place};
use pairs::Pairs;

pub use places::Places;
pub use rule::{Family, Rule};
pub use show::{Report, ReportedChange, ReportedPlace, github, markdown, report};

/// The step of a version that announces a change.
///
/// # Examples
///
/// ```
/// use errcat_model::diff::Level;
///
/// assert!(Level::Major > Level::Minor);
/// assert_eq!("minor".parse(), Ok(Level::Minor));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// Nothing has changed.
    #[default]
    None,
    /// Only people notice.
    Patch,
    /// There is more, or an answer is another one.
    Minor,
    /// Somebody's code breaks, or does harm.
    Major,
}

impl Level {
    const WORDS: &'static [&'static str] = &["none", "patch", "minor", "major"];

    /// All levels, the smallest first.
    pub const ALL: &'static [Self] = &[Self::None, Self::Patch, Self::Minor, Self::Major];

    /// The word that stands for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Level {
    type Err = errcat::InvalidValue;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().find(|level| level.as_str() == text);
        found.copied().ok_or(errcat::rt::one_of(Self::WORDS))
    }
}

impl Serialize for Level {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One difference between two states of catalogs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The rule that tells it.
    pub rule: Rule,
    /// The code, case, catalog or meaning that it is about: of the new state, where it is there.
    pub reference: String,
    /// What has changed, in one sentence without a period.
    pub message: String,
    /// Where in the new files, once it was [looked for](Diff::locate).
    pub place: Option<Place>,
    /// What of the new state it is about, for finding its place.
    spot: Spot,
}

/// A thing with a place of its own, below a catalog, code, case or meaning.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Spot {
    /// The catalog, code or case itself.
    Whole,
    Meaning,
    /// A key of a code or case, or of what it inherits from its code.
    Key(&'static str),
    Param(String),
    Operation(String),
    Envelope(String),
    Status(u16),
    Group(String),
}

/// Everything that differs between two states of catalogs.
///
/// # Examples
///
/// ```
/// use errcat_model::diff::{Diff, Level, Places};
/// use errcat_model::{Sources, load};
///
/// let hub = |http: u16| Sources::from_texts([("meanings.yaml", format!("meanings:
///   - {{ id: failure, title: It failed, http: {http}, grpc: UNKNOWN, retry: never, actor: operator }}"))]);
/// let (old, new) = (hub(500), hub(502));
/// let mut diff = Diff::of(&load(&old).unwrap(), &load(&new).unwrap());
/// diff.locate(&Places::of(&new));
/// assert_eq!(diff.level(), Level::Minor);
///
/// let change = &diff.changes[0];
/// assert_eq!(change.rule.id(), "hub-changed");
/// assert_eq!(change.message, "HTTP is 502 and was 500");
/// assert!(change.place.is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Diff {
    /// The changes: those of the highest level first, and then by rule and reference.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Compares two states.
    pub fn of(old: &CatalogSet, new: &CatalogSet) -> Self {
        let mut diff = Self::default();
        let pairs = Pairs::of(old, new);
        source::compare(&pairs, &mut diff);
        wire::compare(&pairs, &mut diff);
        facts::compare(&pairs, &mut diff);
        translations::compare(old, new, &pairs, &mut diff);
        text::compare(&pairs, &mut diff);
        diff.add_rest(&pairs);
        diff.changes.sort_by(|a, b| {
            let key = |change: &Change| (std::cmp::Reverse(change.rule.level()), change.rule);
            key(a).cmp(&key(b)).then_with(|| a.reference.cmp(&b.reference))
        });
        diff
    }

    /// What no rule looks for is told all the same, so that no change goes unseen.
    fn add_rest(&mut self, pairs: &Pairs<'_>) {
        // What names a meaning that has another id has changed with it.
        if self.changes.iter().any(|change| change.rule == Rule::HubRenamed) {
            return;
        }
        for pair in &pairs.catalogs {
            let id = &pair.new.id;
            let is_of = |change: &Change| {
                change.reference.split_once(':').map_or(&*change.reference, |(of, _)| of) == id
            };
            if pair.old != pair.new && !self.changes.iter().any(is_of) {
                let message = "a detail is something else, such as an order";
                self.push(Rule::DocumentationChanged, id, Spot::Whole, message);
            }
        }
    }

    /// The highest level of all changes.
    pub fn level(&self) -> Level {
        self.changes.iter().map(|change| change.rule.level()).max().unwrap_or_default()
    }

    /// Gives each change its place in the files of the new state.
    pub fn locate(&mut self, places: &Places) {
        for change in &mut self.changes {
            change.place = places.find(&change.reference, &change.spot);
        }
    }

    fn push(
        &mut self,
        rule: Rule,
        reference: impl fmt::Display,
        spot: Spot,
        message: impl Into<String>,
    ) {
        let message = crate::finding::shorten(&message.into(), 400).into_owned();
        let reference = reference.to_string();
        self.changes.push(Change { rule, reference, message, place: None, spot });
    }
}
