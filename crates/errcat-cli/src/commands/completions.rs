//! `errcat completions`

use clap::CommandFactory as _;

use crate::cli::{Cli, Completions};
use crate::output::{Done, Failure, Out};

pub(crate) fn run(arguments: &Completions, out: &mut Out) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "errcat", &mut script);
    out.print(&String::from_utf8_lossy(&script))?;
    Ok(Done::Clean)
}
