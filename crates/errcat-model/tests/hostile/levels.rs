//! A mapping or a list where a value belongs, and the reverse, at every level of every file.

use super::catalog::{findings_in, sources};

const HUB: &str = "\
meanings:
  - id: failure
    title: It failed
    tell:
      en: It is so.
    http: 500
    grpc: INTERNAL
    retry: later
    actor: provider
  - id: broken
    parent: failure
    title: It broke
    tell:
      en: It is so.
roles:
  passing: failure
  broken: broken
  validation: failure
  unknown: failure
";

const PROVIDER: &str = "\
id: acme
title: Acme
about: A registrar.
domain: acme.example
code-type: string
sources:
  - id: docs
    title: Docs
    url: https://acme.example/docs
operations:
  - name: order
    api: shop
    url: https://acme.example/order
    deprecated: Nobody orders any more.
    idempotent: true
statuses:
  - http: 500
    title: Broken
    about: Something broke.
    code: A
envelopes:
  - id: response
    format: json
    about: The body of every response.
    slots:
      code:
        - /code
    headers:
      request-id:
        - X-Id
";

const GROUP: &str = "\
group:
  title: Orders
  about: What goes wrong with orders.
  api: shop
  outcome: failure
  range: 1-9
  kind-of: broken
  source: docs
codes:
  - code: A
    name: ItBroke
    params:
      id:
        type: string
        about: The order.
        aliases:
          - name
        sensitive: true
    messages:
      - text: Order <id> broke
        operations:
          - order
      - text: Order <name> broke
    source: docs
    is: broken
    why: It says so.
    preferred: true
    http: 500
    grpc: INTERNAL
    retry: later
    retry-after: 60
    actor: provider
    facts-why: They agree.
    guidance:
      cause: Something in it broke.
      action: Send it again tomorrow.
      links:
        - title: Status
          url: https://acme.example/status
  - code: B
    symbol: B_OLD
    kind-of: broken
    message: Older
    deprecated:
      since: '2020'
      replaced-by: A
      note: It was split.
    cases: []
    guidance:
      cause: Something older in it broke.
      action: Send the newer order instead.
";

const FILES: [(&str, &str); 3] =
    [("meanings.yaml", HUB), ("acme/provider.yaml", PROVIDER), ("acme/orders.yaml", GROUP)];

#[test]
fn the_files_are_right_to_begin_with() {
    for (path, text) in FILES {
        assert_eq!(findings_with(path, text), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn a_mapping_or_list_in_place_of_a_value_is_pointed_at() {
    for (path, text) in FILES {
        for (number, line) in text.lines().enumerate() {
            // A value follows `key: `, or the dash of a list of texts.
            let value = match (line.find(": "), line.find("- ")) {
                (Some(colon), _) => colon + 2,
                (None, Some(dash)) => dash + 2,
                (None, None) => continue,
            };
            if line.ends_with("[]") {
                continue;
            }
            for wrong in ["[x]", "{x: y}"] {
                let wrong_line = format!("{}{wrong}", &line[..value]);
                let found = findings_with(path, &with_line(text, number, &wrong_line));
                let expected = format!("wrong-type {}:{}", number + 1, value + 1);
                assert!(found.contains(&expected), "{path}: {wrong_line}\n{found:?}");
            }
        }
    }
}

#[test]
fn a_value_in_place_of_a_mapping_or_list_is_pointed_at() {
    for (path, text) in FILES {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.ends_with(':')) {
            let is_list = lines[number + 1].trim_start().starts_with('-');
            let inverse = if is_list { "{x: y}" } else { "[x]" };
            for wrong in ["x", "~", inverse] {
                let wrong_line = format!("{line} {wrong}");
                let found = findings_with(path, &with_block(&lines, number, &wrong_line));
                let expected = format!("wrong-type {}:{}", number + 1, line.len() + 2);
                assert!(found.contains(&expected), "{path}: {wrong_line}\n{found:?}");
            }
        }
    }
}

#[test]
fn a_value_in_place_of_a_whole_file_or_entry_is_pointed_at() {
    for (path, text) in FILES {
        for whole in ["x", "[x]", "- x"] {
            assert_eq!(findings_with(path, whole), ["wrong-type 1:1"], "{path}: {whole}");
        }
        let list = text
            .lines()
            .position(|line| line == "codes:" || line == "sources:" || line == "meanings:");
        let lines: Vec<&str> = text.lines().collect();
        let number = list.unwrap();
        for entry in ["x", "~", "[x]"] {
            let wrong = format!("{}\n  - {entry}", lines[number]);
            let found = findings_with(path, &with_block(&lines, number, &wrong));
            let expected = format!("wrong-type {}:5", number + 2);
            assert!(found.contains(&expected), "{path}: {wrong}\n{found:?}");
        }
    }
}

fn findings_with(path: &str, text: &str) -> Vec<String> {
    let texts = FILES.map(|(of, right)| (of, if of == path { text } else { right }.to_owned()));
    findings_in(path, &sources(texts))
}

fn with_line(text: &str, number: usize, line: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines[number] = line;
    lines.join("\n") + "\n"
}

/// The lines with one that opens a block replaced, and the block gone.
fn with_block(lines: &[&str], number: usize, line: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let rest = lines[number + 1..].iter().skip_while(|below| {
        let column = below.len() - below.trim_start().len();
        column > indent(lines[number])
    });
    let kept: Vec<&str> =
        lines[..number].iter().copied().chain([line]).chain(rest.copied()).collect();
    kept.join("\n") + "\n"
}
