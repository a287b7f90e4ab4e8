#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod builder;
mod doc;
mod error;
mod history;
mod literal;
mod pack;
mod rows;
mod rust;
mod statics;
mod translations;
mod wire;

use std::fmt;

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use translations::Hub;

pub use builder::Builder;
/// For the benchmark of lookups, which brings keys of its own.
#[doc(hidden)]
pub use pack::PerfectHash;

/// The file that a crate includes.
const INDEX: &str = "errcat.rs";

/// Turns checked catalogs into Rust: `errcat.rs` with a module for each catalog, a file for each of
/// these modules, and in a folder of its name its error type, its translations and its longer texts.
/// Does not touch the disk.
///
/// The same catalogs give the same bytes, wherever and in whatever order they were read.
///
/// # Examples
///
/// ```
/// use errcat_model::{Sources, load};
///
/// let sources = Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
/// let set = load(&sources).expect("the shipped catalogs are clean");
/// let artifacts = errcat_build::emit(&set)?;
/// assert_eq!(artifacts[0].path.to_str(), Some("errcat.rs"));
/// assert!(artifacts[0].text.contains("pub mod wapi"));
/// # Ok::<(), errcat_build::EmitError>(())
/// ```
pub fn emit(set: &CatalogSet) -> Result<Vec<Artifact>, EmitError> {
    emit_joined(set, &[])
}

/// The same for a set in which some catalogs are another crate's already: those are not generated,
/// and the others are translated into them and back.
pub fn emit_joined(set: &CatalogSet, foreign: &[Foreign]) -> Result<Vec<Artifact>, EmitError> {
    let hub = Hub::of(set, foreign)?;
    let mut artifacts = vec![rust::index(&hub)?];
    for catalog in hub.own() {
        let module = rust::catalog(set, catalog)?;
        let is_taken = |file: &Artifact| artifacts.iter().any(|other| other.path == file.path);
        if module.iter().any(is_taken) || catalog.module == translations::BY_NAME {
            return Err(EmitError::ModuleCollision(catalog.module.clone()));
        }
        artifacts.extend(module);
        artifacts.push(error::file(set, catalog)?);
        artifacts.extend(translations::files(&hub, catalog)?);
    }
    Ok(artifacts)
}

/// A catalog of a set that another crate was generated from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The id of the catalog.
    pub id: String,
    /// The path of its module, such as `::domain_errors::wapi`.
    pub module: String,
}

/// Why catalogs cannot become Rust.
#[derive(Debug)]
#[non_exhaustive]
pub enum EmitError {
    /// A catalog without a code: an enum without a variant is of no use to anybody.
    NoCodes(String),
    /// Two catalogs would become the same module, or one would be called `by_name`.
    ModuleCollision(String),
    /// More codes, delays or text than the tables have room for.
    TooLarge,
    /// What was emitted is not Rust: a bug in errcat-build.
    Malformed(syn::Error),
    /// A catalog breaks a law that it was checked for: a bug in errcat.
    Internal(&'static str),
    /// A catalog breaks a law that it was checked for.
    BrokenLaw(errcat_model::BrokenLaw),
}

impl From<errcat_model::BrokenLaw> for EmitError {
    fn from(error: errcat_model::BrokenLaw) -> Self {
        Self::BrokenLaw(error)
    }
}

// By hand: everybody who depends on a generated crate waits for this one, and would for a derive.
impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCodes(id) => write!(f, "the catalog `{id}` has no codes"),
            Self::ModuleCollision(module) => {
                write!(f, "the name of the module `{module}` is taken: give the catalog another id")
            }
            Self::TooLarge => f.write_str(
                "a catalog has room for 65,000 cases, 250 different delays and 4 GiB of text",
            ),
            Self::Malformed(error) => write!(
                f,
                "internal error: the generated code is malformed: {error}; please report it"
            ),
            Self::Internal(what) => write!(f, "internal error: {what}; please report it"),
            Self::BrokenLaw(error) => write!(f, "{error}; please report it"),
        }
    }
}

impl std::error::Error for EmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Malformed(error) => Some(error),
            _ => None,
        }
    }
}

impl From<syn::Error> for EmitError {
    fn from(error: syn::Error) -> Self {
        Self::Malformed(error)
    }
}
