//! `cargo xtask docs` and `cargo xtask schema`

use crate::run::{cargo, run};
use crate::{Result, generate, target};

pub(crate) fn run_task() -> Result {
    errcat(&["check", "catalog"])?;
    generate::write_sources()?;
    write_schemas()?;
    let site = target().join("reference").display().to_string();
    errcat(&["docs", "--out", &site])?;
    // Terminals end a link at the first space.
    println!("reference: file://{}/index.html", site.replace(' ', "%20"));
    run_rustdoc()?;
    println!("rustdoc: {}", target().join("doc/domain_errors/index.html").display());
    Ok(())
}

pub(crate) fn run_rustdoc() -> Result {
    let mut command = cargo(&["doc", "--workspace", "--no-deps", "--all-features", "--quiet"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    run(command)
}

pub(crate) fn write_schemas() -> Result {
    errcat(&["schema", "catalog/schema"])
}

/// Runs the `errcat` command of this workspace.
fn errcat(arguments: &[&str]) -> Result {
    run(cargo(&[&["run", "--quiet", "--package", "errcat-cli", "--"], arguments].concat()))
}
