//! The commands that read a provider's page.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use errcat_import::ColumnChoice;

use super::Format;

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat import errors.md\n  \
    errcat import errors.html --id acme --url https://acme.example/errors --out catalogs/acme\n  \
    errcat import codes.csv --column code=1 --column \"message=Error text\"\n  \
    curl https://acme.example/errors | errcat import -")]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) page: Page,

    /// The id of the catalog; by default guessed from the folder or the title.
    #[arg(long, value_name = "CATALOG", value_parser = id)]
    pub(crate) id: Option<String>,

    /// The name of the provider's API; by default the title of the page.
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,

    /// The domain that identifies the errors on the wire, such as api.acme.example.
    #[arg(long, value_name = "DOMAIN")]
    pub(crate) domain: Option<String>,

    /// The address of the page.
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// The folder to write the catalog to, which must not exist; without it nothing is written.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// How to print the findings.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 without differences, 1 with differences, 2 if the command could not run.\n\n\
    Examples:\n  errcat drift wapi-2027.html wapi\n  \
    errcat drift errors.md acme --catalog catalogs --format json"
)]
pub(crate) struct Drift {
    #[command(flatten)]
    pub(crate) page: Page,

    /// The id of the catalog to compare it with.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: String,

    /// The id of the catalog's source that the page is; by default the source with the title of the
    /// page, or the one with most of its codes.
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,

    /// How to print the differences.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat new acme\n  \
    errcat new acme --code-type integer --out catalogs/acme")]
pub(crate) struct New {
    /// The id of the catalog: lower-case words joined by `-`.
    #[arg(value_name = "CATALOG", value_parser = id)]
    pub(crate) catalog_id: String,

    /// The folder to write it to, which must not exist; by default it has the id as its name.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// The type of its codes.
    #[arg(long, value_enum, default_value_t, value_name = "TYPE")]
    pub(crate) code_type: CodeType,
}

/// A page and how to read it.
#[derive(Debug, Args)]
pub(crate) struct Page {
    /// The file of the page, or `-` for standard input.
    #[arg(value_name = "SOURCE")]
    pub(crate) path: PathBuf,

    /// The format of the page; by default it is guessed.
    #[arg(long, value_enum, value_name = "FORM")]
    pub(crate) from: Option<PageForm>,

    /// The kind of a column, given by its number or head: code, name, message, description, guidance,
    /// http, grpc, or none to leave it out; may be repeated.
    #[arg(long = "column", value_name = "KIND=COLUMN")]
    pub(crate) columns: Vec<ColumnChoice>,

    /// The things that the headings name.
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub(crate) headings: HeadingsOf,
}

/// Parses the id of a catalog.
fn id(text: &str) -> Result<String, String> {
    if errcat_model::names::is_kebab(text) {
        return Ok(text.to_owned());
    }
    Err("write lower-case words and digits joined by `-`".to_owned())
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PageForm {
    /// Tables and lists, also those of HTML.
    Markdown,
    /// Tables and lists.
    Html,
    /// Cells separated by commas, semicolons or tabs.
    Csv,
    /// Bulleted lists, and tables that lost their borders.
    Text,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum HeadingsOf {
    /// Operations if the page links them or repeats codes, otherwise groups.
    #[default]
    Guess,
    /// Groups of codes.
    Groups,
    /// The endpoints or commands that answer with the codes.
    Operations,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum CodeType {
    /// Whole numbers.
    Integer,
    /// Texts.
    #[default]
    String,
}
