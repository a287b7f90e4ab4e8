//! Programs that must not compile, and the errors that say why.
//!
//! The line of each error ends with its code, as in `//~ E0004`, and there is no other error. The
//! words of rustc change with its versions, its codes do not; a message of ours follows its code. A
//! `compile_fail` example would not do, because only a nightly rustdoc looks at the code.

use std::fs;
use std::path::Path;

use errcat_build::emit;
use errcat_model::Sources;
use serde_json::Value;

use crate::support::{Crate, checked};

#[test]
fn programs_that_must_not_compile_do_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emitted");
    let emitted = Crate::new(&emit(&checked(Sources::read(&[folder.join("golden")]))).unwrap());
    emitted.compile();
    let entries = fs::read_dir(folder.join("refused")).unwrap();
    let mut programs: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    programs.sort();
    assert!(!programs.is_empty());
    for program in programs {
        let (expected, said) = (expected(&program), emitted.refuse(&program));
        assert_eq!(errors(&said), expected, "{}\n{}", program.display(), rendered(&said));
    }
}

/// The lines that are marked, with their codes.
fn expected(program: &Path) -> Vec<(u64, String)> {
    let text = fs::read_to_string(program).unwrap();
    let marked = (1..).zip(text.lines()).filter_map(|(number, line)| {
        let (_, code) = line.split_once(" //~ ")?;
        Some((number, code.to_owned()))
    });
    marked.collect()
}

/// The lines on which rustc found errors, with their codes.
fn errors(said: &str) -> Vec<(u64, String)> {
    let messages = messages(said);
    let errors = messages.iter().filter(|message| message["level"] == "error");
    let mut found: Vec<_> = errors
        .flat_map(|error| {
            let code = error["code"]["code"].as_str().unwrap_or_default();
            let message = error["message"].as_str().filter(|message| message.ends_with(" off"));
            let code = message.map_or(code.to_owned(), |message| format!("{code} {message}"));
            let spans = error["spans"].as_array().unwrap().iter();
            let primary = spans.filter(|span| span["is_primary"] == true);
            primary.map(move |span| (span["line_start"].as_u64().unwrap(), code.clone()))
        })
        .collect();
    found.sort();
    found
}

/// Returns the errors as a person reads them.
fn rendered(said: &str) -> String {
    messages(said).iter().filter_map(|message| message["rendered"].as_str()).collect()
}

fn messages(said: &str) -> Vec<Value> {
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
