//! Takes a response whose code and case were looked up; hands out the result.

use errcat::rt::wire::{EnvelopeKind, Raw, Resolved, Spec, resolve_raw};
use errcat::{Facts, HttpStatus, Violation as Invalid};

use super::lookup::Found;
use super::profile::profile;
use super::result::{Decoded, Kind, OneError, Value, Violation};
use crate::derived::profiles::Profile;
use crate::{BrokenLaw, Case, Catalog, CatalogSet, Param, ParamType};

/// Returns the result with all errors.
pub(super) fn decoded<'c, 'b>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    spec: &Spec<'b>,
    mut resolved: Found<'c, 'b>,
) -> Result<Decoded<'c>, BrokenLaw> {
    let violations = violations(&resolved.raw.violations);
    let (kind, profile) = profile(set, catalog, spec, &mut resolved)?;
    let errors = std::mem::take(&mut resolved.raw.errors);
    let errors = errors.into_iter().map(|raw| resolve_raw(&catalog, spec, raw));
    let failures = errors.filter(|one| one.outcome.is_failure());
    let mut errors: Vec<OneError<'_>> = failures.map(|one| OneError::of(&one)).collect();
    if errors.is_empty() && resolved.outcome.is_failure() {
        errors.push(OneError::of(&resolved));
    }
    Ok(Decoded { errors, ..of_resolved(catalog, &resolved, violations, kind, profile) })
}

fn of_resolved<'c>(
    catalog: &'c Catalog,
    resolved: &Found<'c, '_>,
    violations: Vec<Violation>,
    kind: Kind,
    profile: Profile<'c>,
) -> Decoded<'c> {
    let Resolved { raw, code, case, .. } = resolved;
    let Raw {
        envelope,
        data,
        request_id,
        operation,
        status,
        others,
        kind: envelope_kind,
        // These are part of the error.
        code: _,
        messages: _,
        errors: _,
        params: _,
        // These are part of `violations` and the advice.
        is_readable: _,
        outcome: _,
        violations: _,
        retry_after: _,
    } = raw;
    let OneError { code: shown, name, case: case_id, message, params } = OneError::of(resolved);
    let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
    let others = others.iter().map(|(name, value)| ((*name).into(), value.as_ref().into()));
    let is_founded = envelope_kind.is_some() || status.is_some_and(HttpStatus::is_error);
    let facts = Facts { retry: raw.delayed(profile.facts.retry), ..profile.facts };
    Decoded {
        catalog: Some(&catalog.id),
        code: shown,
        name,
        case: case_id,
        known: code.is_some() && *envelope_kind == Some(EnvelopeKind::Application),
        recognized: envelope_kind.is_some(),
        kind,
        message,
        params,
        violations,
        errors: Vec::new(),
        facts: is_founded.then_some(facts),
        meaning: is_founded.then_some(profile.meaning),
        status: *status,
        envelope: envelope.map(str::to_owned),
        request_id: text(request_id),
        operation: text(operation),
        data: data.map(str::to_owned),
        others: others.collect(),
        known_code: *code,
        known_case: *case,
    }
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

fn violations(found: &[Invalid]) -> Vec<Violation> {
    let violation = |invalid: &Invalid| Violation {
        field: invalid.field().map(str::to_owned),
        rule: invalid.rule().map(str::to_owned),
        description: invalid.description().to_owned(),
    };
    found.iter().map(violation).collect()
}
