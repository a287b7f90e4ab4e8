//! The machine-readable catalog: what `errcat export` prints.
//!
//! The members are those of [`crate::Catalog`] and what it holds, under the same names; only a
//! case says a few things in a second way, for scripts. Members are only ever added within one
//! [`VERSION`].

mod case;
mod read;
mod verify;

use serde::Serialize;

use crate::translate::{Entry, Translator};
use crate::{Catalog, CatalogSet, Meaning};

pub use read::{ImportError, import};

/// The version of the format. It changes when a member is removed or means something else.
pub const VERSION: u32 = 2;

/// All catalogs and the hub.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Export<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// The catalogs, sorted by id.
    pub catalogs: &'a [Catalog],
    /// The hub, sorted by id.
    pub meanings: &'a [Meaning],
    /// What every code and case is in every other catalog.
    pub translations: Vec<Entry<'a>>,
}

impl<'a> Export<'a> {
    /// Everything in the set.
    pub fn of(set: &'a CatalogSet) -> Self {
        let mut translations = Vec::new();
        for table in Translator::of(set).tables() {
            translations.extend(table.entries());
        }
        Self { version: VERSION, catalogs: &set.catalogs, meanings: &set.meanings, translations }
    }
}
