//! The subcommands, one module each.

mod author;
mod compare;

mod lookup;
mod publish;
mod subject;
pub(crate) mod usage;

pub(crate) use author::{check, drift, import, new, schema};
pub(crate) use compare::{coverage, diff};
pub(crate) use lookup::{decode, explain, list, translate};
pub(crate) use publish::{docs, export};
