//! Removes findings that only follow from something that could not be read.

use std::collections::HashSet;

use crate::author::written::{Provider, Written};
use crate::text::{FileId, Place};
use crate::{Finding, Law};

/// Removes findings that an unreadable value elsewhere explains.
///
/// A value that cannot be read counts as missing, so its entry, and everything that names it,
/// would break laws that the author kept.
pub(crate) fn remove_consequences(read: &[Finding], written: &Written, checked: &mut Vec<Finding>) {
    remove_findings_of_copies(written, checked);
    remove_findings_of_gaps(read, checked);
    let damage = Damage::of(read.iter().filter(|finding| finding.law != Law::Gap));
    if damage.sorted.is_empty() {
        return;
    }
    let parts: Vec<Place> = damaged_parts(written, &damage);
    let inside: HashSet<Place> = checked
        .iter()
        .map(|finding| finding.primary.place)
        .filter(|place| encloses(&parts, *place))
        .collect();
    let headers: HashSet<FileId> = damaged_headers(written, &damage);
    let hub = written.meaning_files.iter().any(|file| damage.files.contains(file));
    let undeclared = groups_of_damaged_providers(written, &damage);
    checked.retain(|finding| {
        let place = finding.primary.place;
        let of_hub = hub && matches!(finding.law, Law::UnknownMeaning | Law::OrphanMeaning);
        let of_provider = undeclared.contains(&place.file)
            && matches!(finding.law, Law::UnknownOperation | Law::UnknownSource | Law::CodeType);
        // The named code may be one that could not be read.
        let of_translation = finding.law == Law::UnknownTranslation
            && damage.files.iter().any(|file| *file != place.file);
        let of_file = inside.contains(&place)
            || headers.contains(&place.file)
            || damage.unknown.contains(&place.file);
        !(of_file || of_hub || of_provider || of_translation)
    });
}

/// A copied code breaks every law of uniqueness: one finding is enough.
fn remove_findings_of_copies(written: &Written, checked: &mut Vec<Finding>) {
    let copies = checked.iter().filter(|finding| finding.law == Law::DuplicateCode);
    let mut places: Vec<Place> = copies.map(|finding| finding.primary.place).collect();
    if places.is_empty() {
        return;
    }
    places.sort_unstable();
    let codes = written.providers.iter().flat_map(Provider::codes).map(|(_, code)| code);
    let twice = codes.filter(|code| places.binary_search(&code.code.place).is_ok());
    let mut whole: Vec<Place> = twice.map(|code| code.place).collect();
    whole.sort_unstable();
    checked.retain(|finding| {
        finding.law == Law::DuplicateCode || !encloses(&whole, finding.primary.place)
    });
}

/// A gap breaks other laws at its place: one finding is enough.
fn remove_findings_of_gaps(read: &[Finding], checked: &mut Vec<Finding>) {
    let gaps = read.iter().filter(|finding| finding.law == Law::Gap);
    let gaps: HashSet<Place> = gaps.map(|finding| finding.primary.place).collect();
    checked.retain(|finding| !gaps.contains(&finding.primary.place));
}

/// The places where reading failed.
struct Damage {
    sorted: Vec<Place>,
    files: HashSet<FileId>,
    /// Files with more findings than were kept: anything in them may be unreadable.
    unknown: HashSet<FileId>,
}

impl Damage {
    fn of<'f>(findings: impl Iterator<Item = &'f Finding> + Clone) -> Self {
        let unknown = findings.clone().filter(|finding| finding.more > 0);
        let unknown = unknown.map(|finding| finding.primary.place.file).collect();
        let mut sorted: Vec<Place> = findings.map(|finding| finding.primary.place).collect();
        sorted.sort_unstable();
        let files = sorted.iter().map(|place| place.file).collect();
        Self { sorted, files, unknown }
    }

    /// Returns whether something within the place could not be read.
    fn hits(&self, place: Place) -> bool {
        let first = self.sorted.partition_point(|damage| {
            (damage.file, damage.span.start) < (place.file, place.span.start)
        });
        let next = self.sorted.get(first);
        next.is_some_and(|next| next.file == place.file && next.span.start < place.span.end)
    }
}

/// Returns codes, meanings and providers with an unreadable value, sorted.
fn damaged_parts(written: &Written, damage: &Damage) -> Vec<Place> {
    let codes = written.providers.iter().flat_map(Provider::codes).map(|(_, code)| code.place);
    let meanings = written.meanings.iter().map(|meaning| meaning.place);
    let providers = written.providers.iter().map(|provider| provider.provider.place);
    let mut parts: Vec<Place> =
        codes.chain(meanings).chain(providers).filter(|place| damage.hits(*place)).collect();
    parts.sort_unstable();
    parts
}

/// Returns the files whose `group:` has an unreadable value: every code in them inherits from it.
fn damaged_headers(written: &Written, damage: &Damage) -> HashSet<FileId> {
    let groups = written.providers.iter().flat_map(|provider| &provider.groups);
    let headers = groups.map(|group| group.file.group.place);
    headers.filter(|place| damage.hits(*place)).map(|place| place.file).collect()
}

/// Returns the group files whose provider declares something that could not be read.
fn groups_of_damaged_providers(written: &Written, damage: &Damage) -> HashSet<FileId> {
    let damaged = written.providers.iter().filter(|provider| damage.hits(provider.provider.place));
    damaged.flat_map(|provider| &provider.groups).map(|group| group.file.place.file).collect()
}

fn encloses(sorted: &[Place], place: Place) -> bool {
    let after = sorted
        .partition_point(|part| (part.file, part.span.start) <= (place.file, place.span.start));
    let before = after.checked_sub(1).and_then(|index| sorted.get(index));
    before.is_some_and(|part| part.file == place.file && place.span.start < part.span.end)
}
