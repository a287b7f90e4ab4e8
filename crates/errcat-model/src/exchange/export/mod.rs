//! Takes checked catalogs; hands out the machine-readable catalog, and reads it back.
//!
//! The members have the names of the fields of [`Catalog`]; a case repeats a few of them in a
//! simpler form for scripts. Within one [`VERSION`], members are only added.

mod case;
mod error;
mod read;
mod verify;

use serde::Serialize;

use crate::derived::entries::{self, Entry};
use crate::derived::replies;
use crate::derived::translate::Translator;
use crate::{BrokenLaw, Catalog, CatalogSet, Glossary, Meaning, Roles};

pub use error::ImportError;
pub use read::import;

/// The version of the format. It changes when a member is removed or means something else.
pub const VERSION: u32 = 2;

/// All catalogs and the hub.
#[derive(Debug, Serialize, schemars::JsonSchema)]
#[non_exhaustive]
pub struct Export<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// The catalogs, sorted by id.
    pub catalogs: Vec<Catalog>,
    /// The hub, sorted by id.
    pub meanings: &'a [Meaning],
    /// The roles of the hub; a hub without failures has none.
    pub roles: Option<&'a Roles>,
    /// The terms that guidance uses, each with a sentence or two that explain it.
    pub glossary: &'a Glossary,
    /// The equivalents and the answers of every code and case in every other catalog.
    pub translations: Vec<Entry<'a>>,
}

impl<'a> Export<'a> {
    /// Exports everything in the set.
    pub fn new(set: &'a CatalogSet) -> Result<Self, BrokenLaw> {
        let translations = entries::all(&Translator::new(set)?)?;
        let CatalogSet { catalogs, .. } = replies::add(set.clone())?;
        let (meanings, roles) = (set.meanings.as_slice(), set.roles.as_ref());
        let glossary = &set.glossary;
        Ok(Self { version: VERSION, catalogs, meanings, roles, glossary, translations })
    }
}
