//! `errcat new`

use std::path::PathBuf;

use errcat_import::scaffold;
use errcat_model::artifact::write_new;

use crate::cli::{CodeType, New};
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &New, out: &mut Out) -> Result<Done, Failure> {
    let id = &arguments.catalog_id;
    let code_type = match arguments.code_type {
        CodeType::Integer => errcat_model::CodeType::Integer,
        CodeType::String => errcat_model::CodeType::String,
    };
    let files = scaffold::files(id, code_type)?;
    let folder = arguments.out.clone().unwrap_or_else(|| PathBuf::from(id));
    write_new(&folder, &files).map_err(Failure::of_new_folder)?;
    for file in &files {
        out.print(&format!("{}\n", folder.join(&file.path).display()))?;
    }
    let folder = folder.display();
    out.print(&format!(
        "
next:
  errcat check {folder}               says whether every law holds; it does now
  errcat --catalog {folder} list      lists the codes: replace the examples by your own
  errcat list --concepts           names the meanings that codes can have
  errcat import PAGE               makes codes of a page of the provider
  errcat schema {folder}/schema       writes what an editor needs to complete keys
"
    ))?;
    Ok(Done::Clean)
}
