//! Input that was made to fill the memory ends with a finding that names the limit, within 600 MB
//! and in one pass.

use errcat::Input;
use errcat_model::decode::decode;
use errcat_model::{Findings, Sources, load};

use super::catalog::{GROUP, HUB, PROVIDER, load_group};

/// The catalogs that can be read are not larger.
const SIZE: usize = 64 << 20;

const HEAD: &str = "group: {title: Orders, about: All., outcome: success, source: docs}\ncodes:\n";

/// Returns some thousand copies of a text, each with a number of its own in place of `{n}`.
fn numbered(thousands: usize, text: &str) -> String {
    let thousand = (0..1_000).map(|n| text.replace("{n}", &format!("\0{n:03}")));
    let thousand: String = thousand.collect();
    (0..thousands).map(|number| thousand.replace('\0', &number.to_string())).collect()
}

fn sources(group: String) -> Sources {
    let texts = [("meanings.yaml", HUB.to_owned()), ("acme/provider.yaml", PROVIDER.to_owned())];
    Sources::from_texts(texts).with_texts([("acme/orders.yaml", group)])
}

/// Loads a group file and returns the first findings.
fn findings(group: String) -> Vec<String> {
    findings_in(&sources(group))
}

fn findings_in(sources: &Sources) -> Vec<String> {
    let (found, bytes) = measured(sources);
    let megabytes = bytes / 1_000_000;
    assert!(megabytes < 600, "{megabytes} MB");
    found
}

/// Returns the first findings, and the bytes of the files with everything that is made of them.
fn measured(sources: &Sources) -> (Vec<String>, usize) {
    let size: usize = sources.files().map(|file| file.text().len()).sum();
    let mut found = Vec::new();
    let info = allocation_counter::measure(|| {
        let all = load(sources).err().map(Findings::into_vec).unwrap_or_default();
        found.extend(all.iter().take(3).map(|one| format!("{}: {}", one.law.id(), one.message)));
    });
    (found, usize::try_from(info.bytes_max).unwrap() + size)
}

#[test]
fn all_files_share_the_limit_of_values() {
    let maps = |count| "- {}\n".repeat(count);
    let (most, rest) = (maps(2_900_000), maps(SIZE / 5 - 2_900_000));
    let found = findings_in(&Sources::from_texts([
        ("meanings.yaml", HUB),
        ("acme/provider.yaml", PROVIDER),
        ("acme/a.yaml", &most),
        ("acme/b.yaml", &rest),
        ("acme/c.yaml", "1"),
    ]));
    let expected = [
        "wrong-type: a group file is a list here, not a mapping",
        "too-large: up to here, the catalogs have more than 3000000 values",
        "wrong-type: a group file is a single value here, not a mapping",
    ];
    assert_eq!(found, expected);
}

#[test]
fn values_of_other_shapes_take_no_more_memory() {
    let nested = format!("{}{},", "[".repeat(20), "]".repeat(20));
    for values in ["1,".repeat(300_000), nested.repeat(15_000)] {
        let (_, bytes) = measured(&sources(format!("[{values}1]")));
        // Ten times as many are the limit.
        let megabytes = (10 * bytes + SIZE) / 1_000_000;
        assert!(megabytes < 600, "{megabytes} MB");
    }
}

#[test]
fn many_empty_entries_are_refused() {
    // Fewer values than the limit, each of which becomes a code.
    let found = findings(format!("{HEAD}{}", "- {}\n".repeat(400_000)));
    let limit = "too-large: with these 400000, the entries of the catalogs take more than 192 MiB";
    assert_eq!(found, [limit]);
}

#[test]
fn as_many_aliases_as_fit_are_checked() {
    // Each is kept in several sets of names.
    let most = format!("{GROUP}    aliases: [{}'*']\n", numbered(1_000, "B{n},"));
    let rest = format!("  - code: B\n    aliases: [{}C]\n", numbered(200, "C{n},"));
    let expected = [
        "name-unusable: no Rust name can be made of `*`",
        "too-large: with these 200001, the entries of the catalogs take more than 192 MiB",
    ];
    assert_eq!(findings(most + &rest), expected);
}

#[test]
fn a_finding_for_each_value_is_counted_and_not_kept() {
    for (line, law, count) in [
        ("- {code: TODO, is: TODO}\n", "gap", 40_000),
        ("- TODO\n", "wrong-type", 20_000),
        ("- 1\n", "wrong-type", 20_000),
    ] {
        let all = load(&sources(format!("{HEAD}{}", line.repeat(20_000)))).unwrap_err();
        let all = all.iter().filter(|finding| finding.law.id() == law);
        let counted: usize = all.clone().map(|finding| 1 + finding.more).sum();
        assert_eq!((all.count(), counted), (1_000, count), "{line}");
    }
}

#[test]
fn many_directives_and_lines_are_read_without_memory() {
    let directives = numbered(3_500, "%TAG !a{n}! a\n");
    let found = findings(format!("{directives}--- 1\n"));
    assert_eq!(found, ["yaml-feature: a catalog uses no YAML directives"]);
    for (line, part) in [("\n", 1), ("\r", 8), ("#\n", 8)] {
        let text = format!("{GROUP}{}  @\n", line.repeat(SIZE / line.len() / part));
        let (found, bytes) = measured(&sources(text));
        assert!(found[0].starts_with("yaml-syntax"), "{line:?}");
        let megabytes = part * bytes / 1_000_000;
        assert!(megabytes < 600, "{megabytes} MB for {line:?}");
    }
}

#[test]
fn inherited_values_are_limited() {
    let operations = numbered(150, "o{n},");
    let cases = numbered(2, "  - {id: c{n}, message: m{n}}\n");
    let code = format!("- code: A\n  is: success\n  operations: [{operations}]\n  cases:\n{cases}");
    let limit =
        "too-large: up to this code, cases inherit more than 128 MiB of texts and operations";
    assert_eq!(findings(format!("{HEAD}{code}")), [limit]);
    let why = "because ".repeat(100_000);
    let code = format!("- code: A\n  like: success\n  why: {why}\n  cases:\n{cases}");
    assert_eq!(findings(format!("{HEAD}{code}")), [limit]);
}

#[test]
fn an_envelope_has_at_most_as_many_different_paths_as_the_reader() {
    let provider = |count: usize| {
        let slots: Vec<String> = (0..count).map(|n| format!("/p{n}")).collect();
        let slots = slots.join(",");
        let xml = slots.replace("/p", "/error/p");
        format!(
            "{PROVIDER}envelopes:\n\
             - {{id: one, format: json, about: A., slots: {{code: [{slots}], message: [/p0]}}}}\n\
             - {{id: two, format: xml, about: A., slots: {{code: [{xml}]}}}}\n"
        )
    };
    let set = load_group(&provider(32), GROUP);
    let decoded = decode(&set, &set.catalogs[0], &Input::new(b"{\"p31\": \"A\"}")).unwrap();
    assert_eq!(decoded.code.as_deref(), Some("A"));
    let found = |count| {
        let texts = [("meanings.yaml", HUB.to_owned()), ("acme/provider.yaml", provider(count))];
        findings_in(&Sources::from_texts(texts).with_texts([("acme/orders.yaml", GROUP)]))
    };
    let limit = "too-large: the envelopes have 33 different paths in one format";
    assert_eq!(found(33), [limit]);
    assert_eq!(found(2_000), ["too-large: the envelopes have 4001 paths"]);
}

#[test]
fn long_lists_are_checked_in_one_pass() {
    let operations = numbered(150, "o{n},");
    let found = findings(format!("{HEAD}- {{code: A, is: success, operations: [{operations}]}}\n"));
    assert_eq!(found[0], "unknown-operation: there is no operation `o0000`");
    // A line of meanings, and a code that covers each of them.
    let meanings = (0..50_000_usize).map(|n| {
        let above = n.checked_sub(1).map_or("success".to_owned(), |above| format!("c{above}"));
        format!("  - {{id: c{n}, title: T, tell: {{ en: It is so. }}, parent: {above}}}\n")
    });
    let hub = format!("{HUB}{}", meanings.collect::<String>());
    let covers: Vec<String> = (0..50_000).map(|n| format!("c{n}")).collect();
    let covers = covers.join(",");
    let group = format!("{HEAD}- {{code: A, why: It can be any., covers: [{covers}]}}\n");
    let found = findings_in(&Sources::from_texts([
        ("meanings.yaml", &*hub),
        ("acme/provider.yaml", PROVIDER),
        ("acme/orders.yaml", &group),
    ]));
    assert_eq!(found[0], "several-relations: `c1` is part of `c0`, which is also in the list");
}
