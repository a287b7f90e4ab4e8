//! Every status, advice and actor is the reviewed one, and no advice contradicts its text.

use errcat_tests::{assert_same_rows, cases, catalog, export, list, number, table, text, texts};
use serde_json::Value;

const REVIEWED: &str = include_str!("../../facts/reviewed.tsv");
const CATALOGS: [&str; 3] = ["domains", "wapi", "wix"];

/// First words of an action that changes the request, after which it may succeed.
const CHANGES: [&str; 21] = [
    "Add", "Build", "Change", "Choose", "Convert", "Correct", "Encode", "Enter", "Fill", "Fix",
    "Give", "Include", "Omit", "Pass", "Pick", "Remove", "Replace", "Send", "Shorten", "Supply",
    "Write",
];

/// Sources without an address, by catalog and id: the document of the Domains Service is not public.
const WITHOUT_ADDRESS: [(&str, &str); 1] = [("domains", "error-codes")];

/// Returns all cases with their references, such as `wix:Invalid domain#domain-restricted`.
fn all(export: &Value) -> impl Iterator<Item = (String, &Value)> {
    CATALOGS.into_iter().flat_map(move |id| {
        cases(catalog(export, id)).map(move |(code, case)| {
            let mut reference = format!("{id}:{}", text(code, "code"));
            if list(code, "cases").len() > 1 {
                reference = format!("{reference}#{}", text(case, "id"));
            }
            (reference, case)
        })
    })
}

/// Returns the references of all cases that break a rule.
fn breaking(breaks: impl Fn(&str, &Value) -> bool) -> Vec<String> {
    let export = export();
    let all = all(&export).filter(|(reference, case)| breaks(reference, case));
    all.map(|(reference, _)| reference).collect()
}

fn action(case: &Value) -> &str {
    case["action"].as_str().unwrap_or_default()
}

#[test]
fn every_case_has_the_reviewed_facts() {
    let export = export();
    let reviewed = table(REVIEWED, ["reference", "http", "grpc", "retry", "actor"]);
    let references: Vec<&str> = reviewed.iter().map(|row| row[0]).collect();
    assert!(references.is_sorted(), "the rows are sorted by reference");
    let exported: Vec<[String; 5]> = all(&export)
        .map(|(reference, case)| {
            let [grpc, retry, actor] =
                ["grpc", "retry", "actor"].map(|fact| text(case, fact).to_owned());
            [reference, number(case, "http"), grpc, retry, actor]
        })
        .collect();
    assert_same_rows("the reviewed facts", &reviewed, &exported);
}

/// Whether a text names a span of time, such as `300 s` or `an hour`.
fn names_a_span(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(['.', ','])).collect();
    words.iter().zip(words.iter().skip(1)).any(|(amount, unit)| {
        let is_amount = ["a", "an", "one", "few", "several"].contains(amount)
            || amount.replace(',', "").parse::<u32>().is_ok();
        is_amount && ["s", "seconds", "minutes", "hour", "hours", "day", "days"].contains(unit)
    })
}

#[test]
fn an_action_that_says_how_long_to_wait_has_a_delay() {
    assert!(names_a_span("Wait 300 to 3,600 s first.") && names_a_span("Stop for an hour."));
    assert!(!names_a_span("Wait a little, and use 2 servers."));
    let silent = breaking(|_, case| text(case, "retry") == "later" && names_a_span(action(case)));
    assert_eq!(silent, [""; 0], "`later`, but no `retry-after`");
}

#[test]
fn an_action_that_begins_with_waiting_is_later() {
    let first = ["Wait", "Pause", "Retry"];
    let others = breaking(|_, case| {
        let begins = first.iter().any(|word| action(case).starts_with(word));
        begins && !text(case, "retry").starts_with("later")
    });
    assert_eq!(others, [""; 0]);
}

#[test]
fn an_action_that_changes_the_request_is_not_never() {
    let changed = breaking(|_, case| {
        let first = action(case).split(' ').next().unwrap_or_default();
        // Another name is another request.
        let is_change =
            CHANGES.contains(&first) && !action(case).starts_with("Choose another name");
        text(case, "retry") == "never" && is_change
    });
    assert_eq!(changed, [""; 0], "`never`, but a change helps: write `after-fix`");
}

/// The catalogs declare only some of the operations of the providers, so the law does not see all.
#[test]
fn advice_to_send_again_says_why_that_orders_nothing_twice() {
    let export = export();
    let is_idempotent = |id: &str, name: &str| {
        let mut operations = list(catalog(&export, id), "operations").iter();
        operations.any(|one| text(one, "name") == name && one["idempotent"] == true)
    };
    let silent = breaking(|reference, case| {
        let id = reference.split(':').next().unwrap();
        let operations = texts(case, "operations");
        let is_harmless =
            !operations.is_empty() && operations.iter().all(|name| is_idempotent(id, name));
        text(case, "retry").starts_with("later") && !is_harmless && case["facts_why"].is_null()
    });
    assert_eq!(silent, [""; 0], "`later` needs `facts-why:`, or only idempotent `operations:`");
}

#[test]
fn every_source_has_an_address() {
    let export = export();
    for id in CATALOGS {
        for source in list(catalog(&export, id), "sources") {
            let name = text(source, "id");
            let is_exempt = WITHOUT_ADDRESS.contains(&(id, name));
            assert_eq!(source["url"].is_null(), is_exempt, "the `url:` of `{name}` of {id}");
        }
    }
}
