//! `errcat coverage`

use crate::{errcat, json};

#[test]
fn one_line_per_pair() {
    let table = errcat(["coverage"]).done();
    assert_eq!(table.lines().filter(|line| !line.is_empty()).count(), 2 * (1 + 6) + 5);
    for line in table.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    insta::assert_snapshot!(table);
}

/// The numbers of a pair add up to its cases.
#[test]
fn json_counts_and_names_everything() {
    let coverage = json(&errcat(["coverage", "--format", "json"]).done());
    for pair in coverage["pairs"].as_array().unwrap() {
        let number = |member: &str| pair[member].as_u64().unwrap();
        let answers = ["exact", "close", "wider", "narrower", "related", "none"].map(number);
        assert_eq!(answers.iter().sum::<u64>(), number("cases"), "{pair:#}");
        let one_way = pair["one_way"].as_array().unwrap();
        assert!(one_way.len() as u64 <= number("cases") - number("none"), "{pair:#}");
        for case in one_way {
            assert_ne!(case["from"], case["back"]);
        }
    }
    assert!(!coverage["used_once"].as_array().unwrap().is_empty());
    assert!(coverage["unused"].is_array());
}

#[test]
fn the_list_names_what_is_counted() {
    let list = errcat(["coverage", "--list"]).done();
    assert!(list.starts_with(&errcat(["coverage"]).done()));
    let coverage = json(&errcat(["coverage", "--format", "json"]).done());
    let ways = coverage["pairs"].as_array().unwrap().iter();
    let ways: usize = ways.map(|pair| pair["one_way"].as_array().unwrap().len()).sum();
    assert_eq!(list.lines().filter(|line| line.contains("-> ")).count(), ways);
    for heading in ["one way from domains into wix:", "meanings used by one catalog:"] {
        assert!(list.contains(heading), "{heading}");
    }
}
