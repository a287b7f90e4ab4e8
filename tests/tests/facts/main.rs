//! The JSON export has every fact of the source documents, and no other code or text.
//!
//! The tables in `facts/` repeat the documents of the providers, row by row. They are compared with
//! the export in both directions, so that no code, text or status is lost or added by mistake.
//! `guidance.tsv` lists the concrete facts (limits, addresses, endpoints) that our guidance must
//! contain. `reviewed.tsv` has the statuses, the advice and the actor of every case, as two readers
//! decided them from the sources, apart from the YAML.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot get what it needs should stop there"
)]

mod advice;
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
