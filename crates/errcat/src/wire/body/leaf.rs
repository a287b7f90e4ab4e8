//! The values that were found in a body.

use alloc::borrow::Cow;

use crate::table::{MAX_PATHS, Node, Paths, Wanted};
use crate::wire::Few;
use crate::wire::syntax;

/// Lists are read up to this length.
const MAX_ITEMS: u16 = 1000;

/// A value at a path, as it was written in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Leaf<'b> {
    /// No value.
    #[default]
    Nothing,
    /// `null`.
    #[cfg(feature = "json")]
    Null,
    /// Text without escapes.
    Text(&'b str),
    /// Text of JSON with escapes, in its quotes.
    #[cfg(feature = "json")]
    Escaped(&'b str),
    /// Text of an XML element with references, comments or carriage returns.
    #[cfg(feature = "xml")]
    Markup(&'b str),
    /// The value of an XML attribute with references or white space other than spaces.
    #[cfg(feature = "xml")]
    Attribute(&'b str),
    /// A number or a boolean.
    #[cfg(feature = "json")]
    Plain(&'b str),
    /// A structure.
    Raw(&'b str),
}

impl<'b> Leaf<'b> {
    /// Returns the value as text, unless it is blank or a structure.
    // Inlined, with its callers: a leaf that is passed through memory costs 15 % of a read.
    #[inline]
    pub(crate) fn text(self) -> Option<Cow<'b, str>> {
        match self {
            Self::Text(text) if is_blank(text) => None,
            Self::Text(text) => Some(Cow::Borrowed(text)),
            _ => self.any_text().filter(|text| !is_blank(text)),
        }
    }

    /// Returns the value as text, blank or not.
    fn any_text(self) -> Option<Cow<'b, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            #[cfg(feature = "json")]
            Self::Escaped(quoted) => Some(syntax::json::unescaped(quoted)),
            #[cfg(feature = "xml")]
            Self::Markup(markup) => syntax::content::text_of(markup),
            #[cfg(feature = "xml")]
            Self::Attribute(value) => syntax::value::value_of(value),
            _ => None,
        }
    }

    /// Returns the value as a code: text, or a number as it was written.
    #[inline]
    pub(crate) fn scalar(self) -> Option<Cow<'b, str>> {
        self.scalar_if(false)
    }

    /// Returns the value as text, a number or, if they are wanted, a boolean, as it was written.
    #[inline]
    #[cfg_attr(not(feature = "json"), allow(unused_variables, reason = "only JSON has booleans"))]
    pub(crate) fn scalar_if(self, booleans: bool) -> Option<Cow<'b, str>> {
        match self {
            #[cfg(feature = "json")]
            Self::Plain(plain) => {
                (booleans || !matches!(plain, "true" | "false")).then_some(Cow::Borrowed(plain))
            }
            _ => self.text(),
        }
    }

    /// Returns whether there is a value other than `null`.
    pub(crate) fn has_value(self) -> bool {
        match self {
            Self::Nothing => false,
            #[cfg(feature = "json")]
            Self::Null => false,
            _ => true,
        }
    }

    /// Returns the value as it was written, unless it has escapes.
    pub(crate) fn written(self) -> Option<&'b str> {
        match self {
            #[cfg(feature = "json")]
            Self::Plain(plain) => Some(plain),
            Self::Text(text) | Self::Raw(text) => Some(text),
            _ => None,
        }
    }

    /// Returns whether the value is the one that is wanted, or is written like it.
    pub(crate) fn is(self, wanted: Wanted<'_>) -> bool {
        match wanted {
            Wanted::Text(expected) | Wanted::Plain(expected) => match self.written() {
                Some(written) => written == expected,
                None => self.any_text().is_some_and(|text| text == expected),
            },
            Wanted::Present => self.has_value(),
            Wanted::Absent => !self.has_value(),
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Returns the bit of a path.
pub(crate) fn bit(path: u8) -> u32 {
    const { assert!(MAX_PATHS <= 32) };
    1_u32.checked_shl(u32::from(path)).unwrap_or(0)
}

/// The members of a structure that were read already. The last of repeated members counts.
#[derive(Default)]
pub(crate) struct Seen(u32);

impl Seen {
    /// Returns whether the child with this number was read before.
    pub(crate) fn is_again(&mut self, child: usize) -> bool {
        let bit = u8::try_from(child).map_or(0, bit);
        let is_again = self.0 & bit != 0;
        self.0 |= bit;
        is_again
    }
}

/// A value in an item of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct InItem<'b> {
    /// The number of the item, from one.
    pub(crate) item: u16,
    pub(crate) path: u8,
    pub(crate) leaf: Leaf<'b>,
}

/// Everything that was found in a body.
pub(crate) struct Found<'b> {
    /// The values outside of lists, by path.
    leaves: [Leaf<'b>; MAX_PATHS],
    /// The values in the items of lists, item by item.
    pub(crate) items: Few<InItem<'b>, 8>,
    item_count: u16,
    /// The paths of the values in items, a bit each.
    paths_of_items: u32,
    /// The namespace of the root element of XML. Empty if it has none.
    pub(crate) namespace: Cow<'b, str>,
    /// Whether a boolean can be a code.
    pub(crate) booleans: bool,
}

impl<'b> Found<'b> {
    pub(crate) fn new(booleans: bool) -> Self {
        Self {
            leaves: [Leaf::Nothing; MAX_PATHS],
            items: Few::new(),
            item_count: 0,
            paths_of_items: 0,
            namespace: Cow::Borrowed(""),
            booleans,
        }
    }

    /// Sorts the values in items by item. A list within an item parts the values of that item.
    pub(crate) fn sort_items(&mut self) {
        if !self.items.is_sorted_by_key(|one| one.item) {
            self.items.sort_unstable_by_key(|one| (one.item, one.path));
        }
    }

    /// Returns the number of the next item, unless there were too many.
    pub(crate) fn next_item(&mut self) -> Option<u16> {
        self.item_count = self.item_count.saturating_add(1);
        (self.item_count <= MAX_ITEMS).then_some(self.item_count)
    }

    /// Inserts a value. The last one at a path counts, as in other JSON readers.
    #[inline]
    pub(crate) fn insert(&mut self, item: Option<u16>, path: u8, leaf: Leaf<'b>) {
        if let Some(item) = item {
            self.insert_in(item, path, leaf);
        } else if let Some(slot) = self.leaves.get_mut(usize::from(path)) {
            *slot = leaf;
        }
    }

    fn insert_in(&mut self, item: u16, path: u8, leaf: Leaf<'b>) {
        if let Some(slot) = self.slot_mut(item, path) {
            slot.leaf = leaf;
        } else if leaf != Leaf::Nothing {
            self.paths_of_items |= bit(path);
            self.items.push(InItem { item, path, leaf });
        }
    }

    /// Returns the slot of a value that an item has already.
    fn slot_mut(&mut self, item: u16, path: u8) -> Option<&mut InItem<'b>> {
        // The values of an item are at the end, mixed only with those of items within it.
        let of_item = self.items.iter_mut().rev().take_while(|other| other.item >= item);
        of_item.into_iter().find(|other| other.item == item && other.path == path)
    }

    /// Returns the value at a path: outside of lists, or else in an item.
    pub(crate) fn get(&self, item: Option<u16>, path: u8) -> Leaf<'b> {
        match (self.leaves.get(usize::from(path)), item) {
            (Some(Leaf::Nothing), Some(item)) => self.get_in(item, path),
            (leaf, _) => leaf.copied().unwrap_or_default(),
        }
    }

    /// Returns whether the value at a path is one of those that are wanted.
    pub(crate) fn has_any(&self, path: u8, wanted: &[Wanted<'_>]) -> bool {
        let leaf = self.get(None, path);
        wanted.iter().any(|wanted| leaf.is(*wanted))
    }

    fn get_in(&self, item: u16, path: u8) -> Leaf<'b> {
        let mut of_item = self.items.iter().filter(|other| other.item == item);
        of_item.find(|other| other.path == path).map(|found| found.leaf).unwrap_or_default()
    }

    /// Removes the values at a node and below, because the body has that node a second time.
    pub(crate) fn forget_below(&mut self, paths: Paths<'_>, node: &Node<'_>, item: Option<u16>) {
        if let Some(path) = node.path() {
            self.insert(item, path, Leaf::Nothing);
        }
        for child in paths.children(node) {
            if child.is_each() {
                self.forget_items(paths.below(child));
            } else {
                self.forget_below(paths, child, item);
            }
        }
    }

    /// Removes the values of all items at some paths. It returns at once if no item has any, so that
    /// a list that is repeated a million times costs no more than its bytes.
    fn forget_items(&mut self, paths: u32) {
        if self.paths_of_items & paths != 0 {
            for slot in self.items.iter_mut().filter(|slot| paths & bit(slot.path) != 0) {
                slot.leaf = Leaf::Nothing;
            }
            self.paths_of_items &= !paths;
        }
    }
}
