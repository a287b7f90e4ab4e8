//! Wix: the articles about both generations of the API, and the one about all APIs.

use errcat_tests::{assert_same_rows, cases, catalog, export, list, number, table, text, texts};
use serde_json::Value;

use super::find_code;

const WIX_ROWS: &str = include_str!("../../facts/wix-rows.tsv");
const WIX_OPERATIONS: &str = include_str!("../../facts/wix-operations.tsv");
const WIX_STATUSES: &str = include_str!("../../facts/wix-statuses.tsv");
const WIX_PLATFORM: &str = include_str!("../../facts/wix-platform.tsv");

/// The cell of a table if the provider sends no text.
const NO_TEXT: &str = "-";

#[test]
fn wix_has_exactly_the_documented_rows() {
    let export = export();
    let facts = table(WIX_ROWS, ["operation", "http", "grpc", "code", "message"]);
    assert_eq!(facts.len(), 32);

    let mut exported = Vec::new();
    for (code, case) in cases(catalog(&export, "wix")) {
        for (message, operation) in answers(case) {
            exported.push([
                operation.to_owned(),
                number(case, "http"),
                text(case, "grpc").to_owned(),
                text(code, "code").to_owned(),
                message.to_owned(),
            ]);
        }
    }
    assert_same_rows("rows of the Wix articles", &facts, &exported);
}

/// Returns the texts of a case, each with every operation that sends it.
fn answers(case: &Value) -> Vec<(&str, &str)> {
    let of_case = texts(case, "operations");
    let templates = list(case, "templates");
    if templates.is_empty() {
        return of_case.into_iter().map(|operation| (NO_TEXT, operation)).collect();
    }
    let mut answers = Vec::new();
    for template in templates {
        let own = texts(template, "operations");
        let operations = if own.is_empty() { &of_case } else { &own };
        assert!(!operations.is_empty(), "no operation sends {template:#}");
        answers.extend(operations.iter().map(|operation| (text(template, "text"), *operation)));
    }
    answers
}

#[test]
fn wix_has_every_operation_with_its_page() {
    let export = export();
    let facts = table(WIX_OPERATIONS, ["operation", "api", "url"]);
    let exported: Vec<[String; 3]> = list(catalog(&export, "wix"), "operations")
        .iter()
        .map(|operation| ["name", "api", "url"].map(|member| text(operation, member).to_owned()))
        .collect();
    assert_same_rows("operations of Wix", &facts, &exported);
}

#[test]
fn wix_has_the_twelve_http_statuses() {
    let export = export();
    let facts = table(WIX_STATUSES, ["http", "title"]);
    assert_eq!(facts.len(), 12);
    let exported: Vec<[String; 2]> = list(catalog(&export, "wix"), "statuses")
        .iter()
        .map(|status| [number(status, "http"), text(status, "title").to_owned()])
        .collect();
    assert_same_rows("HTTP statuses of Wix", &facts, &exported);
}

#[test]
fn wix_has_the_codes_that_all_its_apis_share() {
    let export = export();
    let facts = table(WIX_PLATFORM, ["code", "http"]);
    assert_eq!(facts.len(), 13);
    // A case that names no operation can come from any.
    let exported: Vec<[String; 2]> = cases(catalog(&export, "wix"))
        .filter(|(_, case)| list(case, "operations").is_empty())
        .filter(|(_, case)| list(case, "templates").is_empty())
        .map(|(code, case)| [text(code, "code").to_owned(), number(case, "http")])
        .collect();
    assert_same_rows("codes of all Wix APIs", &facts, &exported);
}

/// The articles about the two generations of the API word the same texts differently.
#[test]
fn texts_that_differ_between_the_generations_are_one_case() {
    const PAIRS: [(&str, &str, &str); 7] = [
        (
            "Invalid domain",
            "Unable to connect domain `<domainName>`, it's available for purchase.",
            "Unable to connect domain `<domainName>`, it is available for purchase.",
        ),
        (
            "Invalid domain",
            "Domain `<domainName>` is Wix restricted.",
            "Domain `<domainName>` is restricted.",
        ),
        (
            "Invalid connection type",
            "Invalid connection type `<connectionType>`.",
            "Invalid connection type: `<connectionType>`.",
        ),
        (
            "DOMAINS_GUID_NOT_VALID",
            "Wix site id and/or Wix account ID is invalid.",
            "Wix site id / Wix account ID is invalid.",
        ),
        (
            "DOMAINS_PERMISSION_DENIED",
            "Permission denied for account ID `<accountId>`.",
            "Permission denied for target accountId: `<targetAccountId>`.",
        ),
        (
            "DOMAINS_DOMAIN_NOT_PERMITTED",
            "Domain `<domain>` isn't permitted for the account.",
            "Domain `<domain>` is not permitted to target account.",
        ),
        (
            "INVALID_DOMAINS_PREVIEW_RECORDS",
            "Missing A, and/or CName, and/or NS preview records for domain `<domainName>`.",
            "Preview records are missing A and/or CName and/or NS for domain: `<domainName>`.",
        ),
    ];
    let export = export();
    let wix = catalog(&export, "wix");
    for (code, current, older) in PAIRS {
        let both = |case: &&Value| {
            let messages = texts(case, "messages");
            messages.contains(&current) && messages.contains(&older)
        };
        let cases = list(find_code(wix, code), "cases");
        assert_eq!(
            cases.iter().filter(both).count(),
            1,
            "`{current}` and `{older}` are texts of one case of `{code}`"
        );
    }
}

/// The members are those of the article about all APIs.
#[test]
fn every_member_of_the_documented_bodies_has_a_slot() {
    let export = export();
    let paths: Vec<&str> = list(catalog(&export, "wix"), "envelopes")
        .iter()
        .flat_map(|envelope| list(envelope, "slots"))
        .flat_map(|slot| texts(slot, "paths"))
        .collect();
    for member in [
        "/message",
        "/details/applicationError/code",
        "/details/applicationError/description",
        "/details/applicationError/data",
        "/details/validationError/fieldViolations",
        "/field",
        "/description",
        "/violatedRule",
        "/ruleName",
        "/data",
    ] {
        assert!(paths.contains(&member), "no slot is filled from `{member}`");
    }
}
