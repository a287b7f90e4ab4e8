#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod disk;
mod error;
mod explain;
mod facts;
mod html;
mod pages;
mod script;
mod search;
mod site;

pub use error::SiteError;
pub use site::{Site, Written};
