//! Every rule has two states of catalogs that differ by it, and the changes expected between them.
//!
//! `diff/base` is laid under both; `diff/<id of a rule>/old` and `new` hold the files that differ
//! from it, by path, and `expected.snap` all reported changes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

#[path = "../translation/oracle.rs"]
#[allow(dead_code, reason = "only what contradicts the meanings matters here")]
mod oracle;
mod properties;
#[path = "../translation/random.rs"]
mod random;
mod shown;
mod states;
#[path = "../translation/world.rs"]
mod world;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use errcat::Retry;
use errcat_model::Sources;
use errcat_model::diff::{Diff, Level, Places, Rule, report};
use states::{checked, folder, state};

/// Returns the changes between both states of a fixture, and the files of the new one.
fn changes(rule: Rule) -> (Diff, Sources) {
    let (old, new) = (state(rule, "old"), state(rule, "new"));
    let mut diff = Diff::new(&checked(&old), &checked(&new)).unwrap();
    diff.locate(&Places::new(&new));
    (diff, new)
}

/// A line a change, with the help below those that the fixture is for.
fn text(rule: Rule) -> String {
    let (diff, sources) = changes(rule);
    let mut lines = Vec::new();
    for change in report(&diff, &sources).changes {
        let place = change.place.map(|at| format!("{}:{}:{}", at.file, at.line, at.column));
        let place = place.unwrap_or_else(|| "nowhere".to_owned());
        let (level, id, reference) = (change.level, change.rule, change.reference);
        lines.push(format!("{level} {id} {reference} at {place}\n  {}", change.message));
        if id == rule.id() {
            lines.push(format!("  = {}", change.help));
        }
    }
    lines.join("\n")
}

#[test]
fn every_rule_has_a_fixture_and_every_fixture_a_rule() {
    let has_fixture = |rule: &&Rule| folder(rule.id()).join("expected.snap").is_file();
    let missing: Vec<&str> =
        Rule::ALL.iter().filter(|rule| !has_fixture(rule)).map(|rule| rule.id()).collect();
    assert!(missing.is_empty(), "rules without a fixture: {missing:?}");
    let others: Vec<String> = fs::read_dir(folder(""))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| !["base", "snapshots"].contains(&name.as_str()))
        .filter(|name| Rule::ALL.iter().all(|rule| rule.id() != name))
        .collect();
    assert!(others.is_empty(), "fixtures without a rule: {others:?}");
}

#[test]
fn every_fact_has_a_rule() {
    for (fact, ..) in errcat::rt::fact_legend() {
        let id = format!("{fact}-changed");
        assert!(Rule::ALL.iter().any(|rule| rule.id() == id), "there is no rule `{id}`");
    }
}

#[test]
fn advice_that_allows_more_than_before_is_major() {
    let later = |after_seconds| Retry::Later { after_seconds };
    for (old, new, rule) in [
        (Retry::AfterFix, later(None), Rule::RetryAllowed),
        (Retry::Query, Retry::AfterFix, Rule::RetryAllowed),
        (later(Some(60)), later(Some(5)), Rule::RetryChanged),
        (later(None), Retry::Query, Rule::RetryChanged),
        (Retry::Never, Retry::AfterFix, Rule::RetryChanged),
    ] {
        let with = |retry| {
            let mut set = checked(&state(Rule::RetryChanged, "old"));
            set.catalogs[0].codes[0].cases[0].facts.retry = retry;
            set
        };
        let diff = Diff::new(&with(old), &with(new)).unwrap();
        let rules: Vec<Rule> = diff.changes.iter().map(|change| change.rule).collect();
        assert_eq!(rules, [rule], "{old:?} to {new:?}");
    }
}

#[test]
fn every_rule_tells_its_change() {
    let differs = |rule: Rule| {
        // One rule's difference must not hide the next one's.
        let result = catch_unwind(AssertUnwindSafe(|| {
            insta::with_settings!({
                snapshot_path => Path::new("").join(rule.id()),
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, {
                insta::assert_snapshot!("expected", text(rule));
            });
        }));
        result.is_err()
    };
    let differing: Vec<&str> =
        Rule::ALL.iter().filter(|rule| differs(**rule)).map(|rule| rule.id()).collect();
    assert!(
        differing.is_empty(),
        "not as expected: {differing:?}; read them with `cargo insta review`"
    );
}

#[test]
fn a_fixture_holds_its_rule_and_no_other_of_a_higher_level() {
    let mut wrong = Vec::new();
    for rule in Rule::ALL {
        let (diff, _) = changes(*rule);
        let is_reported = diff.changes.iter().any(|change| change.rule == *rule);
        // Where another rule tells more, the one of the fixture does not decide.
        if !is_reported || diff.level() != rule.level() {
            wrong.push(format!("{}: {} {is_reported}", rule.id(), diff.level()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_change_says_what_it_is_and_what_to_do() {
    for rule in Rule::ALL {
        assert!(rule.summary().ends_with('.') && rule.level() > Level::None, "{rule:?}");
        assert!(!rule.help().is_empty() && !rule.help().ends_with('.'), "{rule:?}");
        for change in changes(*rule).0.changes {
            assert!(!change.message.is_empty() && !change.message.ends_with('.'), "{change:?}");
        }
    }
}
