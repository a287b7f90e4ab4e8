//! Mappings whose keys are words that are known here.

use std::marker::PhantomData;

use super::{FromNode, Keyed, Reader};
use crate::author::yaml::Node;
use crate::findings::suggest;
use crate::{Finding, Law};

/// The words that can be keys of a mapping.
pub(crate) trait KnownKeys {
    /// The place of the slots, for messages.
    const WHERE: &'static str;
    /// The next step for an author of another key, in the imperative.
    const HELP: &'static str;

    fn names() -> Vec<&'static str>;
}

/// A mapping with keys that are known, in written order.
#[derive(Debug, Default)]
pub(crate) struct Closed<K, T> {
    pub(crate) entries: Keyed<T>,
    keys: PhantomData<K>,
}

impl<'src, K: KnownKeys, T: FromNode<'src>> FromNode<'src> for Closed<K, T> {
    fn from_node(node: Node<'src>, reader: &mut Reader<'src>) -> Option<Self> {
        let mut entries = Keyed::<T>::from_node(node, reader)?;
        let names = K::names();
        entries.0.retain(|(key, _)| {
            let is_known = names.contains(&key.value.as_str());
            if !is_known {
                let help = match suggest::nearest(key, names.iter().copied()) {
                    Some(near) => format!("write `{near}`, or {}", K::HELP),
                    None => format!("{}; keys here: {}", K::HELP, names.join(", ")),
                };
                let message = format!("there is no slot `{}` {}", key.value, K::WHERE);
                let finding = Finding::new(Law::UnknownKey, key.place, message, help);
                reader.report(finding.did_you_mean(key, names.iter().copied()));
            }
            is_known
        });
        Some(Self { entries, keys: PhantomData })
    }
}
