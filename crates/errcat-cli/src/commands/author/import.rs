//! `errcat import`

mod page;

use std::path::Path;

use errcat_import::About;
use errcat_model::artifact::write_new;
use errcat_model::names::is_kebab;

use super::pages;
use crate::cli::{Format, Import};
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Import, out: &mut Out) -> Result<Done, Failure> {
    let import = pages::read(&arguments.page)?;
    let folder = arguments.out.as_deref();
    let id = arguments.id.clone().or_else(|| id_of(folder?));
    let mut about = About::new(id.unwrap_or_else(|| import.proposed_id()));
    about.title.clone_from(&arguments.title);
    about.domain.clone_from(&arguments.domain);
    about.url.clone_from(&arguments.url);
    if let Some(folder) = folder {
        write_new(folder, &import.files(&about)).map_err(Failure::of_new_folder)?;
    }
    let preview = import.preview(&about);
    match arguments.format {
        Format::Human => out.print(&page::page(&preview, &about.id, folder))?,
        Format::Json => out.print_json(&preview)?,
    }
    Ok(Done::Clean)
}

/// Returns the name of a folder, if it can be the id of a catalog.
fn id_of(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    is_kebab(name).then(|| name.to_owned())
}
