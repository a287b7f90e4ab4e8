//! The Domains Service: its error code reference.

use errcat_tests::{
    assert_same_rows, cases, catalog, export, group_title, list, number, table, text, texts,
};

use super::find_code;

const DOMAINS_CODES: &str = include_str!("../../facts/domains-codes.tsv");

#[test]
fn domains_has_exactly_the_documented_codes() {
    let export = export();
    let domains = catalog(&export, "domains");
    let facts = table(DOMAINS_CODES, ["code", "http", "symbol", "category", "message"]);
    assert_eq!(facts.len(), 23);

    let exported: Vec<[String; 5]> = cases(domains)
        .map(|(code, case)| {
            [
                text(code, "code").to_owned(),
                number(case, "http"),
                text(code, "symbol").to_owned(),
                group_title(domains, code).to_owned(),
                texts(case, "messages").join(" | "),
            ]
        })
        .collect();
    assert_same_rows("codes of the Domains Service", &facts, &exported);
}

/// The code is about DNS, but the source lists it there.
#[test]
fn domain_008_is_in_the_group_quota_and_payment() {
    let export = export();
    let domains = catalog(&export, "domains");
    let code = find_code(domains, "DOMAIN_008");
    assert_eq!(group_title(domains, code), "Quota & Payment");
}

/// The reference shows one body.
#[test]
fn every_member_of_the_documented_body_has_a_slot() {
    let export = export();
    let envelopes = list(catalog(&export, "domains"), "envelopes");
    let documented = envelopes.iter().find(|envelope| text(envelope, "id") == "error");
    let mut paths: Vec<&str> =
        list(documented.unwrap(), "slots").iter().flat_map(|slot| texts(slot, "paths")).collect();
    paths.sort_unstable();
    let members = ["/errorCode", "/message", "/method", "/path", "/statusCode", "/timestamp"];
    assert_eq!(paths, members);
}
