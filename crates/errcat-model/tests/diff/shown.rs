//! The changes as others read them.

use errcat_model::diff::{Rule, github, markdown, report};

use crate::changes;

#[test]
fn for_programs() {
    let (diff, sources) = changes(Rule::VariantRenamed);
    insta::assert_snapshot!(serde_json::to_string_pretty(&report(&diff, &sources)).unwrap());
}

#[test]
fn for_github() {
    let (diff, sources) = changes(Rule::HubRenamed);
    insta::assert_snapshot!(github(&diff, &sources));
}

#[test]
fn for_a_changelog() {
    let (diff, _) = changes(Rule::MeaningChanged);
    insta::assert_snapshot!("for_a_changelog", markdown(&diff));
    let (diff, _) = changes(Rule::VariantRenamed);
    insta::assert_snapshot!("for_a_changelog_with_what_breaks", markdown(&diff));
}
