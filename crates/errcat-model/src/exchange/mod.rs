//! Takes checked catalogs; hands out files, the machine-readable catalog, its schemas, and the
//! differences between two states.

pub mod artifact;
#[cfg(feature = "diff")]
pub mod diff;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "schema")]
pub mod schema;
