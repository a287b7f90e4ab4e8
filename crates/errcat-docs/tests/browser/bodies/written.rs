//! Bodies written for these tests.

use errcat_model::Catalog;

use super::Response;

/// Returns bodies that use every feature of envelopes.
pub(crate) fn elaborate() -> Vec<Response> {
    let several = |rest: &str| {
        format!(
            "{{\"success\":false,\"version\":2.0,\"id\":\"a\",\"meta/id\":\"b\",\"wait\":\"9\",{rest}}}"
        )
    };
    let held = r#""><img src=x onerror=window.hacked=1>"#.replace('"', "\\\"");
    let reply =
        |rest: &str| format!("<reply ok=\"no\" x='1' message=\"a&amp;&#66;\n\">{rest}</reply>");
    let bodies = [
        several(r#""errors":[{"text":"no code"},{"error":{"code":"X"},"id":7,"wait":5,"trace":1}]"#),
        several(&format!(r#""errors":[{{"code":"{held}","text":"Held by a of +012 at `c`","data":[1]}}]"#)),
        several(&format!(r#""errors":[{{"code":"{held}","text":"other","texts":{{"first":"Held: `o`"}}}}]"#)),
        several(&format!(r#""errors":[{{"code":"{held}","text":"Held by a of b of c at d"}}]"#)),
        several(&format!(r#""errors":[{{"code":"{held}","text":"Held until <date>","wait":" 99 "}}]"#)),
        several(&format!(r#""operation":"x","errors":[{{"code":"{held}","hint":"Held until 1","status":"503"}}]"#)),
        several(r#""errors":{"code":"X"}"#),
        several(r#""errors":[],"errors":[{"code":"X"}],"errors":[{"code":"Y","other~trace":"1"}]"#),
        several(r#""errors":[[{"code":"X"}],{"code":false},{"code":{}},{"code":"Z","code":"Q"}]"#),
        r#"{"fields":[{"name":"a","rule":"r"},{"at":{"name":"b"},"text":" "},"text",{}],"status":422}"#.to_owned(),
        r#"{"more":{"fields":[{"text":"t"}]},"fields":[],"message":"m"}"#.to_owned(),
        r#"{"success":true,"errors":[{"code":"X"}],"reason":"closed","message":"m"}"#.to_owned(),
        reply(r#"<errors><e code="X" text=' a	b'/><e><code>Y</code></e></errors>"#),
        reply(r#"<errors><e code='"&gt;&lt;' code="Z" = "1" b c=d e = 'f' text="&amp;nope;"><data detail="x">1<part>2</part></data></e></errors>"#),
        reply("<errors><e><code>A</code><text>B</text><data><![CDATA[<1>]]>2</data></e></errors><errors/>"),
        reply("<fields><f name='a'><text>b</text></f><f>text</f><g name=\"&#x41;&quot;\"/></fields>"),
        reply("<fields><f name='a'/></fields><errors><e code='X'/></errors>"),
        reply("<errors><e code='X' text='\r\na&#13;\tb&#10;\rc'/></errors>"),
        "<reply ok='yes'><errors><e code='X'/></errors></reply>".to_owned(),
        "<reply xmlns='urn:hostile?a&amp;b'><code>X</code></reply>".to_owned(),
        "<a:reply xmlns:a='urn:hostile?a&#38;b'><a:code>X</a:code><code>Y</code></a:reply>".to_owned(),
        "<a:reply xmlns:a='urn:hostile?a&amp;b'><b:code xmlns:b='urn:hostile?a&amp;b'>X</b:code></a:reply>".to_owned(),
        "<reply xmlns='urn:other'><code>X</code></reply>".to_owned(),
        "<reply><code xmlns='urn:hostile?a&amp;b'>X</code></reply>".to_owned(),
        "<reply xmlns=' urn:hostile?a&amp;b'><code>X</code></reply>".to_owned(),
        "<reply xmlns='urn:hostile?a&amp;b'><code xmlns=''>X</code></reply>".to_owned(),
    ];
    let bodies = bodies.iter().map(|body| Response::new("hostile", body.as_str()));
    bodies.chain(conditional()).collect()
}

/// Returns bodies that envelopes with an outcome and conditions read, or do not.
fn conditional() -> impl Iterator<Item = Response> {
    let bodies = [
        r#"[{"text":"Held by a of 1 at c"},{"code":"X","text":"u"},{"code":null},{"code":"Y"},[],7]"#,
        r#"[[{"code":"X"}],{"code":"Z"}]"#,
        r#"{"success":"done","version":"X","message":"n","status":[1]}"#,
        r#"{"success":true,"reason":null,"message":1,"status":{"a":"b"}}"#,
        r#"{"success":2.50,"version":null,"status":true}"#,
        r#"{"success":"done","reason":{}}"#,
        r#"{"success":"no","reason":"r"}"#,
        r#"{"reason":1,"version":"{{#each codes}} `x` *y* _z_ [a](b) | \\ ~s~ &lt; 'q'","message":"n"}"#,
        r#"{"reason":{},"message":"n"}"#,
    ];
    bodies.into_iter().flat_map(|body| {
        let plain = Response::new("hostile", body);
        let statuses = [200, 304, 404, 500].map(|status| plain.clone().with_status(status));
        std::iter::once(plain).chain(statuses)
    })
}

/// Returns bodies with something before or after the element, allowed or not.
pub(crate) fn prologues() -> Vec<Response> {
    let prologues = [
        "\n",
        "<?a?><!-- <!DOCTYPE b> -->",
        "<?xml version=\"1.0\"?> <!-- c -->",
        "\n <?xml version='1.0' encoding=\"UTF-16\"?>\n",
        "<?xml?>",
        "<?xml-stylesheet href='a'?>",
        "<?xml version='1.0'?><?xml version='1.0'?>",
        "<?a?><?xml version='1.0'?>",
        "<?XML a?>",
        "<? xml?>",
        "<?xml/?>",
        "<?xml version='1.1'?>",
        "<?xml version='1.x'?>",
        "<?xml version='1.'?>",
        "<?xml version='2.0'?>",
        "<?xml encoding='UTF-8'?>",
        "<?xml version='1.0' standalone='yes'?>",
        "<?xml version='1.0' standalone='maybe'?>",
        "<?xml version='1.0' standalone='no' encoding='UTF-8'?>",
        "<?xml version='1.0' encoding='iso-8859-1'?>",
        "<?xml version='1.0' encoding='nonsense'?>",
        "<?xml version='1.0' encoding='UTF-16'?>",
        "<?xml version='1.0' encoding='-'?>",
        "<?xml version='1.0'encoding='UTF-8'?>",
        "<?xml version = '1.0' ?>",
        "<?xml version='1.0' version='1.0'?>",
        "<?xml version='1.0' a='b'?>",
        "<?xml\tversion='1.0'\n?>",
        "\u{feff}\u{feff}",
        "<?xml",
        "<?xml a",
        "<??>",
        "<!-- a -- b -->",
        "<!--->",
        "<!-- a",
        "<!DOCTYPE>",
        "<!DOCTYPE a>",
        "<!doctype a>",
        "<?xml version='1.0'?><!-- a --><?b?>\n<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM \"x>y\" [ %p; <!-- ]> --> <?i ]>?> <!ELEMENT a ANY>\n] >",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!DOCTYPE a [",
        "<![CDATA[x]]>",
        "\u{a0}",
        "\u{feff}",
        "<?xml a?>\u{feff}",
        "&amp;",
        "&#32;",
        "x",
    ];
    let code = "<response><code>2001</code><result>b</result></response>";
    let after = prologues.map(|prologue| format!("{code}{prologue}"));
    let before = prologues.map(|prologue| format!("{prologue}{code}"));
    before.iter().chain(&after).map(|body| Response::new("wapi", body.as_str())).collect()
}

/// XML that is almost well-formed, or well-formed in an unusual way.
const UNUSUAL: [&str; 88] = [
    "<a>&own;</a>",
    "<a>&nbsp;</a>",
    "<a>&#0;</a>",
    "<a>&#x1F;</a>",
    "<a>&#xD800;</a>",
    "<a>&#xFFFE;</a>",
    "<a>&#x110000;</a>",
    "<a>&#4294967361;</a>",
    "<a>&#x000000000041;</a>",
    "<a>&#+65;</a>",
    "<a>&#X41;</a>",
    "<a>\u{1f}</a>",
    "<a>\u{fffe}</a>",
    "<a>\u{fffd}\u{7f}\u{85}\u{1fffe}</a>",
    "<!-- \u{8} -->",
    "<a>]]></a>",
    "<a>]]<b/>> ]&#93;> <![CDATA[]]]]></a>",
    "<a b=']]>'/>",
    "<a b='1' b='2'/>",
    "<a b='1' B='2'/>",
    "<a b='1' c='2' d='3' b='4'/>",
    "<a b='&own;'/>",
    "<a b='<'/>",
    "<a b='</a>'/>",
    "<a b='<!-- c -->'/>",
    "<a b='<![CDATA[c]]>'/>",
    "<a b='<!DOCTYPE c []>'/>",
    "<a b='> \" <'/>",
    "<a b='> \" &lt;' c = \"'\"/>' \" >",
    "<a\u{d7}/>",
    "<\u{b7}/>",
    "<ž·-_.1\u{300}\u{203f}/>",
    "<\u{2fef}\u{2ff0}/>",
    "<\u{effff}/>",
    "<\u{f0000}/>",
    "<a:/>",
    "<:a/>",
    "<a:1/>",
    "<a:b:c xmlns:a='u'/>",
    "<a xmlns:b='u' b:c='1'><b:d/></a>",
    "<?a:b:c d?>",
    "<?a·?>",
    "<?xml a?>",
    "<parsererror/>",
    "<x:parsererror xmlns:x='urn:x'>This page contains the following errors:</x:parsererror>",
    "<result>\r\na&#13;\rb&#10;\tc</result>",
    "<result> \u{a0}a\u{3000} </result>",
    "<x:a/>",
    "<a x:b='1'/>",
    "<a xml:lang='en'/>",
    "<xml:a/>",
    "<xmlns:a/>",
    "<a xmlns:b=''/>",
    "<a xmlns=''/>",
    "<a xmlns='u'><code>1</code></a>",
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
    "<a xmlns:xml='u'/>",
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
    "<a> xmlns='u' xmlns=</a>",
    "<a b=\" xmlns='\" xmlns:c\n=\n'u' d=' xmlns= '/>",
    "<!-- <a xmlns='u'> xmlns=--><![CDATA[<a xmlns='u'> xmlns=]]><?a xmlns='u' xmlns=?>",
    "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
    "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
    "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>",
    "<a xmlns:b='http://www.w3.org/2000/xmlns/'/>",
    "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
    "<a xmlns:xmlns='u'/>",
    "<a xmlns:xmlb='u' xmlb:c='1'/>",
    "<a xmlns:b='u' xmlns:b='v'/>",
    "<a xmlns:b='u' xmlns:c='u' b:d='1' c:d='2'/>",
    "<a xmlns:b='u' xmlns:c='&#117;' b:d='1' c:d='2'/>",
    "<a xmlns:b='u v' xmlns:c='u\tv' b:d='1' c:d='2'/>",
    "<a xmlns:b='u' xmlns:c='u ' b:d='1' c:d='2'/>",
    "<a xmlns:b='u' b:d='1' d='2'/>",
    "<a xmlns='u' xmlns:b='u' b:d='1' d='2'/>",
    "<a b:d='1' xmlns:b='u'/>",
    "<a xmlns:b='u'><c xmlns:b='v'><b:d/></c><b:d/></a>",
    "<a><b xmlns:c='u'/><c:d/></a>",
    "<a xmlns:b='a b<'/>",
    "<a xmlns:b='%%'/>",
    "<a xmlns:b='../c'/>",
    "<a xmlns:b='[\u{17e}]'/>",
    "<code xmlns='u'>1000</code>",
    "<b:code xmlns:b='u'>1000</b:code>",
    "<code>&#xA0;3201\u{3000}</code>",
    "<code>&#13;&#32;3201&#9;&#10;</code>",
    "<?a:b?>",
    "<?a b:c?>",
];

/// Returns a body around each piece of [`UNUSUAL`] XML.
pub(crate) fn unusual_xml() -> Vec<Response> {
    let body = |inside| format!("<response><code>2001</code>{inside}</response>");
    UNUSUAL.iter().map(|inside| Response::new("wapi", body(inside))).collect()
}

/// Bodies that few providers would send.
const SURPRISING: [&str; 40] = [
    "",
    "null",
    "User-Agent Rate Limit",
    r#"{"response":{"code":2999,"result":"new"}}"#,
    r#"{"response":{"code":"+2999","result":"new"}}"#,
    r#"{"response":{"code":1999,"result":"new"}}"#,
    r#"{"response":{"code":2001.0}}"#,
    r#"{"response":{"code":true},"notify":{"code":1200}}"#,
    r#"{"response":{"code":2001,"code":null}}"#,
    r#"{"response":{"code":null},"notify":{"code":1200}}"#,
    r#"{"response":{"code":{}},"notify":{"code":1200}}"#,
    r#"{"response":{"code":[1000]},"notify":{"code":1200}}"#,
    r#"{"response":{"code":" "},"notify":{"code":1200}}"#,
    r#"{"response":null,"notify":{"code":1200}}"#,
    r#"{"errorCode":null,"message":["a"],"error":null}"#,
    r#"{"errorCode":null,"message":null}"#,
    r#"{"details":{"applicationError":{"code":null}},"applicationError":{"code":"A"}}"#,
    r#"{"message":"m","details":{"systemError":{"errorCode":null}}}"#,
    "\u{feff}\u{feff}{\"response\":{\"code\":2001}}",
    "\u{1f}\u{8b} is no gzip as text",
    r#"{"response":{"code":2001},"response":{}}"#,
    r#"{"response":{"code":2001,"data":[1, 2,  {"a" :1}]}}"#,
    r#"{"response":{"code":2001,"result":"\ud800"}}"#,
    r#"{"response":"\ud800"}"#,
    r#"{"other":"\ud800","response":{"code":2001}}"#,
    r#"{"\ud800":1,"response":{"code":2001}}"#,
    r#"{"response":1e999}"#,
    r#"{"other":1e999,"response":{"code":2001}}"#,
    r#"{"*":{"code":1},"response":{"code":2001}}"#,
    r#"{"errorCode":"DOMAIN_001","message":"a","statusCode":"+0404"}"#,
    r#"{"message":["a",{"b":1},"  ",null,"c"],"error":"Bad Request","statusCode":400}"#,
    r#"{"message":"","details":{"systemError":{"errorCode":"NOT_FOUND"}}}"#,
    r#"{"message":"m","details":{"validationError":{"fieldViolations":[{"field":"f"},{"ruleName":"r"}]}}}"#,
    "<response><code> 2001 </code><data>&lt;</data></response>",
    "<response><code>20<!-- c -->01</code><data>a&#65;b</data></response>",
    "<x:response><y:code>2001</y:code></x:response>",
    "<x:response xmlns:x='u'><x:code>2001</x:code><data><a>1</a></data></x:response>",
    "<response><code>2001</code><result>&own;&#0;&#xD800;</result></response>",
    "<response><code>2001</code></response><response/>",
    "\u{feff}\u{a0}<response>\r\n<code>2001</code><data>\r\nx\ry</data></response >",
];

/// Returns bodies that are large, deep or unusual, each for every catalog.
pub(crate) fn surprising(catalogs: &[Catalog]) -> Vec<Response> {
    let bodies: Vec<String> = SURPRISING.map(str::to_owned).into_iter().chain(large()).collect();
    let mut responses = Vec::new();
    for catalog in catalogs {
        responses.extend(bodies.iter().map(|body| Response::new(&catalog.id, body.as_str())));
    }
    responses
}

/// Returns bodies that are large or deep.
fn large() -> Vec<String> {
    let deep = 100_000;
    vec![
        format!("  {}", "ž".repeat(300)),
        "[".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        "<a>".repeat(deep),
        format!("{}{}", "<a>".repeat(deep), "</a>".repeat(deep)),
        format!("{{\"response\":{{\"data\":{}1{}}}}}", "[".repeat(deep), "]".repeat(deep)),
        format!("{{\"response\":{{\"code\":2001,\"result\":\"{}\"}}}}", "a".repeat(1_000_000)),
        format!(
            "<response><code>2001</code><result>{}</result></response>",
            "&amp;".repeat(200_000)
        ),
        format!("<response><code>2001</code><a b=\"{}\"/></response>", "&".repeat(500_000)),
        format!("<response><code>2001</code>{}</response>", "<a b='c' />\"'".repeat(100_000)),
        format!("<response><code>2001</code><!--{}--></response>", "<!-".repeat(500_000)),
        format!("<response><code>2001</code>{}</response>", "<!--".repeat(500_000)),
        format!("<response {}>", "a='".repeat(500_000)),
        format!(
            "<response><code>2001</code>{}{}</response>",
            "<a>".repeat(2_000),
            "</a>".repeat(2_000)
        ),
        format!(
            "{{{}\"response\":{{\"code\":2001}}}}",
            "\"response\":{\"code\":1},".repeat(30_000)
        ),
        format!("{{\"message\":[{}\"x\"]}}", "\"ž\",".repeat(1_500)),
        format!("{{\"message\":[{}\"x\"],\"errorCode\":\"DOMAIN_001\"}}", "[],".repeat(1_500)),
        format!("{{\"message\":[\"{}\"]}}", "ž".repeat(9_000)),
        format!("{{\"response\":{{\"code\":\"{}\"}}}}", "9".repeat(9_000)),
        format!("{{\"response\":{{\"code\":\"{}2001\"}}}}", "0".repeat(9_000)),
        declarations(32),
        declarations(33),
    ]
}

/// Declares this many namespaces in each of two elements.
fn declarations(count: usize) -> String {
    let [outer, inner] = ["a", "b"].map(|prefix| {
        let all = (0..count).map(|number| format!(" xmlns:{prefix}{number}='u{number}'"));
        all.collect::<Vec<_>>().concat()
    });
    format!("<response{outer}><code>2001</code><x{inner}/><x{inner}/></response>")
}

/// Returns bodies that their sender compressed, or seems to have.
pub(crate) fn compressed() -> Vec<Response> {
    let bodies: [(&str, &[u8]); 10] = [
        ("", b"\x1f\x8b\x08\0\0\0\0\0\0\xffabc"),
        ("identity", b"\x1f\x8b\x08"),
        ("", b"\x28\xb5\x2f\xfd abc"),
        ("", b"\x28\xb5\x2f"),
        ("br", b"\x8b\x05\x80{\"a\":1}\x03"),
        ("deflate", b"abc\x01"),
        (" Identity ", b"abc\x01"),
        ("", b"abc\x01"),
        ("gzip", b"upstream connect error\r\n\t\x0c"),
        ("gzip", b"{\"response\":{\"code\":2001}}"),
    ];
    let response = |(encoding, body): &(&str, &[u8])| Response {
        headers: vec![("Content-encoding".to_owned(), (*encoding).to_owned())],
        ..Response::new("wapi", *body)
    };
    bodies.iter().map(response).collect()
}
