//! Names of generated Rust, and catalog text in Markdown.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

use errcat_model::markdown::escape;
use errcat_model::names::{case_id, field_name, type_name};
use errcat_model::{Sources, load};

#[test]
fn names_follow_rust() {
    for (text, expected) in [
        ("DOMAIN_NOT_FOUND", Some("DomainNotFound")),
        ("Invalid domain", Some("InvalidDomain")),
        ("Domain isn't permitted", Some("DomainIsntPermitted")),
        ("3DS failed", Some("Code3dsFailed")),
        ("self", Some("SelfCode")),
        ("– – –", None),
        ("*/ }} \"", None),
    ] {
        assert_eq!(type_name(text).as_deref(), expected, "{text}");
    }
    assert_eq!(field_name("type").as_deref(), Some("type_"));
    assert_eq!(field_name("targetAccountId").as_deref(), Some("target_account_id"));
    assert_eq!(case_id("DomainNotFound"), "domain-not-found");
}

#[test]
fn modules_follow_rust() {
    for (id, module) in
        [("acme-domains", "acme_domains"), ("type", "type_"), ("22xx", "catalog_22xx")]
    {
        let provider = format!(
            "id: {id}\ntitle: T\nabout: A.\ndomain: d\ncode-type: string\nsources: [{{ id: s, title: S }}]"
        );
        let set = load(&Sources::from_texts([("one/provider.yaml", provider)])).unwrap();
        assert_eq!(set.catalogs[0].module, module);
    }
}

#[test]
fn catalog_text_is_never_markup() {
    assert_eq!(escape("<b> *x* [y](z) | #"), "\\<b\\> \\*x\\* \\[y\\](z) \\| \\#");
    assert_eq!(escape("# x - y\n1. z"), "\\# x - y 1. z");
    assert_eq!(escape("1. x {{y}}"), "1\\. x \\{\\{y\\}\\}");
    assert_eq!(escape("- see https://x.y"), "\\- see https\\://x.y");
}
