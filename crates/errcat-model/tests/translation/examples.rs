//! Every rule by an example that a person can check.

use errcat_model::entries;
use errcat_model::translate::Translator;

use crate::world::check;

/// Good news only: a success needs no guidance.
const HUB: &str = "meanings:
  - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }
  - { id: later, parent: success, title: It will be done, tell: { en: It is so. } }
  - { id: later.today, parent: later, title: It will be done today, tell: { en: It is so. } }
  - { id: later.today.noon, parent: later.today, title: It will be done at noon, tell: { en: It is so. } }
  - { id: later.once, parent: later, title: It will be done one day, tell: { en: It is so. } }
  - { id: half, parent: success, title: The half is done, tell: { en: It is so. } }
  - { id: half.first, parent: half, title: The first half is done, tell: { en: It is so. } }
";

fn catalog(id: &str, codes: &[&str]) -> [(String, String); 2] {
    let provider = format!(
        "id: {id}\ntitle: T\nabout: A.\ndomain: d\ncode-type: string\n\
         sources: [{{ id: s, title: S }}]\n"
    );
    let codes: Vec<String> = codes.iter().map(|code| format!("  - {{ code: {code} }}\n")).collect();
    let codes = codes.concat();
    let group = "group: { title: T, about: A., source: s, outcome: success }\ncodes:\n";
    [
        (format!("{id}/provider.yaml"), provider),
        (format!("{id}/codes.yaml"), format!("{group}{codes}")),
    ]
}

/// The translations of one catalog into another: for each entry its target, relation and meaning.
fn translate(from: &[&str], into: &[&str]) -> Vec<String> {
    let mut files = vec![("meanings.yaml".to_owned(), HUB.to_owned())];
    files.extend(catalog("from", from));
    files.extend(catalog("into", into));
    let set = check(&files);
    let translator = Translator::new(&set).unwrap();
    let line = |entry: entries::Entry<'_>| match (entry.to, entry.relation) {
        (Some(to), Some(relation)) => {
            format!("{} {relation} {to} via {}", entry.from, entry.via.unwrap_or("nothing"))
                .replace("from:", "")
                .replace("into:", "")
        }
        _ => format!("{} none", entry.from.code),
    };
    entries::all(&translator)
        .unwrap()
        .into_iter()
        .filter(|entry| entry.into == "into")
        .map(line)
        .collect()
}

/// The equivalents of each code and case of one catalog in another one.
fn list(from: &[&str], into: &[&str]) -> Vec<String> {
    let mut files = vec![("meanings.yaml".to_owned(), HUB.to_owned())];
    files.extend(catalog("from", from));
    files.extend(catalog("into", into));
    let set = check(&files);
    let translator = Translator::new(&set).unwrap();
    let entries =
        entries::all(&translator).unwrap().into_iter().filter(|entry| entry.into == "into");
    let lines = entries.flat_map(|entry| {
        let all = entry.equivalents.into_iter();
        all.map(move |one| format!("{} {} {}", entry.from, one.relation, one.to.code))
    });
    lines.map(|line| line.replace("from:", "")).collect()
}

#[test]
fn a_translation_of_a_code_with_one_case_is_that_of_the_case() {
    let by_hand = "translations: [{ to: 'into:A', relation: close, why: W }]";
    let cases = format!("X, {by_hand}, cases: [{{ id: one, message: M, is: half }}]");
    let mut files = vec![("meanings.yaml".to_owned(), HUB.to_owned())];
    files.extend(catalog("from", &[&cases]));
    files.extend(catalog("into", &["A, is: later"]));
    let set = check(&files);
    let code = set.catalog("from").unwrap().code("X").unwrap();
    assert_eq!((code.overrides.len(), code.cases[0].overrides.len()), (0, 1));
}

#[test]
fn an_equal_meaning_is_exact_and_a_similar_one_is_close() {
    let is = ["X, is: later.today"];
    let like = ["X, like: later.today, why: W"];
    assert_eq!(translate(&is, &["A, is: later.today"]), ["X exact A via later.today"]);
    assert_eq!(translate(&is, &["A, like: later.today, why: W"]), ["X close A via later.today"]);
    assert_eq!(translate(&like, &["A, is: later.today"]), ["X close A via later.today"]);
    assert_eq!(translate(&like, &["A, like: later.today, why: W"]), ["X none"]);
    let part = ["X, kind-of: later.today"];
    assert_eq!(translate(&part, &["A, like: later.today, why: W"]), ["X none"]);
    // Also where a meaning has nothing above it that says anything.
    assert_eq!(translate(&["X, is: success"], &["A, is: success"]), ["X exact A via success"]);
}

#[test]
fn translations_go_up_the_tree_but_never_down_or_aside() {
    let noon = ["X, is: later.today.noon"];
    let above = ["A, is: later", "B, is: later.today"];
    assert_eq!(translate(&noon, &above), ["X wider B via later.today"]);
    assert_eq!(translate(&["X, kind-of: later.today"], &above), ["X wider B via later.today"]);
    assert_eq!(translate(&["X, is: later"], &noon), ["X none"]);
    assert_eq!(translate(&["X, is: later.once"], &["A, is: later.today"]), ["X none"]);
    assert_eq!(translate(&noon, &["A, kind-of: later.today.noon"]), ["X none"]);
    assert_eq!(translate(&noon, &["A, like: later.today, why: W"]), ["X none"]);
    assert_eq!(translate(&noon, &["A, is: success"]), ["X none"]);
    assert_eq!(translate(&["X, kind-of: success"], &["A, is: success"]), ["X none"]);
}

#[test]
fn a_case_like_a_meaning_is_within_the_meanings_above_it() {
    let like = ["X, like: later.today, why: W"];
    assert_eq!(translate(&like, &["A, is: later"]), ["X wider A via later"]);
    let covers = ["A, covers: [later.today, half], why: W"];
    assert_eq!(translate(&like, &covers), ["X wider A via later.today"]);
}

#[test]
fn a_list_is_covered_if_each_of_its_meanings_is() {
    let list = ["X, covers: [later.today.noon, later.once], why: W"];
    assert_eq!(translate(&list, &["A, is: later"]), ["X wider A via later"]);
    assert_eq!(translate(&list, &["A, is: later.today"]), ["X none"]);
    let covers = ["A, covers: [later.today, later.once], why: W"];
    assert_eq!(translate(&list, &covers), ["X wider A via nothing"]);
    assert_eq!(translate(&covers, &covers), ["A exact A via nothing"]);
    assert_eq!(translate(&list, &["A, covers: [later, half], why: W"]), ["X wider A via later"]);
    assert_eq!(translate(&list, &["A, covers: [later.today, half], why: W"]), ["X none"]);
}

#[test]
fn the_nearest_wider_target_is_taken_then_the_plainest() {
    let noon = ["X, is: later.today.noon"];
    let near = ["A, is: later", "B, covers: [later.today, half], why: W"];
    assert_eq!(translate(&noon, &near), ["X wider B via later.today"]);
    let plain = ["A, covers: [later.today, half], why: W", "B, is: later.today"];
    assert_eq!(translate(&noon, &plain), ["X wider B via later.today"]);
    let fewer = [
        "A, covers: [later.today, later.once, half], why: W",
        "B, covers: [later.today, half], why: W",
        "C, covers: [later.today, half], why: W",
    ];
    assert_eq!(translate(&noon, &fewer), ["X wider B via later.today"]);
}

#[test]
fn deprecated_targets_come_last_and_retired_ones_never() {
    let x = ["X, is: later"];
    let codes = |old: &str, new: &str| {
        translate(&x, &[&format!("A, is: later, {old}"), &format!("B, is: later, {new}")])
    };
    let old = "deprecated: { since: '1' }";
    let gone = "retired: { since: '1' }";
    assert_eq!(codes("message: M", "preferred: true"), ["X exact B via later"]);
    assert_eq!(codes(&format!("preferred: true, {old}"), "message: M"), ["X exact B via later"]);
    assert_eq!(codes(gone, &format!("preferred: true, {old}")), ["X exact B via later"]);
    assert_eq!(translate(&x, &[&format!("A, is: later, {gone}")]), ["X none"]);
    // A retired code stands in a log, and somebody wants to know what it was.
    let retired = [&*format!("X, is: later, {gone}")];
    assert_eq!(translate(&retired, &["A, is: later"]), ["X exact A via later"]);
}

#[test]
fn a_code_with_an_unknown_case_translates_through_a_meaning_above_all_cases() {
    let cases = |one: &str, two: &str| {
        format!("X, cases: [{{ id: a, message: A, {one} }}, {{ id: b, message: B, {two} }}]")
    };
    let into = ["A, is: later", "B, is: later.today", "C, is: later.today.noon"];
    let code = |one: &str, two: &str| translate(&[&cases(one, two)], &into).remove(0);
    assert_eq!(
        translate(&[&cases("is: later.today.noon", "is: later.once")], &into),
        ["X wider A via later", "X#a exact C via later.today.noon", "X#b wider A via later"]
    );
    assert_eq!(
        code("is: later.today, preferred: true", "is: later.today"),
        "X exact B via later.today"
    );
    assert_eq!(code("is: later.today", "kind-of: later.today"), "X wider B via later.today");
    assert_eq!(code("kind-of: later.today", "like: later.today, why: W"), "X wider A via later");
    assert_eq!(code("is: half", "is: later"), "X none");
}

#[test]
fn a_code_is_answered_with_a_code_and_a_case_with_a_case() {
    let cases =
        "cases: [{ id: one, message: A, is: later.once }, { id: any, message: B, is: later }]";
    let into = [&*format!("A, {cases}")];
    assert_eq!(translate(&["X, is: later"], &into), ["X exact A#any via later"]);
    let from = cases.replace("one,", "x-one,").replace("any,", "x-any,");
    assert_eq!(
        translate(&[&format!("X, {from}")], &into),
        [
            "X wider A via later",
            "X#x-one exact A#one via later.once",
            "X#x-any exact A#any via later"
        ]
    );
}

#[test]
fn an_author_can_say_otherwise_for_a_case_or_a_code() {
    let by_hand = |entry: &str| format!("translations: [{{ {entry}, why: W }}]");
    let to = by_hand("to: 'into:A', relation: close");
    let x = [&*format!("X, is: later, {to}")];
    assert_eq!(translate(&x, &["A, is: half", "B, is: later"]), ["X close A via nothing"]);
    assert_eq!(list(&x, &["A, is: half", "B, is: later"]), ["X close A"]);
    let none = by_hand("none: into");
    assert_eq!(translate(&[&format!("X, is: later, {none}")], &["A, is: later"]), ["X none"]);
    let from = by_hand("from: 'from:X', relation: close");
    let into = [&*format!("A, is: half, {from}"), "B, is: later"];
    assert_eq!(translate(&["X, is: later"], &into), ["X close A via nothing"]);
    // One for the code says nothing about its cases.
    let cases = "cases: [{ id: a, message: A, is: later }, { id: b, message: B, is: half.first }]";
    assert_eq!(
        translate(&[&format!("X, {cases}")], &into),
        ["X close A via nothing", "X#a exact B via later", "X#b wider A via half"]
    );
}

#[test]
fn a_relation_by_hand_holds_in_both_directions() {
    let by_hand = |entry: &str| format!("translations: [{{ {entry}, why: W }}]");
    let related = by_hand("to: 'into:A', relation: related");
    let x = [&*format!("X, is: half, {related}")];
    assert_eq!(translate(&x, &["A, is: later"]), ["X none"]);
    assert_eq!(list(&x, &["A, is: later", "B, is: half"]), ["X exact B", "X related A"]);
    let from = by_hand("from: 'from:A', relation: wider");
    let into = [&*format!("X, is: half, {from}")];
    assert_eq!(translate(&["A, is: later"], &into), ["A wider X via nothing"]);
    let to = by_hand("from: 'into:A', relation: wider");
    let x = [&*format!("X, is: half, {to}")];
    assert_eq!(
        (translate(&x, &["A, is: later"]), list(&x, &["A, is: later"])),
        (vec!["X none".to_owned()], vec!["X narrower A".to_owned()])
    );
}

#[test]
fn several_that_are_as_close_are_listed_and_not_substituted() {
    let like = ["A, like: later, why: W", "B, like: later, why: W", "C, is: later"];
    assert_eq!(translate(&["X, is: later"], &like[..2]), ["X none"]);
    assert_eq!(list(&["X, is: later"], &like[..2]), ["X close A", "X close B"]);
    let by_hand = "translations: [{ to: 'into:A', relation: close, why: W }, { to: 'into:B', relation: close, why: W }]";
    let x = [&*format!("X, is: later.once, {by_hand}")];
    assert_eq!(translate(&x, &["A, is: half", "B, is: half.first"]), ["X none"]);
    assert_eq!(list(&x, &["A, is: half", "B, is: half.first"]), ["X close A", "X close B"]);
}

#[test]
fn a_list_goes_from_the_same_over_wider_to_narrower() {
    let into = [
        "A, is: later",
        "B, kind-of: later.today",
        "C, is: later.today",
        "D, like: later.today, why: W",
        "E, covers: [later.today, half], why: W",
        "F, is: later.today.noon",
    ];
    assert_eq!(
        list(&["X, is: later.today"], &into),
        ["X exact C", "X close D", "X wider E", "X wider A", "X narrower B", "X narrower F"]
    );
    let cases =
        "X, cases: [{ id: a, message: A, is: later.today }, { id: b, message: B, is: half }]";
    assert_eq!(
        list(&[cases], &into)[..5],
        ["X wider E", "X narrower B", "X narrower C", "X narrower F", "X#a exact C"]
    );
}
