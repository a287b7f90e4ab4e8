//! The bodies that are read.

const COUNT: usize = 64;

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

/// The other forms of body of the three providers.
pub(crate) const WIX_OTHERS: [&str; 2] = [VIOLATION, r#"{"message":"Something went wrong"}"#];
pub(crate) const WAPI_OTHERS: [&str; 1] =
    [r#"{"response":{"code":"3201","result":"","timestamp":"1","svTRID":"1.2","command":""}}"#];
pub(crate) const DOMAINS_OTHERS: [&str; 2] = [
    r#"{"statusCode":400,"message":["name must be a text"],"error":"Bad Request"}"#,
    r#"{"statusCode":404,"message":"Cannot GET /x","error":"Not Found"}"#,
];

pub(crate) const VIOLATION: &str = r#"{"message":"INVALID_ARGUMENT","details":{"validationError":{"fieldViolations":[{"field":"domain","description":"must not be empty","violatedRule":"REQUIRED_FIELD"}]}}}"#;

/// A body of any length.
pub(crate) struct Long {
    start: &'static str,
    piece: &'static str,
    end: &'static str,
}

impl Long {
    pub(crate) fn body(&self, bytes: usize) -> String {
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
