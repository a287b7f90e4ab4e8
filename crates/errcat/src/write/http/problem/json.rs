//! Problems as JSON.

use alloc::string::{String, ToString};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::{BLANK, Problem};
use crate::{InvalidValue, ValueRef, Violation};

/// The members that are written first, in this order.
const ORDER: &[&str] = &[
    "type",
    "title",
    "status",
    "detail",
    "language",
    "instance",
    "meaning",
    "catalog",
    "domain",
    "code",
    "case",
    "kind",
    "retry",
    "request_id",
    "params",
    "violations",
    "guidance",
];

impl Problem {
    /// Returns the problem as JSON, to be sent as `application/problem+json`.
    pub fn to_json(&self) -> String {
        // Writing to a string cannot fail, and every key is a text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a problem; fails if the body is not a JSON object.
    pub fn from_json(body: &[u8]) -> Result<Self, InvalidValue> {
        match serde_json::from_slice(body) {
            Ok(Json::Object(members)) => Ok(Self::from_members(members)),
            _ => Err(InvalidValue::new("a JSON object with a problem")),
        }
    }

    fn from_members(mut members: Map<String, Json>) -> Self {
        if members.get("type").is_some_and(|uri| uri == BLANK) {
            members.remove("type");
        }
        // Other services write codes as numbers.
        if let Some(number) = members.get("code").and_then(Json::as_u64) {
            members.insert("code".into(), number.to_string().into());
        }
        Self { members }
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let blank = Json::from(BLANK);
        let first = ORDER.iter().filter_map(|name| match (*name, self.member(name)) {
            ("type", None) => Some((*name, &blank)),
            (name, member) => Some((name, member?)),
        });
        let others = self.members.iter().filter(|(name, _)| !ORDER.contains(&name.as_str()));
        serializer.collect_map(first.chain(others.map(|(name, member)| (name.as_str(), member))))
    }
}

impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer)? {
            Json::Object(members) => Ok(Self::from_members(members)),
            _ => Err(D::Error::custom("a problem is an object")),
        }
    }
}

pub(super) fn value(json: &Json) -> Option<ValueRef<'_>> {
    match json {
        Json::String(text) => Some(ValueRef::Text(text)),
        Json::Number(number) => number.as_i64().map(ValueRef::Integer),
        _ => None,
    }
}

pub(super) fn violation(json: &Json) -> Option<Violation> {
    let member = |name| json.get(name).and_then(Json::as_str);
    let violation = Violation::new(member("description")?);
    let violation = member("field").into_iter().fold(violation, Violation::with_field);
    Some(member("rule").into_iter().fold(violation, Violation::with_rule))
}
