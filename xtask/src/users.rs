//! Crates that depend on the packages the way a user's crate does: copies outside the workspace, with
//! the unpacked packages instead of the registry.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::package::{clear, entries, failed, patches, read, write};
use crate::run::{cargo, run};
use crate::{Result, root, target};

/// A target without an operating system; the program is checked for it if it is installed.
const BARE_TARGET: &str = "thumbv7em-none-eabi";

/// Lints and documents a crate with its own catalog and returns the command that tests it.
pub(crate) fn checked(name: &str) -> Result<Command> {
    let folder = copy(name)?;
    let mut clippy = cargo_in(&folder, "clippy");
    clippy.args(["--all-targets", "--", "-D", "warnings"]);
    run(clippy)?;
    let mut doc = cargo_in(&folder, "doc");
    doc.arg("--no-deps").env("RUSTDOCFLAGS", "-D warnings");
    run(doc)?;
    Ok(cargo_in(&folder, "test"))
}

/// Builds the crate that the README describes and returns the command that tests it.
pub(crate) fn readme() -> Result<Command> {
    let folder = target().join("users/readme");
    clear(&folder)?;
    for (path, text) in named_blocks(&read(&root().join("README.md"))?) {
        write(&folder.join(path), text)?;
    }
    let manifest = format!("{README_MANIFEST}{}", patches()?);
    write(&folder.join("Cargo.toml"), &manifest)?;
    lock(&folder)?;
    Ok(cargo_in(&folder, "test"))
}

/// The manifest that `cargo new` and `cargo add` would write.
const README_MANIFEST: &str = "\
[package]
name = \"readme\"
edition = \"2024\"

[dependencies]
errcat = { version = \"0.1\", features = [\"json\"] }

[build-dependencies]
errcat-build = \"0.1\"

[workspace]
";

/// Returns the code blocks that follow the name of a file, with that name.
fn named_blocks(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("`:\n\n```").filter_map(|(at, between)| {
        let (_, path) = text.get(..at)?.rsplit_once('`')?;
        let (_, block) = text.get(at + between.len()..)?.split_once('\n')?;
        Some((path, block.split_once("\n```")?.0))
    })
}

/// Uses the versions that everything else is tested with.
fn lock(folder: &Path) -> Result {
    let lock = folder.join("Cargo.lock");
    fs::copy(root().join("Cargo.lock"), &lock).map(|_| ()).map_err(|error| failed(&lock, &error))
}

/// Checks the formatting of the crates outside the workspace.
pub(crate) fn format() -> Result {
    for name in ["bare", "downstream", "providers"] {
        let mut fmt = cargo(&["fmt", "--check", "--manifest-path"]);
        fmt.arg(root().join("tests").join(name).join("Cargo.toml"));
        run(fmt)?;
    }
    Ok(())
}

/// Builds and runs a program without the standard library and without an allocator.
pub(crate) fn bare() -> Result {
    let folder = copy("bare")?;
    if cfg!(target_os = "linux") {
        run(cargo_in(&folder, "run"))?;
        println!("a program without std and alloc links and runs");
    } else {
        println!("skipped linking a program without std: this machine does not run Linux");
    }
    if !is_installed(BARE_TARGET) {
        println!("skipped checking it for {BARE_TARGET}: the target is not installed");
        return Ok(());
    }
    let mut check = cargo_in(&folder, "check");
    check.args(["--target", BARE_TARGET]);
    run(check)?;
    println!("it passes the check for {BARE_TARGET}");
    Ok(())
}

/// Returns a cargo command in a crate outside the workspace. Its target folder is kept between runs.
fn cargo_in(folder: &Path, command: &str) -> Command {
    let mut cargo = cargo(&[command, "--quiet"]);
    cargo.arg("--target-dir").arg(target().join("users-build")).current_dir(folder);
    cargo
}

/// Copies a crate from the folder `tests`.
fn copy(name: &str) -> Result<PathBuf> {
    let folder = target().join("users").join(name);
    clear(&folder)?;
    copy_into(&root().join("tests").join(name), &folder)?;
    let manifest = folder.join("Cargo.toml");
    write(&manifest, &(read(&manifest)? + &patches()?))?;
    lock(&folder)?;
    Ok(folder)
}

fn copy_into(from: &Path, to: &Path) -> Result {
    for path in entries(from)? {
        let Some(name) = path.file_name().filter(|name| *name != "target") else {
            continue;
        };
        let copy = to.join(name);
        if path.is_dir() {
            clear(&copy)?;
            copy_into(&path, &copy)?;
        } else {
            fs::copy(&path, &copy).map_err(|error| failed(&copy, &error))?;
        }
    }
    Ok(())
}

/// Whether the compiler has the core library of a target.
fn is_installed(target: &str) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", target]);
    rustc.output().is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(folder.trim()).is_dir()
    })
}
