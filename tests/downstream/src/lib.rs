//! A shop that orders domains at Acme, transfers some to WEDOS and connects them to sites at Wix.

#![warn(missing_docs)]

use domain_errors::{CatalogError, GrpcCode, Retry, wapi, wix};

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));

pub use acme::Code;

/// Why the shop cannot do what a customer asks for.
#[derive(Debug, thiserror::Error)]
pub enum ShopError {
    /// The registrar refused.
    #[error("the domain cannot be ordered")]
    Order(#[from] acme::Error),
    /// The other registrar refused.
    #[error("the domain cannot be transferred")]
    Transfer(#[from] wapi::Error),
    /// The site builder refused.
    #[error("the domain cannot be connected to the site")]
    Connect(#[from] wix::Error),
}

impl ShopError {
    /// Returns the answer for the customer.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self {
            Self::Order(error) => Answer::to(error),
            Self::Transfer(error) => Answer::to(error),
            Self::Connect(error) => Answer::to(error),
        }
    }
}

/// The answer of the shop to its customer, the same for every provider.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub http: u16,
    /// The gRPC code.
    pub grpc: GrpcCode,
    /// The advice on a retry, for people.
    pub advice: &'static str,
    /// The address of the code's reference page.
    pub docs: Option<String>,
    /// The header `Retry-After`.
    pub retry_after: Option<u32>,
}

impl Answer {
    fn to(error: &impl CatalogError) -> Self {
        Self {
            http: error.http().get(),
            grpc: error.grpc(),
            advice: error.guidance().map_or("Call us.", |guidance| guidance.action),
            docs: error.docs().map(|docs| docs.to_string()),
            retry_after: match error.retry() {
                Retry::Later { after_seconds } => after_seconds,
                _ => None,
            },
        }
    }
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
