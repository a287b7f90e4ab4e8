//! The bodies that are read, and what a person would read them into.

use serde::Deserialize;
use serde_json::value::RawValue;

const COUNT: usize = 64;

#[derive(Deserialize)]
pub(crate) struct Wix<'b> {
    message: &'b str,
    #[serde(borrow)]
    details: Details<'b>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Details<'b> {
    #[serde(borrow)]
    application_error: ApplicationError<'b>,
}

#[derive(Deserialize)]
struct ApplicationError<'b> {
    code: &'b str,
    description: &'b str,
    #[serde(borrow)]
    data: Option<&'b RawValue>,
}

#[derive(Deserialize)]
pub(crate) struct Wapi<'b> {
    #[serde(borrow)]
    response: Answer<'b>,
}

#[derive(Deserialize)]
struct Answer<'b> {
    code: u32,
    result: &'b str,
    // A number, or a text of digits, or any other text.
    #[serde(borrow)]
    timestamp: &'b RawValue,
    #[serde(rename = "clTRID")]
    client_id: Option<&'b str>,
    #[serde(rename = "svTRID")]
    id: &'b str,
    command: &'b str,
    #[serde(borrow)]
    data: Option<&'b RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Domains<'b> {
    status_code: u16,
    timestamp: &'b str,
    path: &'b str,
    method: &'b str,
    message: &'b str,
    error_code: &'b str,
}

impl Wix<'_> {
    pub(crate) fn length(&self) -> usize {
        let error = &self.details.application_error;
        self.message.len() + error.code.len() + error.description.len() + length(error.data)
    }
}

impl Wapi<'_> {
    pub(crate) fn length(&self) -> usize {
        let Answer { code, result, timestamp, client_id, id, command, data } = &self.response;
        let texts = result.len() + client_id.map_or(0, str::len) + id.len() + command.len();
        *code as usize + texts + timestamp.get().len() + length(*data)
    }
}

impl Domains<'_> {
    pub(crate) fn length(&self) -> usize {
        let texts = self.path.len() + self.method.len() + self.message.len() + self.timestamp.len();
        texts + self.error_code.len() + usize::from(self.status_code)
    }
}

fn length(data: Option<&RawValue>) -> usize {
    data.map_or(0, |data| data.get().len())
}

fn each(body: impl Fn(usize) -> String) -> Vec<String> {
    (0..COUNT).map(body).collect()
}

pub(crate) fn wix() -> Vec<String> {
    each(|index| {
        format!(
            r#"{{"message":"Domain `shop-{index}.cz` is Wix restricted.","details":{{"applicationError":{{"code":"Invalid domain","description":"Domain `shop-{index}.cz` is Wix restricted.","data":{{"domain":"shop-{index}.cz"}}}}}}}}"#
        )
    })
}

const CODES: [u32; 8] = [3201, 2001, 2051, 3204, 4000, 2201, 5001, 3210];

pub(crate) fn wapi() -> Vec<String> {
    each(|index| {
        let code = CODES[index % CODES.len()];
        format!(
            r#"{{"response":{{"code":{code},"result":"Domain is already registered","timestamp":12869579{index:02},"svTRID":"1286957992.{index}.1","command":"domain-create"}}}}"#
        )
    })
}

pub(crate) fn wapi_xml() -> Vec<String> {
    each(|index| {
        let code = CODES[index % CODES.len()];
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response>\n  <code>{code}</code>\n  \
             <result>Domain is already registered</result>\n  <timestamp>12869579{index:02}\
             </timestamp>\n  <svTRID>1286957992.{index}.1</svTRID>\n  \
             <command>domain-create</command>\n</response>\n"
        )
    })
}

pub(crate) fn domains() -> Vec<String> {
    each(|index| {
        let code = index % 23 + 1;
        format!(
            r#"{{"statusCode":404,"timestamp":"2026-01-02T03:04:05.678Z","path":"/domains/{index}","method":"GET","message":"Domain not found","errorCode":"DOMAIN_{code:03}"}}"#
        )
    })
}

pub(crate) const VIOLATION: &str = r#"{"message":"INVALID_ARGUMENT","details":{"validationError":{"fieldViolations":[{"field":"domain","description":"must not be empty","violatedRule":"REQUIRED_FIELD"}]}}}"#;

/// A body that is as long as one likes.
pub(crate) struct Long {
    start: &'static str,
    piece: &'static str,
    end: &'static str,
}

impl Long {
    pub(crate) fn of(&self, bytes: usize) -> String {
        format!("{}{}{}", self.start, self.piece.repeat(bytes / self.piece.len()), self.end)
    }
}

const fn long(start: &'static str, piece: &'static str, end: &'static str) -> Long {
    Long { start, piece, end }
}

pub(crate) const LONG: &[(&str, Long)] = &[
    ("a long text", long("{\"response\":{\"code\":3201,\"result\":\"", "x", "\"}}")),
    ("escapes", long("{\"response\":{\"code\":3201,\"result\":\"", "\\u0041", "\"}}")),
    ("a member again and again", long("{\"response\":{", "\"code\":1,", "\"code\":3201}}")),
    ("an object again and again", long("{", "\"response\":{\"code\":1},", "\"response\":{}}")),
    ("a list again and again", long("{", "\"message\":[\"x\"],", "\"message\":[]}")),
    ("deep nesting", long("", "[", "")),
    ("entities", long("<response><code>3201</code><result>", "&amp;", "</result></response>")),
    ("attributes", long("<response ", "a='' ", "><code>3201</code></response>")),
    ("elements", long("<response>", "<code>1</code>", "</response>")),
    ("deep elements", long("<response>", "<a>", "")),
];
