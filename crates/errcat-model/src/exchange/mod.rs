//! Takes checked catalogs; hands out files, the machine-readable catalog, its schemas, and the
//! differences between two states.

pub mod artifact;
#[cfg(feature = "tools")]
pub mod diff;
#[cfg(feature = "tools")]
pub mod export;
#[cfg(feature = "tools")]
pub mod schema;
