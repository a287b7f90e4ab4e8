//! From texts to checked catalogs, in a straight line.

use crate::{CatalogSet, Findings, SourceFile, Sources, check, lower, written};

/// Reads and checks all files, and hands out the catalogs if every law holds.
///
/// The error holds all findings of all files, sorted by place.
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
    let (written, mut findings) = written::read(sources);
    let hub = check::check(&written, &mut findings);
    if findings.is_empty() {
        return Ok(lower::lower(&written, &hub));
    }
    findings.sort_by_cached_key(|finding| {
        let place = finding.primary.place;
        let path = sources.file(place.file).map(SourceFile::path).unwrap_or_default();
        (path.to_owned(), place.span, finding.law, finding.message.clone())
    });
    findings.dedup();
    Err(Findings(findings))
}
