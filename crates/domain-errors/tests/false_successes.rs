//! Bodies that are almost a success are failures.
#![cfg(all(feature = "json", feature = "xml", feature = "wapi"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{HttpStatus, Input, Outcome, wapi};

const JSON: &[&str] = &[
    r#"{"response":{"code":1000.0}}"#,
    r#"{"response":{"code":1e3}}"#,
    r#"{"response":{"code":+1000}}"#,
    r#"{"response":{"code":01000}}"#,
    r#"{"response":{"code":0x3e8}}"#,
    r#"{"response":{"code":-1000}}"#,
    r#"{"response":{"code":4294968296}}"#,
    r#"{"response":{"code":18446744073709552616}}"#,
    r#"{"response":{"code":"01000"}}"#,
    r#"{"response":{"code":" 1000 "}}"#,
    r#"{"response":{"code":"1000\u0000"}}"#,
    r#"{"response":{"code":"+1000"}}"#,
    r#"{"response":{"code":{"code":1000}}}"#,
    r#"{"response":{"code":[1000]}}"#,
    r#"{"response":[{"code":1000}]}"#,
    r#"{"response":{"*":{"code":1000}}}"#,
    r#"[{"response":{"code":1000}}]"#,
    r#"{"Response":{"code":1000}}"#,
    r#"{"response":{"Code":1000}}"#,
    r#"{"response":{"result":{"code":1000}}}"#,
    r#"{"response":{"data":{"code":1000}}}"#,
    r#"{"response":{"code":1000,"code":3201}}"#,
    r#"{"response":{"code":1000},"notify":null,"response":{"code":3201}}"#,
    r#"{"response":{"code":1000}"#,
    r#"{"response":{"code":1000}}}"#,
    r#"{"response":{"code":1000}}{}"#,
    r#"{"response":{"code":1000},}"#,
    r#"{"response":{"code":1000,}}"#,
    "{'response':{'code':1000}}",
    "{response:{code:1000}}",
    r#"{"response":{"code":1000/**/}}"#,
    "{\"response\":{\"code\":1000,\"result\":\"a\nb\"}}",
    "{\"response\":{\"code\":1000}}\u{a0}",
    "{\"response\":{\"code\":1000}}\0",
    "\u{feff} x{\"response\":{\"code\":1000}}",
    r#"{"response":{"code":1000,"result":"\x41"}}"#,
    r#"{"response":{"code":1000,"result":"\u00g0"}}"#,
    r#"{"response":{"code":1000,"n":1.}}"#,
    r#"{"response":{"code":1000,"n":.5}}"#,
    r#"{"response":{"code":1000,"n":NaN}}"#,
    r#"{"response":{"code":1000,"n":True}}"#,
    r#"{"response":{"code":1000,"data":[1}}}"#,
    r#"{"response":{"code":1000,"data":{"a"}}}"#,
    r#"{"response":{"code":1000,"data":{1:2}}}"#,
    // A code that cannot be read is no reason to look for another one.
    r#"{"response":{"code":null},"notify":{"code":1000}}"#,
    r#"{"notify":{"code":1000},"response":{"code":null}}"#,
    r#"{"response":{"code":{}},"notify":{"code":1000}}"#,
    r#"{"response":{"code":[1000]},"notify":{"code":1000}}"#,
    r#"{"response":{"code":true},"notify":{"code":1000}}"#,
    r#"{"response":{"code":""},"notify":{"code":1000}}"#,
    r#"{"response":{"code":3201,"code":null},"notify":{"code":1000}}"#,
    // Characters that are white space elsewhere.
    "\u{a0}{\"response\":{\"code\":1000}}",
    "\u{feff}\u{feff}{\"response\":{\"code\":1000}}",
    "{\"response\":{\"code\":1000\u{85}}}",
    "{\"response\":{\"code\":\"1000\u{a0}\"}}",
    "{\"response\":{\"code\":\"\u{3000}1000\"}}",
];

const XML: &[&str] = &[
    "<response><code>1000</code></response><response/>",
    "<response><code>1000</code></response>x",
    "x<response><code>1000</code></response>",
    "<response><code>1000</code></response>&amp;",
    "<response><code>1000</code></response><![CDATA[]]>",
    "<response><code>1000</code></notify>",
    "<response><code>1000</response></code>",
    "<response><code>1000</codes></response>",
    "<response><code>1000</code>",
    "<response><code>1000</code></response",
    "<response><code>1000</code></response><!--",
    "<response><code>1000</code></response><?x",
    "<response><code>1000</code><code>3201</code></response>",
    "<response><code>1000</code><code/></response>",
    "<response><code>1000<b/></code></response>",
    "<response><code><b>1000</b></code></response>",
    "<response><code>10<!-- 3201 --></code></response>",
    "<response><!--<code>1000</code>--></response>",
    "<response><![CDATA[<code>1000</code>]]></response>",
    "<response><code><![CDATA[1000]]> 3201</code></response>",
    "<response><code>1&#48;0</code></response>",
    "<response><code>&ok;</code></response>",
    "<!DOCTYPE r [<!ENTITY ok '1000'>]><response><code>&ok;</code></response>",
    "<response><code>1000 &</code></response>",
    "<response><code>1000</code>& b</response>",
    "<response><code>1000</code>&#x;</response>",
    "<response><code>1000</code>&#0;</response>",
    "<response><code>1000</code>&#x110000;</response>",
    "<response><code>1000</code>\u{1}</response>",
    "<response><code>1000</code>]]></response>",
    "<response a='1' a='1'><code>1000</code></response>",
    "<response><code>1000.0</code></response>",
    "<response><code>01000</code></response>",
    "<response><code>-1000</code></response>",
    "<response><code>10 00</code></response>",
    "<response code='1000'/>",
    "<?><response><code>1000</code></response>",
    "<? x?><response><code>1000</code></response>",
    "<?x\"?><response><code>1000</code></response>",
    "<!DOCTYPE response><response><code>1000</code></response>",
    "<!DOCTYPE><response><code>1000</code></response>",
    "<!DOCTYPE r [<!E><response><code>1000</code></response>",
    "<!DOCTYPE r [<!ENTITY a [>]><response><code>1000</code></response>",
    "<response><x><code>1000</code></x></response>",
    "<x><response><code>1000</code></response></x>",
    "<Response><code>1000</code></Response>",
    "<response><x:code>1000</x:code></response>",
    "<x:response><y:code>1000</y:code></x:response>",
    "<x:response><code>1000</code></x:response>",
    "<response a=1><code>1000</code></response>",
    "<response a><code>1000</code></response>",
    "<response a='<'><code>1000</code></response>",
    "<response a='1'b='2'><code>1000</code></response>",
    "< response><code>1000</code></response>",
    "<1response><code>1000</code></1response>",
    "<response><code>1000</code><b></c></response>",
    "<response><code>1000</code></b></response>",
    "<response><code>1000</code><!DOCTYPE x></response>",
    "<response>{\"code\":1000}</response>",
    // Characters.
    "<response><code>1000</code>&#x3333333;</response>",
    "<response><code>1000</code>&#1114112;</response>",
    "<response><code>1000</code>&#1;</response>",
    "<response><code>1000</code>&#xB;</response>",
    "<response><code>1000</code>&#xFFFF;</response>",
    "<response><code>1000</code>&#xDFFF;</response>",
    "<response><code>1000</code>\u{b}</response>",
    "<response><code>1000</code>\u{ffff}</response>",
    "<response a='&#2;'><code>1000</code></response>",
    "<response a='\u{2}'><code>1000</code></response>",
    "<!--\u{2}--><response><code>1000</code></response>",
    "<response><code>1000</code></response><?a \u{2}?>",
    "<response><code>\u{a0}1000</code></response>",
    "<response><code>1000\u{3000}</code></response>",
    "<response><code>1000&#xA0;</code></response>",
    "\u{a0}<response><code>1000</code></response>",
    "<response><code>1000</code></response>\u{85}",
    "\u{feff}\u{feff}<response><code>1000</code></response>",
    // Namespaces.
    "<response><code>1000</code><x:a/></response>",
    "<response><code>1000</code><a x:b=''/></response>",
    "<response x:a=''><code>1000</code></response>",
    "<response xmlns:x='u' xmlns:y='u' x:a='' y:a=''><code>1000</code></response>",
    "<response xmlns='u' xmlns='u'><code>1000</code></response>",
    "<response xmlns:x=''><code>1000</code></response>",
    "<response xmlns:xmlns='u'><code>1000</code></response>",
    "<response xmlns:xml='u'><code>1000</code></response>",
    "<response xmlns='u'><code xmlns='v'>1000</code></response>",
    "<response xmlns='u'><code xmlns=''>1000</code></response>",
    "<response><code xmlns='v'>1000</code></response>",
    "<response xmlns:x='u'><x:code>1000</x:code></response>",
    "<x:response xmlns:x='u'><code>1000</code></x:response>",
    "<x:response xmlns:x='u' xmlns:y='v'><y:code>1000</y:code></x:response>",
    "<x:response xmlns:x='u'><a xmlns:x='v'><x:code>1000</x:code></a></x:response>",
    "<response><code>1000<a xmlns='u'/></code></response>",
    // Comments, instructions and declarations.
    "<!-- a -- b --><response><code>1000</code></response>",
    "<response><code>1000</code></response><!-- a --->",
    "<?a:b?><response><code>1000</code></response>",
    " <?xml version='1.0'?><response><code>1000</code></response>",
    "<?xml?><response><code>1000</code></response>",
    "<?xml version='2.0'?><response><code>1000</code></response>",
    "<?xml version='1.0' a='b'?><response><code>1000</code></response>",
    "<?xml encoding='UTF-8' version='1.0'?><response><code>1000</code></response>",
    "<?xml version='1.0' encoding='UTF-8' encoding='UTF-8'?><response><code>1000</code></response>",
    "<?xml version='1.0'encoding='UTF-8'?><response><code>1000</code></response>",
    "<?xml version='1.0' encoding=''?><response><code>1000</code></response>",
    "<?xml version='1.0' standalone='1'?><response><code>1000</code></response>",
    "<response><code>1000</code></response><?xml version='1.0'?>",
    "<response><code>1000</code></response><?XML a?>",
];

#[test]
fn a_body_that_is_almost_a_success_is_a_failure() {
    for body in JSON.iter().chain(XML) {
        for status in [None, Some(200), Some(500)] {
            let input = Input::new(body.as_bytes());
            let status = status.and_then(HttpStatus::new);
            let input = status.map_or(input, |status| input.with_status(status));
            assert_eq!(wapi::decode(input).outcome(), Outcome::Failure, "{body}");
        }
    }
    let wide = r#"{"response":{"code":1000}}"#.encode_utf16();
    let (low, high): (Vec<_>, Vec<_>) =
        wide.map(|unit| (unit.to_le_bytes(), unit.to_be_bytes())).unzip();
    for body in [low.concat(), high.concat()] {
        assert_eq!(wapi::decode(Input::new(&body)).outcome(), Outcome::Failure);
    }
}

#[test]
fn an_error_status_outweighs_a_code_of_success() {
    for body in [r#"{"response":{"code":1000}}"#, "<response><code>1000</code></response>"] {
        for status in 100..=599_u16 {
            let input = Input::new(body.as_bytes()).with_status(HttpStatus::new(status).unwrap());
            let is_failure = wapi::decode(input).outcome().is_failure();
            assert_eq!(is_failure, status >= 400, "{status}");
        }
    }
}
