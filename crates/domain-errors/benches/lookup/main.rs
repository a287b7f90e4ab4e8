//! How fast codes are found and what they answer, against the ways in which others do it.
//!
//! Every timing draws a fresh random sequence of keys: one that repeats would train the branch
//! predictor, and with it whatever branches.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot be made should stop; it prints what it measured"
)]

mod numbers;
mod strings;
mod timing;
mod translations;

use std::hint::black_box;

use domain_errors::{CatalogCode, HttpStatus, wapi};
use timing::{Random, compare, row};

const CODES: usize = wapi::Code::ALL.len();

/// What a person would write by hand: an array of statuses, and one of texts.
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
    println!(
        "{:<58} {:>8} {:>8} {:>7}",
        "throughput, or latency where said", "ours ns", "other ns", "ratio"
    );
    strings::run();
    numbers::run();
    facts();
    translations::run();
    size();
}

fn facts() {
    let draw = |random: &mut Random| random.pick(wapi::Code::ALL);
    let ours = |code: wapi::Code| usize::from(code.http().get());
    let bare = |code: wapi::Code| usize::from(STATUSES[code as usize].get());
    row("HTTP status / bare array", compare(draw, ours, bare), 1.1);
    let ours = |code: wapi::Code| code.name().len();
    let bare = |code: wapi::Code| NAMES[code as usize].len();
    row("length of a text / array of &str", compare(draw, ours, bare), 1.05);
    let last_byte = |text: &str| usize::from(*text.as_bytes().last().expect("a name"));
    let ours = |code: wapi::Code| last_byte(code.name());
    let bare = |code: wapi::Code| last_byte(NAMES[code as usize]);
    row("a text, read / array of &str, read", compare(draw, ours, bare), 1.05);
}

/// The bytes of all tables of the largest catalog, without its texts.
fn size() {
    use errcat::rt::table::{Column, NumberIndex, Texts, Wire};
    let column = |column: &Column| match column {
        Column::Bytes(numbers) => size_of_val(*numbers),
        Column::Shorts(numbers) => size_of_val(*numbers),
        Column::Words(numbers) => size_of_val(*numbers),
    };
    let texts = |texts: &Texts| size_of_val(texts.bases) + size_of_val(texts.offsets);
    let tables = black_box(<wapi::Code as CatalogFacts>::TABLES);
    let wire = match &tables.wire {
        Wire::Numbers { numbers, index } => {
            column(numbers)
                + match index {
                    NumberIndex::Dense { codes, .. } => column(codes),
                    NumberIndex::Paged { pages, codes, .. } => column(pages) + column(codes),
                    NumberIndex::Search => 0,
                }
        }
        Wire::Strings(index) => size_of_val(index.displacements) + size_of_val(index.slots),
    };
    let enums = size_of_val(wapi::Code::ALL) + size_of_val(wapi::Case::ALL);
    let facts =
        size_of_val(tables.http) + tables.grpc.len() + tables.retry.len() + tables.roles.len();
    let columns = column(&tables.group) + column(&tables.meaning) + column(&tables.case_rows);
    let offsets = texts(&tables.texts) + texts(&tables.labels);
    let bytes = enums + facts + columns + offsets + wire;
    let a_code = |bytes: usize| bytes as f64 / CODES as f64;
    println!(
        "{:<58} lists {:.1}, facts {:.1}, texts {:.1}, wire {:.1}",
        "WAPI: bytes a code beside the texts",
        a_code(enums),
        a_code(facts + columns),
        a_code(offsets),
        a_code(wire),
    );
    timing::goal("WAPI: bytes a code beside the texts", a_code(bytes), 20.0);
}
