//! A shop that orders domains at Acme, transfers some to WEDOS and connects them to sites at Wix.

#![warn(missing_docs)]

use std::time::Duration;

use domain_errors::{Audience, GrpcCode, Tell};

errcat::include_catalogs!();

pub use acme::Code;

/// An order that failed, at any provider.
#[derive(Debug, thiserror::Error)]
#[error("the domain cannot be ordered")]
pub struct OrderError(#[from] AnyError);

impl OrderError {
    /// Returns the answer for the customer, the same for every provider, in a language that the
    /// browser asks for.
    #[must_use]
    pub fn answer(&self, accept_language: &str) -> Answer {
        let reply = self.0.reply(Audience::Client);
        Answer {
            http: reply.http().get(),
            grpc: reply.grpc(),
            tell: reply.tell(accept_language),
            retry_after: reply.retry().delay(),
        }
    }
}

/// The answer of the shop to its customer.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub http: u16,
    /// The gRPC code.
    pub grpc: GrpcCode,
    /// A sentence for people.
    pub tell: Tell,
    /// The header `Retry-After`.
    pub retry_after: Option<Duration>,
}

/// Orders a domain from a registrar that answers with a code.
///
/// # Errors
///
/// If the registrar answers with a failure.
pub fn order(name: &str, answer: u32) -> Result<(), acme::Error> {
    match Code::find_number(answer) {
        Some(code) if !code.outcome().is_failure() => Ok(()),
        Some(Code::DomainTaken) => Err(acme::Error::DomainTaken { name: Some(name.into()) }),
        _ => Err(errcat::Unrecognized::new("").with_code(answer.to_string()).into()),
    }
}

/// Returns the team of the shop that handles a code.
///
/// The enum belongs to this crate, so a new code in the catalog is a compile error here, and a
/// deprecated or retired code is a warning.
#[must_use]
#[expect(deprecated, reason = "a retired code is still found in logs")]
pub const fn team(code: Code) -> &'static str {
    match code {
        Code::Ordered | Code::Queued => "nobody",
        Code::DomainTaken | Code::DomainRefused | Code::DomainLocked => "support",
        Code::BalanceTooLow => "accounting",
        Code::TransferCodeWrong | Code::TooManyOrders | Code::OrderHeld => "operations",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_team() {
        let without_team = Code::ALL.iter().filter(|code| team(**code) == "nobody");
        assert!(without_team.eq([&Code::Ordered, &Code::Queued]));
    }

    #[test]
    fn a_failed_order_returns_the_error_of_the_registrar() {
        assert_eq!(order("free.example", 1), Ok(()));
        let error = order("taken.example", 117).unwrap_err();
        assert_eq!(error.to_string(), "117: Domain taken.example is taken");
    }
}
