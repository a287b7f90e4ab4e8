//! What only follows from something that could not be read is not worth saying.

use std::collections::HashSet;

use crate::written::Written;
use crate::{FileId, Finding, Law, Place};

/// Removes findings that an unreadable value elsewhere explains.
///
/// A value that cannot be read counts as absent, so its entry, and whatever
/// names it, would break laws that the author has kept.
pub(crate) fn remove_consequences(read: &[Finding], written: &Written, checked: &mut Vec<Finding>) {
    if read.is_empty() {
        return;
    }
    let damage = Damage::of(read);
    let parts: Vec<Place> = damaged_parts(written, &damage);
    let inside: HashSet<Place> = checked
        .iter()
        .map(|finding| finding.primary.place)
        .filter(|place| encloses(&parts, *place))
        .collect();
    let headers: HashSet<FileId> = damaged_headers(written, &damage);
    let hub = written.concept_files.iter().any(|file| damage.files.contains(file));
    let providers = written.providers.iter().any(|provider| damage.hits(provider.provider.place));
    checked.retain(|finding| {
        let place = finding.primary.place;
        let of_hub = hub && matches!(finding.law, Law::UnknownConcept | Law::OrphanConcept);
        let of_provider = providers
            && matches!(finding.law, Law::UnknownOperation | Law::UnknownSource | Law::CodeType);
        !(inside.contains(&place) || headers.contains(&place.file) || of_hub || of_provider)
    });
}

/// Where reading failed.
struct Damage {
    sorted: Vec<Place>,
    files: HashSet<FileId>,
}

impl Damage {
    fn of(findings: &[Finding]) -> Self {
        let mut sorted: Vec<Place> = findings.iter().map(|finding| finding.primary.place).collect();
        sorted.sort_unstable();
        let files = sorted.iter().map(|place| place.file).collect();
        Self { sorted, files }
    }

    /// Whether something within the place could not be read.
    fn hits(&self, place: Place) -> bool {
        let first = self.sorted.partition_point(|damage| {
            (damage.file, damage.span.start) < (place.file, place.span.start)
        });
        let next = self.sorted.get(first);
        next.is_some_and(|next| next.file == place.file && next.span.start < place.span.end)
    }
}

/// Codes and concepts with an unreadable value, sorted.
fn damaged_parts(written: &Written, damage: &Damage) -> Vec<Place> {
    let groups = written.providers.iter().flat_map(|provider| &provider.groups);
    let codes = groups.flat_map(|group| &group.file.codes).map(|code| code.place);
    let concepts = written.concepts.iter().map(|concept| concept.place);
    let mut parts: Vec<Place> = codes.chain(concepts).filter(|place| damage.hits(*place)).collect();
    parts.sort_unstable();
    parts
}

/// The files whose `group:` has an unreadable value: every code in them takes something from it.
fn damaged_headers(written: &Written, damage: &Damage) -> HashSet<FileId> {
    let groups = written.providers.iter().flat_map(|provider| &provider.groups);
    let headers = groups.map(|group| group.file.group.place);
    headers.filter(|place| damage.hits(*place)).map(|place| place.file).collect()
}

fn encloses(sorted: &[Place], place: Place) -> bool {
    let behind = sorted
        .partition_point(|part| (part.file, part.span.start) <= (place.file, place.span.start));
    let before = behind.checked_sub(1).and_then(|index| sorted.get(index));
    before.is_some_and(|part| part.file == place.file && place.span.start < part.span.end)
}
