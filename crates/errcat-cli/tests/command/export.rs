//! `errcat export`

use crate::{command, copied_catalogs, errcat, json, run};

#[test]
fn the_export_is_one_json_document() {
    let export = json(&errcat(["export"]).done());
    assert_eq!(export["version"], 2);
    let catalogs = export["catalogs"].as_array().unwrap().iter();
    let ids: Vec<&str> = catalogs.map(|catalog| catalog["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["domains", "wapi", "wix"]);
    assert_eq!(export["meanings"].as_array().unwrap().len(), 70);
}

#[test]
fn the_export_holds_what_translate_says() {
    let export = json(&errcat(["export"]).done());
    let entries = export["translations"].as_array().unwrap();
    for reference in ["wapi:3201", "wapi:3217", "wix:Invalid domain#domain-restricted"] {
        let said = json(&errcat(["translate", reference, "--format", "json"]).done());
        let same: Vec<_> = entries.iter().filter(|entry| entry["from"] == reference).collect();
        assert_eq!(same, said.as_array().unwrap().iter().collect::<Vec<_>>());
        let page = json(&errcat(["explain", reference, "--format", "json"]).done());
        let explained = page["translations"].as_array().unwrap();
        assert!(same.iter().all(|entry| explained.contains(entry)), "{page:#}");
    }
}

#[test]
fn two_exports_are_the_same() {
    let first = errcat(["export"]).done();
    assert!(first.ends_with("}\n"));
    assert_eq!(first, errcat(["export"]).done());
    assert_eq!(first, errcat(["export", "--format", "json"]).done());
}

#[test]
fn a_copy_on_a_disk_is_exported_like_the_built_in_catalogs() {
    let catalogs = copied_catalogs();
    let folder = catalogs.path().to_str().unwrap();
    let copy = errcat(["export", "--catalog", folder]).done();
    assert!(copy == errcat(["export"]).done(), "the exports differ");

    // In any order of folders.
    let [wapi, wix] = ["wapi", "wix"].map(|name| format!("{folder}/{name}"));
    let forth = errcat(["export", "--catalog", &wapi, "--catalog", &wix]).done();
    let back = errcat(["export", "--catalog", &wix, "--catalog", &wapi]).done();
    assert!(forth == back, "the order of the folders shows in the export");
}

/// Sorting and casing do not depend on the locale: in Turkish, a lower-case `I` has no dot.
#[test]
fn the_place_changes_nothing() {
    let here = errcat(["export"]).done();
    let elsewhere = tempfile::tempdir().unwrap();
    for locale in ["C", "tr_TR.UTF-8", "cs_CZ.UTF-8"] {
        let mut command = command();
        command.arg("export").current_dir(elsewhere.path());
        command.env("LC_ALL", locale).env("LANG", locale).env("TZ", "Pacific/Apia");
        assert_eq!(run(&mut command).done(), here, "{locale}");
    }
}
