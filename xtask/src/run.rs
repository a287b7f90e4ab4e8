//! Running other programs.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use crate::{Result, root};

/// A cargo command in the folder of the workspace.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command and fails as it does.
pub(crate) fn run(mut command: Command) -> Result {
    let shown = show(&command);
    let status = command.status().map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed")) }
}

/// Runs a command, shows what it prints, and hands it back.
pub(crate) fn run_and_read(mut command: Command) -> Result<String> {
    let shown = show(&command);
    let told = |error: io::Error| format!("cannot run `{shown}`: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(told)?;
    let mut text = String::new();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(told)?;
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    let status = child.wait().map_err(told)?;
    if status.success() { Ok(text) } else { Err(format!("`{shown}` failed")) }
}

/// Runs a command and hands back what it prints.
pub(crate) fn read(mut command: Command) -> Result<String> {
    command.stderr(Stdio::inherit());
    output(command).map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command and hands back what it says on the standard error.
pub(crate) fn read_errors(command: Command) -> Result<String> {
    output(command).map(|output| String::from_utf8_lossy(&output.stderr).into_owned())
}

fn output(mut command: Command) -> Result<Output> {
    let shown = show(&command);
    let output = command.output().map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("`{shown}` failed\n{}", String::from_utf8_lossy(&output.stderr)))
}

/// The command as a person would type it.
fn show(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    let program = std::path::Path::new(command.get_program());
    let program = program.file_stem().unwrap_or_default().to_string_lossy();
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}
