//! Calls through the clients and the middleware of others.

#[cfg(feature = "reqwest")]
mod receive;
#[cfg(feature = "tower")]
mod retry;

#[cfg(feature = "reqwest")]
pub use receive::{MAX_RECEIVED, receive};
#[cfg(feature = "tower")]
pub use retry::RetryPolicy;
