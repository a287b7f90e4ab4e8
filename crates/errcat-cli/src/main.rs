//! The `errcat` command.
#![forbid(unsafe_code)]

mod cli;
mod commands;
mod input;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::{Cli, Command};
use crate::output::{Done, Failure, Out};

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.color.write_global();
    match run(&cli, &mut Out::stdout()) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Findings) => ExitCode::from(1),
        // Whoever closed the pipe has read enough.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output::report(&failure);
            failure.exit_code()
        }
    }
}

fn run(cli: &Cli, out: &mut Out) -> Result<Done, Failure> {
    let input = input::Input { folders: &cli.catalog };
    match &cli.command {
        Command::Check(arguments) => commands::check::run(arguments, input, out),
        Command::Explain(arguments) => commands::explain::run(arguments, input, out),
        Command::List(arguments) => commands::list::run(arguments, input, out),
        Command::Export(arguments) => commands::export::run(arguments, input, out),
        Command::Schema(arguments) => commands::schema::run(arguments, out),
        Command::Completions(arguments) => commands::completions::run(arguments, out),
    }
}
