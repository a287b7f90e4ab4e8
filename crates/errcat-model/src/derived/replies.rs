//! The replies of a service to clients, as the runtime derives them.

use errcat::rt::{Place, relay};
use errcat::{Audience, Facts};

use super::profiles::{self, Profile};
use crate::{BrokenLaw, ByAudience, Case, CatalogSet, Meaning, Reply};

impl<T> ByAudience<T> {
    /// Asks for each audience.
    pub(crate) fn each(
        mut get: impl FnMut(Audience) -> Result<T, BrokenLaw>,
    ) -> Result<Self, BrokenLaw> {
        Ok(Self { client: get(Audience::Client)?, account_owner: get(Audience::AccountOwner)? })
    }
}

/// Returns the facts and the meaning of a reply, and whether it is relayed.
pub(super) fn to_profile<'c>(
    set: &'c CatalogSet,
    profile: Profile<'c>,
    audience: Audience,
) -> Result<(Facts, &'c str, bool), BrokenLaw> {
    let Some((role, facts)) = relay(profile.facts, audience) else {
        return Ok((profile.facts, profile.meaning, false));
    };
    let roles = profiles::roles(set)?;
    let meaning = if role == Place::Passing { roles.passing } else { roles.broken };
    Ok((facts, meaning, true))
}

/// Returns the replies to a case.
pub fn of_case(set: &CatalogSet, case: &Case) -> Result<ByAudience<Reply>, BrokenLaw> {
    of_profile(set, profiles::of_case(set, case)?)
}

/// Adds the replies to all cases.
pub fn add(mut set: CatalogSet) -> Result<CatalogSet, BrokenLaw> {
    let mut catalogs = std::mem::take(&mut set.catalogs);
    let codes = catalogs.iter_mut().flat_map(|catalog| &mut catalog.codes);
    for case in codes.flat_map(|code| &mut code.cases) {
        case.reply = Some(of_case(&set, case)?);
    }
    Ok(CatalogSet { catalogs, ..set })
}

pub(crate) fn of_profile(
    set: &CatalogSet,
    profile: Profile<'_>,
) -> Result<ByAudience<Reply>, BrokenLaw> {
    ByAudience::each(|audience| {
        let (facts, meaning, _) = to_profile(set, profile, audience)?;
        let Facts { http, grpc, retry, .. } = facts;
        Ok(Reply { http, grpc, retry, meaning: meaning.to_owned() })
    })
}

/// Returns the meaning whose sentence a case without its own has: its meaning, unless the sentence asks
/// the customer to do what only others can do. Then it is the meaning of the reply.
pub(crate) fn told<'c>(set: &'c CatalogSet, case: &Case) -> Result<Option<&'c Meaning>, BrokenLaw> {
    let profile = profiles::of_case(set, case)?;
    let own = set.meaning(profile.meaning);
    if own.is_none_or(|own| !CUSTOMERS.includes(own.facts.actor)) {
        return Ok(own);
    }
    to_customers(set, profile)
}

/// Returns the meaning of the reply to a customer.
pub(crate) fn to_customers<'c>(
    set: &'c CatalogSet,
    profile: Profile<'c>,
) -> Result<Option<&'c Meaning>, BrokenLaw> {
    let (_, meaning, _) = to_profile(set, profile, CUSTOMERS)?;
    Ok(set.meaning(meaning))
}

/// The audience of the sentences.
const CUSTOMERS: Audience = Audience::AccountOwner;
