//! Takes the texts of authors; hands out checked catalogs, in a straight line.

use super::resolve::{Codes, Hub};
use super::{check, files, lower};
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
    let (written, findings) = files::read(sources);
    let mut findings = findings.into_vec();
    let (hub, codes) = (Hub::new(&written.meanings), Codes::new(&written));
    check::check(&written, &hub, &codes, &mut findings);
    if findings.is_empty() {
        return lower::lower(&written, &hub, &codes).map_err(|hole| Findings(vec![*hole]));
    }
    findings.sort_by_cached_key(|finding| {
        let Finding { law, message, primary, .. } = finding;
        let path = sources.file(primary.place.file).map(SourceFile::path).unwrap_or_default();
        (path.to_owned(), primary.place.span, *law, message.clone())
    });
    findings.dedup();
    Err(Findings(findings))
}
