//! The memory of reading is bounded by the size of the body.
#![cfg(all(feature = "json", feature = "xml", feature = "domains", feature = "wapi"))]

use domain_errors::{CatalogError, Input, decode, domains, wapi};

const BYTES: usize = 1_000_000;

/// Returns the most bytes that are allocated at once while a body is read.
fn most_allocated<E: CatalogError>(body: &str) -> u64 {
    let input = Input::new(body.as_bytes());
    allocation_counter::measure(|| drop(decode::<E>(&input))).bytes_max
}

fn filled(start: &str, piece: &str, end: &str) -> String {
    format!("{start}{}{end}", piece.repeat(BYTES / piece.len()))
}

#[test]
fn reading_allocates_less_than_four_times_the_body() {
    let depth = BYTES / 7;
    for body in [
        filled("{\"response\":{\"code\":3201,\"result\":\"", "x", "\"}}"),
        filled("{\"response\":{\"code\":3201,\"result\":\"", "\\u0041", "\"}}"),
        filled("{\"response\":{\"code\":3201,\"result\":\"", "\\\"", "\"}}"),
        filled("{\"response\":{", "\"code\":3201,", "\"code\":3201}}"),
        filled("{\"message\":[", "\"x\",", "\"x\"]}"),
        filled("{", "\"message\":[\"x\"],", "\"message\":[]}"),
        filled("", "[", ""),
        filled("{\"response\":", "{\"a\":", ""),
        format!("{}{}", "[".repeat(BYTES / 2), "]".repeat(BYTES / 2)),
        filled("<response><code>3201</code><result>", "&amp;", "</result></response>"),
        filled("<response><code>3201</code><result>", "<!---->", "</result></response>"),
        filled("<response><code>", "&#49;", "</code></response>"),
        filled("<response ", "a='' ", "><code>3201</code></response>"),
        filled("<response>", "<code>1</code>", "</response>"),
        filled("<response>", "<a>", ""),
        format!("<response>{}{}</response>", "<a>".repeat(depth), "</a>".repeat(depth)),
        "x".repeat(BYTES),
    ] {
        for most in [most_allocated::<wapi::Error>(&body), most_allocated::<domains::Error>(&body)]
        {
            let times = most / u64::try_from(body.len()).unwrap_or(1);
            assert!(times < 4, "{times} times {}", body.get(..60).unwrap_or_default());
        }
    }
}

#[test]
fn an_error_is_small_even_if_its_body_is_large() {
    let body = filled("{\"message\":[", "\"x\",", "\"x\"]}");
    let input = Input::new(body.as_bytes());
    let mut kept = None;
    let info =
        allocation_counter::measure(|| kept = decode::<domains::Error>(&input).into_result().err());
    assert!(kept.is_some());
    assert!(info.bytes_current < 200_000, "{}", info.bytes_current);
}

#[test]
fn reading_a_documented_body_allocates_nothing() {
    for body in [
        r#"{"response":{"code":3201,"result":"Domain is already registered","svTRID":"1.2.3"}}"#,
        "<response><code>3201</code><result>Domain is already registered</result></response>",
        r#"{"response":{"code":1000,"result":"OK","data":{"a":[{"b":null}]}}}"#,
    ] {
        let input = Input::new(body.as_bytes());
        let info = allocation_counter::measure(|| drop(wapi::decode(input)));
        assert_eq!(info.count_total, 0, "{body}");
    }
}
