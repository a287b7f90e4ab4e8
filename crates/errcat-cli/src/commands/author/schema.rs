//! `errcat schema`

use std::path::Path;

use errcat_model::artifact::{Artifact, replace_all};
use errcat_model::render::one_line;

use crate::output::{Done, Failure, Out};

pub(crate) fn run(folder: &Path, out: &mut Out) -> Result<Done, Failure> {
    let schemas = errcat_model::schema::all().into_iter();
    let artifacts: Vec<Artifact> =
        schemas.map(|schema| Artifact { path: schema.name.into(), text: schema.text }).collect();
    replace_all(folder, &artifacts, errcat_model::schema::MARK).map_err(Failure::write)?;
    for artifact in &artifacts {
        out.print(&format!("{}\n", one_line(folder.join(&artifact.path))))?;
    }
    out.print("to use a schema, start a YAML file with `# yaml-language-server: $schema=PATH`\n")?;
    Ok(Done::Clean)
}
