use crate::facts::words::words;
use crate::reply::Place;
use crate::{Actor, Facts, GrpcCode, HttpStatus, Retry};

words! {
    /// The reader of an answer. It decides which errors are passed on as they are, and which become
    /// a failure of your service.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{Actor, Audience};
    ///
    /// assert!(Audience::AccountOwner.includes(Actor::Caller));
    /// assert!(!Audience::Client.includes(Actor::AccountOwner));
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Audience {
        /// A client of your service, who can fix its own input and nothing else.
        Client = "client",
        /// A client who also holds the account at the provider: it can pay, unlock and grant access.
        AccountOwner = "account-owner",
        /// The people who run the service. They see everything.
        Operator = "operator",
    }
}

impl Audience {
    /// Returns whether the one who has to act is part of the audience.
    pub const fn includes(self, actor: Actor) -> bool {
        match self {
            Self::Client => matches!(actor, Actor::Nobody | Actor::Caller),
            Self::AccountOwner => {
                matches!(actor, Actor::Nobody | Actor::Caller | Actor::AccountOwner)
            }
            Self::Operator => true,
        }
    }
}

/// Returns the reply to an audience that cannot act on a failure, and the role of its meaning;
/// `None` if the audience gets the failure itself.
///
/// It is a failure of the service, whatever it was called upstream. Its advice is never weaker.
pub fn relay(facts: Facts, audience: Audience) -> Option<(Place, Facts)> {
    if !facts.outcome.is_failure() || audience.includes(facts.actor) {
        return None;
    }
    let (role, http, grpc, retry) = match facts.retry {
        retry @ Retry::Later { .. } => (Place::Passing, UNAVAILABLE, GrpcCode::Unavailable, retry),
        Retry::Query => (Place::Broken, INTERNAL, GrpcCode::Internal, Retry::Query),
        Retry::Never | Retry::AfterFix => {
            (Place::Broken, INTERNAL, GrpcCode::Internal, Retry::Never)
        }
    };
    Some((role, Facts { http, grpc, retry, ..facts }))
}

/// Returns the facts that a client of a service gets to know.
pub fn to_client(facts: Facts) -> Facts {
    relay(facts, Audience::Client).map_or(facts, |(_, relayed)| relayed)
}

const UNAVAILABLE: HttpStatus = HttpStatus::literal(503);
const INTERNAL: HttpStatus = HttpStatus::literal(500);
