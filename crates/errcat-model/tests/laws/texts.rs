//! The files of a fixture.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Texts by their path in a catalog folder.
pub(crate) type Texts = BTreeMap<String, String>;

/// Returns the files of a folder and its subfolders, except for snapshots. A folder that does not
/// exist has none.
pub(crate) fn texts_in(folder: &Path) -> Texts {
    let mut texts = Texts::new();
    let entries = fs::read_dir(folder).into_iter().flatten();
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            let inside = texts_in(&path).into_iter();
            texts.extend(inside.map(|(path, text)| (format!("{name}/{path}"), text)));
        } else if !name.contains(".snap") {
            texts.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
        }
    }
    texts
}
