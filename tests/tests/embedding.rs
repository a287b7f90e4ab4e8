//! `domain-errors-catalog` embeds exactly the files in its folder.
#![allow(clippy::unwrap_used, reason = "a folder that cannot be read should stop the test")]

use std::fs;
use std::path::Path;

use domain_errors_catalog::{FILES, HUB};
use errcat_model::Sources;
use errcat_tests::{catalog_dir, checked, embedded};

#[test]
fn all_yaml_files_are_embedded() {
    let mut on_disk = Vec::new();
    collect_yaml(&catalog_dir(), "", &mut on_disk);
    on_disk.sort_unstable();
    let embedded: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
    assert_eq!(
        embedded, on_disk,
        "left: `FILES`, right: the disk. Add the file to `FILES` in catalog/src/lib.rs, ordered by \
         path"
    );
}

/// Collects the YAML files below a folder, as paths relative to the catalog with `/`.
fn collect_yaml(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            collect_yaml(&entry.path(), &format!("{prefix}{name}/"), found);
        } else if [".yaml", ".yml"].iter().any(|ending| name.ends_with(ending)) {
            found.push(format!("{prefix}{name}"));
        }
    }
}

#[test]
fn embedded_texts_equal_the_files() {
    for (path, text) in FILES {
        let on_disk = fs::read_to_string(catalog_dir().join(path)).unwrap();
        assert_eq!(*text, on_disk, "{path}");
    }
    assert_eq!(
        FILES.iter().find(|(path, _)| *path == "meanings.yaml"),
        Some(&("meanings.yaml", HUB))
    );
}

#[test]
fn the_folder_loads_as_the_same_catalogs() {
    let same = checked(&Sources::read(&[catalog_dir()])) == embedded();
    assert!(same, "catalog/ and domain_errors_catalog::FILES load as different catalogs");
}
