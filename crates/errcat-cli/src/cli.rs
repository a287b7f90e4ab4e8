//! What the command line can say.

mod pages;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use errcat_model::diff::Level;

pub(crate) use pages::{CodeType, Drift, HeadingsOf, Import, New, Page, PageForm};

/// Error catalogs: what a code means, who must act, what to answer, whether to retry.
#[derive(Debug, Parser)]
#[command(name = "errcat", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// A folder of catalogs to use in place of those that are built in; may be repeated.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) catalog: Vec<PathBuf>,

    /// When to use colors.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check catalogs against the laws and report every finding.
    Check(Check),
    /// Explain a code, a case or a meaning.
    Explain(Explain),
    /// Say what a code is in another catalog, and how faithful that is.
    Translate(Translate),
    /// Say what a response of a provider means; its body is read from standard input.
    Decode(Decode),
    /// Count how well the catalogs translate into each other.
    Coverage(Coverage),
    /// Say what has changed between two states of catalogs, and whom that breaks.
    Diff(Diff),
    /// List codes, or the meanings of the hub, a line each.
    List(List),
    /// Write a reference site: every code, searchable, with what to do about it.
    Docs(Docs),
    /// Print the checked catalogs for programs.
    Export(Export),
    /// Turn a provider's page into the skeleton of a catalog.
    Import(Import),
    /// Report the differences between a provider's newer page and a catalog.
    Drift(Drift),
    /// Write a small catalog to start from.
    New(New),
    /// Write JSON Schemas: of the YAML files, for editors; and of the export.
    Schema(Schema),
    /// Print completions for a shell.
    Completions(Completions),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folders of catalogs, or of single providers; the built-in catalogs without any.
    #[arg(value_name = "DIR")]
    pub(crate) folders: Vec<PathBuf>,

    /// How to print findings.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat explain wapi:3201\n  errcat explain DOMAIN_001\n  \
    errcat explain \"Invalid domain\"\n  errcat explain \"wix:Invalid domain#domain-restricted\"\n  \
    errcat explain domain.unavailable")]
pub(crate) struct Explain {
    /// A reference such as `wapi:3201`; or a code, name, case, message or meaning alone.
    #[arg(value_name = "REF")]
    pub(crate) reference: String,

    /// How to print it.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat translate wapi:3201\n  \
    errcat translate wapi:3201 --into domains --exact\n  \
    errcat translate domain.not-found --into wix")]
pub(crate) struct Translate {
    /// A reference such as `wapi:3201`; or a code, name, case, message or meaning alone.
    #[arg(value_name = "REF")]
    pub(crate) reference: String,

    /// The id of the catalog to translate into; all others without it.
    #[arg(long, value_name = "CATALOG")]
    pub(crate) into: Option<String>,

    /// Take only what says the same.
    #[arg(long)]
    pub(crate) exact: bool,

    /// How to print it.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat decode wapi < body.xml\n  \
    errcat decode wix --status 400 --operation \"Create Connected Domain\" < body.json\n  \
    errcat decode domains --status 503 --header Retry-After=120 --format json < body.txt")]
pub(crate) struct Decode {
    /// The id of the catalog of the provider that sent it.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: String,

    /// The HTTP status of the response.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Option<u16>,

    /// What was called, as the catalog names it; it can tell cases of one code apart.
    #[arg(long, value_name = "NAME")]
    pub(crate) operation: Option<String>,

    /// A header of the response; may be repeated.
    #[arg(long = "header", value_name = "NAME=VALUE", value_parser = header)]
    pub(crate) headers: Vec<(String, String)>,

    /// How to print it; JSON holds sensitive values too.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

/// Takes a header apart.
fn header(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("write it as NAME=VALUE".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Coverage {
    /// Name the cases and meanings that are counted.
    #[arg(long)]
    pub(crate) list: bool,

    /// How to print it; JSON names everything.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Each state is a folder of catalogs, a file that `errcat export` wrote, or \
    `git:REV` for the folder of the other state at a revision (`git:REV:FOLDER` for another \
    one).\n\nExamples:\n  errcat diff git:v0.1.0 catalog\n  \
    errcat diff git:main catalog --max-level minor\n  \
    errcat diff old.json catalog --format markdown\n  errcat diff --rules"
)]
pub(crate) struct Diff {
    /// The state of before.
    #[arg(value_name = "OLD", required_unless_present = "rules")]
    pub(crate) old: Option<PathBuf>,

    /// The state of now.
    #[arg(value_name = "NEW", required_unless_present = "rules")]
    pub(crate) new: Option<PathBuf>,

    /// How to print the changes.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: DiffFormat,

    /// End with 1 if a change is beyond this level.
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) max_level: Option<MaxLevel>,

    /// List all rules with their levels in place of comparing.
    #[arg(long, conflicts_with_all = ["old", "new", "max_level"])]
    pub(crate) rules: bool,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// The id of a catalog; all catalogs without it.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: Option<String>,

    /// List the meanings of the hub in place of codes.
    #[arg(long, conflicts_with = "catalog_id")]
    pub(crate) meanings: bool,

    /// How to print them.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  errcat docs --open\n  errcat --catalog acme docs --out acme-site\n\n\
    The site works from a disk, from any folder of a server, and without a network. A folder that \
    holds anything else than a site is never replaced."
)]
pub(crate) struct Docs {
    /// The folder to write it to; a site that is there is replaced once the new one is whole.
    #[arg(long, value_name = "DIR", default_value = "target/reference")]
    pub(crate) out: PathBuf,

    /// Open its first page: with the program in `BROWSER`, or as the system opens pages.
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The format; there is one so far.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: ExportFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// The folder to write them to; it is made if there is none.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// The choice on a command line, before anything else of it is understood: what is wrong
    /// with the rest is told in these colors already.
    pub(crate) fn find(arguments: &[OsString]) -> Self {
        let words = arguments.iter().filter_map(|argument| argument.to_str());
        let words: Vec<&str> = words.take_while(|word| *word != "--").collect();
        let joined = words.iter().filter_map(|word| word.strip_prefix("--color="));
        let apart = words.windows(2).filter_map(|pair| match pair {
            ["--color", choice] => Some(*choice),
            _ => None,
        });
        let choice = joined.chain(apart).find_map(|choice| Self::from_str(choice, false).ok());
        choice.unwrap_or_default()
    }

    /// The same choice for clap's own texts.
    pub(crate) fn of_clap(self) -> clap::ColorChoice {
        match self {
            Self::Auto => clap::ColorChoice::Auto,
            Self::Always => clap::ColorChoice::Always,
            Self::Never => clap::ColorChoice::Never,
        }
    }

    /// Every stream of this process follows the choice.
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    /// With the source line underlined.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// Annotations of a workflow on GitHub.
    Github,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people, by rule.
    #[default]
    Human,
    /// One JSON document.
    Json,
    /// Annotations of a workflow on GitHub.
    Github,
    /// A section of a changelog.
    Markdown,
}

/// The words of [`Level`], as clap wants them.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum MaxLevel {
    /// Nothing may change.
    None,
    /// Only people may notice.
    Patch,
    /// There may be more, and answers may be others.
    Minor,
    /// Anything may change.
    Major,
}

impl From<MaxLevel> for Level {
    fn from(level: MaxLevel) -> Self {
        match level {
            MaxLevel::None => Self::None,
            MaxLevel::Patch => Self::Patch,
            MaxLevel::Minor => Self::Minor,
            MaxLevel::Major => Self::Major,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// One JSON document.
    Json,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One JSON document.
    #[default]
    Json,
}
