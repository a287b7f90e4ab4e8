//! `errcat new`

use std::fs;
use std::path::Path;

use crate::{command, errcat, run, without_root};

fn new(folder: &Path, arguments: &[&str]) -> crate::Run {
    run(command().arg("new").args(arguments).current_dir(folder))
}

#[test]
fn a_new_catalog_passes_the_check() {
    for (code_type, code) in [("integer", "2001"), ("string", "DOMAIN_NOT_FOUND")] {
        let root = tempfile::tempdir().unwrap();
        let said = new(root.path(), &["acme", "--code-type", code_type]).done();
        if code_type == "string" {
            insta::assert_snapshot!("what_is_next", said);
        }
        let folder = root.path().join("acme");
        let clean = "acme: 2 codes, 2 cases\n70 meanings; no findings\n";
        assert_eq!(errcat([Path::new("check"), &folder]).done(), clean);
        let folder = folder.to_str().unwrap();
        errcat(["--catalog", folder, "explain", &format!("acme:{code}")]).done();
        assert!(
            errcat(["--catalog", folder, "list"]).done().contains("Domain <domainName> not found")
        );
    }
}

#[test]
fn the_files_of_a_new_catalog() {
    let root = tempfile::tempdir().unwrap();
    new(root.path(), &["acme-domains", "--out", "deep/catalog"]).done();
    let folder = root.path().join("deep/catalog");
    let read =
        |name: &str| format!("==> {name}\n{}", fs::read_to_string(folder.join(name)).unwrap());
    insta::assert_snapshot!(["provider.yaml", "success.yaml", "domains.yaml"].map(read).concat());
}

#[test]
fn an_existing_folder_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("acme")).unwrap();
    let error = new(root.path(), &["acme"]).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()), @"error: `acme` already exists; choose another folder with `--out`");
    assert_eq!(fs::read_dir(root.path().join("acme")).unwrap().count(), 0);
}
