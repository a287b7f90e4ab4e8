//! For any input, reading, rendering and finding do not panic, and the order of files
//! says nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a helper that cannot get what it needs should stop there, with the line"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use errcat_model::coverage::Coverage;
use errcat_model::render::{self, Style};
use errcat_model::translate::Translator;
use errcat_model::{CatalogSet, Findings, Sources, load};
use proptest::prelude::*;
use proptest::sample::Index;

/// The files of the shipped catalogs, with their paths in the catalog's folder.
static CATALOG: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let folders = [PathBuf::new(), "domains".into(), "wapi".into(), "wix".into()];
    let mut files = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(root.join(&folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "yaml") {
                let name = folder.join(path.file_name().unwrap());
                let name = name.to_str().unwrap().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    assert!(files.len() > 20, "{} files", files.len());
    files
});

/// One change to a text.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(Index, usize),
    Duplicate(Index, usize),
    Replace(Index, usize, String),
    Move(Index, usize, Index),
}

impl Mutation {
    fn apply(&self, text: &mut String) {
        let (Self::Delete(at, length)
        | Self::Duplicate(at, length)
        | Self::Replace(at, length, _)
        | Self::Move(at, length, _)) = self;
        let start = boundary(text, at.index(text.len() + 1));
        let end = boundary(text, start + length);
        let slice = text.get(start..end).unwrap().to_owned();
        match self {
            Self::Delete(..) => text.replace_range(start..end, ""),
            Self::Duplicate(..) => text.insert_str(end, &slice),
            Self::Replace(_, _, other) => text.replace_range(start..end, other),
            Self::Move(_, _, to) => {
                text.replace_range(start..end, "");
                let to = boundary(text, to.index(text.len() + 1));
                text.insert_str(to, &slice);
            }
        }
    }
}

/// The character boundary at or before a byte.
fn boundary(text: &str, byte: usize) -> usize {
    let end = byte.min(text.len());
    (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let length = prop_oneof![1..4_usize, 1..200_usize];
    (any::<Index>(), length).prop_flat_map(|(at, length)| {
        prop_oneof![
            Just(Mutation::Delete(at, length)),
            Just(Mutation::Duplicate(at, length)),
            yamlish().prop_map(move |text| Mutation::Replace(at, length, text)),
            any::<Index>().prop_map(move |to| Mutation::Move(at, length, to)),
        ]
    })
}

/// Text of the characters and words that YAML and our reader look at.
fn yamlish() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        prop::sample::select(vec![
            "\n", "\n  ", "\n    ", "\n  - ", "\r\n", "\t", " ", ": ", "- ", "? ", "[", "]", "{",
            "}", ", ", "\"", "'", "|\n", ">-\n", "# ", "&a ", "*a ", "!!str ", "!x ", "<<: ",
            "---\n", "...\n", "%", "\\u202e", "\u{feff}", "\u{85}", "\0", "~", "<name>", "<a><b>",
            "é", "🦀",
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec![
            "meanings",
            "group",
            "codes",
            "code",
            "id",
            "title",
            "about",
            "source",
            "cases",
            "is",
            "http",
            "guidance",
            "cause",
            "action",
            "params",
            "translations",
            "to",
            "from",
            "none",
            "relation",
            "failure",
            "success",
            "2201",
            "0123",
            "NO",
            "4294967296",
        ])
        .prop_map(|word| format!("{word}: ")),
        "[a-zA-Z0-9 .:#-]{0,8}",
    ];
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// Loads, renders and finds; what comes out is there to be compared.
fn exercise(sources: &Sources, texts: &[&str]) -> Result<CatalogSet, (Findings, String)> {
    match load(sources) {
        Ok(set) => {
            for text in texts {
                let _ = set.find(text);
            }
            let _ = Coverage::new(&Translator::new(&set).unwrap()).unwrap();
            Ok(set)
        }
        Err(findings) => {
            let style = Style { color: true, width: 40, limit: 10 };
            render::human(&findings, sources, style);
            let report = render::machine(&findings, sources);
            serde_json::to_string(&report).unwrap();
            let shown = render::github(&findings, sources);
            Err((findings, shown))
        }
    }
}

/// The files that the one with an index is read with: the hub and its provider.
fn with_neighbors(index: usize, text: String) -> Vec<(String, String)> {
    let (path, _) = CATALOG.get(index).unwrap();
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    let neighbors = CATALOG.iter().filter(|(other, _)| {
        let provider = folder.is_some_and(|folder| *other == format!("{folder}/provider.yaml"));
        other != path && (provider || other == "meanings.yaml")
    });
    neighbors.cloned().chain([(path.clone(), text)]).collect()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn bytes_of_any_kind_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempfile::tempdir().unwrap();
        for name in ["meanings.yaml", "acme/provider.yaml", "acme/x.yaml"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &bytes).unwrap();
        }
        let _ = exercise(&Sources::read(&[folder.path()]), &[]);
    }

    #[test]
    fn text_that_looks_like_yaml_does_not_panic(hub in yamlish(), provider in yamlish(), group in yamlish()) {
        let sources = Sources::from_texts([
            ("meanings.yaml", hub),
            ("acme/provider.yaml", provider),
            ("acme/x.yaml", group),
        ]);
        let _ = exercise(&sources, &[]);
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn changed_catalogs_do_not_panic(
        file in any::<Index>(),
        mutations in prop::collection::vec(mutation(), 1..4),
        wanted in yamlish(),
    ) {
        let index = file.index(CATALOG.len());
        let mut text = CATALOG.get(index).unwrap().1.clone();
        for mutation in &mutations {
            mutation.apply(&mut text);
        }
        let _ = exercise(&Sources::from_texts(with_neighbors(index, text)), &[&wanted, "2201"]);
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn lookups_do_not_panic(wanted in prop::collection::vec(any::<String>(), 20)) {
        let set = load(&Sources::from_texts(CATALOG.clone())).unwrap();
        for text in &wanted {
            let _ = set.find(text);
            let _ = set.find(&format!("wapi:{text}#{text}"));
        }
    }

    #[test]
    fn the_order_of_files_changes_nothing(
        order in Just((0..CATALOG.len()).collect::<Vec<_>>()).prop_shuffle(),
        changed in prop::option::of((any::<Index>(), prop::collection::vec(mutation(), 1..3))),
    ) {
        let mut files = CATALOG.clone();
        if let Some((file, mutations)) = changed {
            let index = file.index(files.len());
            let (_, text) = files.get_mut(index).unwrap();
            for mutation in &mutations {
                mutation.apply(text);
            }
        }
        let shuffled = order.iter().map(|index| files.get(*index).unwrap().clone());
        let shuffled = Sources::from_texts(shuffled.collect::<Vec<_>>());
        let sorted = Sources::from_texts(files);
        match (exercise(&sorted, &[]), exercise(&shuffled, &[])) {
            (Ok(one), Ok(other)) => prop_assert_eq!(one, other),
            (Err((one, one_shown)), Err((other, other_shown))) => {
                prop_assert_eq!(one_shown, other_shown);
                let style = Style { limit: 500, ..Style::default() };
                let one = render::human(&one, &sorted, style);
                prop_assert_eq!(one, render::human(&other, &shuffled, style));
            }
            (one, other) => prop_assert!(false, "{} and {}", one.is_ok(), other.is_ok()),
        }
    }
}
