//! `errcat new`

use std::path::PathBuf;

use errcat_import::scaffold;
use errcat_model::artifact::write_new;
use errcat_model::render::one_line;

use crate::cli::New;
use crate::output::{Done, Failure, Out, align};

pub(crate) fn run(arguments: &New, out: &mut Out) -> Result<Done, Failure> {
    let id = &arguments.catalog_id;
    let files = scaffold::files(id, arguments.code_type);
    let folder = arguments.out.clone().unwrap_or_else(|| PathBuf::from(id));
    write_new(&folder, &files).map_err(Failure::of_new_folder)?;
    for file in &files {
        out.print(&format!("{}\n", one_line(folder.join(&file.path))))?;
    }
    let folder = one_line(folder);
    let mut built_in = domain_errors_catalog::FILES.iter();
    let is_built_in = built_in.any(|(path, _)| path.strip_suffix("/provider.yaml") == Some(id));
    let only = if is_built_in { "--only " } else { "" };
    let steps = [
        (format!("  errcat check {folder}"), "checks the catalog, which has no findings yet"),
        (
            format!("  errcat {only}--catalog {folder} list {id}"),
            "lists the codes; replace them with yours",
        ),
        ("  errcat list --meanings".to_owned(), "lists the meanings a code can have"),
        ("  errcat import PAGE".to_owned(), "makes codes from a page of the provider"),
    ];
    let steps = steps.map(|(command, about)| [command, about.to_owned()]);
    out.print(&format!("\nnext:\n{}", align(steps, out.columns)))?;
    Ok(Done::Clean)
}
