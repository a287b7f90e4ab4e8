//! `errcat docs`

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use errcat_docs::Site;
use errcat_model::render::one_line;

use crate::cli::Docs;
use crate::input::Input;
use crate::output::{Done, Failure, Out, count};

/// The crate with the enums of the built-in catalogs.
const CRATE: &str = "domain_errors";

pub(crate) fn run(arguments: &Docs, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    let set = input.load()?;
    let mut site = Site::new(&set);
    if input.folders.is_empty() {
        site = site.in_crate(CRATE);
    }
    let is_project = Path::new("Cargo.toml").is_file();
    let default = if is_project { "target/reference" } else { "errcat-reference" };
    let folder = arguments.out.as_deref().unwrap_or(Path::new(default));
    let written = site.write(folder, &mut progress)?;
    let start = written.folder.join("index.html");
    out.print(&format!("{}: {}\n", count(written.pages, "page"), one_line(&start)))?;
    if arguments.open {
        open(&start)?;
    }
    Ok(Done::Clean)
}

/// Shows progress to a person at a terminal.
fn progress(step: &str) {
    let stderr = io::stderr();
    if stderr.is_terminal() {
        let _ = writeln!(&stderr, "{step} …");
    }
}

/// Opens a page in a browser and does not wait for it.
fn open(page: &Path) -> Result<(), Failure> {
    let (program, arguments) = opener(env::var_os("BROWSER"));
    let mut command = Command::new(&program);
    command.args(arguments).arg(page);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(|_| ()).map_err(|error| {
        let program = one_line(program);
        Failure::Other(format!("the site is written, but `{program}` cannot open it: {error}"))
    })
}

/// Returns the program that opens pages and its first arguments.
fn opener(browser: Option<OsString>) -> (OsString, &'static [&'static str]) {
    match browser {
        Some(browser) if !browser.is_empty() => (browser, &[]),
        _ if cfg!(target_os = "macos") => ("open".into(), &[]),
        _ if cfg!(windows) => ("cmd".into(), &["/C", "start", ""]),
        _ => ("xdg-open".into(), &[]),
    }
}
