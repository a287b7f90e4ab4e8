//! What was found in a body.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::spec::{MOST_PATHS, Paths};

/// The lists of a body are read up to this length; what is behind is left out.
const MOST_ITEMS: usize = 1000;

/// A value at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leaf<'b> {
    /// Text.
    Text(Cow<'b, str>),
    /// A number or a boolean, as it was written.
    #[cfg_attr(not(feature = "json"), allow(dead_code, reason = "XML has text only"))]
    Plain(&'b str),
    /// Anything else, as it was written.
    Raw(&'b str),
}

impl<'b> Leaf<'b> {
    /// The value of a piece of JSON; nothing for `null`.
    #[cfg(feature = "json")]
    pub(super) fn of_json(raw: &'b str) -> Option<Self> {
        let raw = raw.trim_ascii();
        match raw.as_bytes().first()? {
            b'"' => Some(Self::Text(unquote(raw))),
            b'{' | b'[' => Some(Self::Raw(raw)),
            b'n' => None,
            _ => Some(Self::Plain(raw)),
        }
    }

    /// The value as text, unless it is a structure; nothing where there is nothing to read.
    pub(super) fn text(&self) -> Option<&Cow<'b, str>> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The value as a code: text, or a number as it was written.
    pub(super) fn scalar(&self) -> Option<Cow<'b, str>> {
        match self {
            Self::Text(_) => self.text().cloned(),
            Self::Plain(plain) if !matches!(*plain, "true" | "false") => Some(Cow::Borrowed(plain)),
            Self::Plain(_) | Self::Raw(_) => None,
        }
    }

    /// The value as it stands in the body, where it is in one piece there.
    pub(super) fn written(&self) -> Option<&'b str> {
        match self {
            Self::Plain(text) | Self::Raw(text) | Self::Text(Cow::Borrowed(text)) => Some(text),
            Self::Text(Cow::Owned(_)) => None,
        }
    }

    /// The value as it was written, but for the quotes of a text.
    pub(super) fn as_written(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Plain(plain) | Self::Raw(plain) => plain,
        }
    }
}

/// The text between quotes; what it escapes is written out.
#[cfg(feature = "json")]
fn unquote(raw: &str) -> Cow<'_, str> {
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(raw);
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    match serde_json::from_str::<alloc::string::String>(raw) {
        Ok(text) => Cow::Owned(text),
        // Half a surrogate pair, for example: kept as it was written.
        Err(_) => Cow::Borrowed(inside),
    }
}

/// The bit of a path.
pub(super) fn bit(path: usize) -> u32 {
    const { assert!(MOST_PATHS <= 32) };
    u32::try_from(path).ok().and_then(|path| 1_u32.checked_shl(path)).unwrap_or(0)
}

/// Which members of a structure were there already, so that of several the last one counts.
#[derive(Default)]
pub(super) struct Seen(u32);

impl Seen {
    /// Whether a child of a node was there before.
    pub(super) fn is_again(&mut self, paths: Paths<'_>, node: u16, child: u16) -> bool {
        let place = bit(usize::from(child.saturating_sub(paths.children(node).start)));
        let is_again = self.0 & place != 0;
        self.0 |= place;
        is_again
    }
}

/// Everything that was found in a body.
pub(super) struct Found<'b> {
    /// By path.
    pub(super) leaves: [Option<Leaf<'b>>; MOST_PATHS],
    /// What was found in the items of lists: the item, the path and the value.
    pub(super) items: Vec<(usize, usize, Leaf<'b>)>,
    item_count: usize,
    /// The paths that items have, a bit each.
    paths_of_items: u32,
}

impl<'b> Found<'b> {
    pub(super) fn new() -> Self {
        Self {
            leaves: [const { None }; MOST_PATHS],
            items: Vec::new(),
            item_count: 0,
            paths_of_items: 0,
        }
    }

    /// The number of another item, unless there were too many.
    pub(super) fn next_item(&mut self) -> Option<usize> {
        self.item_count += 1;
        (self.item_count <= MOST_ITEMS).then_some(self.item_count)
    }

    /// Keeps a value: of several at one path the last, as JSON readers do.
    pub(super) fn keep(&mut self, item: Option<usize>, path: usize, leaf: Leaf<'b>) {
        self.forget(item, path);
        match item {
            Some(item) => {
                self.paths_of_items |= bit(path);
                self.items.push((item, path, leaf));
            }
            None => {
                if let Some(place) = self.leaves.get_mut(path) {
                    *place = Some(leaf);
                }
            }
        }
    }

    /// Drops what was kept at a path.
    pub(super) fn forget(&mut self, item: Option<usize>, path: usize) {
        let Some(item) = item else {
            if let Some(place) = self.leaves.get_mut(path) {
                *place = None;
            }
            return;
        };
        // An item is read in one go, so what was kept of it is at the end.
        let of_item = self.items.iter().rev().take_while(|(other, ..)| *other == item);
        let back = of_item.into_iter().position(|(_, other, _)| *other == path);
        if let Some(index) = back.and_then(|back| self.items.len().checked_sub(back + 1)) {
            self.items.remove(index);
        }
    }

    /// What stands at a path: in the whole body, or else in an item.
    pub(super) fn get(&self, item: Option<usize>, path: u8) -> Option<&Leaf<'b>> {
        let path = usize::from(path);
        let in_item = || {
            let item = item?;
            let mut items = self.items.iter().rev();
            items.find(|(other, at, _)| *other == item && *at == path).map(|(.., leaf)| leaf)
        };
        self.leaves.get(path)?.as_ref().or_else(in_item)
    }

    /// Drops everything that was kept at a place and below: it is there a second time.
    pub(super) fn forget_below(&mut self, paths: Paths<'_>, node: u16, item: Option<usize>) {
        if let Some(path) = paths.path(node) {
            self.forget(item, path);
        }
        for child in paths.children(node) {
            if paths.is_each(child) {
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
            self.items.retain(|(_, path, _)| paths & bit(*path) == 0);
            self.paths_of_items &= !paths;
        }
    }
}
