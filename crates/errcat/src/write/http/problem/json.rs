//! Problems as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use serde_core::de::Error as _;
use serde_core::ser::{SerializeMap, SerializeSeq};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::{BLANK, Problem};
use crate::error::rt::Value;
use crate::{HttpStatus, InvalidValue, ValueRef, Violation};

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
        let guidance = members.remove("guidance");
        let advice = |name| guidance.as_ref().and_then(|guidance| text(guidance.get(name)?));
        let params = match members.remove("params") {
            Some(Json::Object(params)) => {
                params.into_iter().filter_map(|(name, json)| Some((name, value(json)?))).collect()
            }
            _ => Vec::new(),
        };
        let violations = match members.remove("violations") {
            Some(Json::Array(list)) => list.iter().filter_map(violation).collect(),
            _ => Vec::new(),
        };
        let member = |name: &str| members.get(name);
        Self {
            type_uri: member("type").and_then(text).filter(|uri| uri != BLANK),
            title: member("title").and_then(text),
            status: member("status").and_then(status),
            detail: member("detail").and_then(text),
            instance: member("instance").and_then(text),
            catalog: member("catalog").and_then(text),
            domain: member("domain").and_then(text),
            code: member("code").and_then(code),
            case: member("case").and_then(text),
            kind: member("kind").and_then(word),
            retry: member("retry").and_then(word),
            params,
            violations,
            cause: advice("cause"),
            action: advice("action"),
            provider_status: member("provider_status").and_then(status),
        }
    }
}

fn text(json: &Json) -> Option<String> {
    json.as_str().map(str::to_string)
}

fn word<T: FromStr>(json: &Json) -> Option<T> {
    json.as_str()?.parse().ok()
}

fn status(json: &Json) -> Option<HttpStatus> {
    HttpStatus::new(json.as_u64()?.try_into().ok()?)
}

/// A text, or the digits of a number.
fn code(json: &Json) -> Option<String> {
    text(json).or_else(|| json.as_u64().map(|number| number.to_string()))
}

fn value(json: Json) -> Option<Value> {
    match json {
        Json::String(text) => Some(Value::Text(text.into())),
        Json::Number(number) => number.as_i64().map(Value::Integer),
        _ => None,
    }
}

fn violation(json: &Json) -> Option<Violation> {
    let member = |name| json.get(name).and_then(Json::as_str);
    let violation = Violation::new(member("description")?);
    let violation = member("field").into_iter().fold(violation, Violation::with_field);
    Some(member("rule").into_iter().fold(violation, Violation::with_rule))
}

impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer)? {
            Json::Object(members) => Ok(Self::from_members(members)),
            _ => Err(D::Error::custom("a problem is an object")),
        }
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", self.type_uri())?;
        member(&mut map, "title", self.title())?;
        member(&mut map, "status", self.status.map(HttpStatus::get))?;
        member(&mut map, "detail", self.detail())?;
        member(&mut map, "instance", self.instance())?;
        member(&mut map, "catalog", self.catalog())?;
        member(&mut map, "domain", self.domain())?;
        member(&mut map, "code", self.code())?;
        member(&mut map, "case", self.case())?;
        member(&mut map, "kind", self.kind.map(crate::ErrorKind::as_str))?;
        member(&mut map, "retry", self.retry.map(|retry| retry.to_string()))?;
        member(&mut map, "params", filled(&self.params).map(Params))?;
        member(&mut map, "violations", filled(&self.violations).map(Violations))?;
        let has_guidance = self.cause.is_some() || self.action.is_some();
        member(&mut map, "guidance", has_guidance.then_some(Guidance(self)))?;
        member(&mut map, "provider_status", self.provider_status.map(HttpStatus::get))?;
        map.end()
    }
}

/// Writes a member that is there.
fn member<M: SerializeMap>(
    map: &mut M,
    name: &'static str,
    value: Option<impl Serialize>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, &value),
        None => Ok(()),
    }
}

fn filled<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

struct Params<'a>(&'a [(String, Value)]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            match value.as_ref() {
                ValueRef::Text(text) => map.serialize_entry(name, text)?,
                ValueRef::Integer(number) => map.serialize_entry(name, &number)?,
            }
        }
        map.end()
    }
}

struct Violations<'a>(&'a [Violation]);

impl Serialize for Violations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for violation in self.0 {
            list.serialize_element(&Members(violation))?;
        }
        list.end()
    }
}

struct Members<'a>(&'a Violation);

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        member(&mut map, "field", self.0.field())?;
        member(&mut map, "rule", self.0.rule())?;
        map.serialize_entry("description", self.0.description())?;
        map.end()
    }
}

struct Guidance<'a>(&'a Problem);

impl Serialize for Guidance<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        member(&mut map, "cause", self.0.cause())?;
        member(&mut map, "action", self.0.action())?;
        map.end()
    }
}
