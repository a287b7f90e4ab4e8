//! The folder of the site.

use std::fs;

use errcat_docs::{Site, SiteError};
use errcat_model::CatalogSet;

use crate::{OURS, catalogs, files};

fn without_wapi() -> CatalogSet {
    let mut set = catalogs();
    set.catalogs.retain(|catalog| catalog.id != "wapi");
    set
}

#[test]
fn is_the_same_on_every_run() {
    let root = tempfile::tempdir().unwrap();
    let again = root.path().join("site");
    Site::new(&catalogs()).write(&again, &mut |_| {}).unwrap();
    assert_eq!(files(&again), files(&OURS.folder));
    for path in files(&again) {
        let [first, second] =
            [&again, &OURS.folder].map(|folder| fs::read(folder.join(&path)).unwrap());
        assert!(first == second, "{path} differs");
    }
}

#[test]
fn is_replaced_as_a_whole_and_nothing_next_to_it_is_touched() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("site");
    Site::new(&catalogs()).write(&folder, &mut |_| {}).unwrap();
    fs::write(root.path().join("notes.txt"), "keep me").unwrap();
    assert!(folder.join("wapi").exists());
    Site::new(&without_wapi()).write(&folder, &mut |_| {}).unwrap();
    assert!(!folder.join("wapi").exists());
    let names = fs::read_dir(root.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["notes.txt", "site"]);
}

#[test]
fn with_anything_else_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("thesis.txt"), "keep me").unwrap();
    let error = Site::new(&catalogs()).write(root.path(), &mut |_| {}).unwrap_err();
    let SiteError::Foreign { paths, .. } = error else { panic!("{error}") };
    assert_eq!(paths, ["thesis.txt"]);
    assert_eq!(files(root.path()), ["thesis.txt"]);
}

#[test]
fn keeps_what_is_added_during_the_run() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("site");
    Site::new(&catalogs()).write(&folder, &mut |_| {}).unwrap();
    let start = fs::read(folder.join("index.html")).unwrap();
    let mut add = |_: &str| fs::write(folder.join("CNAME"), "errors.example").unwrap();
    let error = Site::new(&without_wapi()).write(&folder, &mut add).unwrap_err();
    let SiteError::Foreign { folder: named, paths } = error else { panic!("{error}") };
    assert_eq!((fs::canonicalize(&folder).unwrap(), vec!["CNAME".to_owned()]), (named, paths));
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), start);
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left next to it");
}

#[test]
fn is_complete_after_a_run_that_failed() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("site");
    Site::new(&catalogs()).write(&folder, &mut |_| {}).unwrap();
    let before = files(&folder);
    // A file is in the way of the new site.
    fs::write(root.path().join(".site.errcat"), "in the way").unwrap();
    let error = Site::new(&catalogs()).write(&folder, &mut |_| {}).unwrap_err();
    assert!(matches!(error, SiteError::Disk { .. }), "{error}");
    assert_eq!(files(&folder), before);
}

#[test]
fn that_is_empty_is_filled() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("deep/er");
    fs::create_dir_all(&folder).unwrap();
    Site::new(&catalogs()).write(&folder, &mut |_| {}).unwrap();
    assert!(folder.join("index.html").is_file());
}
