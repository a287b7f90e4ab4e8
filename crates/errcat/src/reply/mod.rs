//! The answers of codes and errors: their facts, their meaning, and the reply for an audience.

mod audience;
#[cfg(feature = "alloc")]
mod bodies;
mod language;
#[cfg(feature = "alloc")]
mod profile;
#[allow(clippy::module_inception, reason = "the folder is about it")]
mod reply;
#[cfg(feature = "alloc")]
mod status;
mod subject;
mod tell;
#[cfg(feature = "alloc")]
mod transport;

pub use audience::{Audience, relay, to_client};
#[cfg(feature = "alloc")]
pub use bodies::{Body, System, Unrecognized, Validation, Violation, raw_code};
#[cfg(feature = "alloc")]
pub use profile::{ErrorKind, Param, Params, Profile};
pub use reply::Reply;
#[cfg(feature = "alloc")]
pub use status::{of_status, of_validation};
pub use subject::{Place, Roles, Subject, ValueRef};
pub use tell::{Sentences, Tell};
#[cfg(feature = "alloc")]
pub use transport::Transport;
