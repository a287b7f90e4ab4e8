//! Generates the catalogs that `lookup` asks and that no provider has.
#![allow(
    clippy::expect_used,
    clippy::allow_attributes,
    reason = "a build script stops where it cannot go on"
)]

#[allow(dead_code, unreachable_pub, reason = "the library shares it with the benchmarks")]
#[path = "src/catalogs.rs"]
mod catalogs;

use catalogs::{Kind, files};

fn main() {
    let sqlstates = include_str!("benches/lookup/sqlstates.txt").lines().map(str::to_owned);
    let sqlstate = files("sqlstate", Kind::Strings, &sqlstates.collect::<Vec<_>>());
    let many = files("many", Kind::Strings, &Kind::Strings.codes(10_000));
    errcat_build::Builder::texts(sqlstate.into_iter().chain(many)).build();
}
