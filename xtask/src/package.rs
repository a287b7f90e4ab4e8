//! The packages as they would be published, built from their tarballs.
//!
//! `cargo package` can verify too, but it keeps unpacked packages by version: a second run in the
//! same folder builds new packages against old ones.

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

    clear(&unpacked())?;
    let is_crate = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "crate");
    let tarballs: Vec<PathBuf> = entries(&tarballs)?.into_iter().filter(is_crate).collect();
    for tarball in &tarballs {
        let mut tar = Command::new("tar");
        // The files in a package are dated 2006, and cargo rebuilds by date: `-m` makes them new.
        tar.arg("-xmzf").arg(tarball).arg("-C").arg(unpacked());
        run(tar)?;
    }
    for package in entries(&unpacked())? {
        check_content(&package)?;
    }
    let manifest = unpacked().join("Cargo.toml");
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"*-[0-9]*\"]\n";
    write(&manifest, &format!("{workspace}{}", patches()?))?;
    let mut check = cargo(&["check", "--workspace", "--all-features", "--quiet"]);
    check.arg("--manifest-path").arg(manifest);
    check.arg("--target-dir").arg(target());
    run(check)?;
    println!("{} packages build from their tarballs", tarballs.len());
    Ok(())
}

/// The content of a package beside its sources: what cargo adds, the licenses, and the data of the
/// catalogs.
const CONTENT: [&str; 12] = [
    ".cargo_vcs_info.json",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "domains",
    "meanings.yaml",
    "schema",
    "wapi",
    "wix",
];

/// The most bytes that a package may have.
const MAX_BYTES: u64 = 1_200_000;

/// Prints how large a package to publish is, and checks what is in it.
fn check_content(package: &Path) -> Result {
    if read(&package.join("Cargo.toml"))?.contains("\npublish = false\n") {
        return Ok(());
    }
    let name = package.file_name().unwrap_or_default().to_string_lossy();
    let found = entries(package)?;
    for license in ["LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
        if !found.contains(&package.join(license)) {
            return Err(format!("the package {name} has no {license}"));
        }
    }
    let expected =
        |path: &&PathBuf| CONTENT.into_iter().chain(["src"]).any(|one| path.ends_with(one));
    if let Some(path) = found.iter().find(|path| !expected(path)) {
        return Err(format!("`{}` should not be in a package", path.display()));
    }
    let files = files(package)?;
    let bytes =
        files.iter().map(|file| fs::metadata(file).map_or(0, |file| file.len())).sum::<u64>();
    println!("{name}: {} files, {} kB", files.len(), bytes / 1000);
    if bytes > MAX_BYTES {
        return Err(format!("the package {name} has more than {} kB", MAX_BYTES / 1000));
    }
    Ok(())
}

/// Returns the folder of the unpacked packages, each in a folder with its name and version.
fn unpacked() -> PathBuf {
    target().join("unpacked")
}

/// Returns the lines of a manifest that replace the registry by the unpacked packages.
pub(crate) fn patches() -> Result<String> {
    let folders = entries(&unpacked())?.into_iter().filter(|path| path.is_dir());
    let lines = folders.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let package = name.rsplit_once('-').map_or(&*name, |(package, _)| package);
        // A TOML literal string, in which a backslash is not an escape.
        format!("{package} = {{ path = '{}' }}\n", path.display())
    });
    Ok(format!("\n[patch.crates-io]\n{}", lines.collect::<String>()))
}

pub(crate) fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("cannot write `{}`: {error}", path.display())
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

/// Writes a file and creates its folder.
pub(crate) fn write(path: &Path, text: &str) -> Result {
    let created = path.parent().map_or(Ok(()), fs::create_dir_all);
    created.and_then(|()| fs::write(path, text)).map_err(|error| failed(path, &error))
}

/// Returns the paths in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = listed.map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Returns the files in a folder and its subfolders.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() { files.extend(self::files(&path)?) } else { files.push(path) }
    }
    Ok(files)
}

/// Creates a folder, or empties it.
pub(crate) fn clear(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| failed(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| failed(folder, &error))
}
