//! The messages of the service over gRPC, as `tonic-prost-build` would write them from
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
//! so that nothing here needs `protoc`.

use prost::{Enumeration, Message};

/// Where a method is.
pub(crate) const REGISTER: &str = "/gateway.v1.Domains/Register";
/// Where the other one is.
pub(crate) const LOOK: &str = "/gateway.v1.Domains/Look";

/// What to do it with.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct DomainRequest {
    /// Where.
    #[prost(enumeration = "Provider", tag = "1")]
    pub(crate) provider: i32,
    /// The name of the domain.
    #[prost(string, tag = "2")]
    pub(crate) name: String,
    /// In whose words to tell of failures.
    #[prost(enumeration = "Provider", tag = "3")]
    pub(crate) words: i32,
}

/// A domain.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct Domain {
    /// The name of the domain.
    #[prost(string, tag = "1")]
    pub(crate) name: String,
    /// Whether the provider carries the order out later.
    #[prost(bool, tag = "2")]
    pub(crate) is_pending: bool,
}

/// A provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enumeration)]
#[repr(i32)]
pub(crate) enum Provider {
    /// None was named.
    Unspecified = 0,
    /// The Domains Service.
    Domains = 1,
    /// WEDOS WAPI.
    Wapi = 2,
    /// Wix.
    Wix = 3,
}
