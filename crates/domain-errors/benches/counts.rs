//! How many instructions a lookup takes, counted by valgrind: the same on any busy machine.
//!
//! `cargo xtask bench counts` runs it. The program starts itself under callgrind with two numbers
//! of rounds, and the difference between the two is the lookups and the loop around them.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot be made should stop; it prints what it measured"
)]

use std::hint::black_box;
use std::process::Command;

use domain_errors::{HttpStatus, domains, wapi, wix};
use http::StatusCode;

/// A list of keys, and the number of a key in it as people find it by hand.
macro_rules! by_match {
    ($list:ident, $function:ident($type:ty), $position:ident: $($key:literal)+) => {
        const $list: &[$type] = &[$($key),+];

        #[inline(never)]
        fn $function(key: $type) -> usize {
            match key {
                $($key => const { $position($list, $key) },)+
                _ => usize::MAX,
            }
        }
    };
}

const fn number_position(list: &[u16], key: u16) -> usize {
    let mut index = 0;
    while list[index] != key {
        index += 1;
    }
    index
}

const fn text_position(list: &[&str], key: &str) -> usize {
    let mut index = 0;
    while !same(list[index].as_bytes(), key.as_bytes()) {
        index += 1;
    }
    index
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut index = 0;
    while index < a.len() && index < b.len() && a[index] == b[index] {
        index += 1;
    }
    index == a.len() && index == b.len()
}

by_match! {
    WAPI, wapi_by_match(u16), number_position:
    1000 1001 1002 1003 1200 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011
    2050 2051 2052 2100 2101 2102 2150 2151 2201 2202 2203 2204 2205 2206 2207 2208 2209
    2210 2211 2212 2213 2214 2215 2216 2217 2218 2219 2220 2221 2222 2223 2224 2225 2226
    2227 2228 2229 2230 2231 2232 2233 2234 2235 2236 2237 2238 2239 2240 2241 2242 2243
    2244 2245 2246 2247 2248 2249 2250 2251 2252 2253 2269 2272 2273 2274 2275 2276 2277
    2278 2279 2280 2281 2282 2283 2284 2285 2286 2290 2291 2292 2293 2294 2295 2296 2301
    2302 2303 2304 2305 2306 2308 2309 2310 2311 2312 2313 2314 2315 2316 2317 2318 2319
    2320 2321 2322 2400 2401 2402 2403 2404 2405 2406 2407 2408 2409 2410 2411 2412 2413
    2414 2415 2416 2419 2420 3001 3002 3003 3004 3005 3201 3202 3203 3204 3205 3206 3207
    3208 3209 3210 3211 3212 3213 3214 3215 3216 3217 3218 3219 3220 3221 3222 3223 3224
    3225 3226 3227 3228 3229 3230 3231 3232 3233 3234 3235 3236 3237 3238 3239 3240 3241
    3242 3243 3244 3245 3246 3247 3248 3249 3250 3251 3252 3254 3255 3256 3257 3301 3302
    3303 3304 3305 3306 3307 3308 3309 3310 3311 3312 4000 4001 4002 4003 4201 4202 4203
    4204 4205 4206 4207 4208 4209 4210 4211 4212 4213 4214 4215 4216 4217 4218 4219 4220
    4221 4222 5000 5001 5002 5003
}

by_match! {
    DOMAINS, domains_by_match(&'static str), text_position:
    "DOMAIN_001" "DOMAIN_002" "DOMAIN_003" "DOMAIN_004" "DOMAIN_005" "DOMAIN_006" "DOMAIN_007"
    "DOMAIN_008" "DOMAIN_009" "DOMAIN_010" "DOMAIN_011" "DOMAIN_012" "DOMAIN_013" "DOMAIN_014"
    "DOMAIN_015" "DOMAIN_016" "DOMAIN_017" "DOMAIN_018" "DOMAIN_019" "DOMAIN_020" "DOMAIN_021"
    "DOMAIN_022" "DOMAIN_023"
}

by_match! {
    WIX, wix_by_match(&'static str), text_position:
    "ABORTED" "ALREADY_EXISTS" "DEADLINE_EXCEEDED" "DOMAINS_ALREADY_EXISTS"
    "DOMAINS_DOMAIN_NOT_PERMITTED" "DOMAINS_GUID_NOT_FOUND" "DOMAINS_GUID_NOT_VALID"
    "DOMAINS_MISSING_SITE_ID_FOR_ASSIGN_AS" "DOMAINS_NO_THROTTLER_KEY"
    "DOMAINS_PERMISSION_DENIED" "DOMAINS_SITE_NOT_PERMITTED" "FAILED_PRECONDITION" "INTERNAL"
    "INVALID_ARGUMENT" "INVALID_DOMAINS_PREVIEW_RECORDS" "Invalid connection type"
    "Invalid domain" "Invalid type of record" "NON_PREMIUM_SITE" "NOT_FOUND" "OUT_OF_RANGE"
    "PERMISSION_DENIED" "RESOURCE_EXHAUSTED" "UNAUTHENTICATED" "UNAVAILABLE" "UNIMPLEMENTED"
}

/// What a person would write by hand for facts: an array of statuses, and one of texts.
static STATUSES: [HttpStatus; WAPI.len()] = {
    let mut all = [wapi::Code::ALL[0].http(); WAPI.len()];
    let mut code = 0;
    while code < WAPI.len() {
        all[code] = wapi::Code::ALL[code].http();
        code += 1;
    }
    all
};
static NAMES: [&str; WAPI.len()] = {
    let mut all = [""; WAPI.len()];
    let mut code = 0;
    while code < WAPI.len() {
        all[code] = wapi::Code::ALL[code].name();
        code += 1;
    }
    all
};

/// What is counted, and against what.
const ROWS: &[(&str, &[&str])] = &[
    ("WAPI: number to code", &["ours", "match", "StatusCode::from_u16"]),
    ("Domains Service: text to code", &["ours", "phf", "match"]),
    ("Domains Service: unknown text", &["ours", "phf", "match"]),
    ("Wix: text to code", &["ours", "phf", "match"]),
    ("Wix: unknown text", &["ours", "phf", "match"]),
    ("WAPI: code to HTTP status", &["ours", "array"]),
    ("WAPI: code to name", &["ours", "array"]),
];

fn main() {
    check();
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, what, way, rounds] = arguments.as_slice() {
        return run(what, way, rounds.parse().expect("rounds are a number"));
    }
    if !Command::new("valgrind").arg("--version").output().is_ok_and(|out| out.status.success()) {
        println!("instructions: not counted, because there is no valgrind");
        return;
    }
    println!("instructions of a lookup, its share of the loop included");
    for (what, ways) in ROWS {
        let counts = ways.iter().map(|way| format!("{way} {:.1}", instructions(what, way)));
        println!("{what:<32} {}", counts.collect::<Vec<_>>().join(", "));
    }
}

/// The lists in this file are those of the catalogs.
fn check() {
    let numbers = wapi::Code::ALL.iter().map(|code| code.number());
    assert!(numbers.eq(WAPI.iter().map(|number| u32::from(*number))), "WAPI is out of date");
    let texts = domains::Code::ALL.iter().map(|code| code.as_str());
    assert!(texts.eq(DOMAINS.iter().copied()), "DOMAINS is out of date");
    let texts = wix::Code::ALL.iter().map(|code| code.as_str());
    assert!(texts.eq(WIX.iter().copied()), "WIX is out of date");
}

/// Instructions of one lookup: what more rounds take more.
fn instructions(what: &str, way: &str) -> f64 {
    const FEW: usize = 100;
    const MANY: usize = 1100;
    let more = counted(what, way, MANY) - counted(what, way, FEW);
    more as f64 / ((MANY - FEW) * keys(what)) as f64
}

/// All instructions of this program in so many rounds.
fn counted(what: &str, way: &str, rounds: usize) -> u64 {
    let this = std::env::current_exe().expect("a running program has a path");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(this);
    let output = command.args([what, way, &rounds.to_string()]).output();
    let output = output.expect("valgrind can be started");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let count = told.lines().find_map(|line| line.split_once("Collected : "));
    count.and_then(|(_, count)| count.trim().parse().ok()).expect("callgrind tells its count")
}

/// How many keys a round has.
fn keys(what: &str) -> usize {
    match what {
        what if what.starts_with("Domains") => DOMAINS.len(),
        what if what.starts_with("Wix") => WIX.len(),
        _ => WAPI.len(),
    }
}

fn run(what: &str, way: &str, rounds: usize) {
    let codes = wapi::Code::ALL;
    // As many as WAPI has codes.
    let statuses: Vec<u16> = (100..1000).step_by(3).take(WAPI.len()).collect();
    match (what, way) {
        ("WAPI: number to code", "ours") => ask(rounds, WAPI, wapi_by_table),
        ("WAPI: number to code", "match") => ask(rounds, WAPI, wapi_by_match),
        ("WAPI: number to code", _) => ask(rounds, &statuses, status),
        ("WAPI: code to HTTP status", "ours") => {
            ask(rounds, codes, |code| code.http().get().into());
        }
        ("WAPI: code to HTTP status", _) => {
            ask(rounds, codes, |code| STATUSES[code as usize].get().into());
        }
        ("WAPI: code to name", "ours") => ask(rounds, codes, |code| code.name().len()),
        ("WAPI: code to name", _) => ask(rounds, codes, |code| NAMES[code as usize].len()),
        _ => run_texts(what, way, rounds),
    }
}

fn run_texts(what: &str, way: &str, rounds: usize) {
    let is_wix = what.starts_with("Wix");
    let codes = if is_wix { WIX } else { DOMAINS };
    let map = phf(codes);
    let keys = if what.ends_with("unknown text") { near_misses(codes) } else { codes.to_vec() };
    let in_map = |key: &str| map.get(key).map_or(usize::MAX, |&code| code.into());
    match (way, is_wix) {
        ("phf", _) => ask(rounds, &keys, in_map),
        ("match", true) => ask(rounds, &keys, wix_by_match),
        ("match", false) => ask(rounds, &keys, domains_by_match),
        (_, true) => ask(rounds, &keys, wix_by_table),
        (_, false) => ask(rounds, &keys, domains_by_table),
    }
}

fn ask<K: Copy>(rounds: usize, keys: &[K], work: impl Fn(K) -> usize) {
    let mut sum = 0_usize;
    for _ in 0..rounds {
        for key in black_box(keys) {
            sum = sum.wrapping_add(work(*key));
        }
    }
    black_box(sum);
}

fn wapi_by_table(number: u16) -> usize {
    wapi::Code::find_number(number.into()).map_or(usize::MAX, |code| code as usize)
}

fn wix_by_table(code: &str) -> usize {
    wix::Code::find(code).map_or(usize::MAX, |code| code as usize)
}

fn domains_by_table(code: &str) -> usize {
    domains::Code::find(code).map_or(usize::MAX, |code| code as usize)
}

fn status(number: u16) -> usize {
    StatusCode::from_u16(number).map_or(usize::MAX, |status| status.as_u16().into())
}

/// Texts as long as the codes, each different from its code in one letter.
fn near_misses(codes: &[&str]) -> Vec<&'static str> {
    let miss = |code: &&str| {
        let (start, end) = code.split_at(code.len() / 2);
        &*format!("{start}~{}", end.get(1..).unwrap_or_default()).leak()
    };
    codes.iter().map(miss).collect()
}

/// The map that `phf_map!` would make.
fn phf(keys: &'static [&str]) -> phf::Map<&'static str, u16> {
    let state = phf_generator::generate_hash(keys);
    let entry = |code: &usize| (keys[*code], u16::try_from(*code).expect("there are few keys"));
    let entries: Vec<(&str, u16)> = state.map.iter().map(entry).collect();
    phf::Map { key: state.key, disps: state.disps.leak(), entries: entries.leak() }
}
