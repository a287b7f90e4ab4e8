//! The levels of `errcat diff` are true: what was written with the catalogs of before compiles with
//! those of now after every change that is not major, and after none that the compiler notices and
//! that is.

use std::fmt::Write as _;

use errcat_build::emit;
use errcat_model::artifact::Artifact;
use errcat_model::diff::{Family, Level, Rule};
use errcat_model::{Catalog, CatalogSet, ParamType};

use crate::states::{checked, state};
use crate::support::Crate;

/// Names of operations are texts: the compiler does not look at them.
const OF_TEXTS: [Rule; 2] = [Rule::OperationRemoved, Rule::OperationRenamed];

fn module(rule: Rule) -> String {
    rule.id().replace('-', "_")
}

/// A crate with the new states of some rules, a module each.
fn emitted(rules: &[Rule]) -> Crate {
    let mut artifacts = Vec::new();
    let mut index = String::new();
    for rule in rules {
        let (name, id) = (module(*rule), rule.id());
        writeln!(index, "/// {id}\npub mod {name} {{ include!(\"{id}/errcat.rs\"); }}").unwrap();
        let of_rule = emit(&checked(&state(*rule, "new"))).unwrap().into_iter();
        artifacts.extend(of_rule.map(|file| Artifact {
            path: std::path::Path::new(id).join(file.path),
            text: file.text,
        }));
    }
    artifacts.push(Artifact { path: "errcat.rs".into(), text: index });
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    emitted
}

/// Returns a program that uses everything in the old state of a rule.
fn usage(rule: Rule) -> String {
    let old: CatalogSet = checked(&state(rule, "old"));
    let catalogs: String = old.catalogs.iter().map(|catalog| of_catalog(rule, catalog)).collect();
    format!("mod {} {{\n{catalogs}}}\n", module(rule))
}

fn of_catalog(rule: Rule, catalog: &Catalog) -> String {
    let path = format!("emitted::{}::{}", module(rule), catalog.module);
    let codes = catalog.codes.iter().flat_map(|code| [&code.name].into_iter().chain(&code.aliases));
    let arms = |kind: &str, names: Vec<&String>| -> String {
        let arms: Vec<String> =
            names.iter().map(|name| format!("{kind}::{name} => 1,\n")).collect();
        arms.concat()
    };
    let codes = arms("Code", codes.collect());
    let (mut patterns, mut values) = (String::new(), String::new());
    for (_, case) in catalog.cases().filter(|(code, _)| code.outcome.is_failure()) {
        let names: Vec<String> =
            case.params.iter().map(|param| format!("{}: _,", param.field)).collect();
        let fields = case.params.iter().map(|param| match param.kind {
            ParamType::Integer => format!("{}: None::<i64>,", param.field),
            _ => format!("{}: None::<Box<str>>,", param.field),
        });
        let fields: String = fields.collect();
        // A variant without fields is written without braces, as anybody would.
        let braces = |inside: &str| {
            if inside.is_empty() { String::new() } else { format!(" {{ {inside} }}") }
        };
        writeln!(patterns, "Error::{}{} => 1,", case.name, braces(&names.concat())).unwrap();
        writeln!(values, "let _ = Error::{}{};", case.name, braces(&fields)).unwrap();
    }
    format!(
        "mod {} {{ use {path}::{{Code, Error}};
        pub fn of_code(code: Code) -> u8 {{ match code {{ {codes} _ => 0 }} }}
        pub fn of_error(error: &Error) -> u8 {{ match error {{ {patterns} _ => 0 }} }}
        pub fn values() {{ {values} }} }}\n",
        catalog.module
    )
}

fn program(modules: &str) -> String {
    format!("#![allow(dead_code, deprecated, unreachable_patterns)]\n{modules}\nfn main() {{}}\n")
}

#[test]
fn minor_changes_break_no_code() {
    let rules = Rule::ALL.iter().filter(|rule| rule.level() < Level::Major).copied();
    let rules: Vec<Rule> = rules.collect();
    let modules: String = rules.iter().map(|rule| usage(*rule)).collect();
    emitted(&rules).run(&program(&modules));
}

#[test]
fn major_changes_break_code_if_the_compiler_sees_them() {
    let of_source = |rule: &&Rule| rule.family() == Family::Source && !OF_TEXTS.contains(rule);
    let major = Rule::ALL.iter().filter(of_source).filter(|rule| rule.level() == Level::Major);
    let rules: Vec<Rule> = major.copied().collect();
    let emitted = emitted(&rules);
    let folder = tempfile::tempdir().unwrap();
    for rule in rules {
        let path = folder.path().join(format!("{}.rs", rule.id()));
        std::fs::write(&path, program(&usage(rule))).unwrap();
        emitted.refuse(&path);
    }
}
