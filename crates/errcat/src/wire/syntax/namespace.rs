//! The namespaces of XML (Namespaces in XML 1.0): a name counts with the namespace that its prefix
//! is declared for.

use alloc::borrow::Cow;

use super::tag::{Namespace, Tag};
use super::value::normalized;
use crate::wire::Few;

/// How many declarations can be in force at once. It makes looking up a prefix cheap in every body.
const MAX_DECLARATIONS: usize = 64;

const XML_NAME: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAME: &str = "http://www.w3.org/2000/xmlns/";

/// A declaration by an open element.
struct Declaration<'b> {
    /// Empty for names without a prefix.
    prefix: &'b str,
    name: Cow<'b, str>,
    namespace: Namespace,
    depth: usize,
}

/// The declarations of the open elements.
pub(super) struct Scope<'b> {
    /// The innermost is last.
    declarations: Few<Declaration<'b>, 2>,
    depth: usize,
}

impl<'b> Scope<'b> {
    pub(super) fn new() -> Self {
        Self { declarations: Few::new(), depth: 0 }
    }

    /// Opens an element and returns its namespace; `None` if a prefix is not declared, a declaration
    /// is not allowed, or an attribute is there twice.
    #[inline]
    pub(super) fn open(&mut self, tag: &Tag<'b>) -> Option<Namespace> {
        self.depth += 1;
        if tag.has_prefixes {
            self.declare(tag)?;
            let keys = tag.attributes().map(|(name, _)| self.key(name));
            are_distinct(keys, tag.count)?;
        } else if tag.count > 1 {
            are_distinct(tag.attributes().map(|(name, _)| Some(name)), tag.count)?;
        }
        match tag.prefix() {
            "" if self.declarations.is_empty() => Some(Namespace::NONE),
            // It is meant for attributes, and parsers refuse it elsewhere.
            "xml" => None,
            prefix => self.of_prefix(prefix),
        }
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        while self.declarations.last().is_some_and(|last| last.depth == self.depth) {
            self.declarations.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Returns the name of a namespace. It is empty for names in none.
    pub(super) fn name(&self, namespace: Namespace) -> Cow<'b, str> {
        let mut declared = self.declarations.iter().filter(|one| one.namespace == namespace);
        declared.next().map(|one| one.name.clone()).unwrap_or_default()
    }

    fn declare(&mut self, tag: &Tag<'b>) -> Option<()> {
        for (name, written) in tag.attributes() {
            let prefix = match name.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if name == "xmlns" => "",
                _ => continue,
            };
            let name = normalized(written)?;
            let namespace = self.numbered(&name);
            let is_allowed = match prefix {
                "xml" => namespace == Namespace::XML,
                "xmlns" => false,
                "" => namespace == Namespace::NONE || namespace.is_declarable(),
                _ => namespace.is_declarable(),
            };
            (is_allowed && self.declarations.len() < MAX_DECLARATIONS).then_some(())?;
            self.declarations.push(Declaration { prefix, name, namespace, depth: self.depth });
        }
        Some(())
    }

    /// Returns the namespace with a name.
    fn numbered(&self, name: &str) -> Namespace {
        match name {
            "" => Namespace::NONE,
            XML_NAME => Namespace::XML,
            XMLNS_NAME => Namespace::XMLNS,
            _ => {
                let first = self.declarations.iter().position(|one| one.name == name);
                let first = first.unwrap_or(self.declarations.len());
                Namespace(u8::try_from(first).map_or(u8::MAX, |first| Namespace::FIRST + first))
            }
        }
    }

    /// Returns the namespace that a prefix is declared for.
    fn of_prefix(&self, prefix: &str) -> Option<Namespace> {
        let mut declared = self.declarations.iter().rev().filter(|one| one.prefix == prefix);
        match (prefix, declared.next()) {
            (_, Some(declared)) => Some(declared.namespace),
            ("", None) => Some(Namespace::NONE),
            ("xml", None) => Some(Namespace::XML),
            _ => None,
        }
    }

    /// Returns the namespace and the local name of an attribute. Without a prefix it has none.
    fn key<'n>(&self, name: &'n str) -> Option<(Namespace, &'n str)> {
        match name.split_once(':') {
            None => Some((Namespace::NONE, name)),
            Some(("xmlns", local)) => Some((Namespace::XMLNS, local)),
            Some((prefix, local)) => Some((self.of_prefix(prefix)?, local)),
        }
    }
}

/// Returns `None` if two keys are equal or one is missing.
fn are_distinct<K: Ord>(keys: impl Iterator<Item = Option<K>>, count: u32) -> Option<()> {
    // Few tags have more than four attributes, and for those nothing is allocated.
    let mut all = Few::<K, 4>::with_capacity(usize::try_from(count).ok()?);
    for key in keys {
        all.push(key?);
    }
    all.sort_unstable();
    all.is_sorted_by(|one, next| one < next).then_some(())
}
