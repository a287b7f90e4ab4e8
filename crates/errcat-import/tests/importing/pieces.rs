//! The pieces of a page: list items, cells, headings, texts and their parameters.

use errcat_import::{Draft, Format, Import, Options};

use crate::import;

fn draft(text: &str) -> Draft {
    import(text).draft
}

/// Returns the first code of a page with its text.
fn first_code(draft: &Draft) -> (&str, &str) {
    let code = &draft.groups[0].codes[0];
    (&code.code, code.texts[0].text.as_deref().unwrap_or_default())
}

#[test]
fn items_are_split_after_their_code() {
    for (item, code, text) in [
        ("1000 OK", "1000", "OK"),
        ("2276 – Unsupported TLD", "2276", "Unsupported TLD"),
        ("2007 Invalid request – too large", "2007", "Invalid request – too large"),
        ("-5 Timeout", "-5", "Timeout"),
        ("`NOT_FOUND`: Nothing there", "NOT_FOUND", "Nothing there"),
        ("NOT_FOUND - Nothing there", "NOT_FOUND", "Nothing there"),
        ("404: -1 is no size", "404", "-1 is no size"),
        ("card.declined", "card.declined", ""),
        ("E102 - Gone", "E102", "Gone"),
    ] {
        assert_eq!(first_code(&draft(&format!("• {item}\n"))), (code, text), "{item}");
    }
}

/// Members of a body, classes of codes, and sentences.
#[test]
fn other_items_are_left_out() {
    for item in ["`invalidName` No such name", "`2xx` Fine", "2xx - Fine", "All is OK", "e.g. x"] {
        let found = draft(&format!("• 1 One\n• 2 Two\n• {item}\n"));
        assert_eq!(found.groups[0].codes.len(), 2, "{item}");
        assert_eq!(found.notes[0].text, "this item begins with no code and is left out");
    }
}

#[test]
fn glued_cells_end_where_their_kind_ends() {
    for (line, code, text, name) in [
        ("E_007404NOT_FOUNDNothing there yetLook again.", "E_007", "Nothing there yet", "NotFound"),
        (
            "1008422DNS_SETUP_FAILEDDNS setup failedCheck DNS.",
            "1008",
            "DNS setup failed",
            "DnsSetupFailed",
        ),
    ] {
        let found = draft(&format!("CodeHTTPNameDescriptionResolution\n{line}\n"));
        assert_eq!(first_code(&found), (code, text));
        assert_eq!(found.groups[0].codes[0].name, name);
    }
    for line in ["E_", "E_007", "E_007404", "E_007404NOT_FOUND", "E_007999A_BNo wayTry"] {
        let found = import(&format!("CodeHTTPNameDescriptionResolution\n{line}\n")).tables;
        assert_eq!(found[0].sample, [[line]], "a line that cannot be split stays whole");
    }
}

#[test]
fn only_a_line_of_heads_begins_a_glued_table() {
    for head in ["Code", "CodeX", "Error codes", "NameCode"] {
        let mut options = Options::default();
        options.format = Some(Format::Text);
        Import::new(&format!("{head}\nE_7Nothing\n"), &options).unwrap_err();
    }
}

#[test]
fn statuses_are_found_in_their_cells() {
    for (cell, http, grpc) in [
        ("404", Some("404"), None),
        ("404 - Not found", Some("404"), None),
        ("`NOT_FOUND (404)`", Some("404"), Some("NOT_FOUND")),
        ("HTTP 503", Some("503"), None),
    ] {
        let page = format!("| Status | Code |\n|---|---|\n| {cell} | A_1 |\n");
        let files = import(&page).files("acme", None);
        let value = |key: &str| files[1].text.lines().find_map(|line| line.strip_prefix(key));
        assert_eq!((value("    http: "), value("    grpc: ")), (http, grpc), "{cell}");
    }
}

#[test]
fn headings_are_taken_apart() {
    for (heading, codes, id, title, range) in [
        ("22xx: Invalid Requests", &["2201"][..], "22xx", "Invalid Requests", "2200-2299"),
        ("4xxx – Request Error", &["4000", "5000"], "4xxx", "Request Error", ""),
        ("LifecycleE_001-005", &["E_001"], "lifecycle", "Lifecycle", ""),
        ("DNS & CDN (E_009–E_013)", &["E_009"], "dns-cdn", "DNS & CDN", ""),
        ("404 Not Found", &["404"], "404-not-found", "404 Not Found", ""),
    ] {
        let items: Vec<String> = codes.iter().map(|code| format!("• {code} Text\n")).collect();
        let import = import(&format!("{heading}\n\n{}", items.concat()));
        let group = &import.draft.groups[0];
        assert_eq!((&*group.id, &*group.title), (id, title));
        let file = &import.files("acme", None)[1].text;
        let found = file.lines().find_map(|line| line.strip_prefix("  range: "));
        assert_eq!(found.unwrap_or_default(), range, "{heading}");
    }
}

#[test]
fn outcomes_follow_the_words_of_headings() {
    for (heading, outcome) in [
        ("Request Successful", "success"),
        ("System Notifications", "notification"),
        ("Notification errors", "failure"),
        ("Unsuccessful requests", "failure"),
    ] {
        let found = draft(&format!("{heading}\n\n• 1 One\n• 2 Two\n"));
        assert_eq!(found.groups[0].outcome.as_str(), outcome);
    }
}

#[test]
fn code_is_put_in_back_ticks_unless_it_is_everything() {
    let page = "<table><tr><td><code> A_1 </code><td>Domain <code>&lt;name></code> &nbsp;\n is taken \
        <tr><td>A_2<td><code>a b</code><tr><td>A_3<td><code>x</code> <code>Y</code></table>";
    let codes = draft(page).groups.remove(0).codes;
    let texts: Vec<&str> = codes.iter().filter_map(|code| code.texts[0].text.as_deref()).collect();
    assert_eq!(codes[0].code, "A_1");
    assert_eq!(texts, ["Domain `<name>` is taken", "a b", "`x` `Y`"]);
}

#[test]
fn placeholders_become_parameters() {
    for (text, expected) in [
        ("Domain `<domainName>` is taken", "Domain `<domainName>` is taken"),
        ("Domain <domain name> is taken", "Domain <domain_name> is taken"),
        ("Domain {domain} is {{state}}", "Domain <domain> is <state>"),
        ("At most ${LIMIT}.", "At most <limit>."),
        ("{0} of {1}", "<value> of <value2>"),
        ("100% of 5% down", "100% of 5% down"),
        ("Range [0-9] is {'a': 1}", "Range [0-9] is {'a': 1}"),
        ("%s is not `name`", "%s is not `name`"),
        ("Missing `siteId` for `<as>`.", "Missing `siteId` for `<as>`."),
        ("a < b, <1>, <>", "a < b, <1>, <>"),
        ("<a><b><c>", "<a_b_c>"),
        ("{a}{b} is {a}", "<a_b> is <a>"),
    ] {
        let found = draft(&format!("code,message\n1,\"{text}\"\n"));
        assert_eq!(first_code(&found), ("1", expected), "{text}");
    }
}

#[test]
fn types_follow_the_names_of_parameters() {
    for (name, kind) in [
        ("domainName", "domain"),
        ("domain", "domain"),
        ("targetDomain", "domain"),
        ("domainId", "string"),
        ("accountName", "string"),
    ] {
        let files = import(&format!("code,message\n1,The <{name}>\n")).files("acme", None);
        let param = format!("      {name}: {{type: {kind}}}\n");
        assert!(files[1].text.contains(&param), "{}", files[1].text);
    }
}

/// Texts that YAML would read as something else without quotes.
const ODD_TEXTS: [&str; 60] = [
    "NO",
    "yes",
    "true",
    "null",
    "~",
    "1e3",
    "0123",
    "0x1F",
    "0o17",
    ".inf",
    ".nan",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a #b",
    "#",
    "a:",
    "%x",
    "@x",
    "!x",
    "&x",
    "*x",
    "| x",
    "> x",
    "'x'",
    "[a]",
    "a]b}c",
    "a, b",
    "---",
    "...",
    "--- a",
    "<<",
    "=",
    "2026-03-01",
    "12:30:45",
    "1_000",
    "\\n",
    "a\\",
    "TODO",
    "a\u{0}b",
    "a\u{7f}\u{85}b",
    "a\nb",
    "a\u{2028}b",
    "é – “x”",
    "🦀",
    "a\tb",
    "a \t# b",
    "-1",
    "+1",
    "?x",
    ":x",
    "-x",
    "a:b",
    "a#b",
    "y",
    "n",
    "on",
    "0.5",
    "1,000",
];

#[test]
fn every_text_comes_back_from_yaml() {
    let rows = (1..).zip(ODD_TEXTS).map(|(code, text)| format!("{code},\"{text}\"\n"));
    let page = format!("code,message\n{}", rows.collect::<String>());
    let catalog = crate::filled(&import(&page));
    let texts: Vec<&str> =
        catalog.codes.iter().map(|code| &*code.cases[0].messages[0].text).collect();
    assert_eq!(texts, ODD_TEXTS);
}
