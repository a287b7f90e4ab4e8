//! The browser that the tests of the reference site need.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::Result;
use crate::run::run;

/// The environment variable that names the browser for the tests.
pub(crate) const VARIABLE: &str = "CHROME";

/// The program names of Chromium and Chrome.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds or installs a browser: without one, tests would be skipped unnoticed.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(program) = find() {
        println!("the browser is {}", program.display());
        return Ok(program);
    }
    if !may_install() {
        return Err(MISSING.to_owned());
    }
    println!("installing chromium");
    run(apt(&["update", "-q"]))?;
    // It needs a font, but none of the recommended desktop packages.
    let install =
        ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
    run(apt(&install))?;
    find().ok_or_else(|| MISSING.to_owned())
}

/// Returns the chosen browser, or the first one on the path.
fn find() -> Option<PathBuf> {
    if let Some(chosen) = env::var_os(VARIABLE).filter(|chosen| !chosen.is_empty()) {
        return Some(chosen.into());
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut programs = NAMES.iter().flat_map(|name| folders.iter().map(move |one| one.join(name)));
    programs.find(|program| program.is_file())
}

const MISSING: &str = "the tests of the reference site need a Chromium: install `chromium` or \
                       Google Chrome, or set CHROME to the path of one";

/// Whether this is Debian, where `chromium` is a real package, and we are root.
fn may_install() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let user = Command::new("id").arg("-u").output();
    let is_root = user.is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    release.lines().any(|line| line == "ID=debian") && is_root
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
