//! Takes what was written; hands out views of it that check, lower and diff share: cases with
//! what they inherit, the tree of meanings, and an index of all codes.

mod envelope;
mod examples;
mod hub;
mod index;
mod view;

pub(crate) use envelope::{STATUS, envelope, paragraph, statuses_of};
pub(crate) use examples::{Example, Owner, examples};
pub(crate) use hub::{Hub, Inherited};
pub(crate) use index::{CodeRef, Codes};
pub(crate) use view::{Claim, View};
