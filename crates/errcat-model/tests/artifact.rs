//! Files that are written whole or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

use std::{fs, io};

use errcat_model::artifact::{Artifact, replace_all, write_all, write_new};

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

/// Threads share a process id, as containers do that share a volume.
#[test]
fn writers_do_not_get_in_each_others_way() {
    let root = tempfile::tempdir().unwrap();
    let writer = |number: usize| {
        for round in 0..50 {
            let text = format!("{number} {round}").repeat(1_000);
            let artifact = Artifact { path: "shared.txt".into(), text };
            write_all(root.path(), &[artifact]).unwrap();
            let read = fs::read_to_string(root.path().join("shared.txt")).unwrap();
            assert_eq!(read, read[..read.len() / 1_000].repeat(1_000), "it is whole");
        }
    };
    std::thread::scope(|scope| {
        for number in 0..4 {
            let writer = &writer;
            scope.spawn(move || writer(number));
        }
    });
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left");
}

#[test]
fn a_name_that_no_file_can_have_is_an_error() {
    let root = tempfile::tempdir().unwrap();
    let artifact = Artifact { path: "x".repeat(300).into(), text: String::new() };
    write_all(root.path(), &[artifact]).unwrap_err();
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0, "nothing is left");
}

#[test]
fn only_files_with_the_mark_are_replaced() {
    let root = tempfile::tempdir().unwrap();
    let artifacts = |text: &str| {
        ["a.rs", "b.rs"].map(|path| Artifact { path: path.into(), text: format!("// ours {text}") })
    };
    assert_eq!(replace_all(root.path(), &artifacts("1"), "// ours").unwrap(), 2);
    assert_eq!(replace_all(root.path(), &artifacts("2"), "// ours").unwrap(), 2);
    fs::write(root.path().join("b.rs"), "by hand").unwrap();
    let (path, error) = replace_all(root.path(), &artifacts("3"), "// ours").unwrap_err();
    assert_eq!(path, root.path().join("b.rs"), "{error}");
    assert_eq!(fs::read_to_string(root.path().join("a.rs")).unwrap(), "// ours 2");
    assert_eq!(fs::read_to_string(path).unwrap(), "by hand");
}
