//! One line a case, so that a review sees what a change of the YAML does.
//!
//! The snapshots hold what is decided and inherited, not what is merely written: a changed
//! status of a concept shows up in every case that inherits it.

use errcat_tests::{align, cases, catalog, export, list, number, text, texts};

#[test]
fn every_catalog_has_an_inventory() {
    for catalog in list(&export(), "catalogs") {
        let id = text(catalog, "id");
        insta::assert_snapshot!(id, inventory(id));
    }
}

/// The cases of a catalog as a table with aligned columns.
fn inventory(id: &str) -> String {
    let export = export();
    let heading =
        ["CODE", "CASE", "OUTCOME", "HTTP", "GRPC", "RETRY", "ACTOR", "RELATION", "CONCEPTS"];
    let mut rows = vec![heading.map(str::to_owned)];
    for (code, case) in cases(catalog(&export, id)) {
        rows.push([
            text(code, "code").to_owned(),
            text(case, "id").to_owned(),
            text(code, "outcome").to_owned(),
            number(case, "http"),
            text(case, "grpc").to_owned(),
            text(case, "retry").to_owned(),
            text(case, "actor").to_owned(),
            text(case, "relation").to_owned(),
            texts(case, "concepts").join(", "),
        ]);
    }
    align(&rows)
}
