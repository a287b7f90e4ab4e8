//! A body before it is text.

use alloc::string::String;
use alloc::vec::Vec;

/// A value and all that is in it.
pub(super) enum Tree<'n> {
    Text(String),
    Number(String),
    Members(Vec<(&'n str, Tree<'n>)>),
    Items(Vec<Tree<'n>>),
}

impl Default for Tree<'_> {
    fn default() -> Self {
        Self::Members(Vec::new())
    }
}

impl<'n> Tree<'n> {
    /// Puts a value at the end of a path, into an item of the last list that it leads through; of
    /// the lists around that one, into the first.
    pub(super) fn put(&mut self, names: &[&'n str], item: usize, value: Self) {
        let Some((name, rest)) = names.split_first() else {
            *self = value;
            return;
        };
        let inside = match *name {
            "*" => self.item(if rest.contains(&"*") { 0 } else { item }),
            name => self.member(name),
        };
        if let Some(inside) = inside {
            inside.put(rest, item, value);
        }
    }

    /// The member with a name, which is made if there is none.
    fn member(&mut self, name: &'n str) -> Option<&mut Self> {
        let Self::Members(members) = self else { return None };
        let place = members.iter().position(|(other, _)| *other == name);
        let place = place.unwrap_or_else(|| {
            members.push((name, Self::default()));
            members.len() - 1
        });
        members.get_mut(place).map(|(_, member)| member)
    }

    /// The item with a number, which is made if the list ends before it.
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
