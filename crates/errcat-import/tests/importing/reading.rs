//! Pages in the many forms that providers use.

use errcat_import::{Column, Draft, DraftCode, Format, Import, ImportError, Options};

use crate::import;

fn draft(text: &str) -> Draft {
    import(text).draft
}

/// The texts of a code.
fn texts(code: &DraftCode) -> Vec<&str> {
    code.texts.iter().filter_map(|one| one.text.as_deref()).collect()
}

/// The codes of a page with their texts.
fn codes(text: &str) -> Vec<(String, String)> {
    let groups = draft(text).groups.into_iter();
    let codes = groups.flat_map(|group| group.codes);
    codes.map(|code| (code.code.clone(), texts(&code).join(" | "))).collect()
}

#[track_caller]
fn assert_codes(text: &str, expected: &[(&str, &str)]) {
    let found = codes(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn one_table_in_many_forms() {
    for text in [
        "| Code | Message |\n|---|---|\n| 17 | Gone |\n| 18 | Not & never |\n",
        "# T\n\nCode | Message\n--- | ---\n17 | Gone\n18 | Not &amp; never\n",
        "Code,Message\n17,Gone\n18,Not & never\n",
        "17;Gone\n18;Not & never\n",
        "17\tGone\n18\tNot & never\n",
        "<table><tr><th>Code<th>Message<tr><td>17<td>Gone<tr><td>18<td>Not &amp; never</table>",
        "<TABLE><TR><TD>Code</TD><TD>Message</TD></TR><TR><TD>17</TD><TD>Gone</TD></TR>\
         <TR><TD>18<TD>Not &amp never",
        "<ul><li>17 Gone<li><b>18</b>: Not &amp; never</ul>",
        "<dl><dt>17</dt><dd>Gone</dd><dt><code>18</code><dd>Not &amp; never</dl>",
        "# T\n\n- 17 Gone\n- `18`: Not & never\n",
        "# T\n\n1. 17 - Gone\n2. **18** – Not & never\n",
        "# T\n\n<table>\n<tr><td>17</td><td>Gone</td></tr>\n<tr><td>18</td><td>Not &amp; never</td></tr>\n</table>\n",
        "T\n\n• 17 Gone\n• 18 Not & never\n",
        "T\n\n• 17 Gone\n• 18 Not &\n    never\n",
        "T\n\n17 Gone\n18 Not & never\n",
        "• 17 Gone\n• 18 Not & never\n",
        "# T\n\n17 Gone\n18 Not & never\n",
        "Read this first.\n<ul><li>17 Gone<li>18 Not &amp; never</ul>",
        "T\r\n\r\n\u{2022} 17 Gone\r\n\u{2022} 18 Not & never\r\n",
        "\u{feff}Code,Message\r\n17,Gone\r\n18,Not & never\r\n",
    ] {
        assert_codes(text, &[("17", "Gone"), ("18", "Not & never")]);
    }
}

#[test]
fn messages_are_verbatim() {
    let page = "| Code | Message |\n|---|---|\n\
        | A_1 | Notification aquired – &lt;ok&gt; \\| `x`  *y* |\n\
        | A_2 | `whole` |\n| A_3 | <b>a</b><br>b&nbsp;c |\n| A_4 | A <domainName> of <span>it</span> |\n\
        | A_5 | - |\n| A_6 | n/a |\n";
    assert_codes(
        page,
        &[
            ("A_1", "Notification aquired – <ok> | `x` y"),
            ("A_2", "whole"),
            ("A_3", "a b c"),
            ("A_4", "A <domainName> of it"),
            ("A_5", ""),
            ("A_6", ""),
        ],
    );
}

#[test]
fn cells_that_span_rows_and_columns_are_filled_in() {
    assert_codes(
        "<table><tr><th>HTTP<th>Code<th>Message<tr><td rowspan=2>404<td>A_1<td>One<tr><td>A_2<td>Two\
         <tr><td>500<td colspan=2>A_3</table>",
        &[("A_1", "One"), ("A_2", "Two"), ("A_3", "A_3")],
    );
}

#[test]
fn an_empty_code_cell_continues_the_code_above() {
    let page =
        "| Code | Message | X |\n|---|---|---|\n| A_1 | One | |\n|  | Two | |\n| A_2 | Three | |\n";
    assert_codes(page, &[("A_1", "One | Two"), ("A_2", "Three")]);
}

#[test]
fn code_blocks_scripts_and_navigation_are_ignored() {
    assert_codes(
        "<nav><ul><li>Home<li>About</ul></nav><script>'<li>99 x'</script><style>td{}</style>\
         <!-- <li>98 y --><ul><li>1 One</ul>",
        &[("1", "One")],
    );
    let page = "# T\n\n```\n- 99 x\n```\n\n- 1 One\n";
    assert_codes(page, &[("1", "One")]);
}

/// The notes of a page, each with its line.
fn notes(text: &str) -> Vec<String> {
    let notes = draft(text).notes.into_iter();
    notes.map(|note| format!("{}: {}", note.line, note.text)).collect()
}

#[test]
fn everything_left_out_is_noted() {
    let text = "| Code | Message | Retry |\n|---|---|---|\n| **Auth** | | |\n| A_1 | One | no |\n| | | yes |\n";
    assert_codes(text, &[("A_1", "One")]);
    assert_eq!(
        notes(text),
        [
            "3: this row is a heading within the table and is left out",
            "5: this row has no code and is left out",
        ]
    );
    let text = "T\n\n• 1 One\n• -5 Late\n• and more\n";
    assert_codes(text, &[("1", "One"), ("-5", "Late")]);
    assert_eq!(notes(text), ["5: this item begins with no code and is left out"]);
    let rows: String = (1..=9).map(|code| format!("{code},Text\n")).collect::<Vec<_>>().concat();
    let text = format!("Code,Message\n{rows}Code,Message\n,,x\n");
    assert_eq!(codes(&text).len(), 9);
    assert_eq!(
        notes(&text),
        ["12: this row has no code and is left out"],
        "a header that is repeated is no row"
    );
    assert_eq!(
        notes(
            "<table><tr><th>Code<th>Message<tr><td>1<td>One<tr><td colspan=2>Late errors</table>"
        ),
        ["1: this row is a heading within the table and is left out"]
    );
}

#[test]
fn columns_are_guessed_by_their_heads() {
    let text = "| Status | Error | Details | How to fix | Id in docs |\n\
        |---|---|---|---|---|\n| 404 | gone_away | The {0} is gone | Look | x y |\n";
    let columns = import(text).tables.remove(0).columns.into_iter();
    let kinds: Vec<Option<Column>> = columns.map(|column| column.kind).collect();
    assert_eq!(
        kinds,
        [
            Some(Column::Http),
            Some(Column::Code),
            Some(Column::Message),
            Some(Column::Guidance),
            None
        ]
    );
    assert_codes(text, &[("gone_away", "The <value> is gone")]);
}

#[test]
fn columns_can_be_chosen() {
    let text =
        "| What | Number | Says |\n|---|---|---|\n| a b | 7 | Seven |\n| c d | 8 | Eight |\n";
    assert_codes(text, &[("7", "a b"), ("8", "c d")]);
    let mut options = Options::default();
    options.columns = vec!["message=says".parse().unwrap(), "none=1".parse().unwrap()];
    let import = Import::new(text, &options).unwrap();
    let groups = import.draft.groups;
    assert_eq!(texts(&groups[0].codes[0]), ["Seven"]);

    options.columns = vec!["code=Nummer".parse().unwrap()];
    let error = Import::new(text, &options).unwrap_err();
    assert!(matches!(error, ImportError::UnknownColumn { .. }));
    insta::assert_snapshot!(error, @r"
    no table of the page has a column `Nummer`
      line 1: `What`, `Number`, `Says`
    ");
}

#[test]
fn tables_of_members_are_no_codes() {
    let text = "| Property | Description |\n|---|---|\n| fieldViolations.data | It |\n| error_code | It |\n";
    let error = Import::new(text, &Options::default()).unwrap_err();
    insta::assert_snapshot!(error, @r"
    no table of the page has a column of codes; say which one it is
      line 1: `Property`, `Description`
    ");
}

#[test]
fn a_page_without_a_table_says_what_was_looked_for() {
    let read = |text: &str, format| {
        let mut options = Options::default();
        options.format = format;
        Import::new(text, &options).unwrap_err().to_string()
    };
    assert_eq!(read(" \n\t", None), "the page is empty");
    assert_eq!(read("\u{feff}", None), "the page is empty");
    insta::assert_snapshot!(read("# Errors\n\nThere are some.\n", None), @"there is no table in 3 lines of markdown; looked for tables with `|`, tables and lists of HTML, and lists whose items begin with a code");
    insta::assert_snapshot!(read("<p>Nothing", None), @"there is no table in 1 line of html; looked for `<table>`, and lists whose items begin with a code");
    insta::assert_snapshot!(read("Nothing here", None), @"there is no table in 1 line of text; looked for lines that begin with a bullet and a code, and rows below a line such as `CodeMessage`");
}

#[test]
fn every_format_has_a_word() {
    for format in Format::ALL {
        assert_eq!(format.as_str().parse(), Ok(*format));
    }
    assert!("yaml".parse::<Format>().is_err());
}

#[test]
fn operations_are_routes_links_or_repeated_headings() {
    let operations = |text: &str| -> Vec<String> {
        draft(text).operations.into_iter().map(|operation| operation.text).collect()
    };
    let table = "| Code | Message |\n|---|---|\n| A_1 | One |\n| A_2 | Two |\n";
    for (headings, expected) in [
        (["## GET /a", "## POST /b"], &["GET /a", "POST /b"][..]),
        (["## Get errors", "## Put errors"], &["Get", "Put"]),
    ] {
        let text = format!("# T\n\n{}\n\n{table}\n{}\n\n{table}", headings[0], headings[1]);
        assert_eq!(operations(&text), expected);
        assert_eq!(draft(&text).groups.len(), 1);
    }
    let text = format!("# T\n\n## One\n\n{table}\n## Two\n\n{}", table.replace("A_", "B_"));
    assert_eq!(operations(&text), [""; 0]);
    assert_eq!(draft(&text).groups.len(), 2);
}
