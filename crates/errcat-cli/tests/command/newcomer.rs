//! A newcomer adds a code to the shipped catalog: every mistake is reported with its file, line,
//! column and fix, until none is left.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{copied_catalogs, edit, errcat, json, without_root};

/// An entry with a misspelled key.
const ENTRY: &str = "
  - code: 2999
    name: SessionExpired
    mesage: Session expired
    kind-of: auth.unauthenticated
    guidance:
      cause: >-
        The session that the request continues has ended, because no command came for a while.
      action: >-
        Open a new session with the login of the account, then send the command again in it.
";

/// Appends the entry to a group of WAPI and returns the group's file and the line of the key.
fn add_entry(catalogs: &Path) -> (PathBuf, usize) {
    let group = catalogs.join("wapi/2xxx.yaml");
    let text = fs::read_to_string(&group).unwrap() + ENTRY;
    let line = text.lines().position(|line| line.contains("mesage:")).unwrap() + 1;
    fs::write(&group, text).unwrap();
    (group, line)
}

#[test]
fn a_newcomer_is_led_from_mistake_to_mistake_to_a_clean_catalog() {
    let catalogs = copied_catalogs();
    let folder = catalogs.path();
    let check = || errcat([Path::new("check"), folder]);
    let (group, line) = add_entry(folder);

    let found = without_root(&check().findings(), folder);
    assert!(found.contains(&format!("--> [dir]/wapi/2xxx.yaml:{line}:5\n")), "{found}");
    assert_snapshot("misspelled_key", &found);

    edit(&group, "mesage", "message");
    let wrong = "expired\n    kind-of: auth.unautenticated";
    edit(&group, "expired\n    kind-of: auth.unauthenticated", wrong);
    let found = without_root(&check().findings(), folder);
    let line = line + 1;
    assert!(found.contains(&format!("--> [dir]/wapi/2xxx.yaml:{line}:14\n")), "{found}");
    assert_snapshot("misspelled_meaning", &found);

    edit(&group, "auth.unautenticated", "auth.unauthenticated");
    assert!(check().done().contains("wapi: 245 codes, 246 cases\n"));
}

#[test]
fn the_new_code_is_explained_at_once() {
    let catalogs = copied_catalogs();
    let (group, _) = add_entry(catalogs.path());
    edit(&group, "mesage", "message");
    let folder = catalogs.path().to_str().unwrap();
    let page = errcat(["explain", "sessionexpired", "--catalog", folder]).done();
    assert!(page.starts_with("wapi:2999  SessionExpired\n"), "{page}");
    assert!(page.contains("Open a new session"), "{page}");
}

/// Every other command rejects the catalog with the same findings.
#[test]
fn other_commands_report_the_mistake_too() {
    let catalogs = copied_catalogs();
    let folder = catalogs.path().to_str().unwrap();
    let (_, line) = add_entry(catalogs.path());
    for command in [&["explain", "3201"][..], &["list"], &["export"]] {
        let error = errcat([command, &["--catalog", folder]].concat()).error(2);
        assert!(error.starts_with("error: the catalogs do not pass the check:\n"), "{error}");
        assert!(error.contains(&format!("2xxx.yaml:{line}:5\n")), "{error}");
        assert!(error.contains("did you mean `message`?"), "{error}");
    }
}

#[test]
fn programs_get_the_same_place_and_fix() {
    let catalogs = copied_catalogs();
    let (group, line) = add_entry(catalogs.path());
    let folder = catalogs.path().to_str().unwrap();

    let report = json(&errcat(["check", folder, "--format", "json"]).findings());
    assert_eq!(report["count"], 1);
    let finding = &report["findings"][0];
    assert_eq!(finding["law"], "unknown-key");
    assert_eq!(finding["file"], group.to_str().unwrap());
    assert_eq!(finding["line"], line);
    assert_eq!(finding["column"], 5);
    assert_eq!(finding["help"], "write `message`");

    let annotation = errcat(["check", folder, "--format", "github"]).findings();
    let place = format!("file={},line={line},endLine={line},col=5,endColumn=11", group.display());
    assert_eq!(
        annotation,
        format!(
            "::error {place},title=errcat unknown-key::\
             a code has no key `mesage` (did you mean `message`?)%0Ahelp: write `message`\n"
        )
    );
}

/// GitHub shows no labeled source line, so the suggestion must be in the text.
#[test]
fn an_annotation_on_github_names_the_meaning_that_was_meant() {
    let catalogs = copied_catalogs();
    let (group, _) = add_entry(catalogs.path());
    edit(&group, "mesage", "message");
    let wrong = "expired\n    kind-of: auth.unautenticated";
    edit(&group, "expired\n    kind-of: auth.unauthenticated", wrong);
    let folder = catalogs.path().to_str().unwrap();
    let annotation = errcat(["check", folder, "--format", "github"]).findings();
    assert!(annotation.contains("did you mean `auth.unauthenticated`?"), "{annotation}");
}

/// Hides line numbers, so the snapshots survive changes to the shipped catalog.
fn assert_snapshot(name: &str, text: &str) {
    let filters = [(r"yaml:\d+:", "yaml:[line]:"), (r"(?m)^\d+ \|", "[line] |")];
    insta::with_settings!({ filters => filters }, { insta::assert_snapshot!(name, text) });
}
