//! Benchmarks of the workspace, in `benches/`. `cargo xtask bench` runs them.
//!
//! Nearly every line is a ratio of two measurements of one run: ours, and the named peer. Each
//! line has a goal, and `cargo xtask bench` repeats the goals that were missed at its end.
#![forbid(unsafe_code)]
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::missing_panics_doc,
    reason = "a measurement that cannot be made should stop; a benchmark prints its results"
)]

pub mod catalogs;
mod timing;

pub use timing::{Random, compare, compare_latency, fastest, seconds};

use std::fs;

/// Prints a measured value next to its goal, which is its upper bound.
pub fn value(name: &str, value: f64, unit: &str, goal: f64) {
    println!("{}", line(name, value, unit, goal));
}

/// Prints the ratio of our time to the peer's next to its goal, and both times.
pub fn ratio(name: &str, (ours, peer): (f64, f64), unit: &str, goal: f64) {
    println!("{}  ({ours:.2} / {peer:.2}{unit})", line(name, ours / peer, "", goal));
}

fn line(name: &str, value: f64, unit: &str, goal: f64) -> String {
    let verdict = if value <= goal { "met" } else { "NOT MET" };
    format!("{name:<64} {value:>8.2}{unit}  goal {goal:.2}{unit}  {verdict}")
}

/// Returns the largest amount of memory a process has used so far, in MB. `None` where the system
/// does not report it.
pub fn peak_megabytes(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}
