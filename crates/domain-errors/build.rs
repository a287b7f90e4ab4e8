//! The catalogs whose features are on, as Rust.

use std::env;

use errcat_build::Builder;

fn main() {
    let features = [("domains", "DOMAINS"), ("wapi", "WAPI"), ("wix", "WIX")];
    let is_on = |feature: &str| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let ids = features.into_iter().filter(|(_, feature)| is_on(feature)).map(|(id, _)| id);
    Builder::texts(domain_errors_catalog::FILES.iter().copied()).only(ids).build();
}
