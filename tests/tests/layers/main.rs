//! No module of a crate uses a module that uses it in turn.
//!
//! The modules of each folder are compared with each other: an edge leads from one of them to
//! another if anything below the first names anything below the second. Re-exports are followed,
//! so `use crate::Finding` leads to the module that declares `Finding`.
//!
//! No folder of sources has more entries than a reader takes in at a glance.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

mod graph;
mod modules;

use std::path::{Path, PathBuf};

use graph::cycles;
use modules::Module;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The entry files of all crates of the workspace, by name.
fn crates() -> Vec<(String, PathBuf)> {
    let mut folders: Vec<PathBuf> = ["catalog", "xtask"].map(|name| workspace().join(name)).into();
    let listed = std::fs::read_dir(workspace().join("crates")).unwrap();
    folders.extend(listed.map(|entry| entry.unwrap().path()));
    folders.sort();
    let entry = |folder: PathBuf| {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let mut files = ["src/lib.rs", "src/main.rs"].map(|file| folder.join(file)).into_iter();
        files.find(|file| file.is_file()).map(|file| (name, file))
    };
    folders.into_iter().filter_map(entry).collect()
}

#[test]
fn no_crate_has_a_cycle_of_modules() {
    let crates = crates();
    assert!(crates.len() >= 9, "{crates:?}");
    let mut found = Vec::new();
    for (name, entry) in crates {
        let root = Module::read(&entry);
        found.extend(cycles(&root).into_iter().map(|cycle| format!("{name}: {cycle}")));
    }
    let prefix = format!("{}/", workspace().display());
    assert!(found.is_empty(), "\n{}", found.join("\n").replace(&prefix, ""));
}

/// The most that a reader takes in at a glance. Group the files of a fuller folder by what they do.
const MAX_ENTRIES: usize = 10;

#[test]
fn no_source_folder_has_more_than_ten_entries() {
    let crowded = source_folders().into_iter().filter(|(_, entries)| entries.len() > MAX_ENTRIES);
    let crowded = crowded.map(|(folder, entries)| {
        let folder = folder.strip_prefix(workspace()).unwrap();
        format!("{} has {} entries", folder.display(), entries.len())
    });
    let crowded: Vec<String> = crowded.collect();
    assert!(crowded.is_empty(), "\n{}", crowded.join("\n"));
}

/// A path can have line breaks and sequences for terminals in it: `one_line` shows it without.
#[test]
fn no_path_is_shown_as_it_is() {
    // Tasks show only the paths of this workspace.
    let tasks = workspace().join("xtask");
    let files = source_folders().into_iter().flat_map(|(_, entries)| entries);
    let is_checked = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "rs") && !path.starts_with(&tasks)
    };
    let mut raw = Vec::new();
    for path in files.filter(is_checked) {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap().lines().map(str::trim_start);
        let lines = code.filter(|line| line.contains(".display()") && !line.starts_with("//"));
        raw.extend(lines.map(|line| format!("{}: {line}", path.display())));
    }
    assert!(raw.is_empty(), "\n{}", raw.join("\n"));
}

/// Returns all folders of sources, each with the paths in it.
fn source_folders() -> Vec<(PathBuf, Vec<PathBuf>)> {
    let roots = crates().into_iter().map(|(_, entry)| entry.parent().unwrap().to_owned());
    let mut waiting: Vec<PathBuf> = roots.collect();
    let mut folders = Vec::new();
    while let Some(folder) = waiting.pop() {
        let entries = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let entries: Vec<PathBuf> = entries.collect();
        waiting.extend(entries.iter().filter(|path| path.is_dir()).cloned());
        folders.push((folder, entries));
    }
    folders
}

/// Writes the files of a crate and returns its cycles.
fn cycles_of(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = Module::read(&folder.path().join("lib.rs"));
    let prefix = format!("{}/", folder.path().display());
    cycles(&root).into_iter().map(|cycle| cycle.replace(&prefix, "")).collect()
}

#[test]
fn a_cycle_is_found_through_re_exports_and_macros() {
    let cycles = cycles_of(&[
        ("lib.rs", "mod a;\nmod b;\nmod c;\npub use c::deep::Thing;\n"),
        ("a.rs", "use crate::b::B;\n"),
        ("b.rs", "pub struct B;\nmacro_rules! make {\n    () => { crate::Thing };\n}\n"),
        ("c/mod.rs", "pub mod deep;\n"),
        ("c/deep.rs", "pub struct Thing;\nfn f() {\n    super::super::a::g();\n}\n"),
    ]);
    assert_eq!(cycles, ["a -> b -> c -> a (a.rs:1, b.rs:3, c/deep.rs:3)"]);
}

#[test]
fn a_cycle_within_a_folder_is_found() {
    let cycles = cycles_of(&[
        ("lib.rs", "mod a;\n"),
        ("a/mod.rs", "mod x;\nmod y;\n"),
        ("a/x.rs", "use super::y::{self, Y};\n"),
        ("a/y.rs", "pub struct Y(crate::a::x::X);\n"),
    ]);
    assert_eq!(cycles, ["a::x -> a::y -> a::x (a/x.rs:1, a/y.rs:1)"]);
}

#[test]
fn tests_and_parents_are_not_part_of_a_cycle() {
    let cycles = cycles_of(&[
        ("lib.rs", "mod a;\nmod b;\npub struct Root;\n"),
        ("a.rs", "use crate::b::B;\nuse crate::Root;\n"),
        ("b.rs", "pub struct B;\n#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}\n"),
    ]);
    assert_eq!(cycles, Vec::<String>::new());
}
