//! The schema rejects what the reader rejects, and nothing else, so that an editor and
//! `errcat check` agree.

use errcat_model::{Sources, load};

use super::schema_errors;

/// A small valid catalog.
const SMALL: [(&str, &str); 3] = [
    (
        "meanings.yaml",
        "\
meanings:
  - id: failure
    title: The request was not carried out
    tell: { en: It is so. }
    http: 500
    grpc: UNKNOWN
    retry: never
    actor: operator
  - id: absent
    parent: failure
    title: Absence
    tell: { en: It is so. }
    http: 404
    grpc: NOT_FOUND
  - id: broken
    parent: failure
    title: The thing does not work
    tell: { en: It is so. }
roles: { passing: failure, broken: failure, validation: failure, unknown: failure }
",
    ),
    (
        "acme/provider.yaml",
        "\
id: acme
title: Acme
about: The API of Acme.
domain: api.acme.example
code-type: string
sources:
  - id: manual
    title: Manual
operations:
  - name: Get
    idempotent: true
statuses:
  - http: 404
    title: Not found
    about: The thing is not there.
envelopes:
  - id: error
    format: json
    about: Every error.
    slots:
      code: [/code]
",
    ),
    (
        "acme/things.yaml",
        "\
group:
  title: Things
  about: Codes about things.
  source: manual
codes:
  - code: GONE
    message: Thing <name> is gone
    params:
      name: { type: string, sensitive: false }
    operations: [Get]
    is: absent
    http: 404
    retry: later
    retry-after: 60
    guidance:
      cause: >-
        Somebody has removed the thing that the request names.
      action: >-
        List the things that are left and name one of those.
",
    ),
];

/// A change to one file of [`SMALL`]: its description, the file, the text and its replacement.
type Change = (&'static str, &'static str, &'static str, &'static str);

const MEANINGS: &str = "meanings.yaml";
const PROVIDER: &str = "acme/provider.yaml";
const GROUP: &str = "acme/things.yaml";

const THINGS: &str = "\
group:
  title: Things
  about: Codes about things.
  source: manual
";
const STATUSES: &str = "\
statuses:
  - http: 404
    title: Not found
    about: The thing is not there.
";

// The tables below have one row on each line.
#[rustfmt::skip]
const WRONG: &[Change] = &[
    ("unknown key", MEANINGS, "actor: operator", "actr: operator"),
    ("missing id", MEANINGS, "- id: absent\n    parent", "- parent"),
    ("unknown gRPC code", MEANINGS, "NOT_FOUND", "NOT_THERE"),
    ("gRPC code in lower case", MEANINGS, "NOT_FOUND", "not_found"),
    ("unknown advice", MEANINGS, "never", "sometimes"),
    ("unknown actor", MEANINGS, "actor: operator", "actor: them"),
    ("status as text", MEANINGS, "http: 404", "http: \"404\""),
    ("status with a fraction", MEANINGS, "http: 404", "http: 404.5"),
    ("negative status", MEANINGS, "http: 404", "http: -404"),
    ("meaning without title", MEANINGS, "    title: Absence\n", ""),
    ("title is nothing", MEANINGS, "title: Absence", "title: ~"),
    ("title is empty", MEANINGS, "title: Absence", "title: \"\""),
    ("title is blank", MEANINGS, "title: Absence", "title: \"  \""),
    ("title is a list", MEANINGS, "title: Absence", "title: [a]"),
    ("unknown key of a provider", PROVIDER, "domain:", "host:"),
    ("unknown type of codes", PROVIDER, "code-type: string", "code-type: text"),
    ("no type of codes", PROVIDER, "code-type: string\n", ""),
    ("source is a text", PROVIDER, "  - id: manual\n    title: Manual\n", "  - manual\n"),
    ("sources are nothing", PROVIDER, "  - id: manual\n    title: Manual\n", ""),
    ("operation without a name", PROVIDER, "- name: Get", "- api: Get"),
    ("unknown format", PROVIDER, "format: json", "format: yaml"),
    ("paths of a slot are a text", PROVIDER, "[/code]", "/code"),
    ("path of a slot is nothing", PROVIDER, "[/code]", "[~]"),
    ("unknown key of a group", GROUP, "  title:", "  name: a\n  title:"),
    ("no group", GROUP, THINGS, ""),
    ("no source", GROUP, "  source: manual\n", ""),
    ("unknown outcome", GROUP, "  source: manual", "  source: manual\n  outcome: maybe"),
    ("range is one number", GROUP, "  source: manual", "  source: manual\n  range: 2200"),
    ("range is open", GROUP, "  source: manual", "  source: manual\n  range: 2200-"),
    ("unknown key of a code", GROUP, "is: absent", "is: absent\n    urgency: high"),
    ("code is missing", GROUP, "code: GONE\n    message", "message"),
    ("code is nothing", GROUP, "code: GONE", "code:"),
    ("code is empty", GROUP, "code: GONE", "code: \"\""),
    ("codes are a mapping", GROUP, "  - code", "    code"),
    ("relation is a list", GROUP, "is: absent", "is: [absent]"),
    ("relation is nothing", GROUP, "is: absent", "is:"),
    ("`covers` is a text", GROUP, "is: absent", "covers: absent"),
    ("operations are a text", GROUP, "[Get]", "Get"),
    ("unknown type of a parameter", GROUP, "type: string", "type: number"),
    ("parameter is a text", GROUP, "{ type: string, sensitive: false }", "string"),
    ("parameter is nothing", GROUP, "{ type: string, sensitive: false }", "~"),
    ("boolean as text", GROUP, "sensitive: false", "sensitive: \"false\""),
    ("boolean as word", GROUP, "sensitive: false", "sensitive: no"),
    ("advice with its delay", GROUP, "retry: later", "retry: later 60s"),
    ("delay with a unit", GROUP, "retry-after: 60", "retry-after: 60s"),
    ("delay beyond all numbers", GROUP, "retry-after: 60", "retry-after: 99999999999"),
    ("unknown key of guidance", GROUP, "cause:", "reason:"),
    ("guidance is a text", GROUP, "guidance:\n", "guidance: See the manual.\n    cases:\n"),
    ("unknown faithfulness", GROUP, "is: absent", "is: absent\n    translations: [{ to: beta:1, relation: same, why: W }]"),
    ("unknown key of a translation", GROUP, "is: absent", "is: absent\n    translations: [{ into: beta, why: W }]"),
    ("translations are a mapping", GROUP, "is: absent", "is: absent\n    translations: { none: beta, why: W }"),
    ("link without address", GROUP, "guidance:\n", "guidance:\n      links: [{ title: Manual }]\n"),
];

#[rustfmt::skip]
const RIGHT: &[Change] = &[
    ("as it is", GROUP, "", ""),
    ("code is a number", GROUP, "code: GONE", "code: 3201"),
    ("code with a leading zero", GROUP, "code: GONE", "code: 0123"),
    ("code that looks like a fraction", GROUP, "code: GONE", "code: 1.50"),
    ("title is a number", GROUP, "title: Things", "title: 42"),
    ("title is a boolean", PROVIDER, "title: Acme", "title: true"),
    ("title is a word that YAML once took for a boolean", PROVIDER, "title: Acme", "title: no"),
    ("parameter without members", GROUP, "{ type: string, sensitive: false }", "{}"),
    ("range", GROUP, "  source: manual", "  source: manual\n  range: 2200-2299"),
    ("range in quotes", GROUP, "  source: manual", "  source: manual\n  range: \"2200-2299\""),
    ("list in lines", GROUP, "[Get]", "\n      - Get"),
    ("no operations", GROUP, "    operations: [Get]\n", ""),
    ("several texts", GROUP, "message: Thing <name> is gone", "messages: [{ text: Thing <name> is gone }]"),
    ("link", GROUP, "guidance:\n", "guidance:\n      links: [{ title: Manual, url: https://acme.example }]\n"),
    ("wider relation", GROUP, "is: absent", "covers: [absent, broken]\n    why: Acme does not say which."),
    ("deprecated", GROUP, "is: absent", "is: absent\n    deprecated: { since: \"2.0\" }"),
    ("translations to a catalog that is not there", GROUP, "is: absent", "is: absent\n    translations: [{ to: beta:1, relation: wider, why: W }, { none: gamma, why: W }]"),
    ("provider without statuses", PROVIDER, STATUSES, ""),
];

/// Mistakes that only the reader and the checker find. A schema sees values and not how they are
/// written, and does not know the other entries.
#[rustfmt::skip]
const BEYOND_A_SCHEMA: &[Change] = &[
    ("number in hexadecimal", GROUP, "http: 404", "http: 0x194"),
    ("number with a leading zero", GROUP, "retry-after: 60", "retry-after: 060"),
    ("number with an exponent", GROUP, "http: 404", "http: 4.04e2"),
    ("whole number with a fraction", GROUP, "http: 404", "http: 404.0"),
    ("range that runs backwards", GROUP, "  source: manual", "  source: manual\n  range: 2299-2200"),
    ("unknown meaning", GROUP, "is: absent", "is: lost"),
    ("unknown operation", GROUP, "[Get]", "[Put]"),
    ("translation into the own catalog", GROUP, "is: absent", "is: absent\n    translations: [{ none: acme, why: W }]"),
];

#[test]
fn schema_and_reader_reject_the_same() {
    assert_verdicts(WRONG, Verdicts { reader: false, schema: false });
}

#[test]
fn schema_and_reader_accept_the_same() {
    assert_verdicts(RIGHT, Verdicts { reader: true, schema: true });
}

#[test]
fn only_the_reader_rejects_these() {
    assert_verdicts(BEYOND_A_SCHEMA, Verdicts { reader: false, schema: true });
}

/// Whether the reader and the schema accept a file.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Verdicts {
    reader: bool,
    schema: bool,
}

fn assert_verdicts(changes: &[Change], expected: Verdicts) {
    let mut surprises = Vec::new();
    for change in changes {
        let (found, reasons) = judge(change);
        if found != expected {
            let verdict = |accepts| if accepts { "accepts" } else { "rejects" };
            surprises.push(format!(
                "{} ({}): the reader {}, the schema {}\n{}",
                change.0,
                change.1,
                verdict(found.reader),
                verdict(found.schema),
                reasons.join("\n"),
            ));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n\n"));
}

/// Returns the verdicts on a changed catalog, and the reasons for them.
fn judge(&(what, path, from, to): &Change) -> (Verdicts, Vec<String>) {
    let changed = SMALL.map(|(file, text)| {
        if file == path {
            assert!(text.contains(from), "{what}: `{from}` is not in {path}");
            (file, text.replacen(from, to, 1))
        } else {
            (file, text.to_owned())
        }
    });
    let found = load(&Sources::from_texts(changed.clone()));
    let findings = found.as_ref().err().map_or(&[][..], |findings| findings);
    let text = changed.iter().find(|(file, _)| *file == path);
    let errors = text.map_or_else(Vec::new, |(_, text)| schema_errors(path, text));
    let verdicts = Verdicts { reader: findings.is_empty(), schema: errors.is_empty() };
    let of_reader = findings
        .iter()
        .map(|finding| format!("  reader: {}: {}", finding.law.id(), finding.message));
    let of_schema = errors.iter().map(|error| format!("  schema: {error}"));
    (verdicts, of_reader.chain(of_schema).collect())
}
