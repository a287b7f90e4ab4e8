//! What was found in a body.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::spec::MOST_PATHS;

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

/// Everything that was found in a body.
pub(super) struct Found<'b> {
    /// By path.
    pub(super) leaves: [Option<Leaf<'b>>; MOST_PATHS],
    /// What was found in the items of lists: the item, the path and the value.
    pub(super) items: Vec<(usize, usize, Leaf<'b>)>,
    item_count: usize,
}

impl<'b> Found<'b> {
    pub(super) fn new() -> Self {
        Self { leaves: [const { None }; MOST_PATHS], items: Vec::new(), item_count: 0 }
    }

    /// The number of another item, unless there were too many.
    pub(super) fn next_item(&mut self) -> Option<usize> {
        self.item_count += 1;
        (self.item_count <= MOST_ITEMS).then_some(self.item_count)
    }

    /// Keeps a value: in an item the first of its path, else the last one, as JSON readers do
    /// with a member that is there twice.
    pub(super) fn keep(&mut self, item: Option<usize>, path: usize, leaf: Leaf<'b>) {
        match item {
            Some(item) => self.items.push((item, path, leaf)),
            None => {
                if let Some(place) = self.leaves.get_mut(path) {
                    *place = Some(leaf);
                }
            }
        }
    }

    pub(super) fn get(&self, path: u8) -> Option<&Leaf<'b>> {
        self.leaves.get(usize::from(path))?.as_ref()
    }
}
