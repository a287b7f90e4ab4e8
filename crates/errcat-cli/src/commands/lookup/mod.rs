//! Commands that look up codes, meanings and responses.

pub(crate) mod decode;
pub(crate) mod explain;
pub(crate) mod list;
pub(crate) mod translate;
