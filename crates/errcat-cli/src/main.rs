//! The `errcat` command.
#![forbid(unsafe_code)]

mod cli;
mod commands;
mod input;
mod output;

use std::io;
use std::process::ExitCode;

use crate::cli::{Cli, Command};
use crate::output::{Done, Failure, Out};

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match run(&cli, &mut Out::stdout()) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Findings) => ExitCode::from(1),
        // The reader of a closed pipe has seen enough.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output::report(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Prints the help, the version or the error that clap answers with.
fn usage(error: &clap::Error) -> ExitCode {
    match error.print() {
        Err(failure) if failure.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from),
    }
}

fn run(cli: &Cli, out: &mut Out) -> Result<Done, Failure> {
    let input = input::Input { folders: &cli.catalog, only: cli.only };
    match &cli.command {
        Command::Check(arguments) => commands::check::run(arguments, input, out),
        Command::Explain(arguments) => commands::explain::run(arguments, input, out),
        Command::Translate(arguments) => commands::translate::run(arguments, input, out),
        Command::Decode(arguments) => commands::decode::run(arguments, input, out),
        Command::Coverage(arguments) => commands::coverage::run(arguments, input, out),
        Command::Diff(arguments) => commands::diff::run(arguments, input, out),
        Command::List(arguments) => commands::list::run(arguments, input, out),
        Command::Docs(arguments) => commands::docs::run(arguments, input, out),
        Command::Export { format } => commands::export::run(*format, input, out),
        Command::Import(arguments) => commands::import::run(arguments, out),
        Command::Drift(arguments) => commands::drift::run(arguments, input, out),
        Command::New(arguments) => commands::new::run(arguments, out),
        Command::Schema { folder } => commands::schema::run(folder, out),
        Command::Completions { shell } => commands::usage::completions(*shell, out),
        Command::Man { folder } => commands::usage::man(folder, out),
    }
}
