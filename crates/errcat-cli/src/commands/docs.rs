//! `errcat docs`

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use errcat_docs::Site;

use crate::cli::Docs;
use crate::input::Input;
use crate::output::{Done, Failure, Out};

/// The crate of the built-in catalogs, in which their enums are.
const CRATE: &str = "domain_errors";

pub(crate) fn run(arguments: &Docs, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let mut site = Site::new(&set);
    if input.folders.is_empty() {
        site = site.in_crate(CRATE);
    }
    let written = site.write(&arguments.out, &mut tell)?;
    let start = std::path::absolute(&arguments.out)?.join("index.html");
    out.print(&format!("{} pages: {}\n", written.pages, start.display()))?;
    if arguments.open {
        open(&start)?;
    }
    Ok(Done::Clean)
}

/// Whoever waits at a terminal is told what takes time.
fn tell(step: &str) {
    let stderr = io::stderr();
    if stderr.is_terminal() {
        let _ = writeln!(&stderr, "{step} …");
    }
}

/// Hands a page to a browser, which goes on without us.
fn open(page: &Path) -> Result<(), Failure> {
    let (program, arguments) = opener(env::var_os("BROWSER"));
    let mut command = Command::new(&program);
    command.args(arguments).arg(page);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let told = |error| Failure::Open { program: program.to_string_lossy().into_owned(), error };
    command.spawn().map(|_| ()).map_err(told)
}

/// The program that opens a page, and what it needs in front of it.
fn opener(browser: Option<OsString>) -> (OsString, &'static [&'static str]) {
    match browser {
        Some(browser) if !browser.is_empty() => (browser, &[]),
        _ if cfg!(target_os = "macos") => ("open".into(), &[]),
        _ if cfg!(windows) => ("cmd".into(), &["/C", "start", ""]),
        _ => ("xdg-open".into(), &[]),
    }
}
