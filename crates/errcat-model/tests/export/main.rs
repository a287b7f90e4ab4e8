//! The export is read back to the catalogs that it was made from, and nothing else is read.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot get what it needs should stop there"
)]

mod hostile;
#[path = "../translation/oracle.rs"]
#[allow(dead_code, reason = "only what contradicts the meanings matters here")]
mod oracle;
#[path = "../translation/random.rs"]
mod random;
#[path = "../translation/world.rs"]
mod world;

use std::sync::LazyLock;

use errcat_model::export::{Export, import};
use errcat_model::{CatalogSet, Found, Sources, load};
use proptest::prelude::*;

/// The shipped catalogs.
static SHIPPED: LazyLock<CatalogSet> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
    load(&Sources::read(&[folder])).unwrap()
});

fn export(set: &CatalogSet) -> String {
    serde_json::to_string(&Export::new(set).unwrap()).unwrap()
}

fn assert_same(set: &CatalogSet) {
    let read = import(&export(set)).unwrap_or_else(|error| panic!("{error}"));
    assert!(read == *set, "the export is read back to something else");
}

#[test]
fn the_shipped_catalogs_come_back() {
    assert_same(&SHIPPED);
}

#[test]
fn every_member_comes_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../errcat-build/tests/emitted/golden");
    let hub = include_str!("../../../../catalog/meanings.yaml");
    let sources = Sources::read(&[folder]).with_fallback_hub("meanings.yaml", hub);
    let set = load(&sources).unwrap();
    assert!(matches!(set.find("history:court"), Found::Code { .. }), "earlier names are tested");
    assert_same(&set);
}

/// Members that a later version of errcat adds are ignored.
#[test]
fn unknown_members_are_ignored_and_new_ones_can_be_missing() {
    let mut export: serde_json::Value = serde_json::from_str(&export(&SHIPPED)).unwrap();
    export["made_by"] = "errcat 7".into();
    let code = &mut export["catalogs"][1]["codes"][0];
    code["unheard_of"] = 3.into();
    code.as_object_mut().unwrap().remove("aliases").unwrap();
    code["cases"][0]["unheard_of"] = 3.into();
    code["cases"][0].as_object_mut().unwrap().remove("aliases").unwrap();
    assert!(import(&export.to_string()).unwrap() == *SHIPPED);
}

/// Somebody may have sorted it, or written it by hand.
#[test]
fn the_order_of_catalogs_and_meanings_does_not_matter() {
    let mut export: serde_json::Value = serde_json::from_str(&export(&SHIPPED)).unwrap();
    for list in ["catalogs", "meanings"] {
        export[list].as_array_mut().unwrap().reverse();
    }
    assert!(import(&export.to_string()).unwrap() == *SHIPPED);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn any_catalogs_come_back(world in random::world()) {
        assert_same(&world.load());
    }
}
