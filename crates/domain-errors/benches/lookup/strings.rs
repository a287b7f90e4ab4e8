//! Codes that are texts, against `phf`, which is also what `SqlState::from_code` of tokio-postgres
//! asks.

use std::hint::black_box;

use domain_errors::{domains, wix};
use errcat::rt::table::{StringIndex, Tables, Texts, Wire};
use errcat_build::PerfectHash;

use crate::timing::{Random, compare, compare_latency, row};

pub(crate) fn run() {
    let sqlstates: Vec<&str> = include_str!("sqlstates.txt").lines().collect();
    let many: Vec<String> = (0..10_000).map(|number| format!("ERROR_CODE_{number:05}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let wix: Vec<&str> = wix::Code::ALL.iter().map(|code| code.as_str()).take(20).collect();
    let domains: Vec<&str> = domains::Code::ALL.iter().map(|code| code.as_str()).collect();
    for (what, keys) in [
        ("20 codes of Wix", wix),
        ("23 codes of the Domains Service", domains),
        ("260 SQLSTATEs", sqlstates),
        ("10,000 codes", many),
    ] {
        one(what, &keys);
    }
}

fn one(what: &str, keys: &[&str]) {
    let tables = black_box(leak(tables(keys)));
    let map = black_box(leak(phf(keys)));
    let ours = |key: &str| tables.find(key).unwrap_or(usize::MAX);
    let other = |key: &str| map.get(key).map_or(usize::MAX, |code| usize::from(*code));
    for (code, key) in keys.iter().enumerate() {
        assert_eq!((ours(key), other(key)), (code, code), "{key}");
    }
    let misses: Vec<String> = keys.iter().map(|key| near_miss(key)).collect();
    let misses: Vec<&str> =
        misses.iter().map(String::as_str).filter(|key| !keys.contains(key)).collect();
    let hit = |random: &mut Random| random.pick(keys);
    let miss = |random: &mut Random| random.pick(&misses);
    row(&format!("{what}: hits / phf"), compare(hit, ours, other), 0.35);
    row(&format!("{what}: misses / phf"), compare(miss, ours, other), 0.25);
    row(&format!("{what}: hits, latency / phf"), compare_latency(hit, ours, other), 0.35);
    row(&format!("{what}: misses, latency / phf"), compare_latency(miss, ours, other), 0.25);
}

/// A text as long as a key that differs from it in one letter.
fn near_miss(key: &str) -> String {
    let middle = key.len() / 2;
    let swapped = if key.as_bytes()[middle] == b'Q' { "X" } else { "Q" };
    format!("{}{swapped}{}", &key[..middle], &key[middle + 1..])
}

fn phf(keys: &[&str]) -> phf::Map<&'static str, u16> {
    let state = phf_generator::generate_hash(keys);
    let entry = |code: &usize| {
        (&*String::leak(keys[*code].to_owned()), u16::try_from(*code).expect("few keys"))
    };
    let entries: Vec<(&str, u16)> = state.map.iter().map(entry).collect();
    phf::Map { key: state.key, disps: state.disps.leak(), entries: entries.leak() }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Tables with nothing in them but codes.
fn tables(keys: &[&str]) -> Tables {
    let found = PerfectHash::of(keys).expect("the keys have a perfect hash");
    let index = StringIndex {
        seed: found.seed,
        displacements: found.displacements.leak(),
        slots: found.slots.leak(),
    };
    let labels: Vec<String> = keys.iter().map(|key| format!("x.{key}")).collect();
    Tables { id: "x", labels: texts(&labels), wire: Wire::Strings(index), ..empty() }
}

/// Texts as the generator packs them: 256 share a base.
fn texts(texts: &[String]) -> Texts {
    let mut starts = vec![0];
    for text in texts {
        starts.push(starts.last().expect("it starts") + u32::try_from(text.len()).expect("short"));
    }
    let bases: Vec<u32> = starts.chunks(256).map(|block| block[0]).collect();
    let offsets = starts.iter().enumerate().map(|(index, start)| start - bases[index >> 8]);
    let offsets: Vec<u16> = offsets.map(|offset| u16::try_from(offset).expect("short")).collect();
    Texts {
        blob: leak(&*texts.concat().leak()),
        bases: bases.leak(),
        shift: 8,
        offsets: offsets.leak(),
    }
}

fn empty() -> Tables {
    <domains::Code as domain_errors::CatalogFacts>::TABLES
}
