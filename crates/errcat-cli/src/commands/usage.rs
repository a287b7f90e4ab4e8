//! `errcat completions` and `errcat man`: the command line for shells and for `man`.

use std::fs;
use std::path::Path;

use clap::CommandFactory as _;
use errcat_model::render::one_line;

use crate::cli::Cli;
use crate::output::{Done, Failure, Out};

pub(crate) fn completions(shell: clap_complete::Shell, out: &mut Out) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "errcat", &mut script);
    out.print(&String::from_utf8_lossy(&script))?;
    Ok(Done::Clean)
}

pub(crate) fn man(folder: &Path, out: &mut Out) -> Result<Done, Failure> {
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
        .map_err(|error| Failure::write((folder.to_owned(), error)))?;
    out.print(&format!("read them with `man {}`\n", one_line(folder.join("errcat.1"))))?;
    Ok(Done::Clean)
}
