//! The sources of our catalogs, imported again, give the facts that our catalogs have.

use errcat_model::Catalog;

use crate::{filled, import, page};

const WAPI: &str = include_str!("../../../../tests/facts/wapi-codes.tsv");
const WIX: &str = include_str!("../../../../tests/facts/wix-rows.tsv");
const WIX_OPERATIONS: &str = include_str!("../../../../tests/facts/wix-operations.tsv");
const WIX_STATUSES: &str = include_str!("../../../../tests/facts/wix-statuses.tsv");
const DOMAINS: &str = include_str!("../../../../tests/facts/domains-codes.tsv");

/// The rows of a table of facts, without its first line.
fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

#[track_caller]
fn assert_same(mut expected: Vec<String>, mut found: Vec<String>) {
    expected.sort();
    found.sort();
    let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).collect();
    let more: Vec<_> = found.iter().filter(|row| !expected.contains(row)).collect();
    assert!(missing.is_empty() && more.is_empty(), "missing: {missing:#?}\ntoo much: {more:#?}");
    assert_eq!(expected.len(), found.len());
}

fn group_title<'a>(catalog: &'a Catalog, id: &str) -> &'a str {
    &catalog.groups.iter().find(|group| group.id == id).unwrap().title
}

#[test]
fn wapi_has_all_238_codes_of_its_list() {
    let list = rows(WAPI).into_iter().filter(|row| row[4] == "response-codes");
    let expected: Vec<String> = list.map(|row| row[..4].join("\t")).collect();
    assert_eq!(expected.len(), 238);
    for text in [page!("response-codes.txt"), page!("response-codes.html")] {
        let catalog = filled(&import(text));
        let found = catalog.cases().map(|(code, case)| {
            let outcome = code.outcome.to_string();
            let group = group_title(&catalog, &code.group);
            [&code.code, &outcome, group, &case.messages[0].text].join("\t")
        });
        assert_same(expected.clone(), found.collect());
    }
}

#[test]
fn wapi_has_its_classes_as_ranges() {
    let catalog = filled(&import(page!("response-codes.txt")));
    let ours = crate::built_in();
    let ours = &ours.catalog("wapi").unwrap().groups;
    let ranges = |groups: &[errcat_model::Group]| -> Vec<(String, Option<(u32, u32)>)> {
        groups.iter().map(|group| (group.id.clone(), group.range)).collect()
    };
    assert_eq!(ranges(&catalog.groups), ranges(ours));
}

#[test]
fn a_table_of_a_spreadsheet_has_the_same_codes() {
    let catalog = filled(&import(page!("response-codes.csv")));
    let list = rows(WAPI).into_iter().filter(|row| row[4] == "response-codes");
    let found =
        catalog.cases().map(|(code, case)| format!("{}\t{}", code.code, case.messages[0].text));
    assert_same(list.map(|row| format!("{}\t{}", row[0], row[3])).collect(), found.collect());
}

#[test]
fn wix_has_every_row_with_its_operation() {
    let pages = [page!("connected-domains.md"), page!("domain-search.md")];
    let mut found = Vec::new();
    for catalog in pages.map(|page| filled(&import(page))) {
        for (code, case) in catalog.cases() {
            let row = |operation: &String, text: &str| {
                let http = case.facts.http.to_string();
                [operation, &http, case.facts.grpc.as_str(), &code.code, text].join("\t")
            };
            if case.messages.is_empty() {
                found.extend(case.operations.iter().map(|operation| row(operation, "-")));
            }
            for message in &case.messages {
                let own = &message.operations;
                let operations = if own.is_empty() { &case.operations } else { own };
                found.extend(operations.iter().map(|operation| row(operation, &message.text)));
            }
        }
    }
    let expected: Vec<String> = WIX.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(expected.len(), 32);
    assert_same(expected, found);
}

#[test]
fn wix_has_its_operations_with_their_pages() {
    let pages = [page!("connected-domains.md"), page!("domain-search.md")];
    let found = pages.iter().flat_map(|page| filled(&import(page)).operations);
    let found = found.map(|operation| format!("{}\t{}", operation.name, operation.url.unwrap()));
    let expected = rows(WIX_OPERATIONS).into_iter().map(|row| format!("{}\t{}", row[0], row[2]));
    assert_same(expected.collect(), found.collect());
}

#[test]
fn wix_has_its_twelve_statuses() {
    let catalog = filled(&import(page!("errors.md")));
    let found = catalog.statuses.iter().map(|status| format!("{}\t{}", status.http, status.title));
    assert_same(WIX_STATUSES.lines().skip(1).map(str::to_owned).collect(), found.collect());
    assert_eq!(catalog.codes.len(), 0);
}

#[test]
fn the_domains_service_has_its_23_codes() {
    let expected: Vec<String> = DOMAINS.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(expected.len(), 23);
    for text in [page!("domains-service.html"), page!("domains-service.txt")] {
        let catalog = filled(&import(text));
        let found = catalog.cases().map(|(code, case)| {
            let group = group_title(&catalog, &code.group);
            let (http, symbol) = (case.facts.http.to_string(), code.symbol.as_deref().unwrap());
            [&code.code, &http, symbol, group, &case.messages[0].text].join("\t")
        });
        assert_same(expected.clone(), found.collect());
    }
}
