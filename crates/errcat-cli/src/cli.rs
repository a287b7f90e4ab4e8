//! The command line.

mod list;
mod pages;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use errcat::HttpStatus;
use errcat_model::diff::Level;
use errcat_model::render::one_line;

pub(crate) use list::List;
pub(crate) use pages::{Drift, Import, New, Page};

const GLOBAL: &str = "Global options";

/// Error catalogs: what a code means, who has to act, what to answer and whether to retry.
#[derive(Debug, Parser)]
#[command(name = "errcat", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// Add the catalogs in this folder to the built-in ones; can be repeated.
    #[arg(long, global = true, value_name = "DIR", help_heading = GLOBAL)]
    pub(crate) catalog: Vec<PathBuf>,

    /// Leave the built-in catalogs out.
    #[arg(long, global = true, help_heading = GLOBAL)]
    pub(crate) only: bool,

    /// When to use colors: auto, always or never.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", help_heading = GLOBAL,
        hide_default_value = true, hide_possible_values = true)]
    color: ColorChoice,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check catalogs and report every finding.
    Check(Check),
    /// Explain a code, a case or a meaning.
    Explain(Explain),
    /// Show what other catalogs call a code, and how faithful that is.
    Translate(Translate),
    /// Explain a provider's response.
    Decode(Decode),
    /// Count how many cases of each catalog the others can express.
    Coverage(Coverage),
    /// Compare two versions of catalogs and show what the changes break.
    Diff(Diff),
    /// List codes or meanings, one per line.
    List(List),
    /// Write a searchable reference site.
    Docs(Docs),
    /// Print the checked catalogs for other programs.
    Export {
        /// How to print the catalogs.
        #[arg(long, value_enum, default_value_t)]
        format: ExportFormat,
    },
    /// Turn a provider's page into the skeleton of a catalog.
    Import(Import),
    /// Compare a newer version of a provider's page with a catalog.
    Drift(Drift),
    /// Create a small catalog to start from.
    New(New),
    /// Write JSON Schemas for the YAML files (for editors) and for the export.
    Schema {
        /// The folder to write the schemas to; created if missing. A file that something else wrote
        /// is never replaced.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell to complete for.
        shell: clap_complete::Shell,
    },
    /// Write man pages.
    Man {
        /// The folder for the pages; created if missing.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

impl Cli {
    /// Reads the command line and applies its choice of colors.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        // Parsing errors are colored as well, so the choice has to be known before.
        match find_color(&arguments) {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        Self::try_parse_from(&arguments).map_err(|error| {
            // An error repeats the arguments, which can be names of files that others chose.
            let harmless = arguments.iter().map(one_line);
            Self::try_parse_from(harmless).err().unwrap_or(error)
        })
    }
}

/// Finds `--color` in arguments that may have errors.
fn find_color(arguments: &[OsString]) -> ColorChoice {
    let words = arguments.iter().filter_map(|argument| argument.to_str());
    let words: Vec<&str> = words.take_while(|word| *word != "--").collect();
    let joined = words.iter().filter_map(|word| word.strip_prefix("--color="));
    let apart = words.windows(2).filter_map(|pair| match pair {
        ["--color", choice] => Some(*choice),
        _ => None,
    });
    joined.chain(apart).find_map(|choice| choice.parse().ok()).unwrap_or_default()
}

/// Parses one of a closed set of words.
fn one_of<T>(words: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse())
}

#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 no findings, 1 findings, 2 could not run.")]
pub(crate) struct Check {
    /// Folders with catalogs or with one provider; the current folder if omitted.
    #[arg(value_name = "DIR")]
    pub(crate) folders: Vec<PathBuf>,

    /// Check the built-in catalogs.
    #[arg(long)]
    pub(crate) built_in: bool,

    /// How to print the findings.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat explain wapi:3201\n  errcat explain DOMAIN_001\n  \
    errcat explain \"Invalid domain\"\n  errcat explain \"wix:Invalid domain#domain-restricted\"\n  \
    errcat explain domain.unavailable\n  errcat explain not enough money")]
pub(crate) struct Explain {
    /// A reference such as `wapi:3201`, or just a code, name, case, message or meaning; or words to
    /// search for.
    #[arg(value_name = "REF", required = true)]
    pub(crate) reference: Vec<String>,

    /// How to print the explanation.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    /// The language of the sentence for the customer; English if the catalog lacks it. JSON has all
    /// languages.
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) language: String,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat translate wapi:3201\n  \
    errcat translate wapi:3201 --into domains --exact\n  \
    errcat translate domain.not-found --into wix")]
pub(crate) struct Translate {
    /// A reference such as `wapi:3201`, or just a code, name, case, message or meaning.
    #[arg(value_name = "REF")]
    pub(crate) reference: String,

    /// The catalog to translate into; all others if omitted.
    #[arg(long, value_name = "CATALOG")]
    pub(crate) into: Option<String>,

    /// Show exact translations only.
    #[arg(long)]
    pub(crate) exact: bool,

    /// How to print the translations.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat decode wapi < body.xml\n  \
    errcat decode wix --status 400 --operation \"Create Connected Domain\" < body.json\n  \
    errcat decode domains --status 503 --header \"Retry-After: 120\" --format json body.txt\n  \
    curl -si https://api.example.com/domains | errcat decode\n\n\
    Exit codes: 0 the response is in a form of the provider, 1 it is not, 2 it could not be read.")]
pub(crate) struct Decode {
    /// The catalog of the provider that sent the response; found by the code if omitted.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: Option<String>,

    /// The file with the response: a body, the output of `curl -i`, a line of a log, or a code;
    /// standard input if omitted or `-`.
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// The HTTP status of the response; overrides the one in the file.
    #[arg(long, value_name = "N", value_parser = list::http_status)]
    pub(crate) status: Option<HttpStatus>,

    /// The operation that was called, by its name in the catalog; it can tell the cases of a code
    /// apart.
    #[arg(long, value_name = "NAME")]
    pub(crate) operation: Option<String>,

    /// A header of the response; overrides those in the file; can be repeated.
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    pub(crate) headers: Vec<(String, String)>,

    /// Show what each envelope found or lacked, and which other catalogs recognize the response.
    #[arg(long)]
    pub(crate) why: bool,

    /// How to print the explanation; JSON includes sensitive values.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    /// The language of the sentence for the customer; English if the catalog lacks it. JSON has all
    /// languages.
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) language: String,
}

fn header(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once([':', '=']).map(|(name, value)| (name.trim(), value.trim())) {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as `NAME: VALUE`"),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Coverage {
    /// Also list the cases and meanings that are counted.
    #[arg(long)]
    pub(crate) list: bool,

    /// How to print the counts; JSON includes the lists.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Each side is a folder of catalogs, a file written by `errcat export`, or \
    `git:REV` for the other side's folder at a revision (`git:REV:FOLDER` for another \
    folder).\n\nExamples:\n  errcat diff git:v0.1.0 catalog\n  \
    errcat diff git:main catalog --max-level minor\n  \
    errcat diff old.json catalog --format markdown\n  errcat diff --rules")]
pub(crate) struct Diff {
    /// The old catalogs: a folder, an export file or `git:REV`.
    #[arg(required_unless_present = "rules")]
    pub(crate) old: Option<PathBuf>,

    /// The new catalogs: a folder, an export file or `git:REV`.
    #[arg(required_unless_present = "rules")]
    pub(crate) new: Option<PathBuf>,

    /// How to print the changes.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: DiffFormat,

    /// Exit with 1 if any change is above this level.
    #[arg(long, value_name = "LEVEL", value_parser = one_of::<Level>(Level::ALL.iter().map(|level| level.as_str())))]
    pub(crate) max_level: Option<Level>,

    /// List the rules and their levels instead of comparing.
    #[arg(long, conflicts_with_all = ["old", "new", "max_level", "format"])]
    pub(crate) rules: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  errcat docs --open\n  errcat --catalog acme docs --out acme-site\n\n\
    The site works from a disk, from any folder of a server, and without a network.\n\n\
    An existing site is replaced as a whole, and the next run cleans up after one that was \
    killed. The file `.errcat-site` lists what was written. A folder that holds anything else, or \
    a page that was changed since, is never replaced; to publish in a git checkout, write the site \
    to another folder and copy it there."
)]
pub(crate) struct Docs {
    /// The folder for the site; an existing site is replaced once the new one is complete. If
    /// omitted, `target/reference` in a Cargo project, or else `errcat-reference`.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Open the site in the program named by `BROWSER` or in the default browser.
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Format {
    /// Text for people.
    #[default]
    Human,
    /// One JSON document.
    Json,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Text with the source line underlined.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// Annotations for a GitHub workflow.
    Github,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Text for people, grouped by rule.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// Annotations for a GitHub workflow.
    Github,
    /// A section for a changelog.
    Markdown,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One JSON document.
    #[default]
    Json,
}
