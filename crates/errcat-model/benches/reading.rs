//! Reading and checking a catalog, against what the YAML library takes for the same text.
//!
//! `cargo xtask bench` runs it. Every line is a ratio of two measurements of one run.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark stops where it cannot measure, and prints what it measured"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use errcat_model::{Sources, load};
use serde::Deserialize;
use serde_yaml::Spanned;

const ENTRIES: u32 = 100_000;

const MEANINGS: &str = "
meanings:
  - { id: failure, title: It failed, http: 500, grpc: INTERNAL, retry: never, actor: operator }
  - { id: request.invalid, parent: failure, title: It is wrong, http: 400, grpc: INVALID_ARGUMENT, retry: after-fix, actor: caller }
";

const PROVIDER: &str = "
id: big
title: Big
about: A catalog that is larger than any that somebody would write.
domain: big.example
code-type: integer
sources: [{ id: list, title: The list }]
";

/// Codes as an author writes them, no two texts alike.
fn codes(entries: u32) -> String {
    // Room for all, so that the peak is the reader's and not that of a growing text.
    let mut text = String::with_capacity(entries as usize * 600);
    text.push_str(
        "group: { title: All, about: All of them., source: list, range: 0-99999999 }\ncodes:\n",
    );
    for code in 0..entries {
        write!(
            text,
            "  - code: {code}\n    name: CodeNumber{code}\n    \
             message: \"Invalid request – parameter number {code} is wrong\"\n    \
             kind-of: request.invalid\n    http: 409\n    grpc: FAILED_PRECONDITION\n    guidance:\n      \
             cause: >-\n        The provider did not take the parameter that has the number {code},\n        \
             because its form is not the one that the provider asks for.\n      action: >-\n        \
             Look up the form of parameter {code} in the manual of the provider and send\n        \
             the request again in that form.\n"
        )
        .expect("a string takes any text");
    }
    text
}

/// The same text through the YAML library alone, with spans and without any check.
#[derive(Deserialize)]
#[allow(dead_code, reason = "only the reading is measured")]
struct BareFile {
    group: Spanned<BareGroup>,
    codes: Vec<Spanned<BareCode>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only the reading is measured")]
struct BareGroup {
    title: Spanned<String>,
    about: Spanned<String>,
    source: Spanned<String>,
    range: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code, reason = "only the reading is measured")]
struct BareCode {
    code: Spanned<u32>,
    name: Spanned<String>,
    message: Spanned<String>,
    kind_of: Spanned<String>,
    http: Spanned<u16>,
    grpc: Spanned<String>,
    guidance: Spanned<BareGuidance>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only the reading is measured")]
struct BareGuidance {
    cause: Spanned<String>,
    action: Spanned<String>,
}

fn read_bare(text: &str) {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_events: usize::MAX,
            max_nodes: usize::MAX,
            max_total_scalar_bytes: usize::MAX,
        },
        with_snippet: false,
    };
    let file: BareFile =
        serde_yaml::from_str_with_options(text, options).expect("the text is well-formed");
    black_box(file);
}

fn sources(codes: String) -> Sources {
    Sources::from_texts([
        ("meanings.yaml", MEANINGS.to_owned()),
        ("big/provider.yaml", PROVIDER.to_owned()),
        ("big/all.yaml", codes),
    ])
}

fn read_checked(sources: &Sources) {
    black_box(load(sources).expect("the catalog is clean"));
}

fn time(work: impl Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Medians of both, measured in turns so that a busy machine is busy for both.
fn medians(first: impl Fn(), second: impl Fn()) -> (f64, f64) {
    let mut times: (Vec<Duration>, Vec<Duration>) =
        (0..5).map(|_| (time(&first), time(&second))).unzip();
    times.0.sort_unstable();
    times.1.sort_unstable();
    (times.0[times.0.len() / 2].as_secs_f64(), times.1[times.1.len() / 2].as_secs_f64())
}

/// The most memory that this process has had, where the system tells.
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024)
}

fn row(what: &str, value: f64, goal: f64, unit: &str) {
    let verdict = if value <= goal { "met" } else { "NOT MET" };
    println!("{what:<62} {value:>8.2}{unit}  goal {goal:.2}{unit}  {verdict}");
}

fn main() {
    // A process of its own for the memory, so that nothing else is in the number.
    if std::env::args().any(|argument| argument == "--peak") {
        read_checked(&sources(codes(ENTRIES)));
        println!(
            "{}",
            peak_megabytes().map_or_else(String::new, |megabytes| megabytes.to_string())
        );
        return;
    }

    let text = codes(ENTRIES);
    println!("{ENTRIES} codes, {} MB of YAML", text.len() / 1_000_000);
    let all = sources(text.clone());
    let (bare, checked) = medians(|| read_bare(&text), || read_checked(&all));
    println!("bare {:.0} ms, read and checked {:.0} ms", bare * 1e3, checked * 1e3);
    row("read and check / bare spanned deserialization", checked / bare, 2.5, "");

    let half = sources(codes(ENTRIES / 2));
    let (half, whole) = medians(|| read_checked(&half), || read_checked(&all));
    row("100,000 codes / 50,000 codes (linear is 2)", whole / half, 2.3, "");

    let this = std::env::current_exe().expect("a running program has a path");
    let output = Command::new(this).arg("--peak").output().expect("this program can be started");
    match String::from_utf8_lossy(&output.stdout).trim().parse::<f64>() {
        Ok(megabytes) => row("peak memory", megabytes, 400.0, " MB"),
        Err(_) => println!("peak memory: this system does not tell"),
    }
}
