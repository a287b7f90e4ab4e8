//! Codes that are texts, against `phf`, which is also what `SqlState::from_code` of tokio-postgres
//! asks.

use std::hint::black_box;

use domain_errors::{domains, wix};
use errcat_bench::{Random, compare, compare_latency, ratio};

use crate::made::{many, sqlstate};

/// Runs on the codes of a catalog.
macro_rules! run {
    ($name:literal, $catalog:ident) => {
        let keys: Vec<&str> = $catalog::Code::ALL.iter().map(|code| code.as_str()).collect();
        run_on($name, &keys, |key| {
            $catalog::Code::find(key).map_or(usize::MAX, |code| code as usize)
        });
    };
}

pub(crate) fn run() {
    run!("codes of Wix", wix);
    run!("codes of the Domains Service", domains);
    run!("SQLSTATEs", sqlstate);
    run!("made-up codes", many);
}

fn run_on(name: &str, keys: &[&'static str], ours: impl Fn(&str) -> usize) {
    let name = format!("{} {name}", keys.len());
    let map = black_box(phf(keys));
    let peer = |key: &str| map.get(key).map_or(usize::MAX, |code| usize::from(*code));
    for (code, key) in keys.iter().enumerate() {
        assert_eq!((ours(key), peer(key)), (code, code), "{key}");
    }
    let misses: Vec<String> = keys.iter().map(|key| near_miss(key)).collect();
    let misses: Vec<&str> =
        misses.iter().map(String::as_str).filter(|key| !keys.contains(key)).collect();
    let hit = |random: &mut Random| random.pick(keys);
    let miss = |random: &mut Random| random.pick(&misses);
    ratio(&format!("{name}: hits / phf"), compare(hit, &ours, peer), " ns", 0.35);
    ratio(&format!("{name}: misses / phf"), compare(miss, &ours, peer), " ns", 0.25);
    let times = compare_latency(hit, &ours, peer);
    ratio(&format!("{name}: hits, latency / phf"), times, " ns", 0.35);
    let times = compare_latency(miss, &ours, peer);
    ratio(&format!("{name}: misses, latency / phf"), times, " ns", 0.25);
}

/// Returns a text as long as a key that differs from it in one letter.
fn near_miss(key: &str) -> String {
    let middle = key.len() / 2;
    let swapped = if key.as_bytes()[middle] == b'Q' { "X" } else { "Q" };
    format!("{}{swapped}{}", &key[..middle], &key[middle + 1..])
}

/// Returns the map that `phf_map!` would make.
fn phf(keys: &[&'static str]) -> phf::Map<&'static str, u16> {
    let state = phf_generator::generate_hash(keys);
    let entry = |code: &usize| (keys[*code], u16::try_from(*code).expect("there are few keys"));
    let entries: Vec<(&str, u16)> = state.map.iter().map(entry).collect();
    phf::Map { key: state.key, disps: state.disps.leak(), entries: entries.leak() }
}
