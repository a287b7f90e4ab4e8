//! Codes that a catalog does not have, from YAML to the generated error: they have the meaning that
//! the catalog names for them, and the facts of the HTTP status that they came with.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]
#![allow(missing_docs, reason = "the catalog is a test")]

errcat::include_catalogs!();

use errcat::{Facts, GrpcCode, HttpStatus, Input, Retry};
use errcat_model::decode::decode;
use errcat_model::{Sources, load};

#[test]
fn unknown_codes_have_the_meaning_that_the_catalog_names() {
    let sources = Sources::read(&[concat!(env!("CARGO_MANIFEST_DIR"), "/sensitive")]);
    let sources = sources.with_fallback_hub("hub", domain_errors_catalog::HUB);
    let set = load(&sources).unwrap();
    let catalog = set.catalog("open").unwrap();
    let class = set.meaning(catalog.unknown.as_deref().unwrap()).unwrap().facts;
    for (code, status, expected) in [
        ("NEW", None, (class.http.get(), class.grpc, class.retry)),
        ("NEW", Some(200), (class.http.get(), class.grpc, class.retry)),
        ("17", Some(504), (504, GrpcCode::DeadlineExceeded, Retry::Query)),
        ("NEW", Some(404), (404, GrpcCode::NotFound, Retry::AfterFix)),
        ("NEW", Some(503), (503, GrpcCode::Unavailable, class.retry)),
    ] {
        let body = format!("{{\"code\": \"{code}\"}}");
        let status = status.and_then(HttpStatus::new);
        let input = status.into_iter().fold(Input::new(body.as_bytes()), Input::with_status);
        let response = open::decode(input);
        let error = response.error().unwrap();
        let Facts { http, grpc, retry, .. } = error.facts();
        assert_eq!((http.get(), grpc, retry), expected);
        assert_eq!(error.meaning(), Meaning::LimitQuota);
        let decoded = decode(&set, catalog, &input).unwrap();
        let expected = (Some(error.facts()), Some(error.meaning().id()));
        assert_eq!((decoded.facts, decoded.meaning), expected);
        let problem = error.reply(errcat::Audience::Operator).problem();
        assert_eq!(open::Error::from_problem(&problem).unwrap().facts(), error.facts());
    }
}
