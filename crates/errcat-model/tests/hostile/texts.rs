//! Encodings, line ends, and files that hold nothing or too much.

use super::catalog::{
    GROUP, HUB, PROVIDER, findings_in, findings_of_group, load_group, sources, with_message,
};

const MARK: char = '\u{feff}';

#[test]
fn a_byte_order_mark_is_read_and_takes_no_column() {
    load_group(PROVIDER, &format!("{MARK}{GROUP}"));
    assert_eq!(findings_of_group(format!("{MARK}nope: 1\n{GROUP}")), ["unknown-key 1:1"]);
    assert_eq!(findings_of_group(format!("{MARK}{GROUP}nope: 1\n")), ["unknown-key 12:1"]);
    // Errors of the scanner count lines and columns by themselves.
    for text in ["é: @x\n", "[é, }}\n", "a: b\né: 'x\n", "a: *b\n"] {
        let marked = findings_of_group(format!("{MARK}{text}"));
        assert_eq!(marked, findings_of_group(text), "{text}");
    }
}

#[test]
fn windows_line_ends_are_read_and_counted() {
    let windows = GROUP.replace('\n', "\r\n");
    let set = load_group(PROVIDER, &windows);
    assert_eq!(set, load_group(PROVIDER, GROUP));
    assert_eq!(findings_of_group(format!("{windows}nope: 1\r\n")), ["unknown-key 12:1"]);
    assert_eq!(findings_of_group(with_message("@x").replace('\n', "\r\n")), ["yaml-syntax 7:14"]);
}

#[test]
fn carriage_returns_alone_end_lines() {
    let old = format!("{GROUP}nope: 1\n").replace('\n', "\r");
    assert_eq!(findings_of_group(old), ["unknown-key 12:1"]);
}

#[test]
fn a_tab_is_pointed_at() {
    let tab_indents_a_key = GROUP.replace("    is:", "\tis:");
    assert_eq!(findings_of_group(tab_indents_a_key), ["yaml-syntax 8:1"]);
    let tab_indents_an_item = GROUP.replace("  - code", "\t- code");
    assert_eq!(findings_of_group(tab_indents_an_item), ["yaml-syntax 6:1"]);
}

#[test]
fn a_file_of_blanks_is_empty() {
    for text in ["", "\n", " \r\n\t\n", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(findings_of_group(text), ["empty-file 1:1"], "{text:?}");
    }
}

#[test]
fn a_file_of_comments_only_is_empty() {
    for text in ["# nothing\n", "# nothing\n\n  # yet", "---\n# nothing\n"] {
        assert_eq!(findings_of_group(text), ["empty-file 1:1"], "{text:?}");
    }
}

#[test]
fn a_second_document_is_pointed_at() {
    load_group(PROVIDER, &format!("---\n{GROUP}"));
    load_group(PROVIDER, &format!("---\n{GROUP}...\n"));
    assert_eq!(findings_of_group(format!("{GROUP}---\n{GROUP}")), ["yaml-feature 12:1"]);
    assert_eq!(findings_of_group(format!("---\n---\n{GROUP}")), ["yaml-feature 2:1"]);
    assert_eq!(findings_of_group(format!("---\n{GROUP}...\n---\n{GROUP}")), ["yaml-feature 14:1"]);
}

#[test]
fn a_nul_byte_is_pointed_at() {
    assert_eq!(findings_of_group("\0"), ["yaml-syntax 1:1"]);
    assert_eq!(findings_of_group(format!("\0{GROUP}")), ["yaml-syntax 1:1"]);
    assert_eq!(findings_of_group(with_message("br\0ke")), ["yaml-syntax 7:16"]);
    assert_eq!(findings_of_group(with_message("\"br\0ke\"")), ["yaml-syntax 7:17"]);
    assert_eq!(findings_of_group(GROUP.replace("is:", "i\0:")), ["yaml-syntax 8:6"]);
}

#[test]
fn every_kind_of_file_is_read_with_the_same_care() {
    let broken = "a: [\n";
    for path in ["meanings.yaml", "acme/provider.yaml", "acme/orders.yaml"] {
        let text = |of: &str, right: &str| if of == path { broken } else { right }.to_owned();
        let sources = sources([
            ("meanings.yaml", text("meanings.yaml", HUB)),
            ("acme/provider.yaml", text("acme/provider.yaml", PROVIDER)),
            ("acme/orders.yaml", text("acme/orders.yaml", GROUP)),
        ]);
        assert_eq!(findings_in(path, &sources), ["yaml-syntax 1:4"], "{path}");
    }
}
