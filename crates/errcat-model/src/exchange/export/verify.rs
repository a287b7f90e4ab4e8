//! Checks everything that users of a catalog rely on, for exports of unknown origin.
//!
//! These are not all laws: an old catalog need not follow a new law to be compared.

use std::collections::HashSet;
use std::fmt::Display;

use errcat::Outcome;

use super::error::ImportError;
use crate::catalog::{is_json_pointer, names};
use crate::derived::translate::Translator;
use crate::{BrokenLaw, Case, Catalog, CatalogSet, Code, CodeType, Meaning, Template};

type Verified = Result<(), ImportError>;

pub(super) fn verify(set: &CatalogSet) -> Verified {
    hub(set)?;
    unique("catalogs", "a catalog", set.catalogs.iter().map(|catalog| catalog.id.as_str()))?;
    let references = references(set);
    for (index, catalog) in set.catalogs.iter().enumerate() {
        let at = format!("catalogs[{index}]");
        if !names::is_kebab(&catalog.id) || !names::is_field_name(&catalog.module) {
            let message =
                format!("`{}` in the module `{}` is not a catalog", catalog.id, catalog.module);
            return Err(ImportError::new(format!("{at}.id"), message));
        }
        around_codes(set, catalog, &at)?;
        codes(catalog, &references, &at)?;
    }
    // The translator checks meanings, outcomes and translations by hand.
    Translator::new(set).map(|_| ()).map_err(|BrokenLaw { law, subject, .. }| {
        ImportError::new("catalogs", format!("`{subject}` breaks the law `{}`", law.id()))
    })
}

fn hub(set: &CatalogSet) -> Verified {
    unique("meanings", "a meaning", set.meanings.iter().map(|meaning| meaning.id.as_str()))?;
    for (index, meaning) in set.meanings.iter().enumerate() {
        let at = format!("meanings[{index}]");
        if !names::is_dotted_kebab(&meaning.id) {
            let message = format!("`{}` is not an id of a meaning", meaning.id);
            return Err(ImportError::new(format!("{at}.id"), message));
        }
        if root(set, meaning) != Some(meaning.facts.outcome.as_str()) {
            let outcome = meaning.facts.outcome;
            let message = format!("`{}` does not hang below `{outcome}`", meaning.id);
            return Err(ImportError::new(format!("{at}.parent"), message));
        }
    }
    Ok(())
}

/// Returns the id at the top of the branch, unless the way up is a cycle.
fn root<'s>(set: &'s CatalogSet, meaning: &'s Meaning) -> Option<&'s str> {
    let mut meaning = meaning;
    for _ in &set.meanings {
        match &meaning.parent {
            None => return Some(&meaning.id),
            Some(parent) => meaning = set.meaning(parent)?,
        }
    }
    None
}

fn unique<'t>(at: impl Display, what: &str, ids: impl Iterator<Item = &'t str>) -> Verified {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(ImportError::new(at, format!("{what} `{id}` is defined twice")));
        }
    }
    Ok(())
}

fn exists(is_there: bool, at: impl Display, what: &str, name: &str) -> Verified {
    if is_there {
        Ok(())
    } else {
        Err(ImportError::new(at, format!("there is no {what} `{name}`")))
    }
}

fn around_codes(set: &CatalogSet, catalog: &Catalog, at: &str) -> Verified {
    let ids = catalog.sources.iter().map(|source| source.id.as_str());
    unique(format!("{at}.sources"), "a source", ids)?;
    let ids = catalog.operations.iter().map(|operation| operation.name.as_str());
    unique(format!("{at}.operations"), "an operation", ids)?;
    let ids = catalog.envelopes.iter().map(|envelope| envelope.id.as_str());
    unique(format!("{at}.envelopes"), "an envelope", ids)?;
    let ids = catalog.groups.iter().map(|group| group.id.as_str());
    unique(format!("{at}.groups"), "a group", ids)?;
    for (index, group) in catalog.groups.iter().enumerate() {
        if let Some(meaning) = &group.kind_of {
            let at = format!("{at}.groups[{index}].kind_of");
            exists(set.meaning(meaning).is_some(), at, "meaning", meaning)?;
        }
        if group.range.is_some_and(|(first, last)| first > last) {
            let message = "the range ends before it begins";
            return Err(ImportError::new(format!("{at}.groups[{index}].range"), message));
        }
    }
    for (index, envelope) in catalog.envelopes.iter().enumerate() {
        let slots = envelope.slots.iter().flat_map(|slot| &slot.paths);
        let when = envelope.when.iter().map(|condition| &condition.path);
        for path in slots.chain(when).chain(&envelope.each) {
            if !is_json_pointer(path) {
                let message = format!("`{path}` is not a JSON Pointer");
                return Err(ImportError::new(format!("{at}.envelopes[{index}]"), message));
            }
        }
    }
    if crate::derived::wire::path_count(&catalog.envelopes) > errcat::rt::wire::MAX_PATHS {
        return Err(ImportError::new(
            format!("{at}.envelopes"),
            "there are too many different paths",
        ));
    }
    Ok(())
}

/// Returns everything that a reference can name, because lookups are frequent and catalogs long.
fn references(set: &CatalogSet) -> HashSet<String> {
    let mut references = HashSet::new();
    for catalog in &set.catalogs {
        for (code, case) in catalog.cases() {
            let reference = format!("{}:{}", catalog.id, code.code);
            references.insert(format!("{reference}#{}", case.id));
            references.insert(reference);
        }
    }
    references
}

fn codes(catalog: &Catalog, references: &HashSet<String>, catalog_at: &str) -> Verified {
    let at = format!("{catalog_at}.codes");
    unique(&at, "the code", catalog.codes.iter().map(|code| code.code.as_str()))?;
    let all = |code: &'_ Code| std::iter::once(&code.name).chain(&code.aliases).cloned().collect();
    names_are_unique(&at, catalog.codes.iter().flat_map::<Vec<String>, _>(all))?;
    let all = |case: &'_ Case| std::iter::once(&case.name).chain(&case.aliases).cloned().collect();
    let cases = catalog.cases().map(|(_, case)| case);
    names_are_unique(&at, cases.flat_map::<Vec<String>, _>(all))?;
    unique(&at, "the case", catalog.cases().map(|(_, case)| case.id.as_str()))?;
    let known = Known::new(catalog);
    let mut before = None;
    for (index, code) in catalog.codes.iter().enumerate() {
        let at = format!("{at}[{index}]");
        let order = order(catalog, code);
        if order.is_none() || before.replace(order.clone()) >= Some(order) {
            let message = format!("`{}` is out of order or not of the declared type", code.code);
            return Err(ImportError::new(format!("{at}.code"), message));
        }
        exists(known.groups.contains(code.group.as_str()), &at, "group", &code.group)?;
        if let Some(by) = code.lifecycle.as_ref().and_then(|life| life.replaced_by.as_ref()) {
            let at = format!("{at}.lifecycle.replaced_by");
            exists(references.contains(by), at, "code", by)?;
        }
        for (index, case) in code.cases.iter().enumerate() {
            let at = format!("{at}.cases[{index}]");
            of_case(code, case, &known, &at)?;
        }
    }
    for (index, status) in catalog.statuses.iter().enumerate() {
        if let Some(code) = &status.code {
            let at = format!("{catalog_at}.statuses[{index}].code");
            exists(references.contains(&format!("{}:{code}", catalog.id)), at, "code", code)?;
        }
    }
    Ok(())
}

/// Returns the key that codes are sorted by, unless the code is not of the declared type.
fn order(catalog: &Catalog, code: &Code) -> Option<(u32, String)> {
    match catalog.code_type {
        CodeType::String => Some((0, code.code.clone())),
        CodeType::Integer => {
            let number: u32 = code.code.parse().ok()?;
            (number.to_string() == code.code).then(|| (number, String::new()))
        }
    }
}

/// Checks that names are Rust identifiers, each once.
fn names_are_unique(at: &str, names: impl Iterator<Item = String>) -> Verified {
    let mut seen = HashSet::new();
    for name in names {
        if !names::is_type_name(&name) {
            return Err(ImportError::new(at, format!("`{name}` is not a Rust name")));
        }
        if !seen.insert(name.clone()) {
            return Err(ImportError::new(at, format!("the name `{name}` is defined twice")));
        }
    }
    Ok(())
}

/// The names that the cases of a catalog can use.
struct Known<'c> {
    groups: HashSet<&'c str>,
    sources: HashSet<&'c str>,
    operations: HashSet<&'c str>,
}

impl<'c> Known<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        Self {
            groups: catalog.groups.iter().map(|group| group.id.as_str()).collect(),
            sources: catalog.sources.iter().map(|source| source.id.as_str()).collect(),
            operations: catalog.operations.iter().map(|one| one.name.as_str()).collect(),
        }
    }
}

fn of_case(code: &Code, case: &Case, known: &Known<'_>, at: &str) -> Verified {
    if names::RESERVED_CASES.contains(&case.name.as_str()) || !names::is_kebab(&case.id) {
        let message = format!("`{}` cannot be the case `{}`", case.id, case.name);
        return Err(ImportError::new(format!("{at}.id"), message));
    }
    exists(known.sources.contains(case.source.as_str()), at, "source", &case.source)?;
    let of_texts = case.messages.iter().flat_map(|message| &message.operations);
    for name in case.operations.iter().chain(of_texts) {
        exists(known.operations.contains(name.as_str()), at, "operation", name)?;
    }
    if code.outcome == Outcome::Failure && case.guidance.is_none() {
        return Err(ImportError::new(at, "a failure has guidance: `cause` and `action`"));
    }
    params(case, at)
}

fn params(case: &Case, at: &str) -> Verified {
    for (index, param) in case.params.iter().enumerate() {
        if !names::is_field_name(&param.field) {
            let message = format!("`{}` is not the name of a field", param.field);
            return Err(ImportError::new(format!("{at}.params[{index}].field"), message));
        }
    }
    let fields = case.params.iter().map(|param| param.field.as_str());
    unique(format!("{at}.params"), "the field", fields)?;
    for (index, message) in case.messages.iter().enumerate() {
        let at = format!("{at}.templates[{index}]");
        let template = Template::parse(&message.text);
        let template = template.map_err(|error| ImportError::new(&at, error.to_string()))?;
        for name in template.parameters() {
            let is_declared = case.params.iter().any(|param| param.is_called(name));
            exists(is_declared, &at, "parameter", name)?;
        }
    }
    Ok(())
}
