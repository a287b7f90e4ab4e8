//! Reads a response: from the values in its body, and its headers, to the slots of its envelope.

mod raw;
mod read;
mod slots;
mod trace;

pub(crate) use raw::{MAX_TEXT, bounded};
pub use raw::{Messages, Raw};
pub use read::read;
pub use trace::{NOTHING, Sight, Trace};
