//! The browser that the tests of the reference site need.

// The tests look for it in the same way.
#[path = "../../crates/errcat-docs/tests/browser/program.rs"]
mod program;

use std::process::Command;

use crate::Result;
use crate::run::{read, run};

/// Makes sure that there is one: without it nobody would know that a test was left out.
pub(crate) fn ensure() -> Result {
    if let Some(program) = program::find() {
        println!("the browser is {}", program.display());
        return Ok(());
    }
    if !may_install() {
        return Err(MISSING.to_owned());
    }
    println!("installing chromium");
    run(apt(&["update", "-q"]))?;
    // Without its recommendations: it needs a font, and nothing of a desktop.
    let install =
        ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
    run(apt(&install))?;
    program::find().map(|_| ()).ok_or_else(|| MISSING.to_owned())
}

const MISSING: &str = "the tests of the reference site need a Chromium: install `chromium` or \
                       Google Chrome, or set CHROME to the path of one";

/// Whether this is a Debian, whose package is a Chromium, and we may install packages.
fn may_install() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let mut user = Command::new("id");
    user.arg("-u");
    release.lines().any(|line| line == "ID=debian") && read(user).is_ok_and(|id| id.trim() == "0")
}

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
