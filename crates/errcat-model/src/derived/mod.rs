//! Takes checked catalogs; hands out what follows from them: answers, translations, and how
//! responses are read and written.

pub mod answers;
#[cfg(feature = "decode")]
pub mod decode;
#[cfg(feature = "example")]
pub mod example;
pub mod translate;
pub mod wire;
