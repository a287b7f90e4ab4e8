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
#[derive(Debug)]
pub(crate) struct Closed<K, T> {
    pub(crate) entries: Keyed<T>,
    keys: PhantomData<K>,
}

impl<K, T> Default for Closed<K, T> {
    fn default() -> Self {
        Self { entries: Keyed::default(), keys: PhantomData }
    }
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

#[cfg(feature = "tools")]
impl<K: KnownKeys, T: schemars::JsonSchema> schemars::JsonSchema for Closed<K, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Closed".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let value = generator.subschema_for::<T>().to_value();
        let member = |name: &str| (name.to_owned(), value.clone());
        let members: serde_json::Map<_, _> = K::names().into_iter().map(member).collect();
        schemars::json_schema!({
            "type": "object",
            "properties": members,
            "additionalProperties": false,
        })
    }
}
