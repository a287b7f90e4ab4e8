//! Every law has a catalog that breaks it, and the text that its author then sees.
//!
//! `laws/base` is the smallest catalog without a finding. `laws/<id of a law>` holds the
//! files that differ from it, laid over it by path, and the text in `expected.snap`.
//! `laws/fixture.rs` makes files that do not belong in git: odd bytes and names, empty folders,
//! very long texts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

#[path = "laws/fixture.rs"]
mod fixture;
#[path = "laws/precision.rs"]
mod precision;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use errcat_model::{Law, Sources};
use fixture::{Fixture, base, base_text, find, folder, places, show, underlined};

#[test]
fn the_base_is_clean() {
    let sources = Sources::from_texts(base());
    assert_eq!(show(&find(&sources), &sources), "0 findings in 0 files\n");
}

#[test]
fn every_law_has_a_fixture_and_every_fixture_a_law() {
    let has_fixture = |law: &&Law| folder(law.id()).join("expected.snap").is_file();
    let missing: Vec<&str> =
        Law::ALL.iter().filter(|law| !has_fixture(law)).map(|law| law.id()).collect();
    assert!(missing.is_empty(), "laws without a fixture: {missing:?}");
    let lawless: Vec<String> = fs::read_dir(folder(""))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name != "base" && Law::ALL.iter().all(|law| law.id() != name))
        .collect();
    assert!(lawless.is_empty(), "fixtures without a law: {lawless:?}");
}

#[test]
fn every_law_shows_its_findings() {
    let differs = |law: Law| {
        let fixture = Fixture::of(law);
        // One law's difference must not hide the next one's.
        let result = catch_unwind(AssertUnwindSafe(|| compare_with_snapshot(&fixture)));
        result.is_err()
    };
    let differing: Vec<&str> =
        Law::ALL.iter().filter(|law| differs(**law)).map(|law| law.id()).collect();
    assert!(differing.is_empty(), "not as expected: {differing:?}");
}

fn compare_with_snapshot(fixture: &Fixture) {
    insta::with_settings!({
        snapshot_path => Path::new("laws").join(fixture.law.id()),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("expected", fixture.text());
    });
}

#[test]
fn a_fixture_breaks_its_law_and_no_other() {
    let mut wrong = Vec::new();
    for fixture in Law::ALL.iter().map(|law| Fixture::of(*law)) {
        let mut laws: Vec<Law> = fixture.findings.iter().map(|found| found.law).collect();
        laws.dedup();
        if laws != [fixture.law] {
            wrong.push(format!("{}: {laws:?}", fixture.law.id()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_finding_says_what_is_wrong_and_what_to_do() {
    let mut wrong = Vec::new();
    for fixture in Law::ALL.iter().map(|law| Fixture::of(*law)) {
        for finding in &fixture.findings {
            let (message, help) = (&finding.message, &finding.help);
            if message.is_empty() || message.ends_with('.') || help.is_empty() {
                wrong.push(format!("{}: {message:?}, {help:?}", fixture.law.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_finding_points_at_something_in_its_fixture() {
    // These are about a file or folder as a whole.
    let whole_file = [Law::UnreadableFile, Law::FileLayout, Law::FileName, Law::EmptyFile];
    let mut wrong = Vec::new();
    for fixture in Law::ALL.iter().map(|law| Fixture::of(*law)) {
        for finding in &fixture.findings {
            let file = fixture.sources.file(finding.primary.place.file).unwrap();
            let path = fixture.without_root(file.path());
            let untouched = base().contains_key(&path) && !fixture.own.contains_key(&path);
            let is_blank =
                underlined(finding, &fixture.sources).trim_matches([' ', '\n']).is_empty();
            // Of `key:` without a value there is nothing to underline.
            let about_nothing = finding.message.ends_with("found nothing");
            if untouched || is_blank && !about_nothing && !whole_file.contains(&finding.law) {
                wrong.push(format!("{path}: {}", finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "these point at nothing: {wrong:#?}");
}

#[test]
fn all_files_are_reported_in_one_run_sorted_by_place() {
    let orphan = "  - id: weather\n    title: It rains\n    tell: { en: It rains. }\n";
    let crossed = base_text("acme/codes.yaml").replace("is: domain.not-found", "is: success");
    let pointers = base_text("acme/provider.yaml").replace("[/", "[");
    let sources = Sources::from_texts([
        ("meanings.yaml", base_text("meanings.yaml").replace("roles:", &format!("{orphan}roles:"))),
        ("acme/provider.yaml", pointers),
        ("acme/codes.yaml", crossed),
    ]);
    assert_eq!(
        places(&sources),
        [
            "acme/codes.yaml:8:9 outcome-crossed",
            "acme/provider.yaml:17:14 bad-pointer",
            "acme/provider.yaml:18:17 bad-pointer",
            "meanings.yaml:44:9 orphan-meaning",
        ]
    );
    let text = show(&find(&sources), &sources);
    assert!(text.ends_with("\n4 findings in 3 files\n"), "{text}");
}

#[test]
fn fifty_findings_are_printed_and_the_rest_counted() {
    for (number, last_line) in [
        (50, "50 findings in 1 file"),
        (51, "51 findings in 1 file; 1 of them are not shown"),
        (120, "120 findings in 1 file; 70 of them are not shown"),
    ] {
        let mut texts = base();
        texts.insert("acme/codes.yaml".to_owned(), codes_without_guidance(number));
        let sources = Sources::from_texts(texts);
        let findings = find(&sources);
        assert_eq!(findings.len(), number, "all are found");
        let text = show(&findings, &sources);
        assert_eq!(text.matches("error[guidance-missing]").count(), 50);
        assert_eq!(text.lines().last(), Some(last_line));
    }
}

/// A group of failures, each of which breaks one law.
fn codes_without_guidance(number: usize) -> String {
    let one = base_text("acme/codes.yaml");
    let (head, _) = one.split_once("  - code").unwrap();
    let codes = (1..=number).map(|code| {
        format!("  - code: {code}\n    message: Failure {code}\n    kind-of: failure\n")
    });
    head.to_owned() + &codes.collect::<String>()
}
