//! `errcat export`

use crate::{copied_catalogs, errcat, json};

#[test]
fn the_export_is_one_json_document() {
    let export = json(&errcat(["export"]).done());
    assert_eq!(export["version"], 1);
    let catalogs = export["catalogs"].as_array().unwrap().iter();
    let ids: Vec<&str> = catalogs.map(|catalog| catalog["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["domains", "wapi", "wix"]);
    assert_eq!(export["concepts"].as_array().unwrap().len(), 62);
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

    // In whatever order folders are named.
    let [wapi, wix] = ["wapi", "wix"].map(|name| format!("{folder}/{name}"));
    let forth = errcat(["export", "--catalog", &wapi, "--catalog", &wix]).done();
    let back = errcat(["export", "--catalog", &wix, "--catalog", &wapi]).done();
    assert!(forth == back, "the order of the folders shows in the export");
}
