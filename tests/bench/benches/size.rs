//! How much our three catalogs add to a program.
#![allow(
    missing_docs,
    clippy::cast_precision_loss,
    clippy::expect_used,
    reason = "a measurement that cannot be made should stop"
)]

use std::fs;

use errcat_bench::value;

fn main() {
    let kilobytes =
        |program: &str| fs::metadata(program).expect("cargo has built it").len() as f64 / 1e3;
    let with = kilobytes(env!("CARGO_BIN_EXE_with-catalogs"));
    let without = kilobytes(env!("CARGO_BIN_EXE_without-catalogs"));
    // Before texts and facts became rows that people can read, it was 379 kB.
    value("a stripped program, larger by our three catalogs", with - without, " kB", 479.0);
}
