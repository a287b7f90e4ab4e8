//! The differences between a newer page and a catalog.

use errcat_import::drift::{Change, ChangeTag, Drift, compare, edits};
use errcat_model::{Sources, load};
use proptest::prelude::*;

use crate::{built_in, import, page};

#[track_caller]
fn drift(text: &str, catalog: &str) -> Drift {
    let set = built_in();
    compare(&import(text), set.catalog(catalog).unwrap(), None).unwrap()
}

/// A difference in a line.
fn line(change: &Change) -> String {
    let kind = format!("{:?}", change.kind);
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
    let operations = change.operations.join(", ");
    let Change { reference, before, after, .. } = change;
    format!("{kind} {reference} [{operations}] {} => {}", text(before), text(after))
}

fn lines(drift: &Drift) -> Vec<String> {
    drift.changes.iter().map(line).collect()
}

#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn the_pages_of_the_catalogs_show_no_differences() {
    for (text, catalog) in [
        (page!("connected-domains.md"), "wix"),
        (page!("domain-search.md"), "wix"),
        (page!("errors.md"), "wix"),
        (page!("domains-service.html"), "domains"),
        (page!("domains-service.txt"), "domains"),
        (page!("response-codes.csv"), "wapi"),
        (page!("response-codes.html"), "wapi"),
        (page!("response-codes.txt"), "wapi"),
    ] {
        assert_eq!(lines(&drift(text, catalog)), [""; 0]);
    }
}

#[test]
fn codes_come_go_and_change_their_text() {
    let text = page!("response-codes.txt");
    let text = changed(text, "  • 5003 Out of order\n", "  • 5004 Out of orders\n");
    let text = changed(&text, "3201 Domain is registered", "3201 Domain is already registered");
    let found = drift(&text, "wapi");
    assert_eq!(found.source.as_deref(), Some("response-codes"));
    assert_eq!(
        lines(&found),
        [
            "MessageChanged wapi:3201 [] Domain is registered => Domain is already registered",
            "CodeAdded wapi:5004 [] · => Out of orders",
            "CodeVanished wapi:5003 [] Out of order => ·",
        ]
    );
    let place = text.lines().position(|line| line.contains("3201 ")).unwrap() + 1;
    assert_eq!(found.changes[0].line, Some(place));
}

/// WAPI's 3217 has a second case from another page, which this one cannot have lost.
#[test]
fn texts_of_another_source_have_not_vanished() {
    let text = changed(page!("response-codes.txt"), "  • 3217 ", "  • 3299 ");
    let found = lines(&drift(&text, "wapi"));
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[1].starts_with("CodeVanished wapi:3217#nsset-"), "{found:#?}");
}

#[test]
fn several_cases_and_texts_of_a_code_are_told_apart() {
    let text = page!("connected-domains.md");
    let text = changed(
        text,
        "Domain `<domainName>` is Wix restricted.",
        "Domain `<domainName>` is restricted by Wix.",
    );
    let found = lines(&drift(&text, "wix"));
    assert_eq!(
        found,
        ["MessageChanged wix:Invalid domain#domain-restricted [Create Connected Domain] \
          Domain `<domainName>` is Wix restricted. => Domain `<domainName>` is restricted by Wix."]
    );
}

#[test]
fn a_text_of_several_operations_changes_once() {
    let old = "Wix site and/or account ID are invalid.";
    let text = page!("connected-domains.md").replace(old, "Site or account is invalid.");
    assert_eq!(
        lines(&drift(&text, "wix")),
        [
            "MessageChanged wix:DOMAINS_GUID_NOT_VALID [Get Connected Domain, Get Connected Domain Setup Info] \
          Wix site and/or account ID are invalid. => Site or account is invalid."
        ]
    );
}

#[test]
fn operations_come_and_go() {
    let row = "| `NOT_FOUND (404)` | `NOT_FOUND` | Domain name `<domainName>` wasn't found. |";
    let text = page!("connected-domains.md");
    let (start, rest) = text.split_once(row).unwrap();
    let (cells, rest) = rest.split_once('\n').unwrap();
    let text = format!("{start}{}", rest.trim_end());
    assert_eq!(
        lines(&drift(&text, "wix")),
        ["OperationVanished wix:NOT_FOUND#domain-name-not-found [Get Connected Domain] \
          Domain name `<domainName>` wasn't found. => ·"]
    );
    let text = format!("{start}{row}{cells}\n{}\n{row} x |\n", rest.trim_end());
    assert_eq!(
        lines(&drift(&text, "wix")),
        ["OperationAdded wix:NOT_FOUND [Get Connected Domain Setup Info] \
          · => Domain name `<domainName>` wasn't found."]
    );
    let section =
        page!("connected-domains.md").split("## Get Connected Domain Setup").next().unwrap();
    let found = lines(&drift(section, "wix"));
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found.iter().all(|line| line.contains("OperationVanished")), "{found:#?}");
}

#[test]
fn statuses_and_names_are_compared() {
    let text = changed(
        page!("domains-service.html"),
        "<td>409<td><b>DOMAIN_ALREADY_EXISTS",
        "<td>410<td><b>DOMAIN_TAKEN",
    );
    assert_eq!(
        lines(&drift(&text, "domains")),
        [
            "NameChanged domains:DOMAIN_002 [] DOMAIN_ALREADY_EXISTS => DOMAIN_TAKEN",
            "HttpChanged domains:DOMAIN_002 [] 409 => 410",
        ]
    );
    let text = changed(page!("errors.md"), "| 404 - Not found", "| 404 - Missing");
    let text = changed(&text, "| 501 - Not implemented", "| 502 - Bad gateway");
    assert_eq!(
        lines(&drift(&text, "wix")),
        [
            "StatusChanged 404 [] Not found => Missing",
            "StatusAdded 502 [] · => Bad gateway",
            "StatusVanished 501 [] Not implemented => ·",
        ]
    );
    let text =
        page!("domain-search.md").replace("PERMISSION_DENIED (403)", "UNAUTHENTICATED (401)");
    let found = lines(&drift(&text, "wix"));
    assert!(
        found.contains(
            &"GrpcChanged wix:DOMAINS_NO_THROTTLER_KEY [] PERMISSION_DENIED => UNAUTHENTICATED"
                .to_owned()
        ),
        "{found:#?}"
    );
}

/// A catalog with a retired code, and parameters that its author named.
fn small() -> Sources {
    let provider = "id: acme\ntitle: T\nabout: A\ndomain: d\ncode-type: integer\nsources: [{ id: s, title: S }]\n";
    let group = "group: { title: G, about: A, source: s }\ncodes:\n  \
        - { code: 1, message: Old, is: failure, retired: { since: '2020' }, guidance: { cause: What this one is about., action: What to do about this. } }\n  \
        - { code: 2, message: At most <limit> of <thing>, kind-of: failure, params: { limit: {}, thing: {} }, guidance: { cause: What that one is about., action: What to do about that. } }\n";
    let files = [
        ("acme/provider.yaml", provider),
        ("acme/g.yaml", group),
        ("meanings.yaml", domain_errors_catalog::HUB),
    ];
    Sources::from_texts(files)
}

#[test]
fn a_retired_code_is_expected_to_be_missing() {
    let set = load(&small()).unwrap();
    let found = |text: &str| {
        let found = compare(&import(text), &set.catalogs[0], None).unwrap();
        lines(&found)
    };
    assert_eq!(found("2,At most {0} of {1}\n2,At most {0} of {1}\n"), [""; 0]);
    assert_eq!(found("1,Old\n2,At most {0} of {1}\n"), ["CodeReturned acme:1 [] · => ·"]);
    assert_eq!(found("2,At most {0} of {1}\n2,More\n"), ["MessageAdded acme:2 [] · => More"]);
    assert_eq!(found("3,New\n4,Newer\n").len(), 3);
}

#[test]
fn an_unknown_source_is_an_error() {
    let set = built_in();
    let error = compare(&import(page!("errors.md")), set.catalog("wix").unwrap(), Some("nope"));
    assert_eq!(error.unwrap_err().to_string(), "the catalog has no source `nope`");
}

/// Returns the words of one of two texts.
fn side(edits: &[(ChangeTag, String)], other: ChangeTag) -> String {
    let own = edits.iter().filter(|(tag, _)| *tag != other);
    own.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn both_texts_are_in_their_edits(old in "([ab] ){0,8}", new in "([abc] ){0,8}") {
        let edits = edits(&old, &new);
        prop_assert_eq!(side(&edits, ChangeTag::Insert), old.trim());
        prop_assert_eq!(side(&edits, ChangeTag::Delete), new.trim());
    }
}
