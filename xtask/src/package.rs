//! The packages as they would be published, built from their tarballs.
//!
//! `cargo package` alone verifies too, but it keeps what it unpacked by version: a second run in
//! the same folder builds new packages against old ones.

use std::fmt::Write as _;
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

    let folder = target().join("unpacked");
    clear(&folder)?;
    let names = unpack(&tarballs, &folder)?;
    let manifest = folder.join("Cargo.toml");
    fs::write(&manifest, workspace(&names)).map_err(|error| told(&manifest, &error))?;
    let mut check = cargo(&["check", "--workspace", "--all-features", "--quiet"]);
    check.arg("--manifest-path").arg(manifest);
    check.arg("--target-dir").arg(target());
    run(check)?;
    println!("{} packages build from their tarballs", names.len());
    Ok(())
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("cannot write `{}`: {error}", path.display())
}

/// An empty folder.
fn clear(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| told(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| told(folder, &error))
}

/// Unpacks all tarballs, and names the folders that they held.
fn unpack(tarballs: &Path, folder: &Path) -> Result<Vec<String>> {
    let listed = fs::read_dir(tarballs).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let entries = listed.map_err(|error| told(tarballs, &error))?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let mut crates: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "crate")).collect();
    crates.sort();
    let mut names = Vec::new();
    for path in crates {
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(&path).arg("-C").arg(folder);
        run(tar)?;
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    Ok(names)
}

/// A workspace in which each package finds the others in the place of the registry.
fn workspace(names: &[String]) -> String {
    let mut text = String::from(
        "[workspace]\nresolver = \"3\"\nmembers = [\"*-[0-9]*\"]\n\n[patch.crates-io]\n",
    );
    for name in names {
        if let Some((package, _)) = name.rsplit_once('-') {
            let _ = writeln!(text, "{package} = {{ path = \"{name}\" }}");
        }
    }
    text
}
