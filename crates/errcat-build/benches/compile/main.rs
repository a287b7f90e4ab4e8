//! What generated code costs rustc, against what people write by hand.
//!
//! `cargo xtask bench compile` runs it. Every line is a ratio of two measurements of one run.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark stops where it cannot measure, and prints what it measured"
)]

mod catalogs;
mod peers;
mod rustc;

use catalogs::Kind;
use errcat_build::emit;
use rustc::{Crate, Goal, Workshop, fastest};

/// A number of codes, and turns: the noise is a large part of what takes a moment.
struct Size {
    codes: usize,
    checks: usize,
    releases: usize,
}

const SIZES: [Size; 3] = [
    Size { codes: 300, checks: 25, releases: 9 },
    Size { codes: 1_000, checks: 25, releases: 5 },
    // `match` over all of them takes longer than everything else here.
    Size { codes: 10_000, checks: 5, releases: 1 },
];

/// Nearly as many as two bytes can number.
const MOST: usize = 60_000;

fn main() {
    let workshop = Workshop::new();
    println!("{:<56} {:>9} {:>9} {:>7}", "seconds of rustc", "ours", "other", "ratio");
    let empty = workshop.written("empty", "#![no_std]\nextern crate errcat;\n");
    for kind in Kind::ALL {
        let all = SIZES.map(|size| Contest::new(&workshop, kind, size));
        all.iter().for_each(Contest::check);
        // One kind is enough where it takes so long: the matches differ in the codes alone.
        let releases =
            all.iter().filter(|contest| matches!(kind, Kind::Numbers) || contest.size.releases > 1);
        releases.for_each(Contest::release);
        let [_, small, large] = &all;
        growth(kind, &empty, small, large);
        most(&workshop, kind);
    }
}

/// Generated code of a catalog, and the same codes written in other ways.
struct Contest {
    what: String,
    size: Size,
    ours: Crate,
    bare: Crate,
    as_many: Crate,
    enums: usize,
    matches: Crate,
}

impl Contest {
    fn new(workshop: &Workshop, kind: Kind, size: Size) -> Self {
        let what = format!("{} {}", size.codes, kind.name());
        let set = catalogs::checked(kind, size.codes);
        let catalog = set.catalogs.first().expect("there is one");
        let artifacts = emit(&set).expect("the catalog can be emitted");
        let file = &artifacts.get(1).expect("a catalog has a file").text;
        let enums = file.matches("pub enum ").count();
        let derives = derives(file);
        let write = |name: &str, text: &str| workshop.written(&format!("{name} {what}"), text);
        Self {
            ours: workshop.emitted(&format!("ours {what}"), &artifacts),
            bare: write("bare", &peers::bare_enums(catalog, &derives, 1)),
            as_many: write("as many", &peers::bare_enums(catalog, &derives, enums)),
            enums,
            matches: write("matches", &peers::matches_everywhere(catalog)),
            what,
            size,
        }
    }

    fn check(&self) {
        let crates = [&self.ours, &self.bare, &self.as_many];
        let [ours, bare, as_many] = fastest(self.size.checks, Goal::Check, crates);
        row(&format!("{}: check / bare enum", self.what), ours, bare, Some(1.7));
        row(&format!("{}: check / {} bare enums", self.what, self.enums), ours, as_many, None);
    }

    fn release(&self) {
        let crates = [&self.ours, &self.matches];
        let [ours, matches] = fastest(self.size.releases, Goal::Release, crates);
        row(&format!("{}: release / match everywhere", self.what), ours, matches, Some(0.12));
    }
}

/// The line with the derives of the generated enum of codes.
fn derives(file: &str) -> String {
    let (before, _) = file.split_once("pub enum Code").expect("there is an enum of codes");
    let start = before.rfind("#[derive(").expect("it derives something");
    let derives = before.get(start..).and_then(|text| text.lines().next());
    derives.expect("it is a line").to_owned()
}

/// Ten times the codes in not more than ten times the time, without what an empty crate takes.
fn growth(kind: Kind, empty: &Crate, small: &Contest, large: &Contest) {
    for (goal, what) in [(Goal::Check, "check"), (Goal::Release, "release")] {
        let crates = [empty, &small.ours, &large.ours];
        let [empty, small, large] = fastest(9, goal, crates);
        println!("an empty crate: {what} in {empty:.3} s");
        let what = format!("{}: {what}, 10,000 / 1,000 (linear is 10)", kind.name());
        row(&what, large - empty, small - empty, Some(10.0));
    }
}

fn most(workshop: &Workshop, kind: Kind) {
    let artifacts = emit(&catalogs::checked(kind, MOST)).expect("the catalog can be emitted");
    let ours = workshop.emitted(&format!("most {}", kind.name()), &artifacts);
    let (seconds, peak) = ours.time_and_memory(Goal::Release);
    let memory = peak.map_or_else(
        || "of a memory that this system does not tell".to_owned(),
        |megabytes| format!("with {megabytes} MB at most"),
    );
    println!("{MOST} {}: release in {seconds:.1} s, {memory}", kind.name());
}

fn row(what: &str, ours: f64, other: f64, most: Option<f64>) {
    let ratio = ours / other;
    let goal = most.map_or_else(String::new, |most| {
        format!("  goal {most:.2}  {}", if ratio <= most { "met" } else { "NOT MET" })
    });
    println!("{what:<56} {ours:>9.3} {other:>9.3} {ratio:>7.2}{goal}");
}
