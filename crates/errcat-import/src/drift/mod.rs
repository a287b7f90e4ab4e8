//! Takes a newer page and a catalog, and returns the texts and facts that differ.
//!
//! Only the facts that the page could contain are compared: the codes of the same source, and, if
//! the page names operations, those of the same API. A code that the catalog has retired is
//! expected to be missing.

mod code;
mod edits;
mod scope;

use std::collections::HashSet;

use errcat_model::{Catalog, Code, LifecycleStage};

use crate::import::Import;
use errcat::rt::words;

pub use edits::{ChangeTag, edits};

use scope::Scope;

/// The differences between a page and a catalog.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Drift {
    /// The id of the catalog.
    pub catalog: String,
    /// The id of the source that the page was compared with; `None` if it is the only one.
    pub source: Option<String>,
    /// The operations that were compared; empty if the page names none.
    pub operations: Vec<String>,
    /// The differences: codes in the order of the page, then those that vanished.
    pub changes: Vec<Change>,
}

words! {
    /// The kind of a difference.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    #[non_exhaustive]
    pub enum Kind {
        /// The page has a code that is not in the catalog.
        CodeAdded = "code-added",
        /// The page no longer has a code.
        CodeVanished = "code-vanished",
        /// The page has a code that the catalog has retired.
        CodeReturned = "code-returned",
        /// A text is different.
        MessageChanged = "message-changed",
        /// A code has one more text.
        MessageAdded = "message-added",
        /// A code has one text less.
        MessageVanished = "message-vanished",
        /// One more operation can answer with a code.
        OperationAdded = "operation-added",
        /// An operation no longer answers with a code.
        OperationVanished = "operation-vanished",
        /// The HTTP status is different.
        HttpChanged = "http-changed",
        /// The gRPC code is different.
        GrpcChanged = "grpc-changed",
        /// The provider's own name is different.
        NameChanged = "name-changed",
        /// The page explains one more HTTP status.
        StatusAdded = "status-added",
        /// The page no longer explains an HTTP status.
        StatusVanished = "status-vanished",
        /// The name of an HTTP status is different.
        StatusChanged = "status-changed",
    }
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The kind of the difference.
    pub kind: Kind,
    /// The reference of the code or case, such as `wapi:3201`; or an HTTP status.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The line of the page, if it is about something there.
    pub line: Option<usize>,
    /// The operations that it is about.
    pub operations: Vec<String>,
    /// The text or value in the catalog.
    pub before: Option<String>,
    /// The text or value on the page.
    pub after: Option<String>,
}

impl Change {
    fn new(
        kind: Kind,
        reference: &impl ToString,
        line: impl Into<Option<usize>>,
        before: Option<String>,
        after: Option<String>,
    ) -> Self {
        let (reference, line) = (reference.to_string(), line.into());
        Self { kind, reference, line, operations: Vec::new(), before, after }
    }
}

/// The catalog has no source with this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the catalog has no source `{0}`")]
pub struct UnknownSource(pub String);

/// Compares a page with a catalog; `source` is the id of the page among the catalog's sources.
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
/// let import = Import::new(page, &Options::default())?;
/// let found = drift::compare(&import, set.catalog("wapi").unwrap(), None).unwrap();
/// assert_eq!(found.changes[0].reference, "wapi:5000");
/// assert_eq!(found.changes[0].after.as_deref(), Some("Deadly error"));
/// assert_eq!(found.changes.len(), 1 + 234, "the other codes are missing");
/// # Ok::<(), errcat_import::ImportError>(())
/// ```
pub fn compare(
    import: &Import,
    catalog: &Catalog,
    source: Option<&str>,
) -> Result<Drift, UnknownSource> {
    let scope = Scope::new(&import.draft, catalog, source)?;
    let mut changes = Vec::new();
    let mut on_page: HashSet<&str> = HashSet::new();
    for code in import.draft.groups.iter().flat_map(|group| &group.codes) {
        on_page.insert(&code.code);
        match catalog.code(&code.code) {
            Some(known) => changes.extend(code::compare(code, known, catalog, &scope)),
            None => changes.push(code::added(code, catalog)),
        }
    }
    for known in &catalog.codes {
        // A page about statuses alone says nothing about codes.
        if !on_page.is_empty() && !is_retired(known) && !on_page.contains(known.code.as_str()) {
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

fn is_retired(code: &Code) -> bool {
    code.stage() == Some(LifecycleStage::Retired)
}

/// Compares the HTTP statuses, if the page explains any.
fn statuses(import: &Import, catalog: &Catalog) -> Vec<Change> {
    let mut changes = Vec::new();
    let page = &import.draft.statuses;
    for status in page {
        let known = catalog.statuses.iter().find(|known| known.http.get() == status.http);
        let before = known.map(|known| known.title.clone());
        let kind = if known.is_some() { Kind::StatusChanged } else { Kind::StatusAdded };
        if known.is_none() || status.title.is_some() && status.title != before {
            changes.push(Change::new(kind, &status.http, None, before, status.title.clone()));
        }
    }
    for known in catalog.statuses.iter().filter(|_| !page.is_empty()) {
        if !page.iter().any(|status| status.http == known.http.get()) {
            let title = Some(known.title.clone());
            changes.push(Change::new(Kind::StatusVanished, &known.http, None, title, None));
        }
    }
    changes
}
