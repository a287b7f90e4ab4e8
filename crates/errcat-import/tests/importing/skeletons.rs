//! The files of skeletons: they can be read, checked and generated.

use std::collections::BTreeSet;

use errcat_import::Import;
use errcat_model::{Law, Sources, load};
use proptest::prelude::*;

use crate::{filled, import, page};

/// All files as one text.
fn files(import: &Import) -> String {
    let files = import.files("acme", Some("https://acme.example/errors")).into_iter();
    let files = files.map(|file| format!("==> {}\n{}", file.path.display(), file.text));
    files.collect::<Vec<_>>().concat()
}

#[test]
fn the_skeleton_of_operations() {
    insta::assert_snapshot!(files(&import(page!("connected-domains.md"))));
}

#[test]
fn the_skeleton_of_groups() {
    insta::assert_snapshot!(files(&import(page!("domains-service.html"))));
}

#[test]
fn the_skeleton_of_numbers() {
    let text = "Acme codes\n\n1xxx: Success\n\n • 1000 OK\n\n2xxx: Errors\n\n \
        • 2001 {name} is taken: no\n • 2002 {name} is taken: no\n • 2003 – é\n • 2004 {a}{b}\n";
    insta::assert_snapshot!(files(&import(text)));
}

#[test]
fn the_preview_for_programs() {
    let import = import(page!("domain-search.md"));
    let groups: Vec<&str> = import.draft.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(groups, ["domains-errors"]);
    assert_eq!(import.draft.operations[0].text, "Connect Domain");
    assert_eq!(import.gaps, 27);
    insta::assert_debug_snapshot!(import.tables);
}

/// Among other codes, a number is a text too, and the model names it like one.
#[test]
fn a_number_among_other_codes_is_named_like_them() {
    let catalog = filled(&import("code,message\n2!,Text\n2,Text\nEND,Last\n"));
    let names: Vec<&str> = catalog.codes.iter().map(|code| code.name.as_str()).collect();
    assert_eq!(names, ["Code22", "Code2", "End"]);
}

/// A catalog from nothing, and one from a page, become Rust.
#[test]
fn skeletons_can_be_generated() {
    let files = errcat_import::scaffold::files("acme", errcat_model::CodeType::Integer);
    let texts = files.iter().map(|file| (format!("acme/{}", file.path.display()), &*file.text));
    let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB);
    let set = crate::checked(&Sources::from_texts(texts.chain([hub])));
    let rust = errcat_build::emit(&set).unwrap();
    assert!(rust.iter().any(|file| file.text.contains("DomainDomainNameNotFound")));

    let set = crate::filled_set(&import(page!("connected-domains.md")));
    let rust = errcat_build::emit(&set).unwrap();
    assert!(rust.iter().any(|file| file.text.contains("DomainIsWixRestricted")));
}

/// Each gap is a finding in its line, and there is nothing else to do.
#[test]
fn every_gap_is_marked_and_found() {
    let pages = [
        page!("connected-domains.md"),
        page!("domain-search.md"),
        page!("domains-service.html"),
        page!("domains-service.txt"),
        page!("errors.md"),
        page!("response-codes.csv"),
        page!("response-codes.html"),
        page!("response-codes.txt"),
    ];
    for text in pages {
        let import = import(text);
        let files = import.files("acme", None);
        let texts = files.iter().map(|file| (format!("acme/{}", file.path.display()), &*file.text));
        let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB);
        let sources = Sources::from_texts(texts.chain([hub]));
        let findings = load(&sources).unwrap_err();
        assert_eq!(findings.len(), import.gaps);
        for finding in &findings {
            let file = sources.file(finding.primary.place.file).unwrap();
            let line = file.line_column(finding.primary.place.span.start).line;
            let line = file.text().lines().nth(line - 1).unwrap();
            assert_eq!(finding.law, Law::Gap, "{line}");
            assert!(line.ends_with(": TODO"), "{line}");
        }
        filled(&import);
    }
}

proptest! {
    /// The skeleton is valid YAML with the same texts and valid names, whatever the texts are.
    #[test]
    fn any_texts_give_a_catalog(
        texts in proptest::collection::vec("[ -~é–\u{a0}\u{2028}\u{0}\u{7f}]{0,30}|[A-Za-z ]{80,200}|<[a-z]+><[a-z]+>|\\{[a-z]\\}%s", 1..8),
    ) {
        let quote = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let rows = texts.iter().enumerate().map(|(code, text)| format!("{},{}\n", code + 1, quote(text)));
        let page = format!("code,message\n{}0,Again\n", rows.collect::<String>());
        let catalog = filled(&import(&page));
        prop_assert_eq!(catalog.codes.len(), texts.len() + 1);
        for (code, text) in catalog.codes.iter().skip(1).zip(&texts) {
            let found = code.cases[0].messages.first().map_or("", |message| &message.text);
            let text = text.trim();
            if !text.contains(['<', '{', '%', '[', '`', '-', '–']) {
                prop_assert_eq!(found, if text == "n/a" { "" } else { text });
            }
        }
    }

    /// The names of operations are in lists in one line.
    #[test]
    fn any_operations_give_a_catalog(names in proptest::collection::vec("[A-Z][-?:,\\[\\]{}#|>'\"%@~ aN1.]{0,8}x", 1..4)) {
        let table = "| Code | Message |\n|---|---|\n| A_1 | One |\n| A_2 | Two |\n";
        let sections = names.iter().map(|name| format!("<h2>GET {name}</h2>\n\n{table}\n"));
        let catalog = filled(&import(&format!("# T\n\n{}", sections.collect::<String>())));
        let expected = names.iter().map(|name| format!("GET {}", name.split_whitespace().collect::<Vec<_>>().join(" ")));
        let mut expected: Vec<String> = expected.collect();
        let mut seen = BTreeSet::new();
        expected.retain(|name| seen.insert(name.clone()));
        prop_assert_eq!(&catalog.codes[0].cases[0].operations, &expected);
    }

    #[test]
    fn any_codes_give_a_catalog(codes in codes()) {
        let quote = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let rows = codes.iter().map(|code| format!("{},Text\n", quote(code)));
        let page = format!("code,message\n{}END,Last\n", rows.collect::<String>());
        filled(&import(&page));
    }
}

/// Codes of any characters with unique addresses, because a law demands those. The import leaves out
/// back ticks, so codes that differ only in them have the same address.
fn codes() -> impl Strategy<Value = Vec<String>> {
    let codes = proptest::collection::vec("[!-~é]{1,12}", 1..8);
    codes.prop_map(|mut codes| {
        let mut addresses = BTreeSet::from([address("END")]);
        codes.retain(|code| addresses.insert(address(code)));
        codes
    })
}

fn address(code: &str) -> String {
    errcat::rt::Anchor::from_code("acme", &code.replace('`', "")).to_string()
}
