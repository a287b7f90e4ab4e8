//! Takes checked catalogs; hands out what follows from them: profiles, translations, replies and
//! answers, and how responses are read and written.

pub mod answers;
pub mod coverage;
#[cfg(feature = "decode")]
pub mod decode;
pub mod entries;
#[cfg(feature = "example")]
pub mod example;
pub mod profiles;
pub mod replies;
pub mod translate;
pub mod wire;
