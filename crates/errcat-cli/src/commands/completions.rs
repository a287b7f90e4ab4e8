//! `errcat completions`

use clap::CommandFactory as _;

use crate::cli::Cli;
use crate::output::{Done, Failure, Out};

pub(crate) fn run(shell: clap_complete::Shell, out: &mut Out) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "errcat", &mut script);
    out.print(&String::from_utf8_lossy(&script))?;
    Ok(Done::Clean)
}
