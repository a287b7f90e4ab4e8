//! Numbers and texts as small as they go.

use std::collections::HashMap;

use errcat::table::Probe;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::EmitError;
use crate::statics::Statics;

/// `errcat::table::Column`, as narrow as the numbers allow.
pub(crate) fn column(
    statics: &mut Statics,
    name: &str,
    numbers: &[usize],
) -> Result<TokenStream, EmitError> {
    let numbers: Vec<u32> = numbers.iter().map(|number| word(*number)).collect::<Result<_, _>>()?;
    let bytes: Result<Vec<u8>, _> = numbers.iter().map(|number| u8::try_from(*number)).collect();
    if let Ok(bytes) = bytes {
        let bytes = statics.bytes(name, &bytes);
        return Ok(quote!(Column::Bytes(#bytes)));
    }
    let shorts: Result<Vec<u16>, _> = numbers.iter().map(|number| u16::try_from(*number)).collect();
    if let Ok(shorts) = shorts {
        let shorts = statics.numbers(name, &shorts);
        return Ok(quote!(Column::Shorts(#shorts)));
    }
    let words = statics.numbers(name, &numbers);
    Ok(quote!(Column::Words(#words)))
}

pub(crate) fn word(number: usize) -> Result<u32, EmitError> {
    u32::try_from(number).map_err(|_| EmitError::TooLarge)
}

pub(crate) fn short(number: usize) -> Result<u16, EmitError> {
    u16::try_from(number).map_err(|_| EmitError::TooLarge)
}

/// `errcat::table::Texts`: parts of `in_line` texts share a line of the blob.
pub(crate) fn texts(
    statics: &mut Statics,
    name: &str,
    texts: &[&str],
    in_line: usize,
) -> Result<TokenStream, EmitError> {
    let mut starts = vec![0];
    let mut length = 0;
    for text in texts {
        length += text.len();
        starts.push(word(length)?);
    }
    let (shift, bases, offsets) = offsets(&starts)?;
    let lines: Vec<String> = texts.chunks(in_line).map(<[&str]>::concat).collect();
    let blob = statics.text(name, lines.iter().map(String::as_str))?;
    let bases = statics.numbers(&format!("{name}_BASES"), &bases);
    let offsets = statics.numbers(&format!("{name}_OFFSETS"), &offsets);
    let shift = Literal::u32_unsuffixed(shift);
    Ok(quote!(Texts { blob: #blob, bases: #bases, shift: #shift, offsets: #offsets }))
}

/// Starts as bases and short offsets: as few bases as the lengths of the texts allow.
fn offsets(starts: &[u32]) -> Result<(u32, Vec<u32>, Vec<u16>), EmitError> {
    const MOST_SHARED: u32 = 8;
    for shift in (0..=MOST_SHARED).rev() {
        let blocks = starts.chunks(1 << shift);
        let bases: Vec<u32> = blocks.clone().filter_map(|block| block.first().copied()).collect();
        let offsets = blocks
            .zip(&bases)
            .flat_map(|(block, base)| block.iter().map(move |start| u16::try_from(start - base)));
        if let Ok(offsets) = offsets.collect() {
            return Ok((shift, bases, offsets));
        }
    }
    Err(EmitError::Internal("a text does not start at its own base"))
}

/// A table of so many bytes is dense however few of its entries are codes: one load and not two.
const SMALL_TABLE: usize = 8192;

/// `errcat::table::NumberIndex` for ascending numbers, none twice.
pub(crate) fn number_index(
    statics: &mut Statics,
    numbers: &[u32],
) -> Result<TokenStream, EmitError> {
    let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) else {
        return Err(EmitError::Internal("there are no numbers"));
    };
    let mut codes = HashMap::new();
    for (code, number) in numbers.iter().enumerate() {
        codes.insert(number - first, code + 1);
    }
    let span = (last - first) as usize + 1;
    let start = Literal::u32_unsuffixed(first);
    if span <= numbers.len() * 4 || span * entry_bytes(numbers) <= SMALL_TABLE {
        let codes = column(statics, "ENTRIES", &entries(&codes, 0, span).collect::<Vec<_>>())?;
        return Ok(quote!(NumberIndex::Dense { first: #start, codes: #codes }));
    }
    let sizes = (3..=8).map(|shift| (paged_bytes(numbers, shift), shift));
    let (bytes, shift) = sizes.min().unwrap_or_default();
    // Numbers far apart would make more pages than codes.
    if bytes > numbers.len() * 32 {
        return Ok(quote!(NumberIndex::Search));
    }
    let (pages, codes) = paged(&codes, span, shift);
    let pages = column(statics, "PAGES", &pages)?;
    let codes = column(statics, "ENTRIES", &codes)?;
    let shift = Literal::u32_unsuffixed(shift);
    Ok(quote!(NumberIndex::Paged { first: #start, shift: #shift, pages: #pages, codes: #codes }))
}

/// The bytes of an entry, which is a code plus one, or 0.
fn entry_bytes(numbers: &[u32]) -> usize {
    if numbers.len() < 256 { 1 } else { 2 }
}

fn entries(codes: &HashMap<u32, usize>, from: usize, count: usize) -> impl Iterator<Item = usize> {
    let numbers = (from..from + count).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    numbers.map(|number| codes.get(&number).copied().unwrap_or(0))
}

/// What pages of 2^`shift` numbers would take.
fn paged_bytes(numbers: &[u32], shift: u32) -> usize {
    let first = numbers.first().copied().unwrap_or(0);
    let mut pages: Vec<u32> = numbers.iter().map(|number| (number - first) >> shift).collect();
    let last = pages.last().map_or(0, |page| *page as usize);
    pages.dedup();
    let bytes = entry_bytes(numbers);
    (last + 1) * bytes + ((pages.len() + 1) << shift) * bytes
}

fn paged(codes: &HashMap<u32, usize>, span: usize, shift: u32) -> (Vec<usize>, Vec<usize>) {
    let length = 1 << shift;
    // The page without a code comes first and is shared.
    let mut pages = Vec::new();
    let mut all = vec![0; length];
    for start in (0..span).step_by(length) {
        let page: Vec<usize> = entries(codes, start, length).collect();
        if page.iter().all(|code| *code == 0) {
            pages.push(0);
        } else {
            pages.push(all.len() >> shift);
            all.extend(page);
        }
    }
    (pages, all)
}

/// `errcat::table::StringIndex` for keys, none twice.
pub(crate) fn string_index(statics: &mut Statics, keys: &[&str]) -> Result<TokenStream, EmitError> {
    let found = PerfectHash::of(keys).ok_or(EmitError::Internal("no perfect hash was found"))?;
    let seed = Literal::u64_unsuffixed(found.seed);
    let displacements = statics.numbers("DISPLACEMENTS", &found.displacements);
    let slots = found.slots.iter().map(|(fingerprint, code)| {
        let fingerprint = Literal::u16_unsuffixed(*fingerprint);
        let code = Literal::u16_unsuffixed(*code);
        quote!((#fingerprint, #code))
    });
    let slots =
        statics.array("SLOTS", &quote!((u16, u16)), found.slots.len(), &quote!([#(#slots),*]));
    Ok(quote!(StringIndex { seed: #seed, displacements: #displacements, slots: #slots }))
}

/// The numbers of an `errcat::table::StringIndex`.
#[derive(Debug)]
pub struct PerfectHash {
    /// The seed with which all keys found a slot.
    pub seed: u64,
    /// What moves the keys of each bucket.
    pub displacements: Vec<u16>,
    /// Of each slot, the fingerprint of its key and its number.
    pub slots: Vec<(u16, u16)>,
}

impl PerfectHash {
    /// Finds slots for keys, none twice and fewer than 65,536; nothing if there are none.
    pub fn of(keys: &[&str]) -> Option<Self> {
        const TRIES: u64 = 64;
        // Far apart, so that a try is not like the one before: digits of the golden ratio.
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
            let free = (0..=u16::MAX).find(|moved| place(members, *moved, &mut slots))?;
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
