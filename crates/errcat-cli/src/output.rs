//! Printing, and how a command ends.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::AnsiColor;
use errcat_docs::SiteError;
use errcat_model::render::{self, Style, one_line, printable};
use errcat_model::{Finding, Sources, shorten};

/// Titles of pages and sections.
pub(crate) const TITLE: anstyle::Style = anstyle::Style::new().bold();
/// Less important text.
pub(crate) const FAINT: anstyle::Style = anstyle::Style::new().dimmed();

/// Standard output; colors are removed if it is not a terminal.
pub(crate) struct Out {
    stream: anstream::AutoStream<io::Stdout>,
    /// Columns for running text.
    pub(crate) width: usize,
}

impl Out {
    pub(crate) fn stdout() -> Self {
        /// Longer lines are hard to read.
        const MAX_WIDTH: usize = 100;
        Self {
            stream: anstream::AutoStream::auto(io::stdout()),
            width: textwrap::termwidth().clamp(40, MAX_WIDTH),
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
    /// The command line is wrong: exit code 2.
    #[error("{0}")]
    Usage(String),
    /// Anything else: exit code 1.
    #[error("{0}")]
    Other(String),
    /// Findings, rendered with colors: exit code 1.
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
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                "a folder in this path is a file".to_owned()
            }
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                "it is a mount point; choose a folder in it".to_owned()
            }
            _ => error.to_string(),
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

    pub(crate) fn from_findings(findings: &[Finding], sources: &Sources) -> Self {
        let style = Style { color: true, ..Style::default() };
        Self::Findings(render::human(findings, sources, style))
    }

    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(if matches!(self, Self::Usage(_)) { 2 } else { 1 })
    }
}

/// Prints a failure on standard error; if that fails too, there is no other place for it.
pub(crate) fn report(failure: &Failure) {
    let style = AnsiColor::BrightRed.on_default().bold();
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let message = failure.to_string();
    let message = match failure {
        Failure::Findings(_) => message.into(),
        // Names and texts from outside are in it.
        _ => printable(&message),
    };
    let _ = writeln!(stderr, "{style}error{style:#}: {}", message.trim_end());
}

/// Prints a remark on standard error.
pub(crate) fn note(text: &str) {
    let style = AnsiColor::BrightBlue.on_default().bold();
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let _ = writeln!(stderr, "{style}note{style:#}: {}", printable(text));
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
    let options = textwrap::Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(indent)
        .break_words(false)
        // A name such as `contact-info` is copied, so it stays in one piece.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(&printable(text), &options)
}

/// Aligns rows of text in columns.
pub(crate) fn align<const COLUMNS: usize>(rows: Vec<[String; COLUMNS]>) -> String {
    align_numbers(rows, COLUMNS)
}

/// Aligns rows in columns, those from `first_number` on to the right.
pub(crate) fn align_numbers<const COLUMNS: usize>(
    rows: Vec<[String; COLUMNS]>,
    first_number: usize,
) -> String {
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let lines = rows.into_iter().map(|row| {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column < first_number { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        printable(cells.collect::<Vec<_>>().join("  ").trim_end()).into_owned() + "\n"
    });
    lines.collect()
}
