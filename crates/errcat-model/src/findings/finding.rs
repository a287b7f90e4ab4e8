//! Findings: broken laws with their places.

use std::borrow::Cow;
use std::fmt;

use super::law::Law;
use super::suggest;
use crate::text::Place;

/// A broken [`Law`]: where it is broken, how, and the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The law that is broken.
    pub law: Law,
    /// The problem, in one sentence without a period.
    pub message: String,
    /// The place of the problem.
    pub primary: Label,
    /// Other places that are part of it, such as the first of two equal codes.
    pub related: Vec<Label>,
    /// The next step.
    pub help: String,
    /// The number of further findings of this law in this file, which were counted but not kept. It
    /// is 0 unless this is the last one that was kept.
    pub more: usize,
}

/// A place and a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// A few words, which may be empty.
    pub text: String,
}

/// Everything that is wrong with catalogs: at least one finding, sorted by place.
///
/// Displays as one line; [`render`](crate::render) shows the findings with their source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings(pub(crate) Vec<Finding>);

impl Findings {
    /// Returns the findings.
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}

impl std::ops::Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.split_first() else {
            return f.write_str("the catalogs are not clean");
        };
        write!(f, "{}: {}", first.law.id(), first.message)?;
        match others.len() + left_out(self) {
            0 => Ok(()),
            others => write!(f, " (and {others} more)"),
        }
    }
}

impl std::error::Error for Findings {}

/// Returns the number of findings that were counted but not kept.
pub(crate) fn left_out(findings: &[Finding]) -> usize {
    findings.iter().map(|finding| finding.more).sum()
}

/// Returns the note for a finding after which others were left out.
pub(super) fn more(number: usize) -> String {
    match number {
        1 => "1 more finding of this law in this file is left out; fix these first".to_owned(),
        _ => {
            format!("{number} more findings of this law in this file are left out; fix these first")
        }
    }
}

/// A law that a [`CatalogSet`](crate::CatalogSet) breaks, which no set does that [`load`](crate::load)
/// returned: it was changed afterwards, or a check has a bug.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BrokenLaw {
    /// The law.
    pub law: Law,
    /// The code, case, meaning or catalog that breaks it.
    pub subject: String,
}

impl BrokenLaw {
    pub(crate) fn new(law: Law, subject: impl fmt::Display) -> Self {
        Self { law, subject: subject.to_string() }
    }
}

impl fmt::Display for BrokenLaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "internal error: `{}` breaks the law `{}`", self.subject, self.law.id())
    }
}

impl std::error::Error for BrokenLaw {}

/// A hostile name must not be repeated in full in every finding about it.
const MAX_MESSAGE: usize = 400;

/// Returns enough of a text to recognize it.
pub fn shorten(text: &str, characters: usize) -> Cow<'_, str> {
    match text.char_indices().nth(characters) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

impl Finding {
    pub(crate) fn new(
        law: Law,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            law,
            message: shorten(&message.into(), MAX_MESSAGE).into_owned(),
            primary: Label { place, text: String::new() },
            related: Vec::new(),
            help: shorten(&help.into(), MAX_MESSAGE).into_owned(),
            more: 0,
        }
    }

    /// Labels the place as the second of two equal things.
    pub(crate) fn again(self, first: Place) -> Self {
        self.label("again here").also(first, "first here")
    }

    pub(crate) fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = shorten(&text.into(), MAX_MESSAGE).into_owned();
        self
    }

    pub(crate) fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push(Label { place, text: text.into() });
        self
    }

    /// Asks whether the candidate nearest to what was typed was meant.
    pub(crate) fn did_you_mean<'a>(
        self,
        typed: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match suggest::nearest(typed, candidates) {
            Some(near) => self.label(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}
