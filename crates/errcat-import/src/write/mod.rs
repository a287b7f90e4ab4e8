//! Takes a draft, and returns the files of a catalog with marked gaps.

pub mod scaffold;
mod skeleton;
mod yaml;

pub(crate) use skeleton::{count_gaps, files};
