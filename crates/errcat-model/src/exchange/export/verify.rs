//! Checks everything that users of a catalog rely on, for exports of unknown origin.
//!
//! These are not all laws: an old catalog need not follow a new law to be compared.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::iter::once;

use errcat::{HttpStatus, Outcome};

use super::error::ImportError;
use crate::catalog::{header_error, names, namespace_error, pointer_error};
use crate::derived::translate::Translator;
use crate::derived::wire::path_count;
use crate::text::is_file_name;
use crate::{
    BrokenLaw, Case, Catalog, CatalogSet, Code, CodeType, Envelope, Meaning, Roles, Template,
};

type Verified = Result<(), ImportError>;

pub(super) fn verify(set: &CatalogSet) -> Verified {
    hub(set)?;
    unique("catalogs", "a catalog", set.catalogs.iter().map(|catalog| &catalog.id))?;
    for (index, catalog) in set.catalogs.iter().enumerate() {
        let at = format!("catalogs[{index}]");
        let Catalog { id, module, .. } = catalog;
        let is_named = names::is_kebab(id) && names::is_field_name(module);
        ensure(is_named, format_args!("{at}.id"), || {
            format!("`{id}` in the module `{module}` is not a catalog")
        })?;
        around_codes(set, catalog, &at)?;
        codes(set, catalog, &at)?;
    }
    // The translator checks meanings, outcomes and translations by hand.
    Translator::new(set).map(|_| ()).map_err(|BrokenLaw { law, subject, .. }| {
        ImportError::new("catalogs", format!("`{subject}` breaks the law `{}`", law.id()))
    })
}

fn ensure(holds: bool, at: impl Display, message: impl FnOnce() -> String) -> Verified {
    if holds { Ok(()) } else { Err(ImportError::new(at, message())) }
}

fn failure(set: &CatalogSet, at: impl Display, id: &str) -> Verified {
    let is_failure = set.meaning(id).is_some_and(|one| one.facts.outcome.is_failure());
    ensure(is_failure, at, || format!("`{id}` is not the meaning of a failure"))
}

fn exists(is_there: bool, at: impl Display, what: &str, name: &str) -> Verified {
    ensure(is_there, at, || format!("there is no {what} `{name}`"))
}

fn unique<'t>(at: impl Display, what: &str, ids: impl Iterator<Item = &'t String>) -> Verified {
    let mut seen = HashSet::new();
    let mut again = ids.filter(|id| !seen.insert(*id));
    again
        .next()
        .map_or(Ok(()), |id| Err(ImportError::new(at, format!("{what} `{id}` is defined twice"))))
}

/// Checks that names are Rust identifiers, each once.
fn unique_names<'t>(at: &str, names: impl Iterator<Item = &'t String> + Clone) -> Verified {
    for name in names.clone() {
        ensure(names::is_type_name(name), at, || format!("`{name}` is not a Rust name"))?;
    }
    unique(at, "the name", names)
}

fn hub(set: &CatalogSet) -> Verified {
    unique("meanings", "a meaning", set.meanings.iter().map(|meaning| &meaning.id))?;
    let variants: Vec<String> = set.meanings.iter().map(Meaning::name).collect();
    unique_names("meanings", variants.iter())?;
    let has_failures = set.meaning(Outcome::Failure.as_str()).is_some();
    ensure(set.roles.is_some() || !has_failures, "roles", || {
        "a hub with failures has roles".to_owned()
    })?;
    for (_, id) in set.roles.iter().flat_map(Roles::all) {
        failure(set, "roles", id)?;
    }
    let mut roots = HashMap::new();
    for (index, meaning) in set.meanings.iter().enumerate() {
        let at = format!("meanings[{index}]");
        let Meaning { id, facts, .. } = meaning;
        ensure(names::is_dotted_kebab(id), format_args!("{at}.id"), || {
            format!("`{id}` is not an id of a meaning")
        })?;
        let outcome = facts.outcome.as_str();
        ensure(
            root(set, meaning, &mut roots) == Some(outcome),
            format_args!("{at}.parent"),
            || format!("`{id}` does not hang below `{outcome}`"),
        )?;
    }
    Ok(())
}

/// Returns the id at the top of the branch, unless the way up is a cycle. `known` holds the roots that
/// were found before, so that each meaning is visited once.
fn root<'s>(
    set: &'s CatalogSet,
    meaning: &'s Meaning,
    known: &mut HashMap<&'s str, Option<&'s str>>,
) -> Option<&'s str> {
    let mut way = Vec::new();
    let mut next = Some(meaning);
    let mut root = None;
    while let Some(meaning) = next {
        // In a cycle, this finds the entry made for a meaning further down.
        if let Some(found) = known.get(meaning.id.as_str()) {
            root = *found;
            break;
        }
        known.insert(&meaning.id, None);
        way.push(&meaning.id);
        if meaning.parent.is_none() {
            root = Some(meaning.id.as_str());
        }
        next = meaning.parent.as_ref().and_then(|parent| set.meaning(parent));
    }
    known.extend(way.into_iter().map(|id| (id.as_str(), root)));
    root
}

fn around_codes(set: &CatalogSet, catalog: &Catalog, at: &str) -> Verified {
    let Catalog { sources, operations, envelopes, groups, .. } = catalog;
    unique(format_args!("{at}.sources"), "a source", sources.iter().map(|one| &one.id))?;
    let names = operations.iter().map(|one| &one.name);
    unique(format_args!("{at}.operations"), "an operation", names)?;
    unique(format_args!("{at}.envelopes"), "an envelope", envelopes.iter().map(|one| &one.id))?;
    unique(format_args!("{at}.groups"), "a group", groups.iter().map(|one| &one.id))?;
    for (key, meaning) in [("failed_as", &catalog.failed_as), ("unknown", &catalog.unknown)] {
        meaning.iter().try_for_each(|id| failure(set, format_args!("{at}.{key}"), id))?;
    }
    for (index, group) in groups.iter().enumerate() {
        let at = format!("{at}.groups[{index}]");
        ensure(is_file_name(&group.id), format_args!("{at}.id"), || {
            format!("`{}` cannot be the name of a file", group.id)
        })?;
        if let Some(meaning) = &group.kind_of {
            let is_there = set.meaning(meaning).is_some();
            exists(is_there, format_args!("{at}.kind_of"), "meaning", meaning)?;
        }
        let is_ordered = group.range.is_none_or(|(first, last)| first <= last);
        ensure(is_ordered, format_args!("{at}.range"), || {
            "the range ends before it begins".to_owned()
        })?;
    }
    for (index, one) in envelopes.iter().enumerate() {
        envelope(set, one, format_args!("{at}.envelopes[{index}]"))?;
    }
    let is_readable = path_count(envelopes) <= errcat::rt::wire::MAX_PATHS;
    ensure(is_readable, format_args!("{at}.envelopes"), || {
        "there are too many different paths".to_owned()
    })
}

fn envelope(set: &CatalogSet, envelope: &Envelope, at: impl Display + Copy) -> Verified {
    if let Some(outcome) = envelope.outcome {
        exists(set.meaning(outcome.as_str()).is_some(), at, "meaning", outcome.as_str())?;
    }
    let is_range = |(first, last): &(u16, u16)| {
        first <= last && [first, last].iter().all(|one| HttpStatus::new(**one).is_some())
    };
    ensure(envelope.statuses.iter().all(is_range), at, || {
        "there are statuses that are none".to_owned()
    })?;
    let slots = envelope.slots.iter().chain(&envelope.params);
    let paths = slots.flat_map(|slot| slot.paths.iter().chain(&slot.shared));
    let paths = paths.chain(envelope.when.iter().map(|one| &one.path)).chain(&envelope.each);
    let paths = paths.map(|path| (path, pointer_error(path, envelope.format)));
    let namespaces = envelope.namespace.iter();
    let namespaces = namespaces.map(|name| (name, namespace_error(name, envelope.format)));
    let headers = envelope.headers.iter().flat_map(|slot| &slot.paths);
    let headers = headers.map(|name| (name, header_error(name)));
    let mut wrong = paths.chain(namespaces).chain(headers);
    let wrong = wrong.find_map(|(text, error)| Some(format!("`{text}` {}", error?.0)));
    wrong.map_or(Ok(()), |message| Err(ImportError::new(at, message)))
}

fn codes(set: &CatalogSet, catalog: &Catalog, catalog_at: &str) -> Verified {
    let at = format!("{catalog_at}.codes");
    let codes = catalog.codes.iter();
    let cases = codes.clone().flat_map(|code| &code.cases);
    unique(&at, "the code", codes.clone().map(|code| &code.code))?;
    unique_names(&at, codes.flat_map(|code| once(&code.name).chain(&code.aliases)))?;
    unique_names(&at, cases.clone().flat_map(|case| once(&case.name).chain(&case.aliases)))?;
    unique(&at, "the case", cases.map(|case| &case.id))?;
    let known = Known {
        groups: catalog.groups.iter().map(|one| one.id.as_str()).collect(),
        operations: catalog.operations.iter().map(|one| one.name.as_str()).collect(),
        sources: catalog.sources.iter().map(|one| one.id.as_str()).collect(),
    };
    let mut before = None;
    for (index, code) in catalog.codes.iter().enumerate() {
        let at = format!("{at}[{index}]");
        let order = order(catalog, code);
        let is_next = order.is_some() && before.replace(order) < Some(order);
        ensure(is_next, format_args!("{at}.code"), || {
            format!("`{}` is out of order or not of the declared type", code.code)
        })?;
        exists(known.groups.contains(code.group.as_str()), &at, "group", &code.group)?;
        if let Some(by) = code.lifecycle.as_ref().and_then(|life| life.replaced_by.as_ref()) {
            let at = format_args!("{at}.lifecycle.replaced_by");
            exists(set.follow(by).is_some(), at, "code", by)?;
        }
        for (index, case) in code.cases.iter().enumerate() {
            of_case(code, case, &known, &format!("{at}.cases[{index}]"))?;
        }
    }
    for (index, status) in catalog.statuses.iter().enumerate() {
        if let Some(code) = &status.code {
            let at = format_args!("{catalog_at}.statuses[{index}].code");
            exists(catalog.code(code).is_some(), at, "code", code)?;
        }
    }
    Ok(())
}

/// Returns the key that codes are sorted by, unless the code is not of the declared type.
fn order<'c>(catalog: &Catalog, code: &'c Code) -> Option<(u32, &'c str)> {
    match catalog.code_type {
        CodeType::String => Some((0, &code.code)),
        CodeType::Integer => {
            let number: u32 = code.code.parse().ok()?;
            (number.to_string() == code.code).then_some((number, ""))
        }
    }
}

/// The declarations of a catalog.
struct Known<'c> {
    groups: HashSet<&'c str>,
    operations: HashSet<&'c str>,
    sources: HashSet<&'c str>,
}

fn of_case(code: &Code, case: &Case, known: &Known<'_>, at: &str) -> Verified {
    let Case { id, name, source, .. } = case;
    let is_named = names::is_kebab(id) && !names::RESERVED_CASES.contains(&name.as_str());
    ensure(is_named, format_args!("{at}.id"), || format!("`{id}` cannot be the case `{name}`"))?;
    ensure(case.facts.outcome == code.outcome, format_args!("{at}.outcome"), || {
        format!("the outcome of the code is `{}`", code.outcome)
    })?;
    exists(known.sources.contains(source.as_str()), at, "source", source)?;
    let of_texts = case.messages.iter().flat_map(|message| &message.operations);
    for name in case.operations.iter().chain(of_texts) {
        exists(known.operations.contains(name.as_str()), at, "operation", name)?;
    }
    ensure(code.outcome != Outcome::Failure || case.guidance.is_some(), at, || {
        "a failure has guidance: `cause` and `action`".to_owned()
    })?;
    params(case, at)
}

fn params(case: &Case, at: &str) -> Verified {
    for (index, param) in case.params.iter().enumerate() {
        let field = &param.field;
        ensure(names::is_field_name(field), format_args!("{at}.params[{index}].field"), || {
            format!("`{field}` is not the name of a field")
        })?;
    }
    let fields = case.params.iter().map(|param| &param.field);
    unique(format_args!("{at}.params"), "the field", fields)?;
    let names = case.params.iter().flat_map(|param| once(&param.name).chain(&param.aliases));
    let names: HashSet<&str> = names.map(String::as_str).collect();
    for (index, message) in case.messages.iter().enumerate() {
        let at = format_args!("{at}.templates[{index}]");
        let template = Template::parse(&message.text);
        let template = template.map_err(|error| ImportError::new(at, error.to_string()))?;
        for name in template.parameters() {
            exists(names.contains(name), at, "parameter", name)?;
        }
    }
    Ok(())
}
