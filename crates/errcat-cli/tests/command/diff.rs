//! `errcat diff`

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::{copied_catalogs, edit, errcat, json, run, without_root, write};

/// The built-in catalogs, and a copy with a change of each level.
fn two_states() -> (TempDir, TempDir) {
    let (old, new) = (copied_catalogs(), copied_catalogs());
    change(new.path());
    (old, new)
}

fn change(folder: &Path) {
    let domains = folder.join("wapi/32xx.yaml");
    edit(&domains, "name: DomainInQuarantine", "name: DomainQuarantined");
    edit(&folder.join("wix/provider.yaml"), "title: Wix", "title: The Wix");
    let group = "group: { title: More, about: More of them., outcome: success, source: manual }\n\
                 codes:\n  - { code: 1999, name: EvenBetter, kind-of: success }\n";
    let source = fs::read_to_string(folder.join("wapi/1xxx.yaml")).unwrap();
    let source = source.lines().find_map(|line| line.trim().strip_prefix("source: ")).unwrap();
    write(&folder.join("wapi/more.yaml"), &group.replace("manual", source));
}

fn diff(old: &Path, new: &Path, options: &[&str]) -> crate::Run {
    let [old, new] = [old, new].map(|path| path.to_str().unwrap());
    errcat(["diff", old, new].iter().chain(options))
}

#[test]
fn equal_catalogs_have_no_changes() {
    let catalogs = copied_catalogs();
    let path = catalogs.path();
    assert_eq!(diff(path, path, &[]).done(), "no changes\n");
    assert_eq!(diff(path, path, &["--format", "github", "--max-level", "none"]).done(), "");
    let said = diff(path, path, &["--format", "markdown"]).done();
    assert_eq!(said, "No change of the catalogs.\n");
    let report = json(&diff(path, path, &["--format", "json"]).done());
    assert_eq!(report, serde_json::json!({ "level": "none", "changes": [] }));
}

#[test]
fn a_change_has_a_place_and_a_help() {
    let (old, new) = two_states();
    let said = diff(old.path(), new.path(), &[]).done();
    insta::assert_snapshot!(without_root(&said, new.path()));
    let said = diff(old.path(), new.path(), &["--format", "github"]).done();
    insta::assert_snapshot!("changes_for_github", without_root(&said, new.path()));
    let said = diff(old.path(), new.path(), &["--format", "markdown"]).done();
    insta::assert_snapshot!("changes_for_a_changelog", said);
}

#[test]
fn json_has_the_documented_members() {
    let (old, new) = two_states();
    let report = json(&diff(old.path(), new.path(), &["--format", "json"]).done());
    assert_eq!(report["level"], "major");
    let changes = report["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 3);
    for change in changes {
        for member in ["rule", "level", "ref", "message"] {
            assert!(!change[member].as_str().unwrap().is_empty(), "{change:#}");
        }
        assert!(change["place"]["file"].as_str().unwrap().contains(".yaml"), "{change:#}");
        assert!(change["place"]["line"].as_u64().unwrap() > 0, "{change:#}");
    }
    assert_eq!(changes[0]["rule"], "variant-renamed");
    assert_eq!(changes[0]["ref"], "wapi:3204");
}

#[test]
fn a_change_above_the_level_exits_with_one() {
    let (old, new) = two_states();
    let exit = |old: &TempDir, new: &TempDir, level: &str| {
        let run = diff(old.path(), new.path(), &["--max-level", level]);
        assert!(run.stderr.is_empty() && run.stdout.ends_with("1 patch\n"), "{run:#?}");
        run.exit
    };
    for (level, expected) in [("none", 1), ("patch", 1), ("minor", 1), ("major", 0)] {
        assert_eq!(exit(&old, &new, level), Some(expected), "{level}");
    }
    edit(&new.path().join("wapi/32xx.yaml"), "name: DomainQuarantined", "name: DomainInQuarantine");
    for (level, expected) in [("none", 1), ("patch", 1), ("minor", 0), ("major", 0)] {
        assert_eq!(exit(&old, &new, level), Some(expected), "{level}");
    }
}

#[test]
fn an_export_can_be_compared() {
    let (old, new) = two_states();
    let [before, now] = [&old, &new].map(|catalogs| {
        let path = catalogs.path().join("export.json");
        let export = errcat(["export", "--catalog", catalogs.path().to_str().unwrap()]).done();
        write(&path, &export);
        path
    });
    assert_eq!(diff(&before, old.path(), &[]).done(), "no changes\n");
    assert_eq!(diff(new.path(), &now, &[]).done(), "no changes\n");
    let of_folders = diff(old.path(), new.path(), &["--format", "json"]).done();
    assert_eq!(diff(&before, new.path(), &["--format", "json"]).done(), of_folders);
    // An export has no files.
    let report = json(&diff(old.path(), &now, &["--format", "json"]).done());
    assert_eq!(report["level"], "major");
    assert_eq!(report["changes"][0]["place"], serde_json::Value::Null);
    let said = diff(&before, &now, &["--format", "github"]).done();
    assert!(
        said.starts_with("::error title=errcat variant-renamed (major)::wapi:3204: "),
        "{said}"
    );
}

#[test]
fn anything_else_is_an_error() {
    let catalogs = copied_catalogs();
    let file = catalogs.path().join("notes.txt");
    write(&file, "remember the milk");
    let error = diff(&file, catalogs.path(), &[]).error(2);
    insta::assert_snapshot!("a_file_that_is_no_export", without_root(&error, catalogs.path()));
    let missing = catalogs.path().join("nothing");
    let error = diff(catalogs.path(), &missing, &[]).error(2);
    assert!(error.contains("no such file or directory"), "{error}");
    edit(&catalogs.path().join("wix/provider.yaml"), "id: wix\n", "id: Wix\n");
    let error = diff(catalogs.path(), catalogs.path(), &[]).error(2);
    assert!(error.contains("error[name-unusable]"), "{error}");
    for arguments in [&["diff"][..], &["diff", "a"], &["diff", "--rules", "a"]] {
        assert_eq!(errcat(arguments).exit, Some(2), "{arguments:?}");
    }
    let error = errcat(["diff", "a", "b", "--catalog", "c"]).error(2);
    assert!(error.contains("remove `--catalog`"), "{error}");
}

#[test]
fn all_rules_are_listed() {
    insta::assert_snapshot!(errcat(["diff", "--rules"]).done());
}

/// A repository with the built-in catalogs in `catalog`, committed and tagged.
fn repository() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in domain_errors_catalog::FILES {
        write(&root.path().join("catalog").join(path), text);
    }
    write(&root.path().join("catalog/src/lib.rs"), "");
    write(&root.path().join("catalog/wix/.hidden.yaml"), "{");
    git(root.path(), &["init", "--quiet"]);
    commit(root.path());
    git(root.path(), &["tag", "v1"]);
    root
}

fn commit(root: &Path) {
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", "state"]);
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "user.name=t", "-c", "user.email=t@example.com"]);
    let output = command.args(arguments).output().expect("git is there");
    assert!(output.status.success(), "{output:?}");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_is_not_followed() {
    let root = repository();
    let catalog = root.path().join("catalog");
    std::os::unix::fs::symlink("32xx.yaml", catalog.join("wapi/more.yaml")).unwrap();
    commit(root.path());
    let error = errcat(["diff", "git:HEAD", catalog.to_str().unwrap()]).error(2);
    assert_eq!(
        error,
        "error: `catalog/wapi/more.yaml` at `HEAD` is a link, and links are not followed in a \
         revision\n"
    );
}

#[test]
fn a_revision_can_be_compared() {
    let root = repository();
    let catalog = root.path().join("catalog");
    let catalog = catalog.to_str().unwrap();
    assert_eq!(errcat(["diff", "git:v1", catalog]).done(), "no changes\n");
    change(&root.path().join("catalog"));
    let said = errcat(["diff", "git:HEAD", catalog, "--format", "json"]).done();
    assert_eq!(json(&said)["changes"].as_array().unwrap().len(), 3);
    // Two revisions, from inside the repository, in both directions.
    commit(root.path());
    let mut command = crate::command();
    command.current_dir(root.path());
    command.args(["diff", "git:v1:catalog", "git:HEAD:catalog", "--format", "github"]);
    let said = run(&mut command).done();
    assert!(said.contains("file=git%3AHEAD/catalog/wapi/32xx.yaml,line="), "{said}");
    let back = errcat(["diff", catalog, "git:HEAD~1", "--format", "json"]).done();
    assert_eq!(json(&back)["level"], "major", "a code is gone");
}

#[test]
fn a_provider_and_the_whole_repository_can_be_compared() {
    let root = repository();
    let wix = root.path().join("catalog/wix");
    let wix = wix.to_str().unwrap();
    assert_eq!(errcat(["diff", "git:v1", wix]).done(), "no changes\n");
    // A folder that no longer exists is still in the revision.
    fs::remove_dir_all(wix).unwrap();
    let mut command = crate::command();
    command.current_dir(root.path());
    command.args(["diff", "git:v1:catalog/wix", "git:v1:catalog/wapi", "--max-level", "minor"]);
    let said = run(&mut command).findings();
    assert!(said.contains("major catalog-removed"), "{said}");

    let flat = copied_catalogs();
    git(flat.path(), &["init", "--quiet"]);
    commit(flat.path());
    assert_eq!(diff(Path::new("git:HEAD"), flat.path(), &[]).done(), "no changes\n");
}

#[test]
fn a_missing_revision_is_an_error() {
    let root = repository();
    let catalog = root.path().join("catalog");
    let catalog = catalog.to_str().unwrap();
    let error_of = |old: &str| errcat(["diff", old, catalog]).error(2);
    assert_eq!(error_of("git:v7"), "error: there is no revision `v7`\n");
    assert_eq!(error_of("git:--help"), "error: there is no revision `--help`\n");
    assert_eq!(error_of("git:"), "error: there is no revision ``\n");
    fs::create_dir(root.path().join("empty")).unwrap();
    let empty = root.path().join("empty");
    let error = diff(Path::new("git:v1"), &empty, &[]).error(2);
    assert_eq!(error, "error: `empty` has no catalog at `v1`\n");
    let error = errcat(["diff", "git:v1", "git:v2"]).error(2);
    assert_eq!(error, "error: `git:v1` needs a folder: `git:v1:FOLDER`\n");

    let outside = copied_catalogs();
    let error = diff(Path::new("git:v1"), outside.path(), &[]).error(2);
    assert!(error.starts_with("error: git failed: not a git repository"), "{error}");
    let mut command = crate::command();
    command.args(["diff", "git:v1", catalog]).env("PATH", "");
    assert_eq!(run(&mut command).error(2), "error: `git` is not installed\n");
}

#[test]
fn the_readme_shows_the_real_page() {
    let root = repository();
    git(root.path(), &["tag", "v0.1.0"]);
    let file = root.path().join("catalog/wapi/32xx.yaml");
    edit(&file, "name: DomainInQuarantine", "name: DomainQuarantined");
    let mut command = crate::command();
    command.current_dir(root.path());
    let said = run(command.args(["diff", "git:v0.1.0", "catalog"])).done();
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let shown = format!("```console\n$ errcat diff git:v0.1.0 catalog\n{said}```\n");
    assert!(readme.contains(&shown), "the README does not show:\n{shown}");
}
