//! A tag of an action can be moved to other code, and a commit cannot.

#![allow(clippy::unwrap_used, reason = "a test that cannot get what it needs should stop there")]

use std::fs;
use std::path::Path;

/// Returns why an action is not pinned to a commit with its version in a comment.
fn problem(action: &str) -> Option<&'static str> {
    let (action, comment) = action.split_once(" # ").unwrap_or((action, ""));
    // An action in this repository has its commit.
    if action.starts_with("./") {
        return None;
    }
    let pin = action.rsplit_once('@').map_or("", |(_, pin)| pin);
    let is_commit = pin.len() == 40 && pin.bytes().all(|byte| byte.is_ascii_hexdigit());
    let version = comment.strip_prefix('v').unwrap_or_default();
    let is_version = version.split('.').count() == 3
        && version.split('.').all(|part| part.parse::<u32>().is_ok());
    match (is_commit, is_version) {
        (false, _) => Some("name the commit by its 40 digits: `owner/action@COMMIT # v1.2.3`"),
        (_, false) => Some("add the version of the commit as a comment: ` # v1.2.3`"),
        _ => None,
    }
}

#[test]
fn every_action_is_pinned_to_a_commit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows");
    let mut actions = 0;
    let mut problems = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim_start().trim_start_matches("- ");
            let Some(action) = line.strip_prefix("uses:") else { continue };
            actions += 1;
            let name = path.file_name().unwrap().display();
            problems.extend(problem(action.trim()).map(|why| format!("{name}:{number}: {why}")));
        }
    }
    assert!(actions > 0, "no workflow uses an action");
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn tags_branches_and_short_hashes_are_refused() {
    let commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";
    assert_eq!(problem(&format!("actions/checkout@{commit} # v7.0.1")), None);
    assert_eq!(problem("./.github/actions/setup"), None);
    for action in [
        "actions/checkout@v7".to_owned(),
        "actions/checkout@main # v7.0.1".to_owned(),
        "actions/checkout # v7.0.1".to_owned(),
        "actions/checkout@3d3c42e # v7.0.1".to_owned(),
        format!("actions/checkout@{commit}"),
        format!("actions/checkout@{commit} # v7"),
        format!("actions/checkout@{commit} # latest"),
    ] {
        assert!(problem(&action).is_some(), "{action}");
    }
}
