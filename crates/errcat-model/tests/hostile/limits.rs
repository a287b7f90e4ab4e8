//! Input that was made to fill the memory ends with a finding that names the limit, within 600 MB
//! and in one pass.

use std::fmt::Write as _;

use errcat::Input;
use errcat_model::decode::decode;
use errcat_model::{Findings, Sources, load};

use super::catalog::{GROUP, HUB, PROVIDER, load_group};

/// The catalogs that can be read are not larger.
const SIZE: usize = 64 << 20;

const HEAD: &str = "group: {title: Orders, about: All., outcome: success, source: docs}\ncodes:\n";

/// Returns a text of at most this size with a number in each line.
fn lines(size: usize, line: impl Fn(usize, &mut String)) -> String {
    let mut text = String::with_capacity(size + 1_000);
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        line(number, &mut text);
    }
    text
}

/// Loads a group file and returns the findings; the memory for it is counted.
fn findings(group: String) -> Vec<String> {
    let texts = [("meanings.yaml", HUB.to_owned()), ("acme/provider.yaml", PROVIDER.to_owned())];
    findings_in(&Sources::from_texts(texts).with_texts([("acme/orders.yaml", group)]))
}

fn findings_of_provider(provider: String) -> Vec<String> {
    let texts = [("meanings.yaml", HUB.to_owned()), ("acme/provider.yaml", provider)];
    findings_in(&Sources::from_texts(texts).with_texts([("acme/orders.yaml", GROUP.to_owned())]))
}

fn findings_in(sources: &Sources) -> Vec<String> {
    let size: usize = sources.files().map(|file| file.text().len()).sum();
    let mut found = Vec::new();
    let info = allocation_counter::measure(|| {
        let all = load(sources).err().map(Findings::into_vec).unwrap_or_default();
        found.extend(all.iter().take(3).map(|one| format!("{}: {}", one.law.id(), one.message)));
    });
    let megabytes = (usize::try_from(info.bytes_max).unwrap() + size) / 1_000_000;
    assert!(megabytes < 600, "{megabytes} MB for {} MB", size / 1_000_000);
    found
}

const TOO_MANY: &str = "too-large: up to here, the catalogs have more than 3000000 values";

#[test]
fn many_small_values_are_refused() {
    let maps = "- {}\n";
    assert_eq!(findings(maps.repeat(SIZE / maps.len())), [TOO_MANY]);
    let numbers = "1,".repeat(SIZE / 2);
    assert_eq!(findings(format!("[{numbers}1]")), [TOO_MANY]);
    let nested = format!("{}{},", "[".repeat(20), "]".repeat(20));
    assert_eq!(findings(format!("[{}1]", nested.repeat(SIZE / nested.len()))), [TOO_MANY]);
}

#[test]
fn many_files_share_the_limit() {
    let files = (0..31).map(|n| (format!("acme/f{n:02}.yaml"), "- {}\n".repeat(100_000)));
    let all = load(&Sources::from_texts(files)).unwrap_err();
    let refused = all.iter().filter(|finding| TOO_MANY.ends_with(&finding.message));
    assert_eq!(refused.count(), 2, "29 files have fewer than three million values");
    assert!(all.len() > 29, "the others have findings of their own");
}

#[test]
fn many_empty_entries_are_refused() {
    // Fewer values than the limit, each of which becomes a code.
    let found = findings(format!("{HEAD}{}", "- {}\n".repeat(400_000)));
    let limit = "too-large: with these 400000, the entries of the catalogs take more than 192 MiB";
    assert_eq!(found, [limit]);
}

#[test]
fn as_many_aliases_as_fit_are_read() {
    // Each is kept in several sets of names.
    let aliases = |count: usize| {
        let names = lines(count * 9, |n, text| {
            let _ = write!(text, "B{n:07},");
        });
        findings(format!("{GROUP}    aliases: [{names}C]\n"))
    };
    assert_eq!(aliases(1_000_000), [""; 0]);
    let limit = "the entries of the catalogs take more than 192 MiB";
    assert!(aliases(1_300_000)[0].ends_with(limit));
}

#[test]
fn a_finding_for_each_value_is_counted_and_not_kept() {
    for line in ["- {code: TODO, is: TODO}\n", "- TODO\n", "- 1\n"] {
        assert_eq!(findings(format!("{HEAD}{}", line.repeat(50_000))).len(), 3, "{line}");
    }
    let copies = "    http: 500\n".repeat(200_000);
    assert!(findings(format!("{GROUP}{copies}"))[0].starts_with("duplicate-key"));
}

#[test]
fn many_directives_and_lines_are_read_without_memory() {
    let directives = lines(SIZE, |n, text| {
        let _ = writeln!(text, "%TAG !a{n}! a");
    });
    let found = findings(format!("{directives}--- 1\n"));
    assert_eq!(found, ["yaml-feature: a catalog uses no YAML directives"]);
    for line in ["\n", "\r", "#\n"] {
        let text = format!("{GROUP}{}  @\n", line.repeat(SIZE / line.len()));
        assert!(findings(text)[0].starts_with("yaml-syntax"), "{line:?}");
    }
}

#[test]
fn inherited_values_are_limited() {
    let operations = lines(1 << 20, |n, text| {
        let _ = write!(text, "o{n},");
    });
    let cases = lines(4 << 20, |n, text| {
        let _ = writeln!(text, "  - {{id: c{n}, message: m{n}}}");
    });
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
        let slots: String = (0..count).map(|n| format!("/p{n},")).collect();
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
    let found = |count| findings_of_provider(provider(count));
    let limit = "too-large: the envelopes have 33 different paths in one format";
    assert_eq!(found(33), [limit]);
    assert_eq!(found(2_000), ["too-large: the envelopes have 4001 paths"]);
}

#[test]
fn long_lists_are_checked_in_one_pass() {
    let operations = lines(2 << 20, |n, text| {
        let _ = write!(text, "o{n},");
    });
    let found = findings(format!("{HEAD}- {{code: A, is: success, operations: [{operations}]}}\n"));
    assert_eq!(found[0], "unknown-operation: there is no operation `o0`");
    // A line of meanings, and a code that covers each of them.
    let line = lines(2 << 20, |n, text| {
        let above = n.checked_sub(1).map_or("success".to_owned(), |above| format!("c{above}"));
        let _ = writeln!(text, "  - {{id: c{n}, title: T, parent: {above}}}");
    });
    let covers: Vec<String> = (0..line.lines().count()).map(|n| format!("c{n}")).collect();
    let covers = covers.join(",");
    let group = format!("{HEAD}- {{code: A, why: It can be any., covers: [{covers}]}}\n");
    let found = findings_in(&Sources::from_texts([
        ("meanings.yaml", format!("{HUB}{line}")),
        ("acme/provider.yaml", PROVIDER.to_owned()),
        ("acme/orders.yaml", group),
    ]));
    assert_eq!(found[0], "several-relations: `c1` is part of `c0`, which is also in the list");
}
