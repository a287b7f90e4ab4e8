#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod book;
mod error;
mod explain;
mod facts;
mod markdown;
mod pages;
mod script;
mod search;
mod site;

pub use error::SiteError;
pub use site::{Site, Written};
