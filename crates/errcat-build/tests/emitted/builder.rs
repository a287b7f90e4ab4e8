//! The builder without cargo.

use std::fs;

use errcat_build::Builder;

fn shipped() -> Builder {
    Builder::texts(domain_errors_catalog::FILES.iter().copied())
}

#[test]
fn unchanged_files_are_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let modified = |file: &std::path::PathBuf| fs::metadata(file).unwrap().modified().unwrap();
    let files = shipped().out_dir(folder.path()).run().unwrap();
    let first: Vec<_> = files.iter().map(modified).collect();
    let files = shipped().out_dir(folder.path()).run().unwrap();
    assert_eq!(files.iter().map(modified).collect::<Vec<_>>(), first);
}

#[test]
fn findings_name_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let texts = [("acme/provider.yaml", "id: acme\ntitel: Acme\n")];
    let lines = Builder::texts(texts).out_dir(folder.path()).run().unwrap_err().to_string();
    assert!(lines.contains("acme/provider.yaml:2:1"), "{lines}");
    assert!(lines.contains("titel: Acme"), "{lines}");
}

#[test]
fn a_hub_can_replace_the_shipped_one() {
    let folder = tempfile::tempdir().unwrap();
    let provider = "id: acme\ntitle: Acme\nabout: It is a test.\ndomain: acme.example\n\
                    code-type: integer\nsources: [{ id: s, title: S }]\n";
    let group = "group: { title: All, about: All of them., source: s }\ncodes:\n- code: 1\n  \
                 name: Broken\n  message: It broke\n  is: broken\n  guidance:\n    \
                 cause: Something inside of the machine is broken.\n    \
                 action: Call the people who can repair the machine.\n";
    let hub = "meanings:\n- { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, \
               retry: never, actor: operator }\n- { id: broken, parent: failure, title: It broke, tell: { en: It is so. } }\n\
               roles: { passing: failure, broken: failure, validation: failure, unknown: failure }\n";
    let texts = [("acme/provider.yaml", provider), ("acme/all.yaml", group)];
    let builder = Builder::texts(texts).out_dir(folder.path());
    assert!(builder.clone().run().is_err(), "the shipped hub has no such meaning");
    let result = builder.hub(hub).run();
    assert!(result.is_ok(), "{result:#?}");
}

#[test]
fn a_catalog_without_codes_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let provider = "id: acme\ntitle: Acme\nabout: It is a test.\ndomain: acme.example\n\
                    code-type: integer\nsources: [{ id: s, title: S }]\n";
    let result = Builder::texts([("acme/provider.yaml", provider)]).out_dir(folder.path()).run();
    assert_eq!(result.unwrap_err().to_string(), "the catalog `acme` has no codes");
}

#[test]
fn a_file_that_something_else_wrote_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("wix.rs");
    fs::write(&own, "// by hand\n").unwrap();
    let error = shipped().out_dir(folder.path()).run().unwrap_err().to_string();
    assert_eq!(
        error.replace(&folder.path().display().to_string(), "[dir]"),
        "cannot write `[dir]/wix.rs`: it is there already, and something else wrote it; move it, \
         or choose another folder"
    );
    assert_eq!(fs::read_to_string(&own).unwrap(), "// by hand\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written");
}
