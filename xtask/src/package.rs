//! The packages as they would be published, built from their tarballs.
//!
//! `cargo package` alone verifies too, but it keeps what it unpacked by version: a second run in
//! the same folder builds new packages against old ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo, run};
use crate::{Result, target};

pub(crate) fn run_task() -> Result {
    let tarballs = target().join("package");
    clear(&tarballs)?;
    let mut package = cargo(&["package", "--workspace", "--allow-dirty", "--no-verify", "--quiet"]);
    package.arg("--target-dir").arg(target());
    run(package)?;

    let folder = unpacked();
    clear(&folder)?;
    let names = unpack(&tarballs, &folder)?;
    let manifest = folder.join("Cargo.toml");
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"*-[0-9]*\"]\n";
    let workspace = format!("{workspace}{}", patches(&names));
    fs::write(&manifest, workspace).map_err(|error| told(&manifest, &error))?;
    let mut check = cargo(&["check", "--workspace", "--all-features", "--quiet"]);
    check.arg("--manifest-path").arg(manifest);
    check.arg("--target-dir").arg(target());
    run(check)?;
    println!("{} packages build from their tarballs", names.len());
    Ok(())
}

/// Where the packages are, each in a folder with its name and version.
fn unpacked() -> PathBuf {
    target().join("unpacked")
}

/// The lines of a manifest which say that the unpacked packages stand in the place of the registry.
pub(crate) fn patches_for_users() -> Result<String> {
    let names: Vec<String> = entries(&unpacked())?
        .iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
        .collect();
    Ok(patches(&names))
}

fn patches(names: &[String]) -> String {
    let packages = names.iter().filter_map(|name| Some((name.rsplit_once('-')?.0, name)));
    let lines = packages.map(|(package, name)| {
        // A literal string of TOML, in which a backslash is no escape.
        format!("{package} = {{ path = '{}' }}\n", unpacked().join(name).display())
    });
    format!("\n[patch.crates-io]\n{}", lines.collect::<String>())
}

pub(crate) fn told(path: &Path, error: &std::io::Error) -> String {
    format!("cannot write `{}`: {error}", path.display())
}

/// What is in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = listed.map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// An empty folder.
pub(crate) fn clear(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| told(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| told(folder, &error))
}

/// Unpacks all tarballs, and names the folders that they held.
fn unpack(tarballs: &Path, folder: &Path) -> Result<Vec<String>> {
    let is_crate = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "crate");
    let mut names = Vec::new();
    for path in entries(tarballs)?.into_iter().filter(is_crate) {
        let mut tar = Command::new("tar");
        // All files of a package are of the year 2006, and cargo tells by their time what to
        // build again: `-m` makes them new.
        tar.arg("-xmzf").arg(&path).arg("-C").arg(folder);
        run(tar)?;
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    Ok(names)
}
