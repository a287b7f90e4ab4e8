//! A small catalog that is right, except for the one file under test and a bystander.

use errcat_model::{CatalogSet, Finding, Sources, load, render};

pub(crate) const HUB: &str = "\
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
meanings:
  - {id: success, title: It worked, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody}
  - {id: notification, title: News, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody}
  - {id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, retry: never, actor: provider}
";

pub(crate) const PROVIDER: &str = "\
id: acme
title: Acme
about: A registrar.
domain: acme.example
code-type: string
sources:
  - {id: docs, title: Docs}
";

/// The message is on line 7, from column 14 on.
pub(crate) const GROUP: &str = "\
group:
  title: Orders
  about: What goes wrong with orders.
  source: docs
codes:
  - code: A
    message: It broke
    is: failure
    guidance:
      cause: Something in it broke.
      action: Send it again tomorrow.
";

/// A file of another provider, with a finding of its own.
const BYSTANDER: &str = "id: other\ntitel: Other\n";

/// The findings of the other catalog, which do not depend on the file under test.
const BYSTANDER_FINDINGS: &[&str] = &[
    "missing-key 1:1",
    "missing-key 1:1",
    "missing-key 1:1",
    "missing-key 1:1",
    "unknown-key 2:1",
];

/// The group with something else in place of its message.
pub(crate) fn with_message(message: &str) -> String {
    GROUP.replace("It broke", message)
}

/// Returns the findings in a group file, as `law line:column`; the others' findings are checked here.
pub(crate) fn findings_of_group(text: impl Into<String>) -> Vec<String> {
    let text = text.into();
    findings_in(
        "acme/orders.yaml",
        &sources([
            ("meanings.yaml", HUB.into()),
            ("acme/provider.yaml", PROVIDER.into()),
            ("acme/orders.yaml", text),
        ]),
    )
}

/// Returns the findings in one of the files, as `law line:column`.
pub(crate) fn findings_in(path: &str, sources: &Sources) -> Vec<String> {
    let findings = load(sources).expect_err("the bystander has findings");
    render_all(&findings, sources);
    assert_eq!(
        shown("other/provider.yaml", &findings, sources),
        BYSTANDER_FINDINGS,
        "the findings of another file were lost"
    );
    shown(path, &findings, sources)
}

pub(crate) fn sources<const N: usize>(texts: [(&str, String); N]) -> Sources {
    let bystander = ("other/provider.yaml", BYSTANDER.to_owned());
    Sources::from_texts(texts.into_iter().chain([bystander]))
}

/// Loads a catalog whose group file has to be right.
pub(crate) fn load_group(provider: &str, text: &str) -> CatalogSet {
    let sources = Sources::from_texts([
        ("meanings.yaml", HUB),
        ("acme/provider.yaml", provider),
        ("acme/orders.yaml", text),
    ]);
    load(&sources).unwrap_or_else(|findings| {
        panic!("{}", render::human(&findings, &sources, render::Style::default()))
    })
}

/// The findings of one file, as `law line:column`.
pub(crate) fn shown(path: &str, findings: &[Finding], sources: &Sources) -> Vec<String> {
    let file_of = |finding: &Finding| sources.file(finding.primary.place.file).unwrap();
    let here = findings.iter().filter(|finding| file_of(finding).path() == path);
    here.take(1_000)
        .map(|finding| {
            let at = file_of(finding).line_column(finding.primary.place.span.start);
            format!("{} {}:{}", finding.law.id(), at.line, at.column)
        })
        .collect()
}

/// Renders as people, programs and code reviews see it; nothing of this may panic.
fn render_all(findings: &[Finding], sources: &Sources) {
    let human = render::human(findings, sources, render::Style::default());
    assert!(human.len() < 1 << 20, "{} bytes for a terminal", human.len());
    if findings.len() < 1_000 {
        let report = render::machine(findings, sources);
        assert_eq!(report.count, findings.len());
        render::github(findings, sources);
    }
}
