//! Failures without a case of a catalog, in bodies written by hand as providers, and proxies in
//! front of them, send them.

use domain_errors::{
    AnyError, CatalogError, HttpStatus, Problem, System, Unrecognized, Validation, Violation,
    domains, wapi, wix,
};
use http::header::{CONTENT_LANGUAGE, CONTENT_TYPE};
use http::{Method, StatusCode};

use crate::every_case::comes_through;
use crate::house::{House, Plan, order};
use crate::service::providers::Format;
use crate::service::{Order, Provider, proto};
use crate::upstreams::Answer;

fn status(number: u16) -> HttpStatus {
    HttpStatus::new(number).unwrap()
}

fn system(number: u16, text: &str) -> System {
    System::new(text).with_status(status(number))
}

fn unrecognized(number: u16, code: &str, text: &str) -> Unrecognized {
    Unrecognized::new(text).with_code(code).with_status(status(number))
}

/// Checks that a client reads back the error of each answer.
async fn drive<E: CatalogError + Into<AnyError>>(
    format: Format,
    provider: Provider,
    rows: impl IntoIterator<Item = (Answer, E)>,
) {
    let house = House::start(Plan { format, ..Plan::default() }).await;
    for (number, (answer, error)) in rows.into_iter().enumerate() {
        let order = order(provider, &format!("n{number}.example"));
        house.write(&order, vec![answer]);
        comes_through(&house, &order, &error).await;
    }
}

#[tokio::test]
async fn other_failures_of_wix_come_through() {
    let refused = r#"{"message":"invalid <request>","details":{"validationError":{"fieldViolations":[
        {"field":"connectedDomain.domain","description":"must not be \"\"","violatedRule":"REQUIRED_FIELD"},
        {"field":"n","description":"too big","violatedRule":"OTHER","ruleName":"CUSTOM_RULE"},
        {"description":"`žluť` & co"}]}}}"#;
    let violations = [
        Violation::new("must not be \"\"")
            .with_field("connectedDomain.domain")
            .with_rule("REQUIRED_FIELD"),
        Violation::new("too big").with_field("n").with_rule("CUSTOM_RULE"),
        Violation::new("`žluť` & co"),
    ];
    let validation = Validation::new("invalid <request>").with_status(status(400));
    let validation = violations.into_iter().fold(validation, Validation::with_violation);
    let inside = r#"{"message":"","details":{"systemError":{"errorCode":"X-1"}}}"#;
    let negative = r#"{"message":"No \"words\"","details":{"applicationError":{"code":"-28081"}}}"#;
    let new = r#"{"message":"New","details":{"applicationError":{"code":"DOMAINS_NEW","description":"New <b>"}}}"#;
    let older = r#"{"message":"Domain `a.example` is restricted.","applicationError":{"code":"Invalid domain"}}"#;
    let bare = r#"{"message":"Domain \u017elu\u0165.example is Wix restricted.","details":{"applicationError":{"code":"Invalid domain"}}}"#;
    let other_words =
        r#"{"message":"Other words","details":{"applicationError":{"code":"Invalid domain"}}}"#;
    drive(
        Format::Json,
        Provider::Wix,
        [
            (Answer::json(400, refused), validation.into()),
            (Answer::json(500, inside), system(500, "").with_code("X-1").into()),
            (Answer::json(400, negative), unrecognized(400, "-28081", "No \"words\"").into()),
            (Answer::json(409, new), unrecognized(409, "DOMAINS_NEW", "New <b>").into()),
            (
                Answer::json(400, older),
                wix::Error::DomainRestricted { domain_name: Some("a.example".into()) },
            ),
            (
                Answer::json(400, bare),
                wix::Error::DomainRestricted { domain_name: Some("žluť.example".into()) },
            ),
            (
                Answer::json(400, other_words),
                unrecognized(400, "Invalid domain", "Other words").into(),
            ),
            (Answer::json(404, r#"{"message":"not here"}"#), wix::Error::ResourceNotFound),
            (Answer::json(200, "{}"), system(200, "").into()),
            (Answer::new(200, "text/html", "<html>Welcome</html>"), system(200, "").into()),
            (
                Answer::new(403, "text/plain", "Blocked by <rule> \"7\""),
                system(403, "Blocked by <rule> \"7\"").into(),
            ),
            (Answer::page(), system(502, "").into()),
            (Answer::empty(500), system(500, "").into()),
            (Answer::empty(503), system(503, "").into()),
            (Answer::empty(429), system(429, "").into()),
            (Answer::json(400, r#"{"message":"cut"#), system(400, "").into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn other_failures_of_the_domains_service_come_through() {
    let listed = r#"{"message":["name must be a string","period must not be less than 1"],"error":"Bad Request","statusCode":400}"#;
    let validation = Validation::new("Bad Request").with_status(status(400));
    let validation = validation
        .with_violation(Violation::new("name must be a string"))
        .with_violation(Violation::new("period must not be less than 1"));
    let route = r#"{"message":"Cannot POST /domains","error":"Not Found","statusCode":404}"#;
    let large = r#"{"statusCode":413,"message":"request entity too large"}"#;
    let new = r#"{"statusCode":409,"timestamp":"t","path":"/domains","method":"POST","message":"New","errorCode":"DOMAIN_099"}"#;
    let known = r#"{"statusCode":404,"timestamp":"t","path":"/domains","method":"POST","message":"Other words","errorCode":"DOMAIN_001"}"#;
    drive(
        Format::Json,
        Provider::Domains,
        [
            (Answer::json(400, listed), validation.into()),
            (Answer::json(404, route), system(404, "Cannot POST /domains").into()),
            (Answer::json(413, large), system(413, "request entity too large").into()),
            (Answer::json(409, new), unrecognized(409, "DOMAIN_099", "New").into()),
            (Answer::json(404, known), domains::Error::DomainNotFound),
            (Answer::json(200, "[]"), system(200, "").into()),
            (Answer::page(), system(502, "").into()),
            (Answer::empty(504), system(504, "").into()),
            (Answer::empty(401), system(401, "").into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn other_failures_of_wapi_in_json_come_through() {
    let digits = r#"{"response":{"code":"3201","result":"Domain is already registered","timestamp":"1286957992","svTRID":"1.2.3","command":"domain-create","data":[]}}"#;
    let new = r#"{"response":{"code":2999,"result":"New & <odd> \"words\""}}"#;
    let by_command = r#"{"response":{"code":3217,"result":"x","command":"domain-transfer-check"}}"#;
    let cut = r#"{"response":{"code":1000"#;
    let late = r#"{"response":{"code":1000,"result":"OK"}}"#;
    drive(
        Format::Json,
        Provider::Wapi,
        [
            (Answer::json(200, digits), wapi::Error::DomainRegistered),
            (Answer::json(200, new), unrecognized(200, "2999", "New & <odd> \"words\"").into()),
            (Answer::json(200, by_command), wapi::Error::DomainTransferCheckFailed),
            (Answer::json(500, late), system(500, "OK").with_code("1000").into()),
            (Answer::json(200, "{}"), system(200, "").into()),
            (Answer::json(200, cut), system(200, "").into()),
            (
                Answer::new(200, "text/plain", "User-Agent Rate Limit"),
                system(200, "User-Agent Rate Limit").into(),
            ),
            (Answer::new(200, "text/html", "<html>Protection</html>"), system(200, "").into()),
            (Answer::page(), system(502, "").into()),
            (Answer::empty(200), system(200, "").into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn other_failures_of_wapi_in_xml_come_through() {
    let taken = "<?xml version=\"1.0\"?>\n<response>\n <code> 3201 </code>\n <result>Domain &#382;</result>\n</response>\n";
    let new = "<response><code>2999</code><result>New &amp; &lt;odd&gt; &#382;</result></response>";
    let cut = "<response><code>1000</code><result>OK</res";
    drive(
        Format::Xml,
        Provider::Wapi,
        [
            (Answer::new(200, "text/xml", taken), wapi::Error::DomainRegistered),
            (Answer::new(200, "text/xml", new), unrecognized(200, "2999", "New & <odd> ž").into()),
            (Answer::new(200, "text/xml", cut), system(200, "").into()),
            (Answer::page(), system(502, "").into()),
            (Answer::empty(200), system(200, "").into()),
        ],
    )
    .await;
}

#[tokio::test]
async fn successes_are_answered_as_successes() {
    for format in [Format::Json, Format::Xml] {
        let house = House::start(Plan { format, ..Plan::default() }).await;
        for (provider, name, http, is_pending) in [
            (Provider::Domains, "free.example", StatusCode::OK, false),
            (Provider::Wapi, "free.example", StatusCode::OK, false),
            (Provider::Wapi, "pending.example", StatusCode::ACCEPTED, true),
            (Provider::Wix, "free.example", StatusCode::OK, false),
            // Characters that are encoded on the way and decoded again.
            (Provider::Wapi, "%3Cb%3E%22%26%C5%BE.example", StatusCode::OK, false),
        ] {
            let order = order(provider, name);
            assert_eq!(house.over_http(&order).await.status(), http, "{provider:?}");
            let domain = house.over_grpc(&order).await.unwrap();
            let expected = proto::Domain { name: name.to_owned(), is_pending };
            assert_eq!(domain, expected, "{provider:?}");
        }
        assert_eq!(house.calls(Provider::Wapi, "<b>\"&ž.example"), (1, 0), "{format:?}");
        assert!(house.logged().iter().all(Result::is_ok));
    }
}

#[tokio::test]
async fn an_invalid_request_is_refused() {
    let house = House::start(Plan::default()).await;
    let wix = proto::Provider::Wix as i32;
    for (provider, name) in [(0, "a.example"), (9, "a.example"), (wix, ""), (wix, " \t\u{a0}")] {
        for method in [proto::REGISTER, proto::LOOK] {
            let asked = proto::DomainRequest {
                provider,
                name: name.to_owned(),
                ..proto::DomainRequest::default()
            };
            let status = house.call(method, asked).await.unwrap_err();
            assert_eq!(status.code(), tonic::Code::InvalidArgument, "{name:?}");
        }
    }
    let asked = proto::DomainRequest {
        provider: wix,
        name: "a.example".to_owned(),
        ..proto::DomainRequest::default()
    };
    let status = house.call("/gateway.v1.Domains/Sell", asked).await.unwrap_err();
    assert_eq!(status.code(), tonic::Code::Unimplemented);
    for path in [
        "/wix/domains/",
        "/wix/domains/%20%09%C2%A0",
        "/wix/domains/%FF",
        "/nobody/domains/a.example",
        "/wix/domains/a.example?words=nobody",
    ] {
        for method in [Method::PUT, Method::GET] {
            let answer = house.ask(method, path, "").await;
            assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{path}");
            assert_eq!(answer.headers()[CONTENT_TYPE], Problem::MEDIA_TYPE);
            let problem = Problem::from_json(answer.body()).unwrap();
            assert_eq!(problem.status(), HttpStatus::new(400));
            assert!(problem.detail().is_some(), "{path}");
            assert_eq!(answer.headers()[CONTENT_LANGUAGE], "en");
        }
    }
    let order = Order { name: "a/b".to_owned(), ..order(Provider::Wix, "") };
    assert_eq!(house.over_http(&order).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(house.logged(), [], "no provider was asked");
}
