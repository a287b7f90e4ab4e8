//! From a typed error back out: to clients, to other services, and to what stands in for a
//! provider.
//!
//! Whatever a client gets is made from [`told`], which leaves out what is sensitive; whatever
//! comes back is made into an error by [`recover`].

#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "http")]
mod http;
mod macros;
#[cfg(feature = "miette")]
pub mod miette;
#[cfg(any(feature = "problem", feature = "stand-in", feature = "tonic"))]
mod parts;
#[cfg(feature = "problem")]
mod problem;
#[cfg(any(feature = "problem", feature = "tonic"))]
mod recover;
#[cfg(feature = "stand-in")]
pub mod stand_in;
#[cfg(any(feature = "problem", feature = "tonic"))]
mod told;
#[cfg(feature = "tonic")]
pub mod tonic;

#[cfg(feature = "problem")]
pub use problem::Problem;
