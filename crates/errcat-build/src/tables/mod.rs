//! The tables of one catalog: from a checked catalog to its rows, its index and its envelopes.
//!
//! This file writes the rows as Rust that a person can read: a row of facts and a row of texts for
//! each code.

mod envelopes;
pub(crate) mod index;
pub(crate) mod rows;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use errcat::Facts;
use errcat::rt::wire::Template;
use errcat_model::Catalog;
use errcat_model::artifact::Artifact;

use crate::emit::{INDENT, array, literal, path, sentences, short, text_artifact};
use crate::error::EmitError;
use rows::{Row, Rows};

/// Returns the file of rows.
pub(crate) fn file(catalog: &Catalog, rows: &Rows<'_>) -> Result<Artifact, EmitError> {
    let constants = constants(rows);
    let mut text = String::new();
    for (name, facts) in &constants {
        let _ = writeln!(text, "const {name}: Facts = Facts {{ {} }};", facts_fields(*facts));
    }
    text.push('\n');
    let label = |row: &Row<'_>| format!("{}.{}", catalog.id, row.code);
    let facts = rows.all.iter().map(|row| facts_row(row, &label(row), &constants));
    let facts = facts.collect::<Result<Vec<_>, EmitError>>()?;
    text.push_str(&array("FACTS", "FactsRow", facts));
    let mut names = BTreeMap::new();
    let meanings = rows.with_ranges().map(|row| {
        let of = if row.name.is_empty() { "a range" } else { row.name };
        let name = names.entry(&row.meaning.id).or_insert_with(|| row.meaning.name());
        format!("/* {of} */ Meaning::{name}")
    });
    text.push_str(&array("MEANINGS", "Meaning", meanings));
    text.push_str(&array("TEXTS", "TextsRow", rows.all.iter().map(texts_row)));
    let tells = rows.all.iter().enumerate().filter_map(|(row, of)| Some((row, of.name, of.tell?)));
    let tells = tells.map(|(row, name, tell)| {
        Ok(format!("/* {name} */ ({}, {})", short(row)?, sentences(tell)))
    });
    text.push_str(&array(
        "TELLS",
        "(u16, Sentences)",
        tells.collect::<Result<Vec<_>, EmitError>>()?,
    ));
    let cases = rows.own_cases.iter().map(|case| {
        let code = short(case.code)?;
        Ok(format!("CaseRow {{ code: {code}, id: {} }}", literal(case.id)))
    });
    text.push_str(&array("CASES", "CaseRow", cases.collect::<Result<Vec<_>, EmitError>>()?));
    let groups = catalog.groups.iter().map(|group| group.title.as_str());
    let groups = groups.chain(catalog.unknown.iter().map(|_| "")).map(literal);
    text.push_str(&array("GROUPS", "&str", groups));
    let ranges = rows.ranges.iter().map(|range| {
        let (first, last) = (range.first, range.last);
        let row = facts_row(&range.row, "", &constants)?;
        Ok(format!("RangeRow {{ first: {first}, last: {last}, row: {row} }}"))
    });
    text.push_str(&array("RANGES", "RangeRow", ranges.collect::<Result<Vec<_>, EmitError>>()?));
    text.push_str(&array("PARAMS", "ParamRow", params(catalog, rows)?));
    text.push_str(&array("TEMPLATES", "TemplateRow", templates(catalog, rows)?));
    text.push_str(&array("OPERATIONS", "OperationRow", operations(catalog, rows)?));
    Ok(text_artifact(&path(catalog, "rows"), &text))
}

/// The constants for combinations of facts, with their names, ascending. Rows that spell out the
/// facts take rustc longer to check.
type Constants = Vec<(String, Facts)>;

fn constants(rows: &Rows<'_>) -> Constants {
    let mut constants = Constants::new();
    for Row { facts, .. } in rows.with_ranges() {
        if !constants.iter().any(|(_, known)| known == facts) {
            constants.push((facts_name(*facts), *facts));
        }
    }
    constants.sort_by(|(one, _), (other, _)| one.cmp(other));
    constants
}

/// Returns the name of a constant, made of all its facts: `FAILURE_404_NOT_FOUND_NEVER_CALLER`.
fn facts_name(facts: Facts) -> String {
    macro_rules! words {
        ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => { [$(facts.$fact.to_string()),+] };
    }
    errcat::__with_facts!(words!).join("_").to_uppercase().replace(['-', ' '], "_")
}

/// Writes facts as the fields of a struct, with values such as `Actor::Caller`.
fn facts_fields(facts: Facts) -> String {
    macro_rules! fields {
        ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {
            [$(match (stringify!($fact), stringify!($type).rsplit("::").next()) {
                ("http", _) => format!("http: HttpStatus::literal({})", facts.http),
                (name, kind) => {
                    let kind = kind.unwrap_or_default().trim();
                    format!("{name}: {kind}::{:?}", facts.$fact)
                }
            }),+]
        };
    }
    errcat::__with_facts!(fields!).join(", ")
}

fn facts_row(row: &Row<'_>, label: &str, constants: &Constants) -> Result<String, EmitError> {
    let constant = constants.iter().find(|(_, facts)| *facts == row.facts);
    let (facts, _) = constant.ok_or(EmitError::Unchecked("facts have no constant"))?;
    let (label, group) = (literal(label), short(row.group)?);
    Ok(format!("FactsRow {{ label: {label}, facts: {facts}, group: {group} }}"))
}

fn texts_row(row: &Row<'_>) -> String {
    let texts = [
        ("name", row.name),
        ("message", row.message),
        ("cause", row.cause),
        ("action", row.action),
    ];
    let mut text = String::from("TextsRow {\n");
    for (field, value) in texts {
        let _ = writeln!(text, "{INDENT}{INDENT}{field}: {},", literal(value));
    }
    text.extend([INDENT, "}"]);
    text
}

/// Returns the rows of the cases of a catalog, ascending, each with its row.
fn sorted_cases<'a>(
    catalog: &'a Catalog,
    rows: &'a Rows<'_>,
) -> Vec<(usize, &'a errcat_model::Code, &'a errcat_model::Case)> {
    let cases = catalog.cases().zip(&rows.of_cases);
    let mut cases: Vec<_> = cases.map(|((code, case), row)| (*row, code, case)).collect();
    cases.sort_by_key(|(row, ..)| *row);
    cases
}

fn params(catalog: &Catalog, rows: &Rows<'_>) -> Result<Vec<String>, EmitError> {
    let mut params = Vec::new();
    for (row, _, case) in sorted_cases(catalog, rows) {
        for (index, param) in case.params.iter().enumerate() {
            let index = u8::try_from(index).map_err(|_| EmitError::TooLarge)?;
            let names = std::iter::once((&param.name, false));
            let names = names.chain(param.aliases.iter().map(|alias| (alias, true)));
            for (name, is_alias) in names {
                let is_sensitive = param.sensitive;
                let (row, name, field) = (short(row)?, literal(name), literal(&param.field));
                params.push(format!(
                    "ParamRow {{ case: {row}, index: {index}, is_sensitive: {is_sensitive}, \
                     is_alias: {is_alias}, name: {name}, field: {field} }}"
                ));
            }
        }
    }
    Ok(params)
}

/// Returns the templates that tell cases apart or have parameters.
fn templates(catalog: &Catalog, rows: &Rows<'_>) -> Result<Vec<String>, EmitError> {
    let mut templates = Vec::new();
    for (row, code, case) in sorted_cases(catalog, rows) {
        if code.cases.len() == 1 && case.params.is_empty() {
            continue;
        }
        for message in &case.messages {
            let template = Template::of(&message.text);
            let mut pieces = vec![literal(template.start)];
            let params = template.params.flat_map(|(name, after)| [name, after]);
            pieces.extend(params.map(literal));
            let (row, pieces) = (short(row)?, pieces.join(", "));
            templates.push(format!("TemplateRow {{ case: {row}, pieces: &[{pieces}] }}"));
        }
    }
    Ok(templates)
}

fn operations(catalog: &Catalog, rows: &Rows<'_>) -> Result<Vec<String>, EmitError> {
    let cases = sorted_cases(catalog, rows);
    let operations = catalog.operations.iter().map(|operation| {
        let naming = cases.iter().filter(|(.., case)| case.operations.contains(&operation.name));
        let naming = naming.map(|(row, ..)| Ok(short(*row)?.to_string()));
        let naming = naming.collect::<Result<Vec<_>, EmitError>>()?.join(", ");
        let name = literal(&operation.name);
        Ok(format!("OperationRow {{ name: {name}, cases: &[{naming}] }}"))
    });
    operations.collect()
}
