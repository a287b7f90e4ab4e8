//! Features of YAML that catalogs may not use: tags, anchors, aliases and merge keys.

use super::catalog::{GROUP, PROVIDER, findings_of_group, load_group, with_message};

#[test]
fn a_tag_in_front_of_a_value_is_refused() {
    for message in [
        "!!str 1",
        "!!int 3",
        "!!str \"x\"",
        "!!binary aGk=",
        "!foo x",
        "! x",
        "!<tag:yaml.org,2002:str> x",
        "!!str |\n      x",
        "!!str >2-\n        x",
        "!foo |\n      x",
        "!foo >-\n      x",
        "!!str # a comment\n      x",
        "!!str | # a comment\n      x",
    ] {
        let found = findings_of_group(with_message(message));
        assert_eq!(found, ["yaml-feature 7:14"], "{message}");
    }
}

#[test]
fn a_tag_is_refused_wherever_it_stands() {
    for (text, law) in [
        (GROUP.replace("message:", "!!str message:"), "yaml-feature 7:5"),
        (format!("!!map\n{GROUP}"), "yaml-feature 1:1"),
        (format!("!x\n{GROUP}"), "yaml-feature 1:1"),
        (GROUP.replace("codes:", "codes: !!seq"), "yaml-feature 5:8"),
        (GROUP.replace("    is:", "    operations: !!seq []\n    is:"), "yaml-feature 8:17"),
        (
            GROUP.replace("    is: failure", "    is: failure\n    preferred: !!bool true"),
            "yaml-feature 9:16",
        ),
    ] {
        let found = findings_of_group(text.as_str());
        assert!(found.contains(&law.to_owned()), "{found:?} in\n{text}");
    }
}

#[test]
fn a_tag_is_refused_in_brackets_too() {
    for (list, place) in [("[a, !!str b]", "21"), ("[!!str a, b]", "18"), ("[a,!!str b]", "20")] {
        let text = GROUP.replace("    is:", &format!("    operations: {list}\n    is:"));
        let found = findings_of_group(text);
        assert!(found.contains(&format!("yaml-feature 8:{place}")), "{list}: {found:?}");
    }
}

#[test]
fn an_exclamation_mark_in_a_text_is_not_a_tag() {
    for message in [
        "Stop !",
        "\"Stop !\"",
        "'Stop !now'",
        "Stop !now # !really",
        "|\n      Stop !now",
        ">-\n      Stop !",
    ] {
        let text = with_message(message);
        assert_eq!(findings_of_group(text.as_str()), Vec::<String>::new(), "{message}");
    }
    let comment = GROUP.replace("    is:", "    # remember !\n    is:");
    load_group(PROVIDER, &comment);
}

#[test]
fn anchors_and_aliases_are_refused_before_they_multiply() {
    for (message, place) in [("&a x", "7:14"), ("*a", "7:14"), ("&a\n      x", "7:14")] {
        let found = findings_of_group(with_message(message));
        assert_eq!(found, [format!("yaml-feature {place}")], "{message}");
    }
    assert_eq!(findings_of_group("a: &a [*a]\n"), ["yaml-feature 1:4"]);
    let laughs: String = (0..40)
        .map(|level: usize| match level.checked_sub(1) {
            None => "a0: &a0 [lol, lol, lol, lol, lol]\n".to_owned(),
            Some(below) => format!("a{level}: &a{level} [{}]\n", format!("*a{below}, ").repeat(9)),
        })
        .collect();
    assert_eq!(findings_of_group(laughs), ["yaml-feature 1:5"]);
}

#[test]
fn a_merge_key_is_refused() {
    let merged = GROUP.replace("    is:", "    <<: {name: It}\n    is:");
    assert_eq!(findings_of_group(merged), ["yaml-feature 8:5"]);
    let list = GROUP.replace("    is:", "    <<: [{name: It}, {name: They}]\n    is:");
    assert_eq!(findings_of_group(list), ["yaml-feature 8:5"]);
    let aliased = GROUP.replace("    is:", "    <<: *nowhere\n    is:");
    assert_eq!(findings_of_group(aliased), ["yaml-feature 8:9"]);
}

#[test]
fn a_key_that_is_not_a_text_is_refused() {
    for (key, law) in [
        ("[a, b]", "wrong-type 12:5"),
        ("{a: b}", "wrong-type 12:5"),
        ("? [a]\n    ", "wrong-type 12:7"),
        ("? - a\n      - b\n    ", "wrong-type 12:7"),
        ("? {a: b}\n    ", "wrong-type 12:7"),
        ("~", "wrong-type 12:5"),
        ("true", "unknown-key 12:5"),
        ("1", "unknown-key 12:5"),
        ("''", "unknown-key 12:5"),
        ("*a ", "yaml-feature 12:5"),
    ] {
        assert_eq!(findings_of_group(format!("{GROUP}    {key}: x\n")), [law], "{key}");
    }
}
