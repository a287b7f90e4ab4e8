//! From the facts to the data of the page: one object for all catalogs, and one for each.

mod catalog;
mod common;

use crate::facts::places::{EXPLAIN, relative};

pub(super) use catalog::catalogs;
pub(super) use common::Common;

/// Returns a place relative to the page that explains.
fn rendered(place: &str) -> String {
    relative(EXPLAIN, place)
}
