//! Takes checked catalogs; hands out what follows from them: profiles, translations, and how
//! responses are read and written.

#[cfg(feature = "decode")]
pub mod decode;
#[cfg(feature = "example")]
pub mod example;
pub mod profiles;
pub mod translate;
pub mod wire;
