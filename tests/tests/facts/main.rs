//! Every fact of the source documents is in the JSON export, and no code or text beyond them.
//!
//! The tables in `facts/` hold what the documents of the providers say, row by row. They are
//! compared with the export in both directions, so that a code, a text or a status can neither
//! get lost nor slip in. `guidance.tsv` names the concrete facts (limits, addresses, endpoints)
//! that our own sentences have to keep.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot get what it needs should stop there"
)]

mod domains;
mod guidance;
mod wapi;
mod wix;

use errcat_tests::{list, text};
use serde_json::Value;

fn find_code<'a>(catalog: &'a Value, wire: &str) -> &'a Value {
    list(catalog, "codes")
        .iter()
        .find(|code| text(code, "code") == wire)
        .unwrap_or_else(|| panic!("there is no code `{wire}`"))
}
