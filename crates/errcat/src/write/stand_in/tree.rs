//! A body before it is text.

use alloc::string::String;
use alloc::vec::Vec;

/// A value and all that is in it.
pub(super) enum Tree {
    Text(String),
    Number(String),
    Members(Vec<(&'static str, Tree)>),
    Items(Vec<Tree>),
}

impl Default for Tree {
    fn default() -> Self {
        Self::Members(Vec::new())
    }
}

impl Tree {
    /// Puts a value at the end of a path, unless the path leads through a list.
    pub(super) fn put(&mut self, names: &[&'static str], value: Self) {
        let Some((name, rest)) = names.split_first() else {
            *self = value;
            return;
        };
        if *name != "*"
            && let Some(member) = self.member(name)
        {
            member.put(rest, value);
        }
    }

    /// Puts a value into an item of the list that a path leads through.
    pub(super) fn put_in_item(&mut self, names: &[&'static str], item: usize, value: Self) {
        match names.split_first() {
            Some((&"*", rest)) => {
                if let Some(item) = self.item(item) {
                    item.put(rest, value);
                }
            }
            Some((name, rest)) => {
                if let Some(member) = self.member(name) {
                    member.put_in_item(rest, item, value);
                }
            }
            None => {}
        }
    }

    /// The member with a name, which is made if there is none.
    fn member(&mut self, name: &'static str) -> Option<&mut Self> {
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
