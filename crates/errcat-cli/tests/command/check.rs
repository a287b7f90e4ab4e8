//! `errcat check`

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::{command, copied_catalogs, edit, errcat, json, run, without_root, write};

#[test]
fn the_built_in_catalogs_are_clean() {
    assert_eq!(
        errcat(["check", "--built-in"]).done(),
        "domains: 23 codes, 23 cases\n\
         wapi: 244 codes, 245 cases\n\
         wix: 26 codes, 29 cases\n\
         70 meanings; no findings\n"
    );
}

/// `errcat check` alone reads examples; the build scripts of these crates do not.
#[test]
fn the_examples_of_the_crates_of_users_are_true() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    for folder in ["providers/catalog", "downstream/acme"] {
        errcat([Path::new("check"), &tests.join(folder)]).done();
    }
}

#[test]
fn a_clean_check_for_programs_is_empty() {
    let report = json(&errcat(["check", "--built-in", "--format", "json"]).done());
    assert_eq!(report, serde_json::json!({ "count": 0, "findings": [] }));
    assert_eq!(errcat(["check", "--built-in", "--format", "github"]).done(), "");
}

#[test]
fn a_copy_on_a_disk_is_clean_as_an_argument_and_as_an_option() {
    let catalogs = copied_catalogs();
    let folder = catalogs.path().to_str().unwrap();
    let built_in = errcat(["check", "--built-in"]).done();
    assert_eq!(errcat(["check", folder]).done(), built_in);
    assert_eq!(errcat(["check", "--catalog", folder]).done(), built_in);
    assert_eq!(errcat(["--catalog", folder, "check"]).done(), built_in);
}

#[test]
fn a_single_provider_uses_the_built_in_meanings() {
    let catalogs = copied_catalogs();
    let wix = catalogs.path().join("wix");
    assert_eq!(
        errcat([Path::new("check"), &wix]).done(),
        "wix: 26 codes, 29 cases\n70 meanings; no findings\n"
    );
}

#[test]
fn several_folders_are_checked_at_once() {
    let catalogs = copied_catalogs();
    let path = |name: &str| catalogs.path().join(name).to_str().unwrap().to_owned();
    let clean = "domains: 23 codes, 23 cases\nwix: 26 codes, 29 cases\n70 meanings; no findings\n";
    assert_eq!(errcat(["check", &path("wix"), &path("domains")]).done(), clean);
    let options = ["--catalog", &path("wix"), "--catalog", &path("domains")];
    assert_eq!(errcat(["check"].iter().chain(&options)).done(), clean);

    edit(&catalogs.path().join("wix/provider.yaml"), "id: wix\n", "id: Wix\n");
    edit(&catalogs.path().join("domains/provider.yaml"), "id: domains\n", "id: Domains\n");
    let found = errcat(["check", &path("wix"), &path("domains")]).findings();
    assert!(found.ends_with("\n2 findings in 2 files\n"), "{found}");
}

/// `check . wapi` and `check . .` are slips, not duplicate catalogs.
#[test]
fn a_folder_named_twice_is_read_once() {
    let catalogs = copied_catalogs();
    let folder = catalogs.path().to_str().unwrap();
    let clean = errcat(["check", folder]).done();
    for again in [folder.to_owned(), format!("{folder}/"), format!("{folder}/wapi")] {
        let said = errcat(["check", folder, &again]).stdout;
        assert!(said == clean, "{}", said.lines().last().unwrap());
    }
}

#[test]
fn options_and_arguments_are_both_checked() {
    let catalogs = copied_catalogs();
    let path = |name: &str| catalogs.path().join(name).to_str().unwrap().to_owned();
    let run = errcat(["check", &path("wix"), "--catalog", &path("nonexistent")]);
    assert_ne!(run.exit, Some(0), "`--catalog` was not looked at: {run:#?}");
}

#[test]
fn one_run_reports_all_findings() {
    let catalogs = copied_catalogs();
    let group = catalogs.path().join("wix/platform.yaml");
    let text = fs::read_to_string(&group).unwrap();
    assert!(text.contains("  - code: NOT_FOUND\n"), "{text}");
    fs::write(&group, text.replace("  - code: NOT_FOUND\n", "  - code: INTERNAL\n")).unwrap();
    edit(&catalogs.path().join("wix/provider.yaml"), "id: wix\n", "id: wix\nhome-page: none\n");
    let found = errcat([Path::new("check"), catalogs.path()]).findings();
    insta::assert_snapshot!(without_root(&found, catalogs.path()));
}

#[test]
fn json_has_the_place_and_labels_of_each_finding() {
    let catalogs = small_catalog();
    let folder = catalogs.path().join("100%, all");
    let folder = folder.to_str().unwrap();
    let report = json(&errcat(["check", folder, "--format", "json"]).findings());
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(report["count"], findings.len());
    for finding in findings {
        for member in ["law", "message", "help", "file"] {
            assert!(!finding[member].as_str().unwrap().is_empty(), "{finding:#}");
        }
        for member in ["line", "column", "end_line", "end_column"] {
            assert!(finding[member].as_u64().unwrap() > 0, "{finding:#}");
        }
    }
    let repeated = findings.iter().find(|finding| finding["law"] == "duplicate-code").unwrap();
    assert_eq!((&repeated["line"], &repeated["column"]), (&13.into(), &11.into()));
    assert_eq!(repeated["related"][0]["line"], 6);
}

#[test]
fn github_has_one_line_per_finding() {
    let catalogs = small_catalog();
    let folder = catalogs.path().join("100%, all");
    let folder = folder.to_str().unwrap();
    let report = json(&errcat(["check", folder, "--format", "json"]).findings());
    let annotations = errcat(["check", folder, "--format", "github"]).findings();
    assert_eq!(annotations.lines().count(), report["count"]);
    for line in annotations.lines() {
        assert!(line.starts_with("::error file="), "{line}");
    }
    insta::assert_snapshot!(without_root(&annotations, catalogs.path()));
}

/// A provider with a duplicate code and a misspelled key.
fn small_catalog() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let provider = "id: acme\ntitle: Acme\nabout: Sells domains to whoever asks for one.\n\
                    domain: acme.example\ncode-type: string\n\
                    sources:\n  - id: manual\n    title: Manual\n    urll: https://acme.example\n";
    write(&folder.path().join("100%, all/provider.yaml"), provider);
    let entry = |name: &str, what: &str| {
        format!(
            "  - code: GONE\n    name: {name}\n    message: No {what}\n    \
             kind-of: domain.not-found\n    guidance:\n      \
             cause: The {what} in the request is no longer there.\n      \
             action: Look the {what} up in the list of the account, and send that.\n"
        )
    };
    let group = "group:\n  title: Names, 100% of them\n  about: All that can happen to a name.\n  \
                 source: manual\ncodes:\n";
    let codes = [entry("NameGone", "name"), entry("OwnerGone", "owner")];
    write(&folder.path().join("100%, all/codes.yaml"), &(group.to_owned() + &codes.concat()));
    folder
}

#[test]
fn what_is_not_a_catalog_is_no_finding() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("names.yaml");
    write(&file, "group:\n");
    let error =
        |path: &Path| without_root(&errcat([Path::new("check"), path]).error(2), root.path());
    insta::assert_snapshot!(error(&root.path().join("catalgo")), @"error: cannot read `[dir]/catalgo`: no such file or directory");
    insta::assert_snapshot!(error(root.path()), @"error: there is no catalog in `[dir]`: neither it nor a folder in it has a `provider.yaml`");
    insta::assert_snapshot!(error(&file), @"error: cannot read `[dir]/names.yaml`: it is not a folder; name the folder that the file is in");
}

#[test]
fn without_a_folder_the_current_one_is_checked() {
    let catalogs = copied_catalogs();
    let check = |folder: &Path| run(command().arg("check").current_dir(folder));
    assert!(check(catalogs.path()).done().ends_with("no findings\n"));
    assert!(check(&catalogs.path().join("wix")).done().starts_with("wix: "));
    edit(&catalogs.path().join("wix/provider.yaml"), "id: wix\n", "id: Wix\n");
    assert!(check(catalogs.path()).findings().contains("./wix/provider.yaml"));
    let empty = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(check(empty.path()).error(2), @"
    error: there is no catalog in `.`: neither it nor a folder in it has a `provider.yaml`
    name a folder, or check with `--built-in`
    ");
}

#[test]
fn a_folder_is_added_to_the_built_in_catalogs() {
    let acme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/downstream/acme");
    let ids = |arguments: &[&str]| {
        let options = [OsStr::new("--catalog"), acme.as_os_str()];
        let export = run(command().args(options).args(arguments).arg("export")).done();
        let catalogs = json(&export)["catalogs"].clone();
        let ids = catalogs.as_array().unwrap().iter().map(|one| one["id"].to_string());
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(&[]), r#""acme" "domains" "wapi" "wix""#);
    assert_eq!(ids(&["--only"]), r#""acme""#);
    assert!(errcat(["list", "--only"]).error(2).contains("`--catalog DIR`"));

    // A catalog with the same id, and a hub with everything below it, come instead.
    let catalogs = copied_catalogs();
    let wix = catalogs.path().join("wix");
    edit(&wix.join("provider.yaml"), "title: Wix", "title: My Wix");
    let page = |folder: &Path| {
        let arguments = ["explain", "wix:NOT_FOUND"];
        run(command().arg("--catalog").arg(folder).args(arguments))
    };
    assert!(page(&wix).done().contains("My Wix"));
    fs::remove_dir_all(catalogs.path().join("wapi")).unwrap();
    let run = page(catalogs.path());
    assert_eq!((run.exit, run.stdout.contains("wapi")), (Some(0), false), "{run:#?}");
    assert!(run.stderr.contains("the built-in catalogs are left out"), "{}", run.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_need_not_be_utf8() {
    use std::os::unix::ffi::OsStrExt as _;

    let catalogs = copied_catalogs();
    let odd = catalogs.path().join(OsStr::from_bytes(b"caf\xe9"));
    let missing = errcat([OsStr::new("check"), OsStr::new("--catalog"), odd.as_os_str()]);
    assert!(missing.error(2).contains("caf\u{fffd}`: no such file or directory"));

    fs::rename(catalogs.path().join("wix"), &odd).unwrap();
    let clean = "wix: 26 codes, 29 cases\n70 meanings; no findings\n";
    assert_eq!(errcat([OsStr::new("check"), odd.as_os_str()]).done(), clean);
    let list = errcat([OsStr::new("list"), OsStr::new("--catalog"), odd.as_os_str()]).done();
    assert!(list.contains("\nwix:"), "{list}");
}
