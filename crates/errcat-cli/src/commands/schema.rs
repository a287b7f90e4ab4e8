//! `errcat schema`

use errcat_model::artifact::{Artifact, write_all};

use crate::cli::Schema;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Schema, out: &mut Out) -> Result<Done, Failure> {
    let schemas = errcat_model::schema::all();
    let artifacts: Vec<Artifact> = schemas
        .into_iter()
        .map(|schema| Artifact { path: schema.name.into(), text: schema.text })
        .collect();
    write_all(&arguments.folder, &artifacts).map_err(Failure::write)?;
    for artifact in &artifacts {
        out.print(&format!("{}\n", arguments.folder.join(&artifact.path).display()))?;
    }
    out.print("to use a schema, start a YAML file with `# yaml-language-server: $schema=PATH`\n")?;
    Ok(Done::Clean)
}
