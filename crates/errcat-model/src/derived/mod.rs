//! Takes checked catalogs; hands out what follows from them: profiles, translations, replies and
//! answers, and how responses are read and written.

#[cfg(feature = "tools")]
pub mod answers;
#[cfg(feature = "tools")]
pub mod coverage;
#[cfg(feature = "tools")]
pub mod decode;
#[cfg(feature = "tools")]
pub mod entries;
#[cfg(feature = "tools")]
pub mod example;
pub mod profiles;
pub mod replies;
pub mod translate;
pub mod wire;
