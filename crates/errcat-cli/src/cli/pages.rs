//! The commands that create a catalog or read a provider's page.

use std::path::PathBuf;

use clap::Args;
use errcat_import::ColumnChoice;
use errcat_model::CodeType;

use super::{Format, one_of};

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat import errors.md\n  \
    errcat import errors.html --id acme --url https://acme.example/errors --out catalogs/acme\n  \
    errcat import codes.csv --column code=1 --column \"message=Error text\"\n  \
    curl https://acme.example/errors | errcat import -")]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) page: Page,

    /// The id of the catalog; guessed from the folder or the title if omitted.
    #[arg(long, value_name = "CATALOG", value_parser = id)]
    pub(crate) id: Option<String>,

    /// The address of the page.
    #[arg(long)]
    pub(crate) url: Option<String>,

    /// The folder for the catalog, which must not exist yet; only a preview is printed if omitted.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// How to print the preview.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 no differences, 1 differences, 2 a wrong command line or an \
    unusable page.\n\nExamples:\n  errcat drift wapi-2027.html wapi\n  \
    errcat drift errors.md acme --catalog catalogs --format json"
)]
pub(crate) struct Drift {
    #[command(flatten)]
    pub(crate) page: Page,

    /// The catalog to compare with.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: String,

    /// The id of the catalog's source that the page is a version of; if omitted, the source with
    /// the page's title, or else the source that shares the most codes with the page.
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,

    /// How to print the differences.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat new acme\n  \
    errcat new acme --code-type integer --out catalogs/acme")]
pub(crate) struct New {
    /// The id of the catalog: lower-case words joined by `-`.
    #[arg(value_name = "CATALOG", value_parser = id)]
    pub(crate) catalog_id: String,

    /// The folder for the catalog, which must not exist yet; named after the catalog if omitted.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// The type of its codes.
    #[arg(long, value_name = "TYPE", default_value = "string", value_parser = one_of::<CodeType>(CodeType::WORDS.iter().copied()))]
    pub(crate) code_type: CodeType,
}

/// A page and how to read it.
#[derive(Debug, Args)]
pub(crate) struct Page {
    /// The file with the page, or `-` for standard input.
    #[arg(value_name = "PAGE")]
    pub(crate) path: PathBuf,

    /// The format of the page; guessed if omitted.
    #[arg(long, value_name = "FORM", value_parser = one_of::<errcat_import::Format>(errcat_import::Format::WORDS.iter().copied()))]
    pub(crate) from: Option<errcat_import::Format>,

    /// The content of a column, given by its number or heading: code, name, message, description,
    /// guidance, http, grpc, or none to ignore it; can be repeated.
    #[arg(long = "column", value_name = "KIND=COLUMN")]
    pub(crate) columns: Vec<ColumnChoice>,
}

fn id(text: &str) -> Result<String, &'static str> {
    if errcat_model::names::is_kebab(text) {
        return Ok(text.to_owned());
    }
    Err("write lower-case words and digits joined by `-`")
}
