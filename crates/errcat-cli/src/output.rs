//! Printing, and how a command ends.

mod findings;
mod table;

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anstyle::AnsiColor;
use errcat_docs::SiteError;
use errcat_model::render::{Style, one_line, printable};
use errcat_model::{Finding, Sources, shorten};

pub(crate) use findings::human;
pub(crate) use table::{align, align_until_last};

/// Titles of pages and sections.
pub(crate) const TITLE: anstyle::Style = anstyle::Style::new().bold();
/// Less important text.
pub(crate) const FAINT: anstyle::Style = anstyle::Style::new().dimmed();

/// Standard output; colors are removed if it is not a terminal.
pub(crate) struct Out {
    stream: anstream::AutoStream<io::Stdout>,
    /// Columns for running text.
    pub(crate) width: usize,
    /// Columns for tables, which are not limited in a pipe.
    pub(crate) columns: usize,
}

impl Out {
    pub(crate) fn stdout() -> Self {
        /// Longer lines are hard to read.
        const MAX_WIDTH: usize = 100;
        let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let columns = given.unwrap_or_else(textwrap::termwidth).max(40);
        let is_limited = given.is_some() || io::stdout().is_terminal();
        Self {
            stream: anstream::AutoStream::auto(io::stdout()),
            width: columns.min(MAX_WIDTH),
            columns: if is_limited { columns } else { usize::MAX },
        }
    }

    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.stream.write_all(text.as_bytes())?;
        Ok(self.stream.flush()?)
    }

    /// Prints a value as an indented JSON document.
    pub(crate) fn print_json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
        // JSON allows characters in its texts that control a terminal.
        let escape = |character: char| match printable(character.encode_utf8(&mut [0; 4])) {
            Cow::Borrowed(_) => character.to_string(),
            Cow::Owned(_) => format!("\\u{:04x}", u32::from(character)),
        };
        let text = match printable(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(_) => text.chars().map(escape).collect(),
        };
        self.print(&(text + "\n"))
    }

    pub(crate) fn style(&self) -> Style {
        Style { color: true, width: self.width, ..Style::default() }
    }
}

/// How a successful command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    Clean,
    /// It found what it looks for, such as broken laws or differences.
    Findings,
}

impl Done {
    /// Ends a command whose exit code reports findings, even if the reader closed the pipe.
    pub(crate) fn after(printed: Result<(), Failure>, has_findings: bool) -> Result<Self, Failure> {
        match printed {
            Err(failure) if !failure.is_closed_pipe() => Err(failure),
            _ if has_findings => Ok(Self::Findings),
            _ => Ok(Self::Clean),
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
    #[error("{0}; please report it")]
    BrokenLaw(#[from] errcat_model::BrokenLaw),
    #[error("{0}")]
    Other(String),
    /// A reference that leads nowhere, which is an answer.
    #[error("{0}")]
    Miss(String),
    /// Findings, rendered with colors.
    #[error("the catalogs do not pass the check:\n\n{0}")]
    Findings(String),
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        match error {
            SiteError::Disk { path, error } => Self::Other(Self::io("write", &path, &error)),
            other => Self::Other(other.to_string()),
        }
    }
}

impl Failure {
    /// Describes a file that could not be read or written.
    pub(crate) fn io(verb: &str, path: &Path, error: &io::Error) -> String {
        let reason = match error.kind() {
            io::ErrorKind::NotADirectory if verb == "read" => {
                "it is not a folder; name the folder that the file is in".to_owned()
            }
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                "a folder in this path is a file".to_owned()
            }
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                "it is a mount point; choose a folder in it".to_owned()
            }
            _ => error.to_string().to_lowercase(),
        };
        // The number of the operating system's error helps nobody.
        let reason = reason.split(" (os error").next().unwrap_or_default();
        format!("cannot {verb} `{}`: {reason}", one_line(path))
    }

    pub(crate) fn write((path, error): (PathBuf, io::Error)) -> Self {
        Self::Other(Self::io("write", &path, &error))
    }

    /// Describes a new folder that could not be written.
    pub(crate) fn of_new_folder((path, error): (PathBuf, io::Error)) -> Self {
        // Another run has written it meanwhile, or it was there before.
        let exists = [io::ErrorKind::AlreadyExists, io::ErrorKind::DirectoryNotEmpty];
        if !exists.contains(&error.kind()) {
            return Self::write((path, error));
        }
        let path = one_line(path);
        Self::Other(format!("`{path}` already exists; choose another folder with `--out`"))
    }

    pub(crate) fn from_findings(all: &[Finding], sources: &Sources) -> Self {
        let style = Style { color: true, width: Out::stdout().width, ..Style::default() };
        Self::Findings(human(all, sources, style))
    }

    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    pub(crate) fn exit_code(&self) -> u8 {
        if matches!(self, Self::Miss(_)) { 1 } else { 2 }
    }
}

/// Prints a failure on standard error; if that fails too, there is no other place for it.
pub(crate) fn report(failure: &Failure) {
    let style = AnsiColor::BrightRed.on_default().bold();
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let message = failure.to_string();
    let message = match failure {
        Failure::Findings(_) => message,
        // Names and texts from outside are in it.
        _ => wrap(&format!("error: {message}"), "", Out::stdout().columns),
    };
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    let _ = writeln!(stderr, "{style}error{style:#}: {}", message.trim_end());
}

/// Prints a remark on standard error.
pub(crate) fn note(text: &str) {
    let style = AnsiColor::BrightBlue.on_default().bold();
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let text = wrap(&format!("note: {text}"), "", Out::stdout().columns);
    let _ = writeln!(stderr, "{style}note{style:#}{}", text.strip_prefix("note").unwrap_or(&text));
}

/// Counts things: `1 code`, `2 codes`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = match noun {
        _ if number == 1 => "",
        "success" => "es",
        _ => "s",
    };
    format!("{number} {noun}{plural}")
}

/// Shortens what was typed.
pub(crate) fn shown(text: &str) -> String {
    cut(text, 80)
}

/// Shortens text from outside and escapes what would control the terminal or end the line.
pub(crate) fn cut(text: &str, max: usize) -> String {
    shorten(&one_line(text), max).into_owned()
}

/// Wraps a paragraph, each line after an indent.
pub(crate) fn wrap(text: &str, indent: &str, width: usize) -> String {
    fill(&printable(text), indent, indent, width)
}

/// Wraps a text that may have colors.
pub(crate) fn fill(text: &str, first: &str, others: &str, width: usize) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        // A name such as `contact-info` is copied, so it stays in one piece.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(text, &options)
}

/// Does work, and says so on a terminal if it takes more than a second.
pub(crate) fn slow<T>(step: &str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if waiting.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                note(&format!("{step} …"));
            }
        });
        let result = work();
        drop(done);
        result
    })
}
