//! The way from a code on the wire to its row: a table for numbers, a perfect hash for texts. What
//! is emitted here only machines read.

use std::fmt::Write as _;

use errcat::rt::table::Probe;
use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, CodeType};

use super::envelopes;
use crate::emit::{array, numbers, path, short, text_artifact};
use crate::error::EmitError;

/// Returns the file with the codes, their index and the envelopes.
pub(crate) fn file(catalog: &Catalog) -> Result<Artifact, EmitError> {
    let codes = catalog.codes.iter().map(|code| format!("Code::{}", code.name));
    let mut text = array("CODES", "Code", codes);
    let codes: Vec<&str> = catalog.codes.iter().map(|code| code.code.as_str()).collect();
    let index = match catalog.code_type {
        CodeType::Integer => number_index(&codes, &mut text)?,
        CodeType::String => string_index(&codes, &mut text)?,
    };
    let _ = writeln!(text, "pub(super) const INDEX: Index = {index};");
    text.push_str(&envelopes::spec(catalog)?);
    Ok(text_artifact(&path(catalog, "index"), &text))
}

/// A table of this many bytes is dense, however few of its entries are codes: a lookup is then one
/// load and not two.
const SMALL_TABLE: usize = 8192;

/// Returns the `Index` of codes that are numbers, ascending, none twice.
fn number_index(codes: &[&str], text: &mut String) -> Result<String, EmitError> {
    let all: Result<Vec<u32>, _> = codes.iter().map(|code| code.parse()).collect();
    let all = all.map_err(|_| EmitError::Unchecked("a code is not a number"))?;
    let (Some(&first), Some(&last)) = (all.first(), all.last()) else {
        return Err(EmitError::Unchecked("there are no numbers"));
    };
    short(all.len() + 1)?;
    text.push_str(&numbers("NUMBERS", "u32", &all));
    let entries = all.iter().zip(1..).map(|(number, code)| ((number - first) as usize, code));
    let entries: Vec<(usize, usize)> = entries.collect();
    let span = (last - first) as usize + 1;
    let index = if span <= all.len() * 4 || span * ENTRY_BYTES <= SMALL_TABLE {
        text.push_str(&numbers("ENTRIES", "u16", &page(&entries, 0, span)));
        format!("NumberIndex::Dense {{ first: {first}, codes: &ENTRIES }}")
    } else {
        let sizes = (3..=8).map(|shift| (paged_bytes(&all, shift), shift));
        let (bytes, shift) = sizes.min().unwrap_or_default();
        // Numbers far apart would make more pages than codes.
        if bytes > all.len() * 32 {
            "NumberIndex::Search".to_owned()
        } else {
            let (pages, codes) = paged(&entries, span, shift);
            text.push_str(&numbers("PAGES", "u16", &pages));
            text.push_str(&numbers("ENTRIES", "u16", &codes));
            format!(
                "NumberIndex::Paged {{ first: {first}, shift: {shift}, pages: &PAGES, \
                 codes: &ENTRIES }}"
            )
        }
    };
    Ok(format!("Index::Numbers {{ numbers: &NUMBERS, index: {index} }}"))
}

/// The bytes of an entry, which is a code plus one, or 0.
const ENTRY_BYTES: usize = 2;

/// Returns the table of a range of numbers, with the code of each.
fn page(entries: &[(usize, usize)], first: usize, length: usize) -> Vec<usize> {
    let mut page = vec![0; length];
    for (number, code) in entries {
        if let Some(entry) = page.get_mut(number - first) {
            *entry = *code;
        }
    }
    page
}

/// Returns the size of pages of 2^`shift` numbers.
fn paged_bytes(numbers: &[u32], shift: u32) -> usize {
    let first = numbers.first().copied().unwrap_or(0);
    let mut pages: Vec<u32> = numbers.iter().map(|number| (number - first) >> shift).collect();
    let last = pages.last().map_or(0, |page| *page as usize);
    pages.dedup();
    (last + 1) * ENTRY_BYTES + ((pages.len() + 1) << shift) * ENTRY_BYTES
}

fn paged(entries: &[(usize, usize)], span: usize, shift: u32) -> (Vec<usize>, Vec<usize>) {
    let length = 1 << shift;
    // The page without a code comes first and is shared.
    let mut pages = Vec::new();
    let mut all = vec![0; length];
    let mut rest = entries;
    for start in (0..span).step_by(length) {
        let count = rest.partition_point(|(number, _)| *number < start + length);
        let (own, after) = rest.split_at_checked(count).unwrap_or_default();
        rest = after;
        if own.is_empty() {
            pages.push(0);
        } else {
            pages.push(all.len() >> shift);
            all.extend(page(own, start, length));
        }
    }
    (pages, all)
}

/// Returns the `Index` of codes that are texts, none twice.
fn string_index(codes: &[&str], text: &mut String) -> Result<String, EmitError> {
    short(codes.len() + 1)?;
    let found = PerfectHash::new(codes).ok_or(EmitError::Unchecked("two codes are the same"))?;
    text.push_str(&numbers("DISPLACEMENTS", "u16", &found.displacements));
    let slots = found.slots.iter().map(|(fingerprint, code)| format!("({fingerprint}, {code})"));
    text.push_str(&array("SLOTS", "(u16, u16)", slots));
    Ok(format!(
        "Index::Strings(StringIndex {{ seed: {}, displacements: &DISPLACEMENTS, slots: &SLOTS }})",
        found.seed
    ))
}

/// The content of an `errcat::rt::table::StringIndex`.
#[derive(Debug)]
pub struct PerfectHash {
    /// The seed with which all keys found a slot.
    pub seed: u64,
    /// For each bucket, the displacement of its keys.
    pub displacements: Vec<u16>,
    /// For each slot, the fingerprint of its key and the number of the key.
    pub slots: Vec<(u16, u16)>,
}

impl PerfectHash {
    /// Finds slots for fewer than 65,536 keys; `None` if two are the same.
    pub fn new(keys: &[&str]) -> Option<Self> {
        const TRIES: u64 = 64;
        // Far apart, so that no try resembles another: digits of the golden ratio.
        let seeds = (1..=TRIES).map(|attempt| attempt.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        seeds.into_iter().find_map(|seed| Self::with_seed(keys, seed))
    }

    /// Moves the keys of one bucket after the other, the fullest first, to slots that are free.
    fn with_seed(keys: &[&str], seed: u64) -> Option<Self> {
        let count = (keys.len() / 4).next_power_of_two();
        let mut buckets: Vec<Vec<(Probe, u16)>> = vec![Vec::new(); count];
        for (code, key) in keys.iter().enumerate() {
            let probe = Probe::new(key.as_bytes(), seed);
            buckets.get_mut(probe.bucket(count))?.push((probe, u16::try_from(code).ok()?));
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|bucket| std::cmp::Reverse(buckets.get(*bucket).map(Vec::len)));
        // A table that is not nearly full finds its displacements at once.
        let mut slots = vec![None; (keys.len() + keys.len() / 4).next_power_of_two()];
        let mut displacements = vec![0; count];
        for bucket in order {
            let members = buckets.get(bucket)?;
            // Larger displacements lead to the same slots.
            let mut moves = (0..=u16::MAX).take(slots.len());
            let free = moves.find(|moved| place(members, *moved, &mut slots))?;
            *displacements.get_mut(bucket)? = free;
        }
        let slots = slots.into_iter().map(Option::unwrap_or_default).collect();
        Some(Self { seed, displacements, slots })
    }
}

/// Puts all members of a bucket into their slots, or none of them.
fn place(members: &[(Probe, u16)], displacement: u16, slots: &mut [Option<(u16, u16)>]) -> bool {
    let size = slots.len();
    for (placed, (probe, code)) in members.iter().enumerate() {
        let slot = slots.get_mut(probe.slot(displacement, size));
        match slot {
            Some(slot) if slot.is_none() => *slot = Some((probe.fingerprint(), *code)),
            _ => {
                for (probe, _) in members.iter().take(placed) {
                    if let Some(slot) = slots.get_mut(probe.slot(displacement, size)) {
                        *slot = None;
                    }
                }
                return false;
            }
        }
    }
    true
}
