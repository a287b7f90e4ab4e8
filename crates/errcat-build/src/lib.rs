#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod builder;
mod emit;
mod error;
mod error_type;
mod meaning;
mod module;
mod tables;
mod translations;

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;

use translations::Hub;

pub use builder::{BuildError, Builder};
pub use error::EmitError;
/// For the benchmark of lookups, which brings keys of its own.
#[doc(hidden)]
pub use tables::index::PerfectHash;
pub use translations::{Foreign, Options};

/// Turns checked catalogs into Rust, without touching the disk: `errcat.rs` with the meanings and a
/// module for each catalog, a file for each of these, and a folder for each catalog with its rows,
/// its index, its error type and its translations.
///
/// The same catalogs give the same bytes on any machine, in whatever order they were read.
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
    emit_with(set, Options::default())
}

/// Turns checked catalogs into Rust like [`emit`], in the way that the options describe.
///
/// # Examples
///
/// Wix is in another crate already: WAPI is translated into it and back.
///
/// ```
/// use errcat_build::{Foreign, Options, emit_with};
/// use errcat_model::{Sources, load};
///
/// let sources = Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
/// let set = load(&sources).expect("the shipped catalogs are clean");
/// let wix = Foreign { id: "wix".into(), module: "::domain_errors::wix".into() };
/// let artifacts = emit_with(&set, Options { foreign: vec![wix], ..Options::default() })?;
/// assert!(!artifacts[0].text.contains("pub mod wix"));
/// assert!(artifacts.iter().any(|file| file.path.ends_with("wapi/from_wix.rs")));
/// # Ok::<(), errcat_build::EmitError>(())
/// ```
pub fn emit_with(set: &CatalogSet, options: Options) -> Result<Vec<Artifact>, EmitError> {
    let hub = Hub::new(set, options)?;
    let mut artifacts = vec![module::index(&hub)?];
    if hub.own().next().is_some() {
        artifacts.push(meaning::file(&hub)?);
    }
    for catalog in hub.own() {
        let files = module::files(&hub, catalog)?;
        let is_taken = |file: &Artifact| artifacts.iter().any(|other| other.path == file.path);
        if files.iter().any(is_taken) || module::RESERVED.contains(&&*catalog.module) {
            return Err(EmitError::ModuleCollision(catalog.module.clone()));
        }
        artifacts.extend(files);
    }
    Ok(artifacts)
}
