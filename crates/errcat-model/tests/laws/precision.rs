//! Checks that snapshots cannot make: that a place, a help or the number of findings is right.

use std::fs;

use errcat_model::{Law, Sources};

use crate::fixture::{Fixture, base, base_text, base_with, find, places, show, underlined};

const CODES: &str = "acme/codes.yaml";
const PROVIDER: &str = "acme/provider.yaml";
const MEANINGS: &str = "meanings.yaml";

#[test]
fn yaml_feature_underlines_the_anchor_or_tag() {
    let mut wrong = Vec::new();
    for (title, mark) in [
        ("title: &name Domain errors", "&"),
        ("title: !name Domain errors", "!"),
        ("title: !!str Domain errors", "!"),
        ("title: !!str |\n    Domain errors", "!"),
    ] {
        let sources = base_with(CODES, "title: Domain errors", title);
        let underlined = underlined(&find(&sources)[0], &sources);
        if !underlined.starts_with(mark) {
            wrong.push((title, underlined.to_owned()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_missing_key_points_at_the_first_key_beside_it() {
    let about = "  about: What can be wrong with a domain.\n";
    for (path, left_out, expected) in [
        (CODES, about, "acme/codes.yaml:2:3 missing-key"),
        (CODES, "  source: reference\n", "acme/codes.yaml:2:3 missing-key"),
        (PROVIDER, "code-type: integer\n", "acme/provider.yaml:1:1 missing-key"),
    ] {
        assert_eq!(places(&base_with(path, left_out, "")), [expected]);
    }
}

/// A value that cannot be read is there all the same: what would follow from its absence
/// is noise.
#[test]
fn one_mistake_is_one_finding() {
    let text = "message: Domain not found\n    is: domain.not-found";
    let is = "is: domain.not-found";
    let guidance = "guidance:
      cause: Acme has no domain of this name.
      action: Check the spelling of the name before sending the request again.";
    let failure = "source: reference
codes:
  - code: 1001
    message: Domain not found
    is: domain.not-found";
    let misspelled = "source: reference
  outcome: sucess
codes:
  - code: 1001
    message: Domain found
    is: success";
    let mut wrong = Vec::new();
    for (path, old, new) in [
        (CODES, is, "is: [domain.not-found]"),
        (CODES, is, "covers: domain.not-found"),
        (CODES, is, "like: domain.not-found\n    why: \"\""),
        (CODES, guidance, "guidance: Check the name."),
        (CODES, failure, misspelled),
        (CODES, text, "message: <name> not found\n    params: [name]\n    is: domain.not-found"),
        (CODES, text, "message: <a><b>\n    params: { a: {}, b: {} }\n    is: domain.not-found"),
        (PROVIDER, "code-type: integer", "code-type: int"),
        (MEANINGS, "    title: The provider has no such domain\n", ""),
        (MEANINGS, "http: 404", "http: \"404\""),
        (MEANINGS, "http: 404", "http: 999"),
    ] {
        let sources = base_with(path, old, new);
        let findings = find(&sources);
        if findings.len() != 1 {
            wrong.push(format!("{new}\n{}", show(&findings, &sources)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_case_that_is_defined_twice_breaks_duplicate_id() {
    let text = "message: Domain not found\n    is: domain.not-found";
    let case = |text| {
        format!("\n      - id: gone\n        message: {text}\n        kind-of: notification")
    };
    let cases = format!("name: Gone\n    cases:{}{}", case("Gone"), case("Lost"));
    let mut texts = base();
    let codes = texts.get_mut(CODES).unwrap();
    *codes = codes.replace("source: reference", "outcome: notification\n  source: reference");
    let (head, _) = codes.split_once(text).unwrap();
    *codes = format!("{head}{cases}\n");
    assert_eq!(places(&Sources::from_texts(texts)), ["acme/codes.yaml:13:13 duplicate-id"]);
}

#[test]
fn no_file_is_passed_over_in_silence() {
    let stray = base_text(CODES);
    let mut texts = base();
    texts.insert("beta/codes.yaml".to_owned(), stray.clone());
    let in_memory = find(&Sources::from_texts(texts)).len();

    let disk = tempfile::tempdir().unwrap();
    for (path, text) in base() {
        let path = disk.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(disk.path().join("stray.yaml"), stray).unwrap();
    let on_disk = find(&Sources::read(&[disk.path()])).len();

    assert_eq!(
        (in_memory, on_disk),
        (1, 1),
        "of a group in memory without a provider, and of a file next to `meanings.yaml`"
    );
}

#[test]
fn a_code_that_a_status_names_exists() {
    let statuses = "statuses:
  - http: 404
    title: Not Found
    about: Nothing is there.
    code: 9999
envelopes:";
    let findings = find(&base_with(PROVIDER, "envelopes:", statuses));
    assert_eq!(findings.len(), 1, "there is no code 9999");
}

#[test]
fn help_can_be_followed() {
    let statuses = Fixture::of(Law::StatusContradiction);
    let meaning = statuses.findings.last().unwrap();
    assert!(!meaning.help.contains("facts-why"), "a meaning has no such key: {}", meaning.help);
    let range = Fixture::of(Law::HttpRange);
    assert!(
        !range.findings[1].help.contains("remove the key"),
        "a status in provider.yaml needs it: {}",
        range.findings[1].help
    );
}

#[test]
fn a_message_shows_what_was_typed() {
    for (old, new, typed) in [
        ("is: domain.not-found", "is: domain.not-found\n    http: \"404\"", "`\"404\"`"),
        ("is: domain.not-found", "is: domain.not-found\n    preferred: 'true'", "`'true'`"),
        ("code: 1001", "code: 1001\n    name: \"***\"", "`***`"),
    ] {
        let message = find(&base_with(CODES, old, new)).remove(0).message;
        assert!(message.contains(typed), "{new:?}: {message}");
    }
    let message = find(&base_with(CODES, "code: 1001", "code: 4294967296")).remove(0).message;
    assert!(!message.contains("not a whole number"), "it is one: {message}");
}

#[test]
fn an_unclosed_quote_is_reported_as_one() {
    let sources = base_with(CODES, "message: Domain not found", "message: \"Domain not found");
    let finding = find(&sources).remove(0);
    assert!(finding.help.contains("quote"), "{}: {}", finding.message, finding.help);
}

#[test]
fn a_copied_code_is_one_finding() {
    let mut texts = base();
    let codes = texts.get_mut(CODES).unwrap();
    let entry = codes.split_once("codes:\n").unwrap().1.to_owned();
    codes.push_str(&entry);
    let found = places(&Sources::from_texts(texts));
    assert_eq!(found, ["acme/codes.yaml:12:11 duplicate-code"]);
}

#[test]
fn an_incomplete_provider_hides_no_findings_of_its_groups() {
    let mut texts = base();
    let provider = texts.get_mut(PROVIDER).unwrap();
    *provider = provider.replace("about: The API that Acme sells domains through.\n", "");
    let codes = texts.get_mut(CODES).unwrap();
    *codes =
        codes.replace("Check the spelling of the name before sending the request again.", "No.");
    let found = places(&Sources::from_texts(texts));
    assert_eq!(
        found,
        ["acme/codes.yaml:11:15 guidance-too-short", "acme/provider.yaml:1:1 missing-key"]
    );
}

#[test]
fn a_translation_into_an_unreadable_file_is_not_reported() {
    let translation = "is: domain.not-found\n    translations:\n      \
        - { to: beta:1001, relation: exact, why: Both say that it is not there. }";
    let mut texts = base();
    let codes = texts.get_mut(CODES).unwrap();
    *codes = codes.replace("is: domain.not-found", translation);
    texts.insert(
        "beta/provider.yaml".to_owned(),
        base_text(PROVIDER).replace("id: acme", "id: beta"),
    );
    assert_eq!(
        places(&Sources::from_texts(texts.clone())),
        ["acme/codes.yaml:10:15 unknown-translation"]
    );
    texts.insert("beta/codes.yaml".to_owned(), "codes: [1001".to_owned());
    assert_eq!(places(&Sources::from_texts(texts)), ["beta/codes.yaml:1:8 yaml-syntax"]);
}

#[test]
fn a_misspelled_key_is_not_missing_too() {
    let sources = base_with(PROVIDER, "title: Acme Domains API", "titel: Acme Domains API");
    assert_eq!(places(&sources), ["acme/provider.yaml:2:1 unknown-key"]);
}

#[test]
fn two_gaps_are_not_one_meaning() {
    let more = "\n  - code: 1002\n    message: Domain lost\n    is: TODO\n    guidance: TODO";
    let is = "is: domain.not-found";
    let sources = base_with(CODES, is, "is: TODO");
    let texts = sources.files().map(|file| {
        let more = if file.path() == CODES { more } else { "" };
        (file.path().to_owned(), format!("{}{more}\n", file.text()))
    });
    let expected = ["8:9", "15:9", "16:15"].map(|place| format!("acme/codes.yaml:{place} gap"));
    assert_eq!(places(&Sources::from_texts(texts.collect::<Vec<_>>())), expected);
}

/// A gap is one thing to do; other mistakes in its entry are reported in the same run.
#[test]
fn a_gap_hides_only_its_consequences() {
    let is = "is: domain.not-found";
    let guidance = "guidance:
      cause: Acme has no domain of this name.
      action: Check the spelling of the name before sending the request again.";
    let text = format!("{is}\n    {guidance}");
    for (gap, expected) in [
        ("is: TODO\n    guidance: TODO", &["8:9 gap", "9:15 gap"][..]),
        ("is: 'TODO'\n    guidance: TODO", &["8:9 unknown-meaning", "9:15 gap"]),
        ("is: nowhere\n    guidance: TODO", &["8:9 unknown-meaning", "9:15 gap"]),
        (
            "is: TODO\n    operations: [Nope]\n    guidance: TODO",
            &["8:9 gap", "9:18 unknown-operation", "10:15 gap"],
        ),
        ("guidance: TODO", &["6:11 missing-relation", "8:15 gap"]),
        ("is: TODO", &["6:11 guidance-missing", "8:9 gap"]),
        (
            "is: TODO\n    guidance:\n      cause: TODO\n      action: TODO",
            &["8:9 gap", "10:14 gap", "11:15 gap"],
        ),
        ("kind-of: failure\n    retired: TODO\n    guidance: TODO", &["9:14 gap", "10:15 gap"]),
    ] {
        let expected: Vec<String> =
            expected.iter().map(|place| format!("acme/codes.yaml:{place}")).collect();
        assert_eq!(places(&base_with(CODES, &text, gap)), expected, "{gap}");
    }
}

#[test]
fn a_hub_with_failures_names_its_roles_once() {
    let text = base_text(MEANINGS);
    let (_, roles) = text.split_at(text.find("roles:").unwrap());
    let without = base_with(MEANINGS, roles, "");
    assert_eq!(places(&without), ["meanings.yaml:16:9 hub-roles"]);
    assert_eq!(find(&without)[0].message, "the hub has failures, but names no roles");

    let second = format!("meanings: []\n{roles}");
    let mut twice = base();
    twice.insert("more/meanings.yaml".to_owned(), second);
    let twice = Sources::from_texts(twice);
    let found: Vec<String> = find(&twice).iter().map(|one| one.message.clone()).collect();
    assert!(found.contains(&"the roles are written twice".to_owned()), "{found:#?}");
}

#[test]
fn two_meanings_are_not_one_variant() {
    let second = "  - id: domain-not.found\n    parent: failure\n    title: It is not there\n    tell: { en: It is so. }\nroles:";
    let sources = base_with(MEANINGS, "roles:", second);
    let [finding] = find(&sources).try_into().unwrap();
    assert_eq!(finding.law, Law::NameCollision);
    assert_eq!(finding.message, "a second meaning becomes `DomainNotFound` in Rust");
}

#[test]
fn a_file_in_the_place_of_a_folder_says_what_to_name() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("orders.yaml");
    fs::write(&file, "group: {}").unwrap();
    let [finding] = find(&Sources::read(&[file])).try_into().unwrap();
    assert_eq!(finding.law, Law::UnreadableFile);
    assert_eq!(finding.help, "name the folder that the file is in");
}
