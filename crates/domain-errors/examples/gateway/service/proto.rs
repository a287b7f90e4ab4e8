//! The messages of the gRPC service, as `tonic-prost-build` would generate them from
//!
//! ```proto
//! package gateway.v1;
//!
//! service Domains {
//!   rpc Register (DomainRequest) returns (Domain);
//!   rpc Look (DomainRequest) returns (Domain);
//! }
//! ```
//!
//! They are written by hand, so that the example does not need `protoc`.

use prost::{Enumeration, Message};

/// The path of the method `Register`.
pub(crate) const REGISTER: &str = "/gateway.v1.Domains/Register";
/// The path of the method `Look`.
pub(crate) const LOOK: &str = "/gateway.v1.Domains/Look";

/// A request of either method.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct DomainRequest {
    /// The provider.
    #[prost(enumeration = "Provider", tag = "1")]
    pub(crate) provider: i32,
    /// The name of the domain.
    #[prost(string, tag = "2")]
    pub(crate) name: String,
    /// The provider in whose words to report failures.
    #[prost(enumeration = "Provider", tag = "3")]
    pub(crate) words: i32,
    /// The reader of the answer. Do not copy this: a real service takes it from the login.
    #[prost(enumeration = "Audience", tag = "4")]
    pub(crate) audience: i32,
}

/// A domain.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct Domain {
    /// The name of the domain.
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    /// Whether the provider completes the order later.
    #[prost(bool, tag = "2")]
    pub(crate) is_pending: bool,
}

/// A provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enumeration)]
#[repr(i32)]
pub(crate) enum Provider {
    /// No provider was named.
    Unspecified = 0,
    /// The Domains Service.
    Domains = 1,
    /// WEDOS WAPI.
    Wapi = 2,
    /// Wix.
    Wix = 3,
}

/// The reader of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enumeration)]
#[repr(i32)]
pub(crate) enum Audience {
    /// A client of the service.
    Client = 0,
    /// A client who also holds the account at the provider.
    AccountOwner = 1,
    /// The people who run the service.
    Operator = 2,
}
