//! `errcat import`

mod page;

use std::path::Path;

use errcat_model::artifact::write_new;
use errcat_model::names::is_kebab;

use super::pages;
use crate::cli::{Format, Import};
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Import, out: &mut Out) -> Result<Done, Failure> {
    let import = pages::read(&arguments.page)?;
    let folder = arguments.out.as_deref();
    let id = arguments.id.clone().or_else(|| id_of(folder?));
    let id = id.unwrap_or_else(|| import.proposed_id());
    if let Some(folder) = folder {
        let files = import.files(&id, arguments.url.as_deref());
        write_new(folder, &files).map_err(Failure::of_new_folder)?;
    }
    match arguments.format {
        Format::Human => out.print(&page::page(&import, &id, folder, out))?,
        Format::Json => out.print_json(&import)?,
    }
    Ok(Done::Clean)
}

/// Returns the name of a folder, if it can be the id of a catalog.
fn id_of(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    is_kebab(name).then(|| name.to_owned())
}
