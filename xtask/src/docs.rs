//! `cargo xtask docs` and `cargo xtask schema`

use errcat_model::render::{self, Style};
use errcat_model::{CatalogSet, Sources};

use crate::run::{cargo, run};
use crate::{Result, generate, root, target};

pub(crate) fn run_task() -> Result {
    errcat(&["check", "catalog"])?;
    generate::run_task()?;
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

/// Reads and checks the catalogs of this workspace.
pub(crate) fn load() -> Result<CatalogSet> {
    let sources = Sources::read(&[root().join("catalog")]);
    errcat_model::load(&sources).map_err(|findings| {
        let findings = render::human(&findings, &sources, Style::default());
        format!("the catalogs do not pass the check\n\n{findings}")
    })
}
