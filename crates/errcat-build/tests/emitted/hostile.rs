//! No text of a catalog becomes code, an example, a link or HTML, and none breaks the build.

use std::fmt::Write as _;

use crate::support::{Crate, checked};
use errcat_build::emit;
use errcat_model::{CatalogSet, Sources};
use proptest::prelude::*;

/// Texts that mean something to Rust, Markdown, HTML or a terminal.
const TEXTS: &[&str] = &[
    "*/ } } compile_error!(\"out\"); /*",
    "\"; compile_error!(\"out\"); \"",
    "\\\"#; compile_error!(\"out\"); \\",
    "//! compile_error!()",
    "/// compile_error!()",
    "/ leads to four",
    "{} {0} {name:?} {{ }}",
    "```rust\npanic!(\"an example\")\n```",
    "``` x ```",
    "~~~\npanic!()\n~~~",
    "    panic!(\"indented\");",
    "\tpanic!(\"tabbed\");",
    "[a link](https://example.com) [`no::such::item`] [Code::Nothing] <https://x.example>",
    "<script>alert(1)</script><b>&amp;&lt;",
    "https://example.com/bare and www.example.com",
    "1. a list\n2. of two",
    "- a list",
    "# A heading",
    "a | b\n--|--\nc | d",
    "Unicode: žluťoučký кот 猫 🐈 \u{301}",
    "direction \u{202e}turned\u{202c} \u{2066}isolated\u{2069} \u{200b}",
    "control \u{0}\u{7}\u{1b}[2J\u{85}\u{2028}\u{feff} end",
    "line\r\nends\rof\nall kinds",
    " a space in front and behind ",
    "r#\"raw\"# b'x' 'static $crate #[doc = \"x\"] #![no_core]",
    "$x$ $$y$$ [^1] \\[z\\] ==k== :smile: &copy; \\",
];

/// Names that are keywords, begin with digits, or are those of the prelude and of our own items.
const NAMES: &[&str] = &[
    "Self", "type", "crate", "fn", "async", "gen", "3DS", "42", "Ok", "None", "Some", "Option",
    "Result", "Code", "Facts", "Failure", "Never", "Caller", "Internal", "Relation", "Wider",
    "str", "u16", "core", "errcat", "TABLES", "main", "size_of", "Copy",
];

/// Names of parameters that are keywords or those of what is around them in the generated code.
const PARAMS: &[&str] = &[
    "self", "type", "crate", "index", "take", "case", "params", "value", "pick", "Box", "String",
    "None", "f", "Error", "field_0", "super", "Self", "x9", "async", "r",
];

/// A text as YAML, whatever it holds.
fn yaml(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            ' '..='~' => quoted.push(character),
            _ => write!(quoted, "\\U{:08X}", u32::from(character)).unwrap(),
        }
    }
    quoted + "\""
}

/// A catalog with a text in every place that takes one.
fn catalog(id: &str, codes: &[(String, String)], texts: &[&str]) -> CatalogSet {
    let text = |index: usize| *texts.get(index % texts.len()).unwrap();
    let title = yaml(text(0));
    let about = yaml(text(7));
    let provider = format!(
        "id: {id}\ntitle: {title}\nabout: {about}\ndomain: {}\ncode-type: string\n\
         sources: [{{ id: s, title: {title} }}]\noperations: [{{ name: {title} }}]\n",
        yaml(text(3)),
    );
    let mut group = format!("group: {{ title: {title}, about: {about}, source: s }}\ncodes:\n");
    let params = |index: usize| {
        let names = PARAMS.iter().cycle().skip(index).take(1 + index % 5);
        names.copied().collect::<Vec<_>>()
    };
    for (index, (code, name)) in codes.iter().enumerate() {
        let params = params(index);
        write!(
            group,
            "- code: {}\n  name: {name}\n  message: {}\n  params: {{{}}}\n  \
             operations: [{title}]\n  kind-of: request\n  guidance:\n    cause: {}\n    action: {}\n    \
             links: [{{ title: {}, url: {} }}]\n",
            yaml(code),
            // Without parameters of its own, which would have to be declared.
            yaml(&params.iter().fold(text(index).replace('<', "< "), |all, param| {
                format!("{all} of <{param}>")
            })),
            params.iter().fold(String::new(), |all, param| {
                format!("{all} {param}: {{ type: string, about: {} }},", yaml(text(index + 5)))
            }),
            yaml(&format!("{} is the cause number {index} of all of them.", text(index + 1))),
            yaml(&format!("{} is the action number {index} of all of them.", text(index + 2))),
            yaml(text(index + 3)),
            yaml(&format!("https://example.com/{}", text(index + 4))),
        )
        .unwrap();
    }
    checked(Sources::from_texts([
        (format!("{id}/provider.yaml"), provider),
        (format!("{id}/all.yaml"), group),
    ]))
}

fn named(codes: &[&str]) -> Vec<(String, String)> {
    let names = codes.iter().zip(NAMES.iter().cycle()).enumerate();
    names
        .map(|(index, (code, name))| {
            let again = if index < NAMES.len() { String::new() } else { index.to_string() };
            ((*code).to_owned(), yaml(&format!("{name}{again}")))
        })
        .collect()
}

#[test]
fn texts_stay_texts() {
    let set = catalog("type", &named(TEXTS), TEXTS);
    let emitted = Crate::new(&emit(&set).unwrap());
    emitted.compile();
    let tested = emitted.doctests();
    assert!(tested.contains("running 0 tests"), "{tested}");

    let pages = emitted.document();
    let page = std::fs::read_to_string(pages.join("type_/enum.Code.html")).unwrap();
    assert!(!page.contains("<script>alert"), "a text became HTML");
    assert!(!page.contains("href=\"https://example.com"), "a text became a link");
    assert!(!page.contains("example-wrap"), "a text became a block of code");

    let printed = emitted.run(
        "fn main() { for code in emitted::type_::Code::ALL { \
         assert_eq!(emitted::type_::Code::find(code.as_str()), Some(*code)); \
         println!(\"{:?}\", (code.as_str(), code.message(), code.guidance().map(|g| g.cause))); \
         let error = emitted::type_::Error::from_case(code.cases().next().unwrap()).unwrap(); \
         assert_eq!(Some(error.message().to_string().as_str()), code.message()); \
         assert_eq!(error, error.clone()); } }",
    );
    let codes = &set.catalogs[0].codes;
    let expected: String = codes.iter().fold(String::new(), |mut all, code| {
        let case = &code.cases[0];
        let reason = case.guidance.as_ref().map(|guidance| guidance.cause.as_str());
        let message = case.messages.first().map(|message| message.text.as_str());
        writeln!(all, "{:?}", (code.code.as_str(), message, reason)).unwrap();
        all
    });
    assert_eq!(printed, expected);
}

#[test]
fn texts_of_64_kilobytes_compile() {
    let long = "Long \"text\" with *everything* \\ ".repeat(2100);
    assert!(long.len() > 64 * 1024);
    let codes: Vec<(String, String)> =
        (0..5).map(|index| (format!("{index}{long}"), format!("Long{index}"))).collect();
    let set = catalog("long", &codes, &[&long]);
    let emitted = Crate::new(&emit(&set).unwrap());
    emitted.compile();
    let printed = emitted.run(
        "fn main() { for code in emitted::long::Code::ALL { \
         println!(\"{} {}\", code.as_str().len(), code.message().map_or(0, str::len)); } }",
    );
    let expected = set.catalogs[0].codes.iter().fold(String::new(), |all, code| {
        format!("{all}{} {}\n", long.len() + 1, code.cases[0].messages[0].text.len())
    });
    assert_eq!(printed, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A text that left its literal would make a file that does not parse, or has other items.
    #[test]
    fn any_text_is_emitted(texts in prop::collection::vec("[ -~\\n\u{1}\u{202e}é`\"\\\\]{1,40}", 6)) {
        let texts: Vec<String> = texts.iter().map(|text| format!("x{text}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let codes = [("A".to_owned(), "A".to_owned()), ("B".to_owned(), "B".to_owned())];
        let artifacts = emit(&catalog("any", &codes, &texts)).unwrap();
        let files = artifacts.iter().map(|file| syn::parse_file(&file.text).unwrap().items.len());
        let expected = [4, 9, 5, 11, 5];
        for (file, (found, items)) in artifacts.iter().zip(files.zip(expected)) {
            prop_assert_eq!(found, items, "{}", file.path.display());
        }
    }
}
