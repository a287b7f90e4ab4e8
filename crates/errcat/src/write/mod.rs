//! Writes a typed error: for clients, for other services, and for the stand-in of a provider.
//!
//! [`disclosed`] keeps sensitive values from clients, and [`recover`] reads written errors back.

#[cfg(any(feature = "problem", feature = "tonic"))]
mod disclosed;
#[cfg(feature = "problem")]
mod http;
mod macros;
#[cfg(feature = "miette")]
pub mod miette;
#[cfg(any(feature = "problem", feature = "tonic"))]
mod recover;
#[cfg(feature = "stand-in")]
pub mod stand_in;
#[cfg(feature = "tonic")]
pub mod tonic;

#[cfg(feature = "problem")]
pub use http::Problem;
