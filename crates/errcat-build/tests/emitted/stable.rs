//! The same catalogs give the same bytes.

use std::fs;

use errcat_build::{Builder, emit};
use errcat_model::Sources;

use crate::support::checked;

#[test]
fn the_order_of_files_changes_nothing() {
    let mut files = domain_errors_catalog::FILES.to_vec();
    let expected = emit(&checked(Sources::from_texts(files.clone()))).unwrap();
    for turn in [1, 5, 11] {
        files.rotate_left(turn);
        files.reverse();
        assert_eq!(emit(&checked(Sources::from_texts(files.clone()))).unwrap(), expected);
    }
}

#[test]
fn the_folder_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in domain_errors_catalog::FILES {
        let path = folder.path().join("elsewhere").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (from_disk, from_memory) = (folder.path().join("disk"), folder.path().join("memory"));
    let files = Builder::new(folder.path().join("elsewhere")).out_dir(&from_disk).run().unwrap();
    Builder::texts(domain_errors_catalog::FILES.iter().copied())
        .out_dir(&from_memory)
        .run()
        .unwrap();
    assert_eq!(files.len(), 23);
    for file in files {
        let other = from_memory.join(file.strip_prefix(&from_disk).unwrap());
        assert_eq!(fs::read(file).unwrap(), fs::read(other).unwrap());
    }
}
