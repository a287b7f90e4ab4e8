//! The cost of building: generated code in rustc, against what people write by hand; our crates in
//! cargo, against a generator of others; and what they add to a program.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot be made should stop; it prints its results"
)]

mod cargo;
mod peers;
mod rustc;
mod users;

use errcat_bench::catalogs::{Kind, files};
use errcat_bench::{ratio, value};
use errcat_build::emit;
use errcat_model::{CatalogSet, Sources, load};
use rustc::{Crate, Goal, Workshop};

/// Nearly as many codes as two bytes can number.
const MAX_CODES: usize = 60_000;

fn main() {
    users::measure();
    let workshop = Workshop::new();
    let empty = workshop.written("empty", "#![no_std]\nextern crate errcat;\n");
    for kind in Kind::ALL {
        Contest::new(&workshop, kind, 300).release(1.0);
        let small = Contest::new(&workshop, kind, 1_000);
        let large = Contest::new(&workshop, kind, 10_000);
        // The noise is a large part of a short time.
        small.check(25, 2.5);
        large.check(5, 6.0);
        // Optimizing a `match` over 10,000 codes takes minutes.
        small.release(0.12);
        growth(kind, &empty, &small, &large);
    }
    largest(&workshop);
}

fn checked(kind: Kind, codes: usize) -> CatalogSet {
    let sources = Sources::from_texts(files("big", kind, &kind.codes(codes)))
        .with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB);
    load(&sources).expect("the catalog is clean")
}

/// The generated code of a catalog, and the same codes written in other ways.
struct Contest {
    name: String,
    ours: Crate,
    bare: Crate,
    matches: Crate,
}

impl Contest {
    fn new(workshop: &Workshop, kind: Kind, codes: usize) -> Self {
        let name = format!("{codes} {}", kind.name());
        let set = checked(kind, codes);
        let catalog = set.catalogs.first().expect("there is one");
        let artifacts = emit(&set).expect("the catalog can be emitted");
        let write = |way: &str, text: &str| workshop.written(&format!("{way} {name}"), text);
        Self {
            ours: workshop.emitted(&format!("ours {name}"), &artifacts),
            bare: write("bare", &peers::bare_enum(catalog)),
            matches: write("matches", &peers::matches_everywhere(catalog)),
            name,
        }
    }

    fn check(&self, turns: usize, goal: f64) {
        let times = rustc::fastest(turns, Goal::Check, [&self.ours, &self.bare]);
        ratio(&format!("{}: check / bare enum", self.name), times.into(), " s", goal);
    }

    fn release(&self, goal: f64) {
        let times = rustc::fastest(5, Goal::Release, [&self.ours, &self.matches]);
        ratio(&format!("{}: release / match everywhere", self.name), times.into(), " s", goal);
    }
}

/// Ten times the codes take at most eleven times as long, not counting the time of an empty crate.
fn growth(kind: Kind, empty: &Crate, small: &Contest, large: &Contest) {
    for (goal, name) in [(Goal::Check, "check"), (Goal::Release, "release")] {
        let [empty, small, large] = rustc::fastest(5, goal, [empty, &small.ours, &large.ours]);
        let name = format!("{}: {name}, 10,000 / 1,000 (linear is 10)", kind.name());
        ratio(&name, (large - empty, small - empty), " s", 10.0);
    }
}

fn largest(workshop: &Workshop) {
    let artifacts = emit(&checked(Kind::Numbers, MAX_CODES)).expect("the catalog can be emitted");
    let ours = workshop.emitted("largest", &artifacts);
    match ours.memory(Goal::Release) {
        Some(megabytes) => {
            value("60,000 numbers: release, peak memory", megabytes as f64, " MB", 1500.0);
        }
        None => println!("60,000 numbers: this system does not report the memory"),
    }
}
