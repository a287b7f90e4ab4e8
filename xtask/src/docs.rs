//! `cargo xtask docs`

use std::path::Path;

use errcat_docs::Site;
use errcat_model::artifact::{Artifact, write_all};
use errcat_model::render::{self, Style};
use errcat_model::{CatalogSet, Sources};

use crate::run::{cargo, run};
use crate::{Result, root, target};

pub(crate) fn run_rustdoc() -> Result {
    let mut command = cargo(&["doc", "--workspace", "--no-deps", "--all-features", "--quiet"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    run(command)
}

pub(crate) fn run_task() -> Result {
    let set = load()?;
    let codes: usize = set.catalogs.iter().map(|catalog| catalog.codes.len()).sum();
    println!("catalogs: {codes} codes in {} catalogs, no findings", set.catalogs.len());
    write_schemas()?;
    write_site(&set)?;
    run_rustdoc()?;
    println!("rustdoc: {}", target().join("doc/domain_errors/index.html").display());
    Ok(())
}

/// Writes the reference site and says where it is.
fn write_site(set: &CatalogSet) -> Result {
    let folder = target().join("reference");
    let site = Site::new(set).in_crate("domain_errors");
    let mut tell = |step: &str| println!("reference: {step}");
    let written = site.write(&folder, &mut tell).map_err(|error| error.to_string())?;
    // A terminal makes a link of it up to the first space.
    let start = folder.join("index.html").display().to_string().replace(' ', "%20");
    println!("reference: {} pages, file://{start}", written.pages);
    Ok(())
}

/// The catalogs of this workspace, checked.
pub(crate) fn load() -> Result<CatalogSet> {
    let sources = Sources::read(&[root().join("catalog")]);
    errcat_model::load(&sources).map_err(|findings| {
        let findings = render::human(&findings, &sources, Style::default());
        format!("the catalogs do not pass the check\n\n{findings}")
    })
}

/// Writes `catalog/schema` from the types that the reader fills.
pub(crate) fn write_schemas() -> Result {
    let folder = root().join("catalog/schema");
    let schemas = errcat_model::schema::all().into_iter();
    let artifacts: Vec<Artifact> =
        schemas.map(|schema| Artifact { path: schema.name.into(), text: schema.text }).collect();
    write(&folder, &artifacts)?;
    println!("schemas: {}", folder.display());
    Ok(())
}

fn write(folder: &Path, artifacts: &[Artifact]) -> Result {
    write_all(folder, artifacts)
        .map(|_| ())
        .map_err(|(path, error)| format!("cannot write `{}`: {error}", path.display()))
}
