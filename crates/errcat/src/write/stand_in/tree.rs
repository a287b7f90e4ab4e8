//! A body before it is text.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

/// The name of the text of an element that has attributes.
pub(super) const TEXT: &str = "";

/// A value and everything in it.
pub(super) enum Tree<'n> {
    Text(String),
    Number(u32),
    /// A number or a boolean, as it is written.
    Plain(&'n str),
    Members(Vec<(&'n str, Tree<'n>)>),
    Items(Vec<Tree<'n>>),
}

impl Default for Tree<'_> {
    fn default() -> Self {
        Self::Members(Vec::new())
    }
}

impl<'n> Tree<'n> {
    /// Inserts a value at the end of a path: into an item of the innermost list on the path, and
    /// into the first item of each list around it.
    pub(super) fn insert(&mut self, names: &[&'n str], item: usize, value: Self) {
        let Some((name, rest)) = names.split_first() else {
            match self {
                // The text of an element that has attributes.
                Self::Members(members) if !members.is_empty() => members.push((TEXT, value)),
                _ => *self = value,
            }
            return;
        };
        if name.starts_with('@') && self.is_text() {
            let text = mem::take(self);
            *self = Self::Members([(TEXT, text)].into());
        }
        let inside = match *name {
            "*" => self.item(if rest.contains(&"*") { 0 } else { item }),
            name => self.member(name),
        };
        if let Some(inside) = inside {
            inside.insert(rest, item, value);
        }
    }

    /// Returns whether there is a value at the end of a path, or in the first item of each list on it.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        let Some((name, rest)) = names.split_first() else { return true };
        let inside = match self {
            Self::Members(members) => {
                members.iter().find(|(other, _)| other == name).map(|(_, member)| member)
            }
            Self::Items(items) if *name == "*" => items.first(),
            _ => None,
        };
        inside.is_some_and(|inside| inside.has(rest))
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Number(_) | Self::Plain(_))
    }

    /// Returns the member with a name, and adds it if there is none.
    fn member(&mut self, name: &'n str) -> Option<&mut Self> {
        let Self::Members(members) = self else { return None };
        let place = members.iter().position(|(other, _)| *other == name);
        let place = place.unwrap_or_else(|| {
            members.push((name, Self::default()));
            members.len() - 1
        });
        members.get_mut(place).map(|(_, member)| member)
    }

    /// Returns the item with a number, and adds items up to it.
    fn item(&mut self, number: usize) -> Option<&mut Self> {
        if matches!(self, Self::Members(members) if members.is_empty()) {
            *self = Self::Items(Vec::new());
        }
        let Self::Items(items) = self else { return None };
        while items.len() <= number {
            items.push(Self::default());
        }
        items.get_mut(number)
    }
}
