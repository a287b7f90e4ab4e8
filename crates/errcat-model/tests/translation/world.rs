//! A hub and catalogs as plain data, and the YAML files that say the same.

use std::fmt::Write as _;

use errcat_model::{CatalogSet, Sources, load, render};

/// The first meanings are the roots, in this order.
pub(crate) const ROOTS: [&str; 3] = ["success", "notification", "failure"];

/// The catalogs to translate.
#[derive(Debug, Clone)]
pub(crate) struct World {
    /// The parent of each meaning, always one before it; the roots have none.
    pub(crate) parents: Vec<Option<usize>>,
    pub(crate) catalogs: Vec<Vec<Code>>,
    pub(crate) decisions: Vec<Decision>,
}

#[derive(Debug, Clone)]
pub(crate) struct Code {
    /// The root of the branch in which all of its cases lie.
    pub(crate) root: usize,
    pub(crate) life: Life,
    /// Whether a single case is written as a list of one.
    pub(crate) listed: bool,
    pub(crate) cases: Vec<Case>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    Sent,
    Deprecated,
    Retired,
}

#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) claim: Claim,
    pub(crate) meanings: Vec<usize>,
    pub(crate) preferred: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    Is,
    KindOf,
    Like,
    Covers,
}

/// A translation by hand.
#[derive(Debug, Clone)]
pub(crate) struct Decision {
    pub(crate) source: End,
    pub(crate) into: usize,
    /// The target with its case, and a relation; or nothing.
    pub(crate) answer: Option<(End, &'static str)>,
    /// Whether it is written at the target.
    pub(crate) is_from: bool,
}

/// A code or case, by its place in the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct End {
    pub(crate) catalog: usize,
    pub(crate) code: usize,
    /// `None` for a code as a whole, and for one with a single case.
    pub(crate) case: Option<usize>,
}

pub(crate) fn catalog_id(catalog: usize) -> String {
    format!("k{catalog}")
}

pub(crate) fn code_text(code: usize) -> String {
    format!("C{code:02}")
}

pub(crate) fn case_id(code: usize, case: usize) -> String {
    format!("case-{code}-{case}")
}

pub(crate) fn meaning_id(meaning: usize) -> String {
    ROOTS.get(meaning).map_or_else(|| format!("c{meaning}"), |root| (*root).to_owned())
}

impl World {
    pub(crate) fn code(&self, end: End) -> &Code {
        &self.catalogs[end.catalog][end.code]
    }

    /// As people name it: with the case where the code has several and one is meant.
    pub(crate) fn reference(&self, end: End) -> String {
        let code = format!("{}:{}", catalog_id(end.catalog), code_text(end.code));
        match end.case {
            Some(case) if self.code(end).cases.len() > 1 => {
                format!("{code}#{}", case_id(end.code, case))
            }
            _ => code,
        }
    }

    pub(crate) fn load(&self) -> CatalogSet {
        check(&self.files())
    }

    /// Paths and texts: the hub, then the files of each catalog.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![("meanings.yaml".to_owned(), self.hub())];
        for (catalog, codes) in self.catalogs.iter().enumerate() {
            let id = catalog_id(catalog);
            files.push((format!("{id}/provider.yaml"), provider(&id)));
            for (root, outcome) in ROOTS.iter().enumerate() {
                for half in [0, 1] {
                    let here = |code: &usize| codes[*code].root == root && code % 2 == half;
                    let codes = (0..codes.len()).filter(here);
                    let texts: String = codes.map(|code| self.code_yaml(catalog, code)).collect();
                    if !texts.is_empty() {
                        let text = group(outcome) + &texts;
                        files.push((format!("{id}/{outcome}-{half}.yaml"), text));
                    }
                }
            }
        }
        files
    }

    fn hub(&self) -> String {
        let mut text = "meanings:\n".to_owned();
        for (meaning, parent) in self.parents.iter().enumerate() {
            let id = meaning_id(meaning);
            let facts = match (parent, id.as_str()) {
                (Some(parent), _) => format!("parent: {}", meaning_id(*parent)),
                (None, "failure") => {
                    "http: 500, grpc: UNKNOWN, retry: never, actor: operator".to_owned()
                }
                (None, _) => "http: 200, grpc: OK, retry: never, actor: nobody".to_owned(),
            };
            writeln!(
                text,
                "  - {{ id: {id}, title: About {id}, tell: {{ en: It is so. }}, {facts} }}"
            )
            .unwrap();
        }
        if text.contains("id: failure,") {
            text.push_str(
                "roles: { passing: failure, broken: failure, validation: failure, unknown: failure }\n",
            );
        }
        text
    }

    fn code_yaml(&self, catalog: usize, at: usize) -> String {
        let code = &self.catalogs[catalog][at];
        let mut text = format!("  - code: {}\n", code_text(at));
        match code.life {
            Life::Sent => {}
            Life::Deprecated => text.push_str("    deprecated: { since: \"2024\" }\n"),
            Life::Retired => text.push_str("    retired: { since: \"2024\" }\n"),
        }
        let whole = End { catalog, code: at, case: None };
        if let ([only], false) = (code.cases.as_slice(), code.listed) {
            let at = End { case: Some(0), ..whole };
            return text + &only.yaml(at, code.root, "    ") + &self.by_hand(at, "    ");
        }
        if code.cases.len() > 1 {
            text += &self.by_hand(whole, "    ");
        }
        text.push_str("    cases:\n");
        for (number, case) in code.cases.iter().enumerate() {
            let end = End { case: Some(number), ..whole };
            writeln!(text, "      - id: {}", case_id(at, number)).unwrap();
            writeln!(text, "        message: Text {number}").unwrap();
            text += &case.yaml(end, code.root, "        ");
            text += &self.by_hand(end, "        ");
        }
        text
    }

    /// The translations that are written at a code or case.
    fn by_hand(&self, place: End, indent: &str) -> String {
        let is_here = |end: End| {
            let single = self.code(end).cases.len() == 1;
            end.catalog == place.catalog
                && end.code == place.code
                && (single || end.case == place.case)
        };
        let mut text = String::new();
        for Decision { source, into, answer, is_from } in &self.decisions {
            let entry = match answer {
                None if is_here(*source) => format!("none: {}", catalog_id(*into)),
                Some((target, relation)) if !is_from && is_here(*source) => {
                    format!("to: \"{}\", relation: {relation}", self.reference(*target))
                }
                Some((target, relation)) if *is_from && is_here(*target) => {
                    format!("from: \"{}\", relation: {relation}", self.reference(*source))
                }
                _ => continue,
            };
            if text.is_empty() {
                writeln!(text, "{indent}translations:").unwrap();
            }
            writeln!(text, "{indent}  - {{ {entry}, why: Somebody knows better. }}").unwrap();
        }
        text
    }
}

impl Case {
    fn yaml(&self, at: End, root: usize, indent: &str) -> String {
        let ids: Vec<String> = self.meanings.iter().map(|meaning| meaning_id(*meaning)).collect();
        let claim = match self.claim {
            Claim::Is => format!("is: {}", ids[0]),
            Claim::KindOf => format!("kind-of: {}", ids[0]),
            Claim::Like => format!("like: {}\n{indent}why: It is near.", ids[0]),
            Claim::Covers => {
                format!("covers: [{}]\n{indent}why: It can be any.", ids.join(", "))
            }
        };
        let mut text = format!("{indent}{claim}\n");
        if self.preferred {
            writeln!(text, "{indent}preferred: true").unwrap();
        }
        if ROOTS[root] == "failure" {
            let name = format!("{} {} {:?}", at.catalog, at.code, at.case);
            writeln!(text, "{indent}guidance:").unwrap();
            writeln!(text, "{indent}  cause: \"This went wrong at {name}.\"").unwrap();
            writeln!(text, "{indent}  action: \"Do the right thing at {name}.\"").unwrap();
        }
        text
    }
}

fn provider(id: &str) -> String {
    format!(
        "id: {id}\ntitle: Provider {id}\nabout: A provider of {id}.\ndomain: {id}.example\n\
         code-type: string\nsources: [{{ id: list, title: The list }}]\n"
    )
}

fn group(outcome: &str) -> String {
    format!("group: {{ title: All, about: All., outcome: {outcome}, source: list }}\ncodes:\n")
}

/// The checked catalogs of some files; findings stop the test.
pub(crate) fn check(files: &[(String, String)]) -> CatalogSet {
    let sources = Sources::from_texts(files.iter().cloned());
    load(&sources).unwrap_or_else(|findings| {
        panic!("{}", render::human(&findings, &sources, render::Style::default()))
    })
}
