//! Takes a response whose code and case were looked up; hands out the result.

use std::borrow::Cow;

use errcat::rt::wire::{EnvelopeKind, Raw, Resolved, Spec, resolve_raw};
use errcat::{Facts, HttpStatus};

use super::lookup::Found;
use super::profile::profile;
use super::result::{Decoded, OneError, Value};
use crate::derived::profiles::Profile;
use crate::derived::replies;
use crate::{BrokenLaw, Case, Catalog, CatalogSet, Param, ParamType};

/// Returns the result with all errors.
pub(super) fn decoded<'c, 'b>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    spec: &Spec<'b>,
    mut resolved: Found<'c, 'b>,
) -> Result<Decoded<'c>, BrokenLaw> {
    // They are moved into the failure that the profile is made of.
    let violations = resolved.raw.violations.clone();
    let (kind, profile) = profile(set, catalog, spec, &mut resolved)?;
    let one = OneError::of(&resolved);
    let told = replies::to_customers(set, profile)?.map(|meaning| &meaning.tell);
    let Resolved { raw, code: known_code, case: known_case, outcome, .. } = resolved;
    let facts = Facts { retry: raw.delayed(profile.facts.retry), ..profile.facts };
    let reply = replies::of_profile(set, Profile { facts, ..profile })?;
    // No `..`: a new part compiles only once it is decided here.
    let Raw {
        envelope,
        data,
        request_id,
        operation,
        status,
        others,
        errors,
        kind: form,
        // These are part of `one`.
        code: _,
        messages: _,
        params: _,
        // These are part of the violations and the facts.
        is_readable: _,
        outcome: _,
        violations: _,
        retry_after: _,
    } = raw;
    let errors = errors.into_iter().map(|raw| resolve_raw(&catalog, spec, raw));
    let failures = errors.filter(|one| one.outcome.is_failure());
    let mut errors: Vec<OneError<'_>> = failures.map(|one| OneError::of(&one)).collect();
    if errors.is_empty() && outcome.is_failure() {
        errors.push(one.clone());
    }
    let OneError { code, name, case, message, params } = one;
    let known = code.as_deref().is_some_and(|code| catalog.code(code).is_some());
    let known = known && form == Some(EnvelopeKind::Application);
    let others = others.into_iter().map(|(name, value)| (name.to_owned(), value.into_owned()));
    let is_founded = form.is_some() || status.is_some_and(HttpStatus::is_error);
    Ok(Decoded {
        catalog: Some(&catalog.id),
        code,
        name,
        case,
        known,
        recognized: form.is_some(),
        kind,
        message,
        params,
        violations,
        errors,
        facts: is_founded.then_some(facts),
        reply: is_founded.then_some(reply),
        meaning: is_founded.then_some(profile.meaning),
        tell: known_case.map(|case| &case.tell).or(told).filter(|_| is_founded),
        status,
        envelope: envelope.map(str::to_owned),
        request_id: request_id.map(Cow::into_owned),
        operation: operation.map(Cow::into_owned),
        data: data.map(str::to_owned),
        others: others.collect(),
        known_code,
        known_case,
    })
}

impl<'c> OneError<'c> {
    fn of(resolved: &Found<'c, '_>) -> Self {
        let Resolved { raw, code, case, .. } = resolved;
        let known = code.map(|code| code.code.clone());
        let name = case.map(|case| &case.name).or(code.map(|code| &code.name));
        Self {
            code: known.or_else(|| raw.code.as_deref().map(str::to_owned)),
            name: name.map(String::as_str),
            case: case.map(|case| case.id.as_str()),
            message: raw.messages.first().unwrap_or_default().to_owned(),
            params: case.map(|case| params(case, resolved)).unwrap_or_default(),
        }
    }
}

/// Returns the values of the parameters of a case, under any of their names.
fn params<'c>(case: &'c Case, resolved: &Found<'_, '_>) -> Vec<(&'c Param, Value)> {
    let value = |param: &'c Param| {
        let mut names = std::iter::once(&param.name).chain(&param.aliases);
        let text = names.find_map(|name| resolved.value(name))?;
        let value = match param.kind {
            ParamType::Integer => Value::Integer(text.parse().ok()?),
            _ => Value::Text(text.to_owned()),
        };
        Some((param, value))
    };
    case.params.iter().filter_map(value).collect()
}
