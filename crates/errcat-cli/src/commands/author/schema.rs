//! `errcat schema`

use std::path::Path;

use errcat_model::artifact::{Artifact, write_all};

use crate::output::{Done, Failure, Out};

pub(crate) fn run(folder: &Path, out: &mut Out) -> Result<Done, Failure> {
    let schemas = errcat_model::schema::all().into_iter();
    let artifacts: Vec<Artifact> =
        schemas.map(|schema| Artifact { path: schema.name.into(), text: schema.text }).collect();
    write_all(folder, &artifacts).map_err(Failure::write)?;
    for artifact in &artifacts {
        out.print(&format!("{}\n", folder.join(&artifact.path).display()))?;
    }
    out.print("to use a schema, start a YAML file with `# yaml-language-server: $schema=PATH`\n")?;
    Ok(Done::Clean)
}
