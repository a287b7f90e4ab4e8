//! Files that are written whole or not at all.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::{fs, io};

use errcat_model::artifact::{Artifact, write_new};

#[test]
fn a_new_folder_appears_whole_and_an_old_one_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("deep/acme");
    let artifact = |path: &str, text: &str| Artifact { path: path.into(), text: text.into() };
    write_new(&folder, &[artifact("a.yaml", "a"), artifact("b/c.yaml", "c")]).unwrap();
    assert_eq!(fs::read_to_string(folder.join("b/c.yaml")).unwrap(), "c");

    let (path, error) = write_new(&folder, &[artifact("a.yaml", "other")]).unwrap_err();
    assert_eq!((path, error.kind()), (folder.clone(), io::ErrorKind::AlreadyExists));
    assert_eq!(fs::read_to_string(folder.join("a.yaml")).unwrap(), "a");

    // A file in the place of a folder.
    let broken = [artifact("a", ""), artifact("a/b", "")];
    write_new(&root.path().join("deep/beta"), &broken).unwrap_err();
    assert_eq!(fs::read_dir(root.path().join("deep")).unwrap().count(), 1, "nothing is left");
}
