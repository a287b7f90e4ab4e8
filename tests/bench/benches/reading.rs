//! Reading and checking a catalog, against what the YAML library takes for the same text.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be made should stop; it prints its results"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;

use errcat_bench::{fastest, peak_megabytes, ratio, value};
use errcat_model::{Sources, load};
use serde::Deserialize;
use serde_yaml::Spanned;

const ENTRIES: u32 = 100_000;

const MEANINGS: &str = "
meanings:
  - { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, retry: never, actor: operator }
  - { id: request.invalid, parent: failure, title: It is wrong, tell: { en: It is so. }, http: 400, grpc: INVALID_ARGUMENT, retry: after-fix, actor: caller }
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
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
    // Reserves all of it, so that the peak is the reader's and not that of a growing text.
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

fn main() {
    // A process of its own for the memory, so that nothing else is in the number.
    if std::env::args().any(|argument| argument == "--peak") {
        read_checked(&sources(codes(ENTRIES)));
        let peak = peak_megabytes("self").map(|megabytes| megabytes.to_string());
        println!("{}", peak.unwrap_or_default());
        return;
    }

    let text = codes(ENTRIES);
    let (all, half) = (sources(text.clone()), sources(codes(ENTRIES / 2)));
    let works: [&dyn Fn(); 3] =
        [&|| read_bare(&text), &|| read_checked(&half), &|| read_checked(&all)];
    let [bare, half, whole] = fastest(5, works);
    let name = "100,000 codes, read and checked / bare deserialization with spans";
    ratio(name, (whole, bare), " s", 2.5);
    ratio("100,000 codes / 50,000 codes (linear is 2)", (whole, half), " s", 2.3);

    let this = std::env::current_exe().expect("a running program has a path");
    let output = Command::new(this).arg("--peak").output().expect("this program can be started");
    match String::from_utf8_lossy(&output.stdout).trim().parse::<f64>() {
        Ok(megabytes) => value("100,000 codes, peak memory", megabytes, " MB", 400.0),
        Err(_) => println!("peak memory: this system does not report it"),
    }
}
