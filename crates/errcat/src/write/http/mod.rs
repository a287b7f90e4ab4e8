//! Answers over HTTP: problem details, and the responses that carry them.

#[cfg(feature = "axum")]
mod axum;
mod problem;
#[cfg(feature = "http")]
mod response;

pub use problem::Problem;
