//! What was found in a body.

use alloc::borrow::Cow;

use super::few::Few;
use crate::table::{MAX_PATHS, Node, Paths};

/// The lists of a body are read up to this length; what is behind is left out.
const MOST_ITEMS: u16 = 1000;

/// A value at a path, where it stands in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Leaf<'b> {
    /// Nothing, or `null`.
    #[default]
    Nothing,
    /// Text, as it is.
    Text(&'b str),
    /// Text of JSON that escapes something, in its quotes.
    #[cfg(feature = "json")]
    Escaped(&'b str),
    /// Text of an XML element with references, comments or carriage returns.
    #[cfg(feature = "xml")]
    Markup(&'b str),
    /// The value of an XML attribute with references or white space other than spaces.
    #[cfg(feature = "xml")]
    Attribute(&'b str),
    /// A number or a boolean, as it was written.
    #[cfg(feature = "json")]
    Plain(&'b str),
    /// Anything else, as it was written.
    Raw(&'b str),
}

impl<'b> Leaf<'b> {
    /// The value as text, unless it is a structure; nothing where there is nothing to read.
    pub(super) fn text(self) -> Option<Cow<'b, str>> {
        self.any_text().filter(|text| !text.chars().all(char::is_whitespace))
    }

    /// The value as text, blank or not.
    fn any_text(self) -> Option<Cow<'b, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            #[cfg(feature = "json")]
            Self::Escaped(quoted) => Some(super::json::unescaped(quoted)),
            #[cfg(feature = "xml")]
            Self::Markup(markup) => super::xml::text_of(markup),
            #[cfg(feature = "xml")]
            Self::Attribute(value) => super::xml::value_of(value),
            _ => None,
        }
    }

    /// The value as a code: text, or a number as it was written.
    pub(super) fn scalar(self) -> Option<Cow<'b, str>> {
        match self {
            #[cfg(feature = "json")]
            Self::Plain(plain) => {
                (!matches!(plain, "true" | "false")).then_some(Cow::Borrowed(plain))
            }
            _ => self.text(),
        }
    }

    /// The value as it stands in the body, where it is in one piece there.
    pub(super) fn written(self) -> Option<&'b str> {
        match self {
            #[cfg(feature = "json")]
            Self::Plain(plain) => Some(plain),
            Self::Text(text) | Self::Raw(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the value is written like this, but for the quotes of a text.
    pub(super) fn is(self, expected: &str) -> bool {
        match self.written() {
            Some(written) => written == expected,
            None => self.any_text().is_some_and(|text| text == expected),
        }
    }
}

/// The bit of a path.
pub(super) fn bit(path: u8) -> u32 {
    const { assert!(MAX_PATHS <= 32) };
    1_u32.checked_shl(u32::from(path)).unwrap_or(0)
}

/// Which members of a structure were there already, so that of several the last one counts.
#[derive(Default)]
pub(super) struct Seen(u32);

impl Seen {
    /// Whether the child with this number was there before.
    pub(super) fn is_again(&mut self, child: usize) -> bool {
        let place = u8::try_from(child).map_or(0, bit);
        let is_again = self.0 & place != 0;
        self.0 |= place;
        is_again
    }
}

/// A value in an item of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct InItem<'b> {
    /// The number of the item, from one.
    pub(super) item: u16,
    pub(super) path: u8,
    pub(super) leaf: Leaf<'b>,
}

/// Everything that was found in a body.
pub(super) struct Found<'b> {
    /// By path.
    leaves: [Leaf<'b>; MAX_PATHS],
    /// What was found in the items of lists, item by item.
    pub(super) items: Few<InItem<'b>, 8>,
    item_count: u16,
    /// The paths that items have, a bit each.
    paths_of_items: u32,
}

impl<'b> Found<'b> {
    pub(super) fn new() -> Self {
        Self {
            leaves: [Leaf::Nothing; MAX_PATHS],
            items: Few::default(),
            item_count: 0,
            paths_of_items: 0,
        }
    }

    /// The number of another item, unless there were too many.
    pub(super) fn next_item(&mut self) -> Option<u16> {
        self.item_count = self.item_count.saturating_add(1);
        (self.item_count <= MOST_ITEMS).then_some(self.item_count)
    }

    /// Keeps a value: of several at one path the last, as JSON readers do.
    pub(super) fn keep(&mut self, item: Option<u16>, path: u8, leaf: Leaf<'b>) {
        let Some(item) = item else {
            if let Some(place) = self.leaves.get_mut(usize::from(path)) {
                *place = leaf;
            }
            return;
        };
        if let Some(place) = self.place(item, path) {
            place.leaf = leaf;
        } else if leaf != Leaf::Nothing {
            self.paths_of_items |= bit(path);
            self.items.push(InItem { item, path, leaf });
        }
    }

    /// Where a value of an item is kept.
    fn place(&mut self, item: u16, path: u8) -> Option<&mut InItem<'b>> {
        // What was kept of an item is at the end, and between it only what is of items within it.
        let of_item = self.items.iter_mut().rev().take_while(|other| other.item >= item);
        of_item.into_iter().find(|other| other.item == item && other.path == path)
    }

    /// What stands at a path: in the whole body, or else in an item.
    pub(super) fn get(&self, item: Option<u16>, path: u8) -> Leaf<'b> {
        match (self.leaves.get(usize::from(path)), item) {
            (Some(Leaf::Nothing), Some(item)) => self.get_in(item, path),
            (leaf, _) => leaf.copied().unwrap_or_default(),
        }
    }

    fn get_in(&self, item: u16, path: u8) -> Leaf<'b> {
        let mut of_item = self.items.iter().filter(|other| other.item == item);
        of_item.find(|other| other.path == path).map(|found| found.leaf).unwrap_or_default()
    }

    /// Drops everything that was kept at a place and below: it is there a second time.
    pub(super) fn forget_below(&mut self, paths: Paths<'_>, node: &Node<'_>, item: Option<u16>) {
        if let Some(path) = node.path() {
            self.keep(item, path, Leaf::Nothing);
        }
        for child in paths.children(node) {
            if child.is_each() {
                self.forget_items(paths.below(child));
            } else {
                self.forget_below(paths, child, item);
            }
        }
    }

    /// Drops what was kept of all items at some paths. Without an item since the last time there
    /// is nothing to look for: a list that is there a million times costs no more than its bytes.
    fn forget_items(&mut self, paths: u32) {
        if self.paths_of_items & paths != 0 {
            for place in self.items.iter_mut().filter(|place| paths & bit(place.path) != 0) {
                place.leaf = Leaf::Nothing;
            }
            self.paths_of_items &= !paths;
        }
    }
}
