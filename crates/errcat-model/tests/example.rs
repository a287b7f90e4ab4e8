//! Examples of responses are what the provider sends, and are read back as what they say.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it cannot go on"
)]

use errcat::{BodyFormat, Input};
use errcat_model::decode::decode;
use errcat_model::example::Examples;
use errcat_model::{CatalogSet, Sources, load};

fn acme() -> CatalogSet {
    let files = [
        (
            "meanings.yaml",
            "meanings:\n  - { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: UNKNOWN, retry: never, actor: operator }\n\
             roles: { passing: failure, broken: failure, validation: failure, unknown: failure }\n",
        ),
        (
            "acme/provider.yaml",
            "id: acme\ntitle: Acme\nabout: A.\ndomain: acme.example\ncode-type: integer\n\
             sources: [{ id: list, title: List }]\noperations: [{ name: order-domain }]\n\
             envelopes:\n\
             \x20 - id: failed\n    format: json\n    about: Of an error.\n    when: { /success: 'false' }\n\
             \x20   each: /errors\n    slots: { code: [/code], message: [/text], operation: [/command], http: [/status], request-id: [/id] }\n\
             \x20 - id: failed-xml\n    format: xml\n    about: Of an error.\n\
             \x20   slots: { code: [/error/@code], message: [/error/text] }\n",
        ),
        (
            "acme/codes.yaml",
            "group: { title: Codes, about: All of them., source: list }\ncodes:\n\
             \x20 - code: 17\n    name: Taken\n    message: <name> \"is\" <held> & taken <times> times\n\
             \x20   params: { name: { type: domain }, held: {}, times: { type: integer } }\n\
             \x20   operations: [order-domain]\n    kind-of: failure\n    http: 500\n\
             \x20   guidance: { cause: Somebody else holds the domain at the registry., action: Offer another name to the customer who asks. }\n",
        ),
    ];
    load(&Sources::from_texts(files)).unwrap()
}

fn body(set: &CatalogSet, format: BodyFormat) -> String {
    let catalog = &set.catalogs[0];
    let code = &catalog.codes[0];
    Examples::with(catalog, |examples| examples.body(code, &code.cases[0], format))
        .unwrap()
        .unwrap()
}

const FORMATS: [BodyFormat; 2] = [BodyFormat::Json, BodyFormat::Xml];

#[test]
fn a_body_is_laid_out_for_people() {
    insta::assert_snapshot!(FORMATS.map(|format| body(&acme(), format)).join("\n\n"));
}

#[test]
fn a_body_is_read_back_as_what_it_says() {
    let set = acme();
    for format in FORMATS {
        let body = body(&set, format);
        let decoded = decode(&set, &set.catalogs[0], &Input::new(body.as_bytes())).unwrap();
        assert_eq!(decoded.code.as_deref(), Some("17"), "{body}");
        assert_eq!(decoded.message, "example.com \"is\" <held> & taken 42 times");
    }
}

/// The shipped catalogs, and those of `tests/providers`, whose forms are of every kind.
fn all_catalogs() -> CatalogSet {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folders = [format!("{root}/catalog"), format!("{root}/tests/providers/catalog")];
    load(&Sources::read(&folders)).unwrap()
}

#[test]
fn examples_of_all_codes_are_read_back() {
    let set = all_catalogs();
    for catalog in &set.catalogs {
        let mut written = 0;
        for (code, case) in
            catalog.codes.iter().flat_map(|code| code.cases.iter().map(move |case| (code, case)))
        {
            for format in FORMATS {
                let body = Examples::with(catalog, |examples| examples.body(code, case, format));
                let Some(body) = body.unwrap() else { continue };
                let decoded = decode(&set, catalog, &Input::new(body.as_bytes())).unwrap();
                assert_eq!(decoded.known_code, Some(code), "{body}");
                written += 1;
            }
        }
        assert!(written >= catalog.codes.len(), "{}", catalog.id);
    }
}
