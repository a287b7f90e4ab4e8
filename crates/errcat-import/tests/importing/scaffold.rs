//! A catalog to start from passes the check, whatever its id is.

use errcat_import::scaffold::files;
use errcat_model::{CodeType, Sources, load};
use proptest::prelude::*;

fn is_clean(ids: &[&str], code_type: CodeType) -> bool {
    let texts = ids.iter().flat_map(|id| {
        let files = files(id, code_type);
        files.into_iter().map(move |file| (format!("{id}/{}", file.path.display()), file.text))
    });
    let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB.to_owned());
    load(&Sources::from_texts(texts.chain([hub]))).is_ok()
}

#[test]
fn two_scaffolds_pass_the_check_together() {
    assert!(is_clean(&["acme", "beta-domains"], CodeType::String));
    assert!(is_clean(&["acme", "beta-domains"], CodeType::Integer));
}

#[test]
fn an_id_that_yaml_knows_is_a_text() {
    for id in ["null", "true", "no", "0123", "1e3", "type", "22xx"] {
        assert!(is_clean(&[id], CodeType::Integer), "{id}");
    }
}

proptest! {
    #[test]
    fn every_id_gives_a_clean_catalog(id in "[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?") {
        prop_assert!(is_clean(&[&id], CodeType::String));
    }
}
