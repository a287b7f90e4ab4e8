//! Problems as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};
use serde_json::{Map, Value as Json};

use super::{Advice, BLANK, Problem};
use crate::error::rt::Value;
use crate::{HttpStatus, InvalidValue, Violation};

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
            guidance: member("guidance").and_then(advice),
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

/// Returns a text, or the digits of a number.
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

/// Returns guidance that has at least one of its parts.
fn advice(json: &Json) -> Option<Advice> {
    let member = |name| json.get(name).and_then(text);
    let advice = Advice { cause: member("cause"), action: member("action") };
    (advice != Advice::default()).then_some(advice)
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

#[allow(clippy::ref_option, reason = "serde passes a field by reference")]
pub(super) fn write_type<S: Serializer>(
    uri: &Option<String>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(uri.as_deref().unwrap_or(BLANK))
}

pub(super) fn write_params<S: Serializer>(
    params: &[(String, Value)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(params.iter().map(|(name, value)| (name, value)))
}
