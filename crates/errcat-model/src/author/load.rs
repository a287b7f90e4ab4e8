//! Takes the texts of authors; hands out checked catalogs, in a straight line.

use super::resolve::{Codes, Hub};
use super::written::Written;
use super::{files, lower};
use crate::{CatalogSet, Finding, Findings, SourceFile, Sources};

/// Reads and checks all files, and returns the catalogs if every law holds.
///
/// The error contains all findings of all files, sorted by place.
///
/// # Examples
///
/// ```
/// use errcat_model::{Sources, load};
///
/// let sources = Sources::from_texts([("acme/provider.yaml", "id: acme\ntitel: Acme\n")]);
/// let findings = load(&sources).unwrap_err();
/// let typo = findings.iter().find(|finding| finding.law.id() == "unknown-key").unwrap();
/// assert_eq!(typo.help, "write `title`");
/// ```
pub fn load(sources: &Sources) -> Result<CatalogSet, Findings> {
    load_and(sources, |_, _, _| {})
}

/// Does what [`load`] does, and reads the examples of all catalogs.
///
/// # Examples
///
/// ```
/// use errcat_model::{Sources, check, load};
///
/// let meanings = "meanings:
///   - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
///   - { id: failure, title: Failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, retry: never, actor: provider }
/// roles: { passing: failure, broken: failure, validation: failure, unknown: failure }";
/// let provider = r#"{ id: acme, title: Acme, about: Sells domains., domain: acme.example,
///     code-type: string, sources: [], examples: [{ is: success, body: '{"ok": true}' }] }"#;
/// let files = [("meanings.yaml", meanings), ("acme/provider.yaml", provider)];
/// let sources = Sources::from_texts(files);
/// assert!(load(&sources).is_ok());
/// let findings = check(&sources).unwrap_err();
/// assert_eq!(findings[0].message, "the example is read as `system`, not as `success`");
/// ```
#[cfg(feature = "tools")]
pub fn check(sources: &Sources) -> Result<CatalogSet, Findings> {
    load_and(sources, super::examples::check)
}

/// Loads catalogs; `examine` looks at those that hold all laws before they are returned.
fn load_and(
    sources: &Sources,
    examine: impl FnOnce(&Written, &CatalogSet, &mut Vec<Finding>),
) -> Result<CatalogSet, Findings> {
    let (written, findings) = files::read(sources);
    let mut findings = findings.into_vec();
    let (hub, codes) = (Hub::new(&written.meanings), Codes::new(&written));
    super::check::check(&written, &hub, &codes, &mut findings);
    if findings.is_empty() {
        let set = lower::lower(&written, &hub, &codes).map_err(|hole| Findings(vec![*hole]))?;
        examine(&written, &set, &mut findings);
        if findings.is_empty() {
            return Ok(set);
        }
    }
    findings.sort_by_cached_key(|finding| {
        let Finding { law, message, primary, .. } = finding;
        let path = sources.file(primary.place.file).map(SourceFile::path).unwrap_or_default();
        (path.to_owned(), primary.place.span, *law, message.clone())
    });
    findings.dedup();
    Err(Findings(findings))
}
