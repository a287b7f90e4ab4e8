//! Input without measure: each finding is small, and finding it takes one pass.

use errcat_model::{Finding, Sources, load, render};

use super::catalog::{GROUP, HUB, PROVIDER, findings_in, findings_of_group, sources, with_message};

const FIFTY_MEGABYTES: usize = 50 << 20;

#[test]
fn a_text_of_fifty_megabytes_is_pointed_at() {
    let huge = "a".repeat(FIFTY_MEGABYTES);
    for (before, after) in [("", ""), ("\"", "\""), ("'", "'")] {
        let found = findings_of_group(with_message(&format!("{before}{huge}{after}")));
        assert_eq!(found, ["too-large 7:14"], "quoted with {before:?}");
    }
    let block = findings_of_group(with_message(&format!("|\n      {huge}")));
    assert_eq!(block, ["too-large 8:7"]);
    let words = with_message(&"word ".repeat(FIFTY_MEGABYTES / 5));
    assert_eq!(findings_of_group(words), ["too-large 7:14"]);
}

#[test]
fn a_quote_that_stays_open_for_fifty_megabytes_is_a_syntax_error() {
    let huge = "a".repeat(FIFTY_MEGABYTES);
    for quote in ["\"", "'"] {
        // The next line is where the text can no longer go on.
        let found = findings_of_group(with_message(&format!("{quote}{huge}")));
        assert_eq!(found, ["yaml-syntax 8:5"], "{quote}");
    }
}

#[test]
fn a_key_of_fifty_megabytes_is_refused() {
    let huge = "a".repeat(FIFTY_MEGABYTES);
    let implicit = findings_of_group(format!("{huge}: 1\n"));
    assert_eq!(implicit, [format!("yaml-syntax 1:{}", FIFTY_MEGABYTES + 1)]);
    let explicit = findings_of_group(format!("{GROUP}? {huge}\n: 1\n"));
    assert_eq!(explicit, ["too-large 12:3"]);
}

#[test]
fn a_hundred_thousand_copies_of_a_key_are_all_counted() {
    let unknown = findings_of_group(format!("{GROUP}{}", "    nope: 1\n".repeat(100_000)));
    assert_eq!(unknown[0], "unknown-key 12:5");
    assert_eq!(unknown[1], "duplicate-key 13:5");
    let known = format!("{GROUP}{}", "    http: 500\n".repeat(100_000));
    let sources = sources([
        ("meanings.yaml", HUB.into()),
        ("acme/provider.yaml", PROVIDER.into()),
        ("acme/orders.yaml", known),
    ]);
    assert_eq!(findings_in("acme/orders.yaml", &sources)[0], "duplicate-key 13:5");
    let findings = load(&sources).unwrap_err();
    let copies: Vec<&Finding> = findings.iter().filter(|f| f.law.id() == "duplicate-key").collect();
    assert_eq!(copies.len(), 1_000);
    assert_eq!(copies.iter().map(|copy| 1 + copy.more).sum::<usize>(), 99_999);
    // However many there are, "first here" is the first.
    let firsts = copies.iter().map(|copy| copy.related[0].place);
    assert!(firsts.clone().eq(std::iter::repeat_n(copies[0].related[0].place, firsts.len())));
}

#[test]
fn a_hundred_thousand_unknown_keys_are_all_counted() {
    let sources = group_and_provider(unknown_keys(100_000));
    let findings = load(&sources).unwrap_err();
    assert_eq!(findings.len(), 1_000);
    assert_eq!(findings[999].more, 99_000);
    assert_eq!(findings.to_string(), "unknown-key: a code has no key `k0` (and 99999 more)");
    let human = render::human(&findings, &sources, render::Style::default());
    assert!(human.ends_with("100000 findings in 1 file; 99950 of them are not shown\n"));
}

#[test]
fn programs_get_the_number_of_findings_that_are_left_out() {
    let sources = group_and_provider(unknown_keys(100_000));
    let findings = load(&sources).unwrap_err();
    let report = render::machine(&findings, &sources);
    assert_eq!((report.count, report.findings.len()), (100_000, 1_000));
    assert_eq!(report.findings[999].place.line, 11 + 1_000);
    assert_eq!(report.findings[999].more, 99_000);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["findings"][999]["more"], 99_000);
    assert!(json["findings"][998].get("more").is_none());
    let github = render::github(&findings, &sources);
    assert_eq!(github.lines().count(), 1_000);
    let note = "note: 99000 more findings of this law in this file are left out; fix these first";
    assert!(github.ends_with(&format!("%0A{note}\n")));
    let style = render::Style { limit: 1_000, ..render::Style::default() };
    let human = render::human(&findings, &sources, style);
    assert!(human.contains(note));
    assert!(human.ends_with("100000 findings in 1 file; 99000 of them are not shown\n"));
}

#[test]
fn many_files_with_findings_each_keep_one_of_a_law() {
    let files = (0..100).map(|n| (format!("acme/f{n}.yaml"), unknown_keys(1_000)));
    let sources = Sources::from_texts(files).with_texts([
        ("meanings.yaml", HUB.to_owned()),
        ("acme/provider.yaml", PROVIDER.to_owned()),
    ]);
    let findings = load(&sources).unwrap_err();
    let keys = findings.iter().filter(|finding| finding.law.id() == "unknown-key");
    let mut files: Vec<_> = keys.clone().map(|finding| finding.primary.place.file).collect();
    files.dedup();
    assert_eq!((keys.clone().count(), files.len()), (10_090, 100));
    assert_eq!(keys.map(|finding| 1 + finding.more).sum::<usize>(), 100_000);
}

#[test]
fn a_line_with_a_hundred_thousand_values_is_read_in_one_pass() {
    let list = vec!["a"; 100_000].join(",");
    let text = GROUP.replace("    is:", &format!("    operations: [{list}]\n    is:"));
    let found = findings_of_group(text);
    assert_eq!(found[0], "unknown-operation 8:18");
    assert_eq!(found[999], format!("unknown-operation 8:{}", 18 + 2 * 999));
}

#[test]
fn a_long_line_of_meanings_is_walked_once() {
    const MEANINGS: usize = 30_000;
    let below = |parent: &dyn Fn(usize) -> String| -> String {
        let meanings = (0..MEANINGS).map(|n| {
            format!(
                "  - {{id: c{n}, title: T, tell: {{ en: It is so. }}, parent: {}}}\n",
                parent(n)
            )
        });
        HUB.to_owned() + &meanings.collect::<String>()
    };
    let line =
        below(&|n| n.checked_sub(1).map_or("failure".to_owned(), |above| format!("c{above}")));
    assert_eq!(findings_of_hub(line), Vec::<String>::new());
    let circle = below(&|n| format!("c{}", (n + 1) % MEANINGS));
    assert_eq!(findings_of_hub(circle), ["meaning-cycle 6:57"]);
}

#[test]
fn a_long_name_is_not_copied_into_every_finding() {
    let code = "a".repeat(10_000);
    let params = (0..2_000).map(|n| format!("      p{n}: {{}}\n"));
    let params: String = params.collect();
    let text = GROUP.replace("code: A", &format!("code: {code}"));
    assert_short_findings(&format!("{text}    params:\n{params}"), 1_000);
}

#[test]
fn a_long_value_is_not_quoted_whole() {
    let long = "a".repeat(100_000);
    for text in [
        GROUP.replace("    is:", &format!("    http: {long}\n    is:")),
        GROUP.replace("is: failure", &format!("is: {long}")),
        GROUP.replace("    is:", &format!("    source: {long}\n    is:")),
        GROUP.replace("    is:", &format!("    ? {long}\n    : 1\n    is:")),
    ] {
        assert_short_findings(&text, 1);
    }
}

fn assert_short_findings(text: &str, count: usize) {
    let texts =
        [("meanings.yaml", HUB), ("acme/provider.yaml", PROVIDER), ("acme/orders.yaml", text)];
    let findings = load(&Sources::from_texts(texts)).unwrap_err();
    assert_eq!(findings.len(), count);
    let longest = findings.iter().map(|finding| finding.message.len()).max();
    assert!(longest < Some(1_000), "a message of {longest:?} bytes");
}

fn findings_of_hub(text: String) -> Vec<String> {
    findings_in("meanings.yaml", &sources([("meanings.yaml", text)]))
}

fn unknown_keys(count: usize) -> String {
    let keys = (0..count).map(|n| format!("    k{n}: 1\n"));
    GROUP.to_owned() + &keys.collect::<String>()
}

fn group_and_provider(group: String) -> Sources {
    Sources::from_texts([
        ("meanings.yaml", HUB.to_owned()),
        ("acme/provider.yaml", PROVIDER.to_owned()),
        ("acme/orders.yaml", group),
    ])
}
