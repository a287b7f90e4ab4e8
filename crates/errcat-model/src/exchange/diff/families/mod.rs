//! Takes two matched states; hands out the changes of each family, by who notices them.

mod facts;
mod source;
mod text;
mod translations;
mod wire;

use super::change::Diff;
use super::pairs::Pairs;
use crate::{BrokenLaw, CatalogSet};

pub(super) fn compare(
    old: &CatalogSet,
    new: &CatalogSet,
    pairs: &Pairs<'_>,
    diff: &mut Diff,
) -> Result<(), BrokenLaw> {
    source::compare(pairs, diff);
    wire::compare(pairs, diff);
    facts::compare(pairs, diff);
    translations::compare(old, new, pairs, diff)?;
    text::compare(pairs, diff);
    Ok(())
}
