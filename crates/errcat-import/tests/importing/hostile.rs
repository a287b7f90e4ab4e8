//! Pages that are broken, huge or malicious: they are read or give an error, and never crash.

use std::iter::repeat_n;

use errcat_import::{Format, Import, Options};
use proptest::prelude::*;

use crate::import;

fn read(text: &str, format: Option<Format>) {
    let mut options = Options::default();
    options.format = format;
    if let Ok(import) = Import::new(text, &options) {
        import.files("acme", None);
    }
}

fn repeated(text: &str, times: usize) -> String {
    repeat_n(text, times).collect()
}

#[test]
fn deep_nesting_is_read() {
    for opening in [
        "<table><tr><td>",
        "<ul><li>1 x",
        "<div>",
        "<b>",
        "<code>",
        "<a href=x>",
        "<dl><dt>1<dd>",
        "> ",
        "- ",
        "1. ",
        "* _",
        "[",
        "![",
        "`",
        "<",
        "(",
        "| ",
        "{",
        "&",
    ] {
        let text = repeated(opening, 20_000);
        for format in Format::ALL {
            read(&text, Some(*format));
        }
    }
}

#[test]
fn a_huge_table_is_read() {
    let rows = (0..50_000).map(|code| format!("| {code} | Text {code} of `<name>` |\n"));
    let text = format!("| Code | Message |\n|---|---|\n{}", rows.collect::<String>());
    let draft = import(&text).draft;
    assert_eq!(draft.groups[0].codes.len(), 50_000);
}

#[test]
fn equal_texts_get_names_of_their_own_quickly() {
    let rows: Vec<String> = (0..5_000).map(|code| format!("{code},Same\n")).collect();
    let text = rows.concat();
    let draft = import(&text).draft;
    let mut names: Vec<&str> = draft.groups[0].codes.iter().map(|code| &*code.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 5_000);
}

#[test]
fn codes_without_letters_get_names_of_their_own_quickly() {
    // No code has a character that Rust accepts in a name, so all would get the same one.
    let signs = |code: u32| format!("{code:017b}").replace('0', "-").replace('1', "+");
    let rows = (0..100_000).map(|code| format!("{},ERROR,It broke\n", signs(code)));
    let text = format!("code,name,message\n{}", rows.collect::<String>());
    let draft = import(&text).draft;
    let mut names = draft.groups[0].codes.iter().map(|code| &*code.name);
    assert_eq!(names.next(), Some("Error"));
    assert_eq!(names.next_back(), Some("ErrorN100000"));
}

#[test]
fn many_texts_of_one_code_are_cases_quickly() {
    let words = "one two three four five six seven eight nine ten";
    let rows: Vec<String> =
        (0..20_000).map(|row| format!("A_1,{words} {row} {{p{row}}}\n")).collect();
    let draft = import(&rows.concat()).draft;
    assert_eq!(draft.groups[0].codes[0].texts.len(), 20_000);
}

#[test]
fn many_touching_placeholders_are_joined_quickly() {
    let names: Vec<String> = (0..20_000).map(|name| format!("{{p{name}}}")).collect();
    let draft = import(&format!("1,{}\n2,b c\n", names.concat())).draft;
    let text = draft.groups[0].codes[0].texts[0].text.as_ref();
    assert!(text.unwrap().starts_with("<p0_p1_p2_"));
    assert_eq!(draft.notes.len(), 1);
}

#[test]
fn many_headings_are_groups_quickly() {
    let parts: Vec<String> =
        (0..20_000).map(|part| format!("<h2>P {part}</h2><ul><li>9{part:05} x</ul>")).collect();
    let draft = import(&parts.concat()).draft;
    assert_eq!(draft.groups.len(), 20_000);
}

#[test]
fn spans_do_not_multiply() {
    let row = "<tr><td colspan=999999999 rowspan=999999999>1<td>x</tr>";
    let import = import(&format!("<table>{}</table>", repeated(row, 200)));
    assert!(import.tables[0].columns.len() <= 64);
}

#[test]
fn odd_characters_are_characters() {
    let text = "code,message\n1,a\u{0}b\u{1b}[31m\n2,\u{202e}x\n3,\u{fffd}\n";
    let catalog = crate::filled(&import(text));
    assert_eq!(catalog.codes[0].cases[0].messages[0].text, "a\u{0}b\u{1b}[31m");
}

#[test]
fn broken_html_is_read_as_far_as_it_goes() {
    for text in [
        "<table",
        "<table><tr><td",
        "<table><td>1<td>x",
        "</table></td></tr>",
        "<table><table></table>",
        "<table><tr><td>1<table><tr><td>2</table><td>x</table>",
        "<ul></li><li>",
        "<h1>",
        "<a>",
        "&#0;&#x110000;",
        "<td rowspan=-1 colspan=x>",
        "<!DOCTYPE",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<title>",
        "<textarea><li>1",
    ] {
        read(text, Some(Format::Html));
        read(text, None);
    }
}

proptest! {
    #[test]
    fn any_text_is_a_page_or_an_error(text in "(<(/?(table|tr|td|th|ul|li|h2|code|a|b|p|dl|dt|title|x)|td rowspan=3|td colspan=2)>|\\PC|[|\\-\n,;•#`*_:<>& ]|[0-9]{1,4}|[A-Z_]{3}|Code|HTTP|Message|%s|\\{a\\}|<a>){0,60}") {
        read(&text, None);
        for format in Format::ALL {
            read(&text, Some(*format));
        }
    }
}
