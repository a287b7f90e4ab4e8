//! Finding codes and asking them, against what others do.
//!
//! Every timing draws a fresh random sequence of keys: a repeated one would train the branch
//! predictor, and with it whatever branches.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a measurement that cannot be made should stop"
)]

mod numbers;
mod strings;
mod translations;

/// Catalogs that no provider has: SQLSTATEs, and ten thousand codes.
#[allow(dead_code, unreachable_pub, reason = "a program uses a part of a catalog")]
mod made {
    errcat::include_catalogs!();
}

use domain_errors::{HttpStatus, wapi};
use errcat_bench::{Random, compare, ratio};

const CODES: usize = wapi::Code::ALL.len();

/// The arrays that a person would write by hand.
static STATUSES: [HttpStatus; CODES] = {
    let mut all = [wapi::Code::ALL[0].http(); CODES];
    let mut code = 0;
    while code < CODES {
        all[code] = wapi::Code::ALL[code].http();
        code += 1;
    }
    all
};
static NAMES: [&str; CODES] = {
    let mut all = [""; CODES];
    let mut code = 0;
    while code < CODES {
        all[code] = wapi::Code::ALL[code].name();
        code += 1;
    }
    all
};

fn main() {
    strings::run();
    numbers::run();
    facts();
    translations::run();
}

fn facts() {
    let draw = |random: &mut Random| random.pick(wapi::Code::ALL);
    let ours = |code: wapi::Code| usize::from(code.http().get());
    let bare = |code: wapi::Code| usize::from(STATUSES[code as usize].get());
    ratio("HTTP status / array", compare(draw, ours, bare), " ns", 1.1);
    let ours = |code: wapi::Code| code.name().len();
    let bare = |code: wapi::Code| NAMES[code as usize].len();
    ratio("length of a text / array of &str", compare(draw, ours, bare), " ns", 1.05);
    let last_byte = |text: &str| usize::from(*text.as_bytes().last().expect("a name"));
    let ours = |code: wapi::Code| last_byte(code.name());
    let bare = |code: wapi::Code| last_byte(NAMES[code as usize]);
    ratio("text, read / array of &str, read", compare(draw, ours, bare), " ns", 1.05);
}
