//! Where text goes, and how a command ends.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use errcat_docs::SiteError;
use errcat_model::Sources;
use errcat_model::render::{self, Style};

/// Standard output: colors are stripped where nothing shows them.
pub(crate) struct Out {
    stream: anstream::AutoStream<io::Stdout>,
    /// Columns for running text.
    pub(crate) width: usize,
}

impl Out {
    pub(crate) fn stdout() -> Self {
        /// Longer lines are hard to read.
        const WIDEST: usize = 100;
        Self {
            stream: anstream::AutoStream::auto(io::stdout()),
            width: textwrap::termwidth().clamp(40, WIDEST),
        }
    }

    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.stream.write_all(text.as_bytes())?;
        Ok(self.stream.flush()?)
    }

    /// Prints a value as an indented JSON document.
    pub(crate) fn print_json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
        self.print(&text)?;
        self.print("\n")
    }

    pub(crate) fn style(&self) -> Style {
        Style { color: true, width: self.width, ..Style::default() }
    }
}

/// How a command ended that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    Clean,
    /// It found what it was asked to look for.
    Findings,
}

/// Why a command could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
    #[error("cannot read standard input: {0}")]
    Body(io::Error),
    #[error("cannot read `{}`: {}", path.display(), reason(error))]
    Page { path: PathBuf, error: io::Error },
    #[error("the byte {byte:#04x} in line {line} of `{}` is not part of a UTF-8 text; save the page as UTF-8", path.display())]
    PageNotUtf8 { path: PathBuf, line: usize, byte: u8 },
    #[error("cannot import `{}`: {error}{}", path.display(), hint(error))]
    Import { path: PathBuf, error: errcat_import::ImportError },
    #[error("`{}` is there already, and nothing in it is overwritten; name another folder with `--out`", path.display())]
    FolderExists { path: PathBuf },
    #[error("{0}; please report it")]
    BrokenLaw(#[from] errcat_model::BrokenLaw),
    #[error(transparent)]
    CatalogId(#[from] errcat_import::scaffold::BadId),
    #[error("`{catalog}` has no source `{id}`; its sources are {}", known.join(", "))]
    UnknownSource { catalog: String, id: String, known: Vec<String> },
    #[error("the body is longer than {} MiB, the most that is read", most / 1024 / 1024)]
    LongBody { most: u64 },
    #[error("cannot write `{}`: {}", path.display(), reason(error))]
    File { path: PathBuf, error: io::Error },
    #[error("cannot read the export `{}`: {reason}", shown(&path.to_string_lossy()))]
    Export { path: PathBuf, reason: String },
    #[error("{0}")]
    Git(String),
    #[error("`git:{0}` names no folder; write it as `git:{0}:FOLDER`")]
    NoFolder(String),
    #[error("`errcat diff` compares what its two arguments name; leave `--catalog` out")]
    UnusedCatalogs,
    #[error(transparent)]
    Site(SiteError),
    #[error("the site is written, but `{program}` cannot open it: {error}")]
    Open { program: String, error: io::Error },
    #[error("the catalogs do not pass the check:\n\n{0}")]
    Catalogs(String),
    #[error("there is no catalog `{id}`; the catalogs are {}", known.join(", "))]
    UnknownCatalog { id: String, known: Vec<String> },
    #[error("this is of `{id}` itself; the other catalogs are {}", others.join(", "))]
    OwnCatalog { id: String, others: Vec<String> },
    #[error("the reference is empty; `errcat list` names all codes")]
    EmptyReference,
    #[error("nothing is called `{text}`{}{}", class.as_deref().unwrap_or_default(), suggest(suggestions))]
    UnknownReference { text: String, class: Option<String>, suggestions: Vec<String> },
    #[error("`{text}` can mean several codes; name one of them:{}", lines(references))]
    Ambiguous { text: String, references: Vec<String> },
}

/// How the command line can say what the page does not.
fn hint(error: &errcat_import::ImportError) -> &'static str {
    match error {
        errcat_import::ImportError::NoCodes { .. } => {
            "\nfor example with `--column code=1`, or with a head in the place of the number"
        }
        errcat_import::ImportError::NoTable { .. } => "\n`--from FORM` reads it as something else",
        _ => "",
    }
}

/// The operating system's words, without its number.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "a file is in the place of a folder".to_owned()
        }
        kind => kind.to_string(),
    }
}

/// A number of things: `1 code`, `2 codes`.
pub(crate) fn count(number: usize, what: &str) -> String {
    let plural = match what {
        _ if number == 1 => "",
        "success" => "es",
        _ => "s",
    };
    format!("{number} {what}{plural}")
}

/// What was typed, but not at any length, and without moving the cursor.
pub(crate) fn shown(text: &str) -> String {
    render::printable(text).chars().take(80).collect()
}

/// Aligned columns; the text comes last because it has any length.
pub(crate) fn align<const COLUMNS: usize>(rows: Vec<[String; COLUMNS]>) -> String {
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    if let Some(last) = widths.last_mut() {
        *last = 0;
    }
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths);
        let cells: Vec<String> = cells.map(|(cell, width)| format!("{cell:width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    render::printable(&text).into_owned()
}

fn suggest(suggestions: &[String]) -> String {
    if suggestions.is_empty() {
        "; `errcat list` names all codes".to_owned()
    } else {
        format!("; did you mean{}", lines(suggestions))
    }
}

fn lines(references: &[String]) -> String {
    references.iter().flat_map(|reference| ["\n  ", reference]).collect()
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        match error {
            SiteError::Disk { path, error } => Self::File { path, error },
            other => Self::Site(other),
        }
    }
}

impl Failure {
    pub(crate) fn findings(findings: &[errcat_model::Finding], sources: &Sources) -> Self {
        let style = Style { color: true, ..Style::default() };
        Self::Catalogs(render::human(findings, sources, style))
    }

    /// Why a folder could not be written that must not be there.
    pub(crate) fn of_new_folder((path, error): (PathBuf, io::Error)) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::FolderExists { path },
            _ => Self::File { path, error },
        }
    }

    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::UnknownCatalog { .. }
            | Self::OwnCatalog { .. }
            | Self::NoFolder(_)
            | Self::UnusedCatalogs
            | Self::UnknownSource { .. }
            | Self::CatalogId(_)
            | Self::Page { .. }
            | Self::PageNotUtf8 { .. }
            | Self::Import { .. } => ExitCode::from(2),
            _ => ExitCode::from(1),
        }
    }
}

/// Tells a failure on standard error; there is nowhere to tell that this failed.
pub(crate) fn report(failure: &Failure) {
    let text = failure.to_string();
    let style = anstyle::AnsiColor::BrightRed.on_default().bold();
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let _ = writeln!(stderr, "{style}error{style:#}: {}", text.trim_end());
}
