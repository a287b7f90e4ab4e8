//! `errcat import`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;

use crate::{Run, command, errcat, json, without_root, write};

/// A page of the tests of errcat-import.
pub(crate) fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../errcat-import/tests/pages").join(name)
}

/// Writes a page to a temporary folder.
fn page_of(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page");
    write(&path, text);
    (folder, path)
}

/// Runs a command that reads a page from its standard input.
pub(crate) fn piped(arguments: &[&str], text: &[u8]) -> Run {
    let (_folder, path) = page_of("");
    fs::write(&path, text).unwrap();
    let input = fs::File::open(&path).unwrap();
    crate::run(command().args(arguments).stdin(Stdio::from(input)))
}

fn import(path: &Path, arguments: &[&str]) -> Run {
    let start = ["import".as_ref(), path.as_os_str()];
    errcat(start.into_iter().chain(arguments.iter().map(AsRef::as_ref)))
}

#[test]
fn the_preview_of_tables() {
    insta::assert_snapshot!(import(&page("connected-domains.md"), &[]).done());
}

#[test]
fn the_preview_of_lists() {
    insta::assert_snapshot!(import(&page("response-codes.txt"), &[]).done());
}

#[test]
fn the_preview_of_a_table_without_borders() {
    insta::assert_snapshot!(import(&page("domains-service.txt"), &[]).done());
}

#[test]
fn the_preview_of_statuses() {
    insta::assert_snapshot!(import(&page("errors.md"), &[]).done());
}

#[test]
fn the_preview_of_guesses_to_be_corrected() {
    let text = "Nr;Says;More\nA_1;Field {a} is taken;x\nA_2;{a}{b};y\n;z;\nA_3;;\n";
    let (_folder, path) = page_of(text);
    insta::assert_snapshot!(import(&path, &["--column", "message=Says"]).done());
}

#[test]
fn a_preview_for_programs_has_everything() {
    let preview = json(&import(&page("domains-service.html"), &["--format", "json"]).done());
    assert_eq!(preview["format"], "html");
    assert_eq!(preview["tables"].as_array().unwrap().len(), 5);
    assert_eq!(preview["tables"][0]["columns"][2]["kind"], "name");
    assert_eq!(preview["tables"][0]["use"], "codes");
    let codes = |group: &serde_json::Value| group["codes"].as_array().unwrap().len();
    assert_eq!(preview["groups"].as_array().unwrap().iter().map(codes).sum::<usize>(), 23);
    assert_eq!(preview["groups"][0]["codes"][0]["name"], "DomainNotFound");
    assert_eq!(preview["gaps"], 53);
    assert_eq!(preview["groups"][0]["id"], "domain-lifecycle");
}

/// The only findings on a new catalog are the values that are left to be written.
#[test]
fn every_gap_in_the_written_files_is_a_finding() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("deep/acme");
    let out = folder.to_str().unwrap();
    let said = import(&page("domain-search.md"), &["--out", out]).done();
    let (_, end) = said.split_once("written: ").unwrap();
    insta::assert_snapshot!("what_was_written", without_root(end, root.path()));

    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["domains-errors.yaml", "provider.yaml"]);
    assert_eq!(fs::read_dir(root.path().join("deep")).unwrap().count(), 1, "nothing else is left");

    let report = json(&errcat(["check", out, "--format", "json"]).findings());
    assert_eq!(report["count"], 27);
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["law"] == "gap"), "{report:#}");
    // People get a line for each file.
    let found = errcat(["check", out]).findings();
    insta::assert_snapshot!(without_root(&found, root.path()), @"
    [dir]/deep/acme/domains-errors.yaml:4: 25 gaps from here on
    [dir]/deep/acme/provider.yaml:4: 2 gaps from here on

    27 gaps: write a value for each `TODO`; `--format json` lists all of them
    ");
    let (report, other) =
        (folder.join("provider.yaml"), errcat(["list", "--only", "--catalog", out]));
    assert!(other.error(2).contains("27 gaps:"));
    crate::edit(&report, "id: acme\n", "id: acme\nhome-page: none\n");
    let found = errcat(["check", out]).findings();
    assert!(found.contains("unknown-key") && found.contains("27 gaps:"), "{found}");
}

#[test]
fn nothing_is_overwritten() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("acme");
    write(&folder.join("provider.yaml"), "mine");
    let error = import(&page("errors.md"), &["--out", folder.to_str().unwrap()]).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()), @"error: `[dir]/acme` already exists; choose another folder with `--out`");
    assert_eq!(fs::read_to_string(folder.join("provider.yaml")).unwrap(), "mine");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);

    let file = folder.join("provider.yaml/acme");
    let error = import(&page("errors.md"), &["--out", file.to_str().unwrap()]).error(2);
    assert!(error.contains("cannot write"), "{error}");
}

#[test]
fn a_page_can_be_standard_input() {
    let text = b"<table><tr><td>17<td>Taken<tr><td>18<td>Not <b>taken</b></table>";
    let preview = json(&piped(&["import", "-", "--format", "json"], text).done());
    assert_eq!(preview["groups"][0]["codes"][1]["texts"][0]["text"], "Not taken");
}

#[cfg(unix)]
#[test]
fn a_page_can_be_a_pipe() {
    let mut child = command()
        .args(["import", "/dev/stdin", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"17;Taken\n18;Free\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let preview = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(preview["groups"][0]["codes"][0]["texts"][0]["text"], "Taken");
}

#[test]
fn unreadable_pages_are_reported_with_their_place() {
    let error = |text: &[u8]| piped(&["import", "-"], text).error(2);
    assert_eq!(error(b""), "error: cannot import `-`: the page is empty\n");
    assert_eq!(
        error(b"# A\n\n| \xff |"),
        "error: `-` is not UTF-8 (byte 0xff in line 3); save the page as UTF-8\n"
    );
    insta::assert_snapshot!(error(b"# Errors\n\nNone.\n"));
    insta::assert_snapshot!(error(b"| Property | Type |\n|---|---|\n| name | text |\n"));
    let error = import(Path::new("nowhere/page.md"), &[]).error(2);
    assert_eq!(error, "error: cannot read `nowhere/page.md`: no such file or directory\n");
    let folder = tempfile::tempdir().unwrap();
    let error = import(folder.path(), &[]).error(2);
    assert!(error.ends_with(": is a directory\n"), "{error}");
    let error = import(&page("errors.md"), &["--column", "code=Nummer"]).error(2);
    assert!(error.contains("line 19: `HTTP Status Code`, `Description`"), "{error}");
}

#[test]
fn the_text_of_a_page_cannot_color_the_terminal() {
    let text = "code,message\n1,\u{1b}[31mred\n2,b\n";
    let said = piped(&["--color", "always", "import", "-"], text.as_bytes()).done();
    assert!(!said.contains("\u{1b}[31m"), "{said:?}");
}
