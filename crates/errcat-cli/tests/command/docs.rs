//! `errcat docs`

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::{Run, command, copied_catalogs, edit, run, without_root, write};

fn docs(out: &Path) -> Run {
    run(command().args([OsStr::new("docs"), OsStr::new("--out"), out.as_os_str()]))
}

/// A folder whose catalog has one code.
fn acme() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let provider = "id: acme\ntitle: Acme Domains\nabout: The registrar that we buy from.\n\
                    domain: api.acme.example\ncode-type: integer\n\
                    sources:\n  - id: manual\n    title: Acme API manual\n";
    let codes = "group: { title: Domain errors, about: What can go wrong., source: manual }\ncodes:\n\
                 \x20 - code: 17\n    name: DomainTaken\n    message: Domain <name> is taken\n\
                 \x20   params: { name: { type: domain } }\n    is: domain.already-registered\n    guidance:\n\
                 \x20     cause: Somebody else holds the domain at the registry.\n\
                 \x20     action: Offer another name, or a transfer if the customer is its holder.\n";
    write(&folder.path().join("provider.yaml"), provider);
    write(&folder.path().join("domains.yaml"), codes);
    folder
}

#[test]
fn the_built_in_catalogs_become_a_site() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("deep/reference");
    let said = docs(&out).done();
    assert!(said.ends_with("/deep/reference/index.html\n"), "{said}");
    let start = said.trim_end().split_once(": ").unwrap().1;
    assert!(fs::read_to_string(start).unwrap().contains("WEDOS WAPI"));
    let page = fs::read_to_string(out.join("wapi/3201.html")).unwrap();
    assert!(page.contains("domain_errors::wapi::Code::DomainRegistered"));
    let names = fs::read_dir(root.path().join("deep")).unwrap().count();
    assert_eq!(names, 1, "no temporary folder is left next to the site");
}

#[test]
fn only_a_cargo_project_gets_a_target_folder() {
    let root = tempfile::tempdir().unwrap();
    for (folder, file) in [("errcat-reference", "notes.txt"), ("target/reference", "Cargo.toml")] {
        write(&root.path().join(file), "");
        run(command().arg("docs").current_dir(root.path())).done();
        assert!(root.path().join(folder).join("index.html").is_file());
        assert_eq!(root.path().join("target").exists(), file == "Cargo.toml");
    }
}

#[test]
fn a_custom_catalog_replaces_an_older_site() {
    let (acme, root) = (acme(), tempfile::tempdir().unwrap());
    let out = root.path().join("site");
    docs(&out).done();
    run(command().args([
        OsStr::new("--only"),
        OsStr::new("--catalog"),
        acme.path().as_os_str(),
        OsStr::new("docs"),
        OsStr::new("--out"),
        out.as_os_str(),
    ]))
    .done();
    let page = fs::read_to_string(out.join("acme/17.html")).unwrap();
    assert!(page.contains("<title>Acme 17: domain taken"));
    assert!(page.contains(">acme::Code::DomainTaken<"));
    assert!(!out.join("wapi").exists());
}

#[test]
fn a_folder_with_other_files_is_never_replaced() {
    let root = tempfile::tempdir().unwrap();
    write(&root.path().join("thesis.txt"), "keep me");
    let error = docs(root.path()).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()));
    assert_eq!(fs::read_to_string(root.path().join("thesis.txt")).unwrap(), "keep me");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_created_is_named() {
    let root = tempfile::tempdir().unwrap();
    write(&root.path().join("notes.txt"), "keep me");
    let error = docs(&root.path().join("notes.txt/site")).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()));
}

#[test]
fn findings_keep_the_last_good_site() {
    let (catalogs, root) = (copied_catalogs(), tempfile::tempdir().unwrap());
    let out = root.path().join("site");
    docs(&out).done();
    edit(
        &catalogs.path().join("wapi/32xx.yaml"),
        "    name: DomainRegistered",
        "    nam: DomainRegistered",
    );
    let arguments = [
        OsStr::new("--catalog"),
        catalogs.path().as_os_str(),
        OsStr::new("docs"),
        OsStr::new("--out"),
        out.as_os_str(),
    ];
    let error = run(command().args(arguments)).error(2);
    assert!(error.contains("unknown-key"), "{error}");
    assert!(out.join("wapi/3201.html").is_file());
}

#[test]
fn a_missing_browser_is_named() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("site");
    let arguments =
        [OsStr::new("docs"), OsStr::new("--open"), OsStr::new("--out"), out.as_os_str()];
    let run = run(command().args(arguments).env("BROWSER", "no-such-browser"));
    assert_eq!(run.exit, Some(2));
    assert!(run.stderr.contains("`no-such-browser`"), "{}", run.stderr);
    assert!(out.join("index.html").is_file(), "the site is there all the same");
}

#[cfg(unix)]
#[test]
fn the_browser_gets_the_first_page() {
    use std::os::unix::fs::PermissionsExt as _;

    let root = tempfile::tempdir().unwrap();
    let (out, program) = (root.path().join("site"), root.path().join("browser"));
    let opened = root.path().join("opened");
    // The file is moved into place, so it is never read half-written.
    let script =
        "#!/bin/sh\nprintf %s \"$1\" > \"$0.tmp\" && mv \"$0.tmp\" \"$(dirname \"$0\")/opened\"\n";
    write(&program, script);
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let arguments =
        [OsStr::new("docs"), OsStr::new("--open"), OsStr::new("--out"), out.as_os_str()];
    run(command().args(arguments).env("BROWSER", &program)).done();
    // The browser is not waited for, so it may start after the command has ended.
    while !opened.exists() {
        std::thread::yield_now();
    }
    assert_eq!(fs::read_to_string(&opened).unwrap(), out.join("index.html").to_str().unwrap());
}
