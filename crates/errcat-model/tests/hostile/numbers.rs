//! Texts that YAML could read as a number, a boolean or null stay as typed, or are errors.

use super::catalog::{GROUP, HUB, PROVIDER, findings_in, findings_of_group, load_group, sources};

const TYPED: &[&str] = &[
    "0123", "NO", "yes", "true", "1e3", "0x10", "0o17", "1_000", "1.5", ".inf", ".nan", "-1", "+1",
];

#[test]
fn a_status_is_plain_decimal_digits() {
    for typed in TYPED.iter().chain(&[
        "~",
        "null",
        "",
        "\"404\"",
        "99999999999",
        "4 04",
        "[404]",
        "{a: 404}",
    ]) {
        let text = GROUP.replace("    is:", &format!("    http: {typed}\n    is:"));
        let column = if typed.is_empty() { 9 } else { 11 };
        assert_eq!(findings_of_group(text), [format!("wrong-type 8:{column}")], "{typed}");
    }
    for typed in ["0", "99", "600", "4294967295"] {
        let text = GROUP.replace("    is:", &format!("    http: {typed}\n    is:"));
        assert_eq!(findings_of_group(text), ["http-range 8:11"], "{typed}");
    }
}

#[test]
fn a_text_code_is_read_as_typed() {
    for typed in TYPED {
        // The name of a code does not interest here, and `+1` gives the one of `1`.
        let text = GROUP.replace("code: A", &format!("code: {typed}\n    name: It"));
        let set = load_group(PROVIDER, &text);
        let catalog = set.catalog("acme").unwrap();
        assert_eq!(catalog.codes[0].code, *typed);
    }
}

#[test]
fn a_numeric_code_is_plain_decimal_digits() {
    let provider = PROVIDER.replace("code-type: string", "code-type: integer");
    for typed in TYPED.iter().chain(&["\"12\"", "12 3", "4294967296"]) {
        let text = GROUP.replace("code: A", &format!("code: {typed}"));
        assert_eq!(findings_of_integer_group(&provider, text), ["code-type 6:11"], "{typed}");
    }
    let right = GROUP.replace("code: A", "code: 4294967295");
    assert_eq!(load_group(&provider, &right).catalogs[0].codes[0].code, "4294967295");
}

#[test]
fn a_code_that_is_no_scalar_is_refused() {
    let integer = PROVIDER.replace("code-type: string", "code-type: integer");
    for typed in ["~", "null", "[]", "{}"] {
        let text = GROUP.replace("code: A", &format!("code: {typed}"));
        assert_eq!(findings_of_group(text.as_str()), ["wrong-type 6:11"], "{typed}");
        assert_eq!(findings_of_integer_group(&integer, text), ["wrong-type 6:11"], "{typed}");
    }
}

fn findings_of_integer_group(provider: &str, text: String) -> Vec<String> {
    let sources = sources([
        ("meanings.yaml", HUB.to_owned()),
        ("acme/provider.yaml", provider.to_owned()),
        ("acme/orders.yaml", text),
    ]);
    findings_in("acme/orders.yaml", &sources)
}
