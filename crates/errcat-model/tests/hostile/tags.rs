//! What YAML can do and a catalog must not: tags, anchors, aliases and merge keys.

use super::catalog::{GROUP, PROVIDER, findings_of_group, load_group, with_message};

#[test]
fn a_tag_in_front_of_a_value_is_refused() {
    for (message, place) in [
        ("!!str 1", "7:20"),
        ("!!int 3", "7:20"),
        ("!!str \"x\"", "7:20"),
        ("!!null ~", "7:21"),
        ("!!binary aGk=", "7:23"),
        ("!!map {a: b}", "7:20"),
        ("!foo x", "7:19"),
        ("! x", "7:16"),
        ("!<tag:yaml.org,2002:str> x", "7:39"),
        ("!!str |\n      x", "8:7"),
        ("!!str >2-\n        x", "8:7"),
        ("!foo |\n      x", "8:7"),
        ("!foo >-\n      x", "8:7"),
        ("!!str # a comment\n      x", "8:7"),
        ("!!str | # a comment\n      x", "8:7"),
    ] {
        let found = findings_of_group(with_message(message));
        assert_eq!(found, [format!("yaml-feature {place}")], "{message}");
    }
}

#[test]
fn a_tag_is_refused_wherever_it_stands() {
    for (text, law) in [
        (
            GROUP.replace("message:", "!!str message:"),
            "yaml-feature 7:11",
        ),
        (format!("!!map\n{GROUP}"), "yaml-feature 2:1"),
        (format!("!x\n{GROUP}"), "yaml-feature 2:1"),
        (GROUP.replace("codes:", "codes: !!seq"), "yaml-feature 6:3"),
        (
            GROUP.replace("    is:", "    operations: !!seq []\n    is:"),
            "yaml-feature 8:23",
        ),
        (
            GROUP.replace(
                "    is: failure",
                "    is: failure\n    preferred: !!bool true",
            ),
            "yaml-feature 9:23",
        ),
    ] {
        assert_eq!(findings_of_group(text.as_str()), [law], "{text}");
    }
}

#[test]
fn a_tag_is_refused_in_brackets_too() {
    for (list, place) in [
        ("[a, !!str b]", "27"),
        ("[!!str a, b]", "24"),
        ("[a,!!str b]", "26"),
    ] {
        let text = GROUP.replace("    is:", &format!("    operations: {list}\n    is:"));
        let found = findings_of_group(text);
        assert!(
            found.contains(&format!("yaml-feature 8:{place}")),
            "{list}: {found:?}"
        );
    }
}

#[test]
fn an_exclamation_mark_in_a_text_is_no_tag() {
    for message in [
        "Stop !",
        "\"Stop !\"",
        "'Stop !now'",
        "Stop !now # !really",
        "|\n      Stop !now",
        ">-\n      Stop !",
    ] {
        let text = with_message(message);
        assert_eq!(
            findings_of_group(text.as_str()),
            Vec::<String>::new(),
            "{message}"
        );
    }
    let comment = GROUP.replace("    is:", "    # remember !\n    is:");
    load_group(PROVIDER, &comment);
}

#[test]
fn anchors_and_aliases_are_refused_before_they_multiply() {
    for (message, place) in [("&a x", "7:17"), ("*a", "7:14"), ("&a\n      x", "8:7")] {
        let found = findings_of_group(with_message(message));
        assert_eq!(found, [format!("yaml-feature {place}")], "{message}");
    }
    assert_eq!(findings_of_group("a: &a [*a]\n"), ["yaml-feature 1:7"]);
    let laughs: String = (0..40)
        .map(|level: usize| match level.checked_sub(1) {
            None => "a0: &a0 [lol, lol, lol, lol, lol]\n".to_owned(),
            Some(below) => format!(
                "a{level}: &a{level} [{}]\n",
                format!("*a{below}, ").repeat(9)
            ),
        })
        .collect();
    assert_eq!(findings_of_group(laughs), ["yaml-feature 1:9"]);
}

#[test]
fn a_merge_key_is_an_unknown_key() {
    let merged = GROUP.replace("    is:", "    <<: {name: It}\n    is:");
    assert_eq!(findings_of_group(merged), ["unknown-key 8:5"]);
    let list = GROUP.replace("    is:", "    <<: [{name: It}, {name: They}]\n    is:");
    assert_eq!(findings_of_group(list), ["unknown-key 8:5"]);
    let aliased = GROUP.replace("    is:", "    <<: *nowhere\n    is:");
    assert_eq!(findings_of_group(aliased), ["yaml-feature 8:9"]);
}

#[test]
fn a_key_that_is_no_text_is_refused() {
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
        assert_eq!(
            findings_of_group(format!("{GROUP}    {key}: x\n")),
            [law],
            "{key}"
        );
    }
}
