//! What a newer page says that a catalog does not, what it no longer says, and what it says
//! differently.
//!
//! Only what the page could say is compared: the codes of the same source, and, where the page
//! names operations, those of the same API. A code that the catalog has retired is expected to
//! be gone.

mod code;
mod scope;
mod words;

use std::collections::{HashMap, HashSet};

use errcat_model::{Catalog, Code, LifecycleStage};

use crate::Import;

pub use words::{Edit, Word, edits};

use scope::Scope;

/// The differences between a page and a catalog.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Drift {
    /// The id of the catalog.
    pub catalog: String,
    /// The id of the source that the page was taken for; nothing if it is the only one.
    pub source: Option<String>,
    /// The operations that were compared; none where the page names none.
    pub operations: Vec<String>,
    /// The differences: codes in the order of the page, then what vanished.
    pub changes: Vec<Change>,
}

/// What is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// The page has a code that the catalog has not.
    CodeAdded,
    /// The page no longer has a code.
    CodeVanished,
    /// The page has a code that the catalog has retired.
    CodeReturned,
    /// A text is another one.
    MessageChanged,
    /// A code has one more text.
    MessageAdded,
    /// A code has one text less.
    MessageVanished,
    /// A code can come from one more operation.
    OperationAdded,
    /// A code no longer comes from an operation.
    OperationVanished,
    /// The HTTP status is another one.
    HttpChanged,
    /// The gRPC code is another one.
    GrpcChanged,
    /// The provider's own name is another one.
    NameChanged,
    /// The page explains one more HTTP status.
    StatusAdded,
    /// The page no longer explains an HTTP status.
    StatusVanished,
    /// An HTTP status has another name.
    StatusChanged,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What is different.
    pub kind: Kind,
    /// The reference of the code or case, such as `wapi:3201`; or an HTTP status.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The line of the page, where it is about something there.
    pub line: Option<usize>,
    /// The operations that it is about.
    pub operations: Vec<String>,
    /// What the catalog says.
    pub before: Option<String>,
    /// What the page says.
    pub after: Option<String>,
}

impl Change {
    fn new(kind: Kind, reference: String) -> Self {
        let (operations, line, before, after) = Default::default();
        Self { kind, reference, line, operations, before, after }
    }

    fn line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    fn from(mut self, before: impl Into<Option<String>>) -> Self {
        self.before = before.into();
        self
    }

    fn to(mut self, after: impl Into<Option<String>>) -> Self {
        self.after = after.into();
        self
    }
}

/// The catalog has no source of this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the catalog has no source `{0}`")]
pub struct UnknownSource(pub String);

/// Compares a page with a catalog; `source` is the id of the catalog's source that the page is.
///
/// # Examples
///
/// ```
/// use errcat_import::{Import, Options, drift};
/// use errcat_model::{Sources, load};
///
/// let set = load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap();
/// let page = "WAPI – Response Codes\n\n5xxx: Internal Errors\n\n  • 5000 Deadly error\n  • 5001 \
///     Internal authentication error\n  • 5002 Internal pricing error\n  • 5003 Out of order\n";
/// let import = Import::read(page, &Options::default())?;
/// let found = drift::compare(&import, set.catalog("wapi").unwrap(), None).unwrap();
/// assert_eq!(found.changes[0].reference, "wapi:5000");
/// assert_eq!(found.changes[0].after.as_deref(), Some("Deadly error"));
/// assert_eq!(found.changes.len(), 1 + 234, "the other codes are gone");
/// # Ok::<(), errcat_import::ImportError>(())
/// ```
pub fn compare(
    import: &Import,
    catalog: &Catalog,
    source: Option<&str>,
) -> Result<Drift, UnknownSource> {
    let scope = Scope::of(&import.draft, catalog, source)?;
    let mut changes = Vec::new();
    let codes = import.draft.groups.iter().flat_map(|group| &group.codes);
    let by_code: HashMap<&str, &Code> =
        catalog.codes.iter().map(|code| (code.code.as_str(), code)).collect();
    let mut on_page: HashSet<&str> = HashSet::new();
    for code in codes {
        on_page.insert(&code.code);
        match by_code.get(code.code.as_str()) {
            Some(known) => changes.extend(code::compare(code, known, catalog, &scope)),
            None => changes.push(code::added(code, catalog)),
        }
    }
    for known in &catalog.codes {
        let is_retired =
            known.lifecycle.as_ref().is_some_and(|life| life.stage == LifecycleStage::Retired);
        // A page about statuses alone says nothing of codes.
        if !on_page.is_empty() && !is_retired && !on_page.contains(known.code.as_str()) {
            changes.extend(code::vanished(known, catalog, &scope));
        }
    }
    changes.extend(statuses(import, catalog));
    Ok(Drift {
        catalog: catalog.id.clone(),
        source: scope.source.map(str::to_owned),
        operations: scope.operations.iter().map(|name| (*name).to_owned()).collect(),
        changes,
    })
}

/// What a page says about HTTP statuses, if it says anything.
fn statuses(import: &Import, catalog: &Catalog) -> Vec<Change> {
    let mut changes = Vec::new();
    let page = &import.draft.statuses;
    if page.is_empty() {
        return changes;
    }
    for status in page {
        let change = |kind| Change::new(kind, status.http.to_string()).to(status.title.clone());
        match catalog.statuses.iter().find(|known| known.http.get() == status.http) {
            None => changes.push(change(Kind::StatusAdded)),
            Some(known) if status.title.as_ref().is_some_and(|title| *title != known.title) => {
                changes.push(change(Kind::StatusChanged).from(known.title.clone()));
            }
            Some(_) => {}
        }
    }
    for known in &catalog.statuses {
        if !page.iter().any(|status| status.http == known.http.get()) {
            let change = Change::new(Kind::StatusVanished, known.http.to_string());
            changes.push(change.from(known.title.clone()));
        }
    }
    changes
}
