//! Takes a response whose code and case were looked up; hands out its kind, facts and meaning.

use errcat::Outcome;
use errcat::rt::error::{Body, raw_code};
use errcat::rt::wire::{Failure, Spec};

use super::lookup::Found;
use super::result::Kind;
use crate::derived::profiles::{self, Profile};
use crate::{BrokenLaw, Catalog, CatalogSet};

/// Returns the kind of a response and the profile of the generated error or code.
pub(super) fn profile<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    spec: &Spec<'_>,
    resolved: &mut Found<'c, '_>,
) -> Result<(Kind, Profile<'c>), BrokenLaw> {
    let kind = match resolved.outcome {
        Outcome::Success => Kind::Success,
        Outcome::Notification => Kind::Notification,
        Outcome::Failure => return of_failure(set, catalog, spec, resolved),
    };
    match resolved.code {
        Some(code) => Ok((kind, profiles::of_code(set, code)?)),
        // The envelope says so, and the hub has a meaning for each outcome.
        None => Ok((kind, profiles::of_meaning(set, resolved.outcome.as_str())?)),
    }
}

fn of_failure<'c>(
    set: &'c CatalogSet,
    catalog: &'c Catalog,
    spec: &Spec<'_>,
    resolved: &mut Found<'c, '_>,
) -> Result<(Kind, Profile<'c>), BrokenLaw> {
    let failure = resolved.failure(|code| &code.code);
    let body = match &failure {
        Failure::Case(case) => return Ok((Kind::Application, profiles::of_case(set, case)?)),
        Failure::Validation(body) => Body::Validation(body),
        Failure::System(body) => Body::System(body),
        Failure::Unrecognized(body) => Body::Unrecognized(body),
    };
    let kind = match body {
        Body::Validation(_) => Kind::Validation,
        Body::System(_) => Kind::System,
        Body::Unrecognized(_) => Kind::Unrecognized,
    };
    let code = raw_code(body).and_then(|code| catalog.code(code));
    match code.filter(|code| code.outcome.is_failure()) {
        // Nobody knows which case it is; it may be a new one.
        Some(code) => Ok((kind, profiles::of_code(set, code)?.of_unlisted())),
        None => Ok((kind, of_body(set, catalog, spec, body)?)),
    }
}

/// Returns the profile of a failure without a code of the catalog, as the runtime derives it.
fn of_body<'c>(
    set: &'c CatalogSet,
    catalog: &Catalog,
    spec: &Spec<'_>,
    body: Body<'_>,
) -> Result<Profile<'c>, BrokenLaw> {
    let mut found = Ok(None);
    let of_class = |code: &str| {
        found = profiles::of_class(set, catalog, code);
        found.clone().ok()?
    };
    let profile = Profile::from_body(body, profiles::roles(set)?, spec, of_class);
    found?;
    Ok(profile)
}
