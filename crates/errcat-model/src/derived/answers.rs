//! The answers of a service in the words of another catalog, as the runtime derives them.

use errcat::rt::differing;
use errcat::{Audience, Basis, Facts, GrpcCode, HttpStatus, Relation, Retry};

use super::translate::{Translation, Translator};
use super::{profiles, replies};
use crate::{BrokenLaw, ByAudience, Case, Catalog, Code, Reference};

/// The answer of a service to a code or case in the words of another catalog.
#[derive(Debug, Clone, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[non_exhaustive]
pub struct Answer<'a> {
    /// The code or case of the other catalog.
    #[schemars(with = "Option<crate::catalog::schema::ReferenceWord>")]
    pub to: Option<Reference<'a>>,
    /// The reason why it is this code.
    #[schemars(with = "crate::catalog::schema::SchemaOf<Basis>")]
    pub basis: Basis,
    /// The HTTP status of the reply.
    #[schemars(with = "crate::catalog::schema::SchemaOf<HttpStatus>")]
    pub http: HttpStatus,
    /// The gRPC code of the reply.
    #[schemars(with = "crate::catalog::schema::SchemaOf<GrpcCode>")]
    pub grpc: GrpcCode,
    /// Whether to send the request again.
    #[schemars(with = "crate::catalog::schema::SchemaOf<Retry>")]
    pub retry: Retry,
    /// The names of the facts that the entry of the code promises differently.
    pub differs: Vec<&'static str>,
}

/// Returns the answers to a code, or to its case if it is known, in the words of a catalog.
///
/// # Examples
///
/// ```
/// use errcat_model::translate::Translator;
/// use errcat_model::{Catalog, answers};
///
/// /// Prints what a client is told of each code.
/// fn print<'a>(translator: &Translator<'a>, from: &'a Catalog, into: &'a Catalog) {
///     for code in &from.codes {
///         let answers = answers::of(translator, (from, code, None), into).unwrap();
///         println!("{} {}", code.code, answers.client.basis);
///     }
/// }
/// ```
pub fn of<'a>(
    translator: &Translator<'a>,
    subject: (&'a Catalog, &'a Code, Option<&'a Case>),
    into: &'a Catalog,
) -> Result<ByAudience<Answer<'a>>, BrokenLaw> {
    ByAudience::each(|audience| answer(translator, subject, into, audience))
}

fn answer<'a>(
    translator: &Translator<'a>,
    (from, code, case): (&'a Catalog, &'a Code, Option<&'a Case>),
    into: &'a Catalog,
    audience: Audience,
) -> Result<Answer<'a>, BrokenLaw> {
    let set = translator.set();
    let profile = match case {
        Some(case) => profiles::of_case(set, case)?,
        None => profiles::of_code(set, code)?,
    };
    let (facts, role, is_relayed) = replies::to_profile(set, profile, audience)?;
    let target = if is_relayed {
        relayed(translator, from, role, into)
    } else if from.id == into.id {
        Some((code, case))
    } else {
        let found = translator.code(from, code, case, &into.id);
        found.map(|to| (to.code, Some(to.case)))
    };
    // Nothing tells which case it is.
    let is_whole = case.is_none() && code.cases.len() > 1;
    let target = target.map(|(code, case)| (code, case.filter(|_| !is_whole)));
    let entry = match target {
        Some((_, Some(case))) => profiles::of_case(set, case)?.facts,
        Some((code, None)) => profiles::of_code(set, code)?.facts,
        None => facts,
    };
    let basis = match (target, is_relayed) {
        (Some(_), true) => Basis::Relayed,
        (Some(_), false) => Basis::Equivalent,
        (None, _) if facts.outcome.is_failure() => Basis::Class,
        (None, _) => Basis::None,
    };
    let to = target.map(|(code, case)| match case {
        Some(case) => Reference::of_case(into, code, case),
        None => Reference::of_code(into, code),
    });
    let Facts { http, grpc, retry, .. } = facts;
    Ok(Answer { to, basis, http, grpc, retry, differs: differing(facts, entry).collect() })
}

/// Returns the code for what a failure of a catalog means further out, or else for its role.
fn relayed<'a>(
    translator: &Translator<'a>,
    from: &Catalog,
    role: &str,
    into: &'a Catalog,
) -> Option<(&'a Code, Option<&'a Case>)> {
    let set = translator.set();
    let of =
        |id: &str| -> Option<Translation<'a>> { translator.meaning(set.meaning(id)?, &into.id) };
    let failed = from.failed_as.as_deref().and_then(of);
    // A wider one says less than the role.
    let failed = failed.filter(|to| to.relation != Relation::Wider);
    failed.or_else(|| of(role)).map(|to| (to.code, Some(to.case)))
}
