//! `errcat schema`

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::{errcat, json, without_root, write};

const NAMES: [&str; 4] = ["meanings.json", "export.json", "group.json", "provider.json"];

#[test]
fn the_schemas_are_written_and_named() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("deep/schema");
    let said = errcat([Path::new("schema"), &folder]).done();
    insta::assert_snapshot!(without_root(&said, root.path()));
    for name in NAMES {
        let schema = json(&fs::read_to_string(folder.join(name)).unwrap());
        assert_eq!(schema["type"], "object", "{name}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), NAMES.len(), "nothing else is left");
}

#[test]
fn only_outdated_schemas_are_replaced() {
    let root = tempfile::tempdir().unwrap();
    let paths = NAMES.map(|name| root.path().join(name));
    errcat([Path::new("schema"), root.path()]).done();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400);
    for path in &paths {
        fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }
    let fresh = fs::read_to_string(&paths[1]).unwrap();

    errcat([Path::new("schema"), root.path()]).done();
    for path in &paths {
        assert_eq!(fs::metadata(path).unwrap().modified().unwrap(), long_ago, "{path:?}");
    }

    write(&paths[1], &fresh.replace("\"object\"", "\"array\""));
    errcat([Path::new("schema"), root.path()]).done();
    assert_eq!(fs::read_to_string(&paths[1]).unwrap(), fresh);
    assert_eq!(fs::metadata(&paths[0]).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn a_file_that_something_else_wrote_is_kept() {
    let root = tempfile::tempdir().unwrap();
    let export = root.path().join("export.json");
    write(&export, &errcat(["export"]).done());
    let error = errcat([Path::new("schema"), root.path()]).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()));
    assert_eq!(fs::read_to_string(&export).unwrap(), errcat(["export"]).done());
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is written");
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_schema_is_kept() {
    let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    errcat([Path::new("schema"), elsewhere.path()]).done();
    let link = root.path().join("group.json");
    std::os::unix::fs::symlink(elsewhere.path().join("group.json"), &link).unwrap();
    errcat([Path::new("schema"), root.path()]).error(2);
    assert!(link.is_symlink());
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is written");
}

#[test]
fn the_shipped_schemas_are_up_to_date() {
    let root = tempfile::tempdir().unwrap();
    errcat([Path::new("schema"), root.path()]).done();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog/schema");
    for name in NAMES {
        let [shipped, written] = [&shipped, root.path()]
            .map(|folder: &Path| fs::read_to_string(folder.join(name)).unwrap());
        assert!(shipped == written, "run `errcat schema catalog/schema`: {name} differs");
    }
}

#[test]
fn a_file_instead_of_the_folder_is_named() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("notes.txt");
    write(&file, "keep me");
    let error = errcat([Path::new("schema"), &file]).error(2);
    insta::assert_snapshot!(without_root(&error, root.path()));
    assert_eq!(fs::read_to_string(&file).unwrap(), "keep me");
}
