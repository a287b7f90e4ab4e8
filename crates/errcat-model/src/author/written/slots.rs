//! The slots that envelopes can name.

use errcat::rt::wire::Slot;

use crate::author::read::KnownKeys;

/// The list of violations, which is the place of three slots.
pub(crate) const VIOLATIONS: &str = "violations";

/// The slots of a body.
#[derive(Debug, Default)]
pub(crate) struct BodySlots;

impl KnownKeys for BodySlots {
    const WHERE: &'static str = "in a body";
    const HELP: &'static str = "name a slot of your own under `others:`";

    fn names() -> Vec<&'static str> {
        Slot::NAMES.iter().copied().chain([VIOLATIONS]).collect()
    }
}

/// The slots that headers can fill.
#[derive(Debug, Default)]
pub(crate) struct HeaderSlots;

impl KnownKeys for HeaderSlots {
    const WHERE: &'static str = "in headers";
    const HELP: &'static str = "remove it, because no header can fill it";

    fn names() -> Vec<&'static str> {
        let is_filled = |name: &&str| Slot::from_name(name).is_in_headers();
        Slot::NAMES.iter().copied().filter(is_filled).collect()
    }
}
