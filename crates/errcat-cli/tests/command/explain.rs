//! `errcat explain` with references that exist.

use crate::{errcat, json};

fn explain(reference: &str) -> String {
    errcat(["explain", reference]).done()
}

/// The first line of a page: the reference and the name.
fn title(reference: &str) -> String {
    explain(reference).lines().next().unwrap().to_owned()
}

#[test]
fn a_code_is_found_by_number_name_message_or_case() {
    for (reference, expected) in [
        ("wapi:3201", "wapi:3201  DomainRegistered"),
        ("3201", "wapi:3201  DomainRegistered"),
        (" wapi:3201\n", "wapi:3201  DomainRegistered"),
        ("DomainRegistered", "wapi:3201  DomainRegistered"),
        ("domainregistered", "wapi:3201  DomainRegistered"),
        ("domain-registered", "wapi:3201  DomainRegistered"),
        ("Domain is registered", "wapi:3201  DomainRegistered"),
        ("domain is registered", "wapi:3201  DomainRegistered"),
        ("DOMAIN_001", "domains:DOMAIN_001  DomainNotFound"),
        ("domain_001", "domains:DOMAIN_001  DomainNotFound"),
        ("DOMAIN_NOT_FOUND", "domains:DOMAIN_001  DomainNotFound"),
        ("domains:DOMAIN_NOT_FOUND", "domains:DOMAIN_001  DomainNotFound"),
        ("Notification aquired", "wapi:1002  NotificationAcknowledged"),
        ("wapi:internalerror", "wapi:4000  InternalError"),
        ("domain.unavailable", "domain.unavailable"),
        // Keywords of one meaning.
        ("not enough money", "billing.insufficient-funds"),
        ("Rate Limit", "limit.rate"),
    ] {
        assert_eq!(title(reference), expected, "`{reference}`");
    }
}

#[test]
fn words_need_no_quotes() {
    let page = errcat(["explain", "not", "enough", "money", "--format", "json"]).done();
    assert_eq!(json(&page)["id"], "billing.insufficient-funds");
}

#[test]
fn the_readme_shows_the_start_of_the_real_page() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let (_, shown) = readme.split_once("$ errcat explain wapi:3205\n").unwrap();
    let (shown, _) = shown.split_once("…\n```").unwrap();
    let page = explain("wapi:3205");
    assert!(page.starts_with(shown), "the README shows:\n{shown}\nand not:\n{page}");
}

#[test]
fn the_page_of_a_code() {
    insta::assert_snapshot!(explain("wapi:3201"));
}

#[test]
fn the_page_of_a_code_with_several_cases() {
    insta::assert_snapshot!(explain("Invalid domain"));
}

#[test]
fn the_page_of_a_meaning() {
    insta::assert_snapshot!(explain("object.unavailable"));
}

#[test]
fn the_sentence_for_the_customer_is_in_a_language() {
    let told = |reference, language| errcat(["explain", reference, "--language", language]).done();
    for reference in ["wapi:3201", "domain.already-registered"] {
        assert!(told(reference, "cs").contains("\ntell         Tato doména už"), "{reference}");
        assert_eq!(told(reference, "xx"), explain(reference));
    }
    for (reference, sentence) in [("wapi:3201", "/cases/0/tell/cs"), ("success", "/tell/cs")] {
        let all = json(&errcat(["explain", reference, "--format", "json"]).done());
        assert!(all.pointer(sentence).is_some_and(serde_json::Value::is_string), "{all}");
    }
}

#[test]
fn every_page_fits_in_eighty_columns() {
    for reference in [
        "failure",
        "request.invalid",
        "object.unavailable",
        "wapi:1001",
        "wapi:2052",
        "Invalid domain",
        "DOMAINS_ALREADY_EXISTS",
        "DOMAIN_005",
    ] {
        for line in explain(reference).lines() {
            // Ids, names and addresses are not broken.
            let is_text = line.split_whitespace().count() > 2;
            assert!(line.chars().count() <= 80 || !is_text, "`{reference}`: {line}");
        }
    }
}

#[test]
fn a_case_is_shown_without_its_siblings() {
    for reference in [
        "wix:Invalid domain#domain-restricted",
        "Invalid domain#domain-restricted",
        "wix:domain-restricted",
        "DomainRestricted",
        "Domain `<domainName>` is Wix restricted.",
    ] {
        let page = explain(reference);
        assert!(page.starts_with("wix:Invalid domain  InvalidDomain\n"), "{page}");
        assert!(page.contains("\n#domain-restricted  DomainRestricted\n"), "{page}");
        assert!(!page.contains("#domain-available"), "`{reference}` shows all cases:\n{page}");
    }
}

#[test]
fn all_cases_are_shown_for_the_code() {
    let page = explain("Invalid domain");
    for case in ["#domain-available-for-purchase", "#domain-restricted"] {
        assert!(page.contains(case), "{page}");
    }
}

/// `errcat list` and other commands name the only case of a code.
#[test]
fn the_only_case_may_be_named() {
    assert_eq!(title("wapi:3201#domain-registered"), "wapi:3201  DomainRegistered");
    assert_eq!(title("3201#domain-registered"), "wapi:3201  DomainRegistered");
}

#[test]
fn a_pending_request_is_never_sent_again() {
    let page = explain("1001");
    assert!(page.contains("\nretry        query: look up its result before you"), "{page}");
    assert!(page.contains("Never send the command again"), "{page}");
}

/// `domain-` and `info` on two lines could not be copied and would look like two words.
#[test]
fn a_name_on_the_wire_is_not_broken_at_its_hyphens() {
    let page = explain("1001");
    assert!(page.contains("`domain-info`"), "{page}");
    for line in page.lines() {
        assert!(!line.ends_with('-'), "{line}");
    }
}

#[test]
fn nobody_is_not_explained_as_nobody() {
    let page = explain("1000");
    assert!(page.contains("\nwho acts     nobody"), "{page}");
    assert!(!page.contains("nobody: nobody"), "{page}");
}

#[test]
fn json_has_the_catalog_the_code_and_the_case() {
    let explained = |reference| json(&errcat(["explain", reference, "--format", "json"]).done());
    let code = explained("wapi:3201");
    assert_eq!(code["catalog"], "wapi");
    assert_eq!(code["code"], "3201");
    assert_eq!(code["case"], serde_json::Value::Null);
    assert_eq!(code["cases"][0]["http"], 409);
    assert_eq!(code["cases"][0]["grpc"], "ALREADY_EXISTS");
    assert_eq!(code["cases"][0]["meaning"], "domain.already-registered");

    let case = explained("wix:Invalid domain#domain-restricted");
    assert_eq!(case["catalog"], "wix");
    assert_eq!(case["case"], "domain-restricted");

    let meaning = explained("domain.unavailable");
    assert_eq!(meaning["id"], "domain.unavailable");
    assert_eq!(meaning["parent"], "object.unavailable");
}

/// A catalog with deprecated and retired codes and former names.
const HISTORY: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../errcat-build/tests/emitted/golden/history");

#[test]
fn the_history_of_a_code_is_shown() {
    let explain = |reference: &str| errcat(["explain", reference, "--catalog", HISTORY]).done();
    insta::assert_snapshot!("deprecated", explain("10"));
    insta::assert_snapshot!("retired", explain("11"));
    insta::assert_snapshot!("renamed", explain("AllDone"));
    // A former name of a case shows only that case.
    let page = explain("history:12#court");
    assert!(
        page.contains("#blocked-by-court  BlockedByCourt\nformerly     Court in Rust"),
        "{page}"
    );
    assert!(!page.contains("blocked-by-registry"), "{page}");
}

#[test]
fn nothing_translates_to_a_retired_code() {
    let mut command = crate::command();
    let catalog = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
    command.args(["export", "--catalog", HISTORY, "--catalog", catalog]);
    let export = json(&crate::run(&mut command).done());
    let translations = export["translations"].as_array().unwrap();
    assert!(translations.iter().any(|entry| entry["from"] == "history:11"), "it is translated");
    assert!(translations.iter().all(|entry| entry["to"] != "history:11"));
}

#[test]
fn a_catalog_may_stand_before_a_code() {
    assert_eq!(explain("wapi 3201"), explain("wapi:3201"));
}
