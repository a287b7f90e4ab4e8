//! The reader of the model reads what is written.

use errcat_model::{Sources, load};
use proptest::prelude::*;

use super::*;

/// The message that is read where `value` is written, if the rest of the file is read as it is.
fn read_message(value: &str) -> Option<String> {
    let group = format!(
        "group:\n  title: G\n  about: A\n  source: s\ncodes:\n  - code: a\n    message: {value}\n    is: failure\n    \
         guidance: {{ cause: What it is about., action: What to do about it. }}\n"
    );
    let hub = "meanings:\n  - { id: failure, title: F, http: 500, grpc: UNKNOWN, retry: never, actor: operator }\n";
    let provider =
        "id: p\ntitle: T\nabout: A\ndomain: d\ncode-type: string\nsources: [{ id: s, title: S }]\n";
    let files = [("meanings.yaml", hub), ("p/provider.yaml", provider), ("p/g.yaml", &group)];
    let set = load(&Sources::from_texts(files)).ok()?;
    let case = set.catalogs.first()?.codes.first()?.cases.first()?.clone();
    (case.messages.len() == 1).then(|| case.messages[0].text.clone())
}

#[test]
fn the_probe_reads_what_is_written() {
    assert_eq!(read_message("Domain not found").as_deref(), Some("Domain not found"));
    assert_eq!(read_message("TODO"), None);
    assert_eq!(read_message("\"TODO\"").as_deref(), Some("TODO"));
}

#[test]
fn texts_that_yaml_would_take_for_something_else_come_back() {
    for text in [
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
        "-",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a #b",
        "#",
        "a:",
        "%s",
        "@x",
        "`x`",
        "!x",
        "&x",
        "*x",
        "| x",
        "> x",
        "'x'",
        "\"x\"",
        "[a]",
        "{a}",
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
        "\u{feff}a",
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
        "{{a}}",
        "a]b}c",
        "0.5",
        "1,000",
    ] {
        assert_eq!(read_message(&quoted(text)).as_deref(), Some(text), "{}", quoted(text));
        // The reader takes this one as it is, and no editor shows it.
        let plain = read_message(text).as_deref() == Some(text) && !text.contains('\u{2028}');
        assert_eq!(plain, is_plain(text, false), "quotes of {text:?}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(text in "[ -~\\PC\\pC]{1,12}") {
        prop_assume!(!text.trim().is_empty() && !text.contains('<'));
        prop_assert_eq!(read_message(&quoted(&text)), Some(text.clone()));
    }

    /// Quotes stand where the reader needs them and nowhere else.
    #[test]
    fn quotes_stand_where_they_must(text in "[-?:,\\[\\]{}#&*!|>'\"%@`~ a1.\t\\\\]{1,6}") {
        prop_assume!(!text.trim().is_empty());
        let plain = read_message(&text).as_deref() == Some(text.as_str());
        prop_assert_eq!(plain, is_plain(&text, false), "{:?}", text);
    }

    #[test]
    fn a_list_in_one_line_is_read_back(texts in proptest::collection::vec("[-?:,\\[\\]{}#&*!|>'\"%@`~ aN1.\t\\\\]{1,6}", 1..4)) {
        prop_assume!(texts.iter().all(|text| !text.trim().is_empty()));
        let mut unique = texts.clone();
        unique.sort();
        unique.dedup();
        let names = unique.iter().map(|name| Yaml::Map(vec![("name".to_owned(), Yaml::text(name))]));
        let entries = [
            ("id", Yaml::text("p")), ("title", Yaml::text("T")), ("about", Yaml::text("A")),
            ("domain", Yaml::text("d")), ("code-type", Yaml::plain("string")),
            ("sources", Yaml::List(vec![Yaml::Inline(vec![
                ("id".to_owned(), Yaml::text("s")), ("title".to_owned(), Yaml::text(&texts[0])),
            ])])),
            ("operations", Yaml::List(names.collect())),
        ].map(|(key, value)| (key.to_owned(), value));
        let provider = write(&entries);
        let group = write(&[
            ("group".to_owned(), Yaml::Map([("title", "G"), ("about", "A"), ("source", "s"), ("outcome", "success")]
                .map(|(key, value)| (key.to_owned(), Yaml::text(value))).to_vec())),
            ("codes".to_owned(), Yaml::Spaced(vec![Yaml::Map(vec![
                ("code".to_owned(), Yaml::text("a")),
                ("operations".to_owned(), Yaml::Texts(unique.clone())),
                ("is".to_owned(), Yaml::text("success")),
            ])])),
        ]);
        let hub = "meanings:\n  - { id: success, title: F, http: 200, grpc: OK, retry: never, actor: operator }\n";
        let files = [("meanings.yaml", hub), ("p/provider.yaml", &provider), ("p/g.yaml", &group)];
        let set = load(&Sources::from_texts(files)).map_err(|findings| {
            TestCaseError::fail(format!("{findings}\n{provider}\n{group}"))
        })?;
        prop_assert_eq!(&set.catalogs[0].sources[0].title, &texts[0]);
        prop_assert_eq!(&set.catalogs[0].codes[0].cases[0].operations, &unique);
    }
}
