//! Findings as a person, a program and a code review see them.

#![allow(
    clippy::unwrap_used,
    reason = "a helper that cannot get what it needs should stop there, with the line"
)]

use errcat_model::render::{self, Style};
use errcat_model::{Finding, Sources, load};

const HUB: &str = "\
meanings:
  - {id: success, title: It worked, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody}
  - {id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, retry: never, actor: provider}
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
";

const PROVIDER: &str = "\
id: acme
title: Acme
about: A registrar.
domain: acme.example
code-type: integer
sources:
  - {id: docs, title: Docs}
";

fn group(codes: &str) -> String {
    format!("group:\n  title: Orders\n  about: What goes wrong.\n  source: docs\ncodes:\n{codes}")
}

fn code(number: &str, message: &str, rest: &str) -> String {
    format!(
        "  - code: {number}\n    message: {message}\n    kind-of: failure\n{rest}    guidance:\n      \
         cause: Something in {number} broke.\n      action: Send {number} again tomorrow.\n"
    )
}

/// Four findings: two places in one file, places in two files, a line too long to show,
/// and a place after a byte order mark, Windows line ends and characters of several bytes.
fn four_findings() -> (Vec<Finding>, Sources) {
    let long = format!("{} <who>", "word ".repeat(120));
    let windows = group(&code("3", "'é – 🦀: it broke'", "    é – 🦀: {http: 1}\n"));
    let sources = Sources::from_texts([
        ("meanings.yaml", HUB.to_owned()),
        ("acme/provider.yaml", PROVIDER.to_owned()),
        (
            "acme/1-same.yaml",
            group(&(code("1", "One", "") + &code("1", "Two", "    name: Other\n"))),
        ),
        ("acme/2-other.yaml", group(&code("two", "Three", ""))),
        ("acme/3-long.yaml", group(&code("2", &long, ""))),
        ("acme/4-windows.yaml", format!("\u{feff}{}", windows.replace('\n', "\r\n"))),
    ]);
    without_repeated_guidance(sources)
}

/// The two codes of one number share their guidance, which is not what is shown here.
fn without_repeated_guidance(sources: Sources) -> (Vec<Finding>, Sources) {
    let mut findings = load(&sources).unwrap_err().into_vec();
    findings.retain(|finding| finding.law.id() != "guidance-repeated");
    (findings, sources)
}

/// Findings whose texts and path hold what a workflow command must not.
fn awkward_findings() -> (Vec<Finding>, Sources) {
    let broken = code("9", "Nine", "    \"100%: a,b\\nc\\r::error::\": 1\n");
    let sources = Sources::from_texts([
        ("meanings.yaml", HUB.to_owned()),
        ("a:c,me 50%/provider.yaml", PROVIDER.to_owned()),
        ("a:c,me 50%/x.yaml", group(&broken)),
    ]);
    without_repeated_guidance(sources)
}

#[test]
fn plain() {
    let (findings, sources) = four_findings();
    assert_eq!(findings.len(), 4);
    insta::assert_snapshot!(render::human(&findings, &sources, Style::default()));
}

#[test]
fn styled() {
    let (findings, sources) = four_findings();
    let style = Style { color: true, ..Style::default() };
    let text = render::human(&findings, &sources, style);
    insta::assert_snapshot!(text.replace('\u{1b}', "␛"));
}

#[test]
fn hidden_findings_are_counted() {
    let (findings, sources) = four_findings();
    let style = Style { limit: 1, ..Style::default() };
    let text = render::human(&findings, &sources, style);
    assert!(text.ends_with("\n4 findings in 4 files; 3 of them are not shown\n"), "{text}");
}

#[test]
fn for_programs() {
    let (findings, sources) = four_findings();
    let report = render::machine(&findings, &sources);
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).unwrap());
}

#[test]
fn for_github() {
    let (findings, sources) = four_findings();
    insta::assert_snapshot!(render::github(&findings, &sources));
}

#[test]
fn for_github_with_what_must_be_escaped() {
    let (findings, sources) = awkward_findings();
    let text = render::github(&findings, &sources);
    assert_eq!(text.lines().count(), findings.len(), "one line for each finding");
    insta::assert_snapshot!(text);
}

/// Whether a character could control the terminal, or change the order of the text on a line.
fn is_control(character: char) -> bool {
    let shown = matches!(character, '\n' | '\t');
    (character.is_control() && !shown)
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Texts with control characters, raw and as YAML escapes, in every place that reaches a finding.
fn control_characters() -> (Vec<Finding>, Sources) {
    let escapes = "\\e[31m\\a\\u202e\\u2066\\b";
    let raw = "\u{202e}\u{2066}\u{200f}\u{85}";
    let rest = format!(
        "    \"key{escapes}\": 1\n    {raw}: 1\n    source: \"docs{escapes}\"\n    operations: [{raw}]\n"
    );
    let provider = format!("{PROVIDER}  - {{id: \"doc{escapes}\", title: Docs}}\n");
    let sources = Sources::from_texts([
        ("meanings.yaml".to_owned(), HUB.to_owned()),
        ("acme/provider.yaml".to_owned(), provider),
        ("acme/x.yaml".to_owned(), group(&code("1", "One", &rest))),
        (
            "acme/\u{1b}[31m\u{202e}.yaml".to_owned(),
            group(&code(&format!("\"two{escapes}\""), raw, "")),
        ),
        ("acme/\u{1b}]0;title\u{7}.yaml".to_owned(), String::new()),
        ("acme/syntax.yaml".to_owned(), "a: \u{1b}[31m\n".to_owned()),
    ]);
    without_repeated_guidance(sources)
}

#[test]
fn control_characters_do_not_reach_a_terminal() {
    let (findings, sources) = control_characters();
    assert!(findings.len() > 5, "{findings:#?}");
    for finding in &findings {
        let text = render::human(std::slice::from_ref(finding), &sources, Style::default());
        let raw: Vec<char> = text.chars().filter(|character| is_control(*character)).collect();
        assert!(raw.is_empty(), "{raw:?} of {} in {text:?}", finding.law.id());
    }
}

#[test]
fn control_characters_do_not_reach_a_log() {
    let (findings, sources) = control_characters();
    let text = render::github(&findings, &sources);
    let raw: Vec<char> = text.chars().filter(|character| is_control(*character)).collect();
    assert!(raw.is_empty(), "{raw:?} in {text:?}");
}

#[test]
fn windows_line_ends_are_not_shown() {
    let (findings, sources) = four_findings();
    let text = render::human(&findings, &sources, Style::default());
    assert!(!text.contains('␍'), "{text}");
}
