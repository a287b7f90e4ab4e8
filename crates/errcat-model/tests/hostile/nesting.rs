//! Nesting that would overflow a stack.

use super::catalog::{findings_of_group, with_message};

/// The deepest level that is read.
const MAX_DEPTH: usize = 32;

#[test]
fn nested_brackets_end_at_the_first_that_is_too_deep() {
    for (opening, width) in [("[", 1), ("{", 1), ("[{", 1), ("{a: ", 4), ("{? ", 3), ("[a, ", 4)] {
        let column = MAX_DEPTH * width + 1;
        let text = opening.repeat(100_000);
        assert_eq!(findings_of_group(text), [format!("too-large 1:{column}")], "{opening}");
    }
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(findings_of_group(closed), ["too-large 1:33"]);
}

#[test]
fn nested_dashes_and_question_marks_end_at_the_first_that_is_too_deep() {
    for opening in ["- ", "? "] {
        let column = MAX_DEPTH * 2 + 1;
        let text = opening.repeat(50_000);
        assert_eq!(findings_of_group(text), [format!("too-large 1:{column}")], "{opening}");
    }
    let mixed = "- ? ".repeat(50_000);
    assert_eq!(findings_of_group(mixed), ["too-large 1:65"]);
}

#[test]
fn nested_lines_end_at_the_first_that_is_too_deep() {
    for opening in ["-", "a:", "?"] {
        let lines: Vec<String> = (0..3_000).map(|level| " ".repeat(level) + opening).collect();
        assert_eq!(findings_of_group(lines.join("\n")), ["too-large 33:33"], "{opening}");
    }
}

#[test]
fn nesting_within_an_entry_is_found_there() {
    // The file, the codes and the code take three of the levels.
    let column = 14 + MAX_DEPTH;
    for opening in ["[", "{"] {
        let found = findings_of_group(with_message(&opening.repeat(100_000)));
        assert_eq!(found, [format!("too-large 7:{column}")], "{opening}");
    }
}

#[test]
fn brackets_that_nothing_opened_are_a_syntax_error() {
    for text in
        ["]".repeat(100_000), "}".repeat(100_000), "[]".repeat(100_000), ",".repeat(100_000)]
    {
        let found = findings_of_group(text.as_str());
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("yaml-syntax 1:"), "{found:?}");
    }
}
