//! Only an answer that the gateway understands is a success.

use http::StatusCode;

use crate::house::{House, Plan, order};
use crate::service::providers::Format;
use crate::service::{Action, Order, Provider};
use crate::upstreams::Answer;

/// The domain of all orders. Bodies name it, too.
const NAME: &str = "a.example";

const DOMAINS: &[(u16, &str)] = &[
    (200, r#"{"status":"FAILED","errorCode":"DOMAIN_001"}"#),
    (200, r#"{"name":"a.example","status":"FAILED"}"#),
    (200, r#"{"name":"a.example","status":"verified"}"#),
    (200, r#"{"name":"a.example","status":"SOMETHING_NEW"}"#),
    (200, r#"{"name":"a.example","status":""}"#),
    (200, r#"{"name":"a.example","status":null}"#),
    (200, r#"{"name":"a.example"}"#),
    (200, r#"{"status":"VERIFIED"}"#),
    (200, r#"{"name":"b.example","status":"VERIFIED"}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","errorCode":"DOMAIN_004"}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","errorCode":"DOMAIN_999"}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","errorCode":{}}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","statusCode":500}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","message":"Domain verification failed"}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED","status":"FAILED"}"#),
    (200, r#"["a.example","VERIFIED"]"#),
    (200, r#"[{"name":"a.example","status":"VERIFIED"}]"#),
    (200, r#"{"name":"a.example","status":"VERIFIED"}{}"#),
    (200, r#"{"name":"a.example","status":"VERIFIED""#),
    (200, "null"),
    (200, ""),
    (204, ""),
    (302, r#"{"name":"a.example","status":"VERIFIED"}"#),
    (404, r#"{"name":"a.example","status":"VERIFIED"}"#),
    (503, r#"{"name":"a.example","status":"VERIFIED"}"#),
];

const WIX: &[(u16, &str)] = &[
    (200, r#"{"connectedDomain":null}"#),
    (200, r#"{"connectedDomain":{}}"#),
    (200, r#"{"connectedDomain":[]}"#),
    (200, r#"{"connectedDomain":["a.example","a.example"]}"#),
    (200, r#"{"connectedDomain":true}"#),
    (200, r#"{"connectedDomain":"a.example"}"#),
    (200, r#"{"connectedDomain":{"id":"b.example","domain":"b.example"}}"#),
    (200, r#"{"connectedDomain":{"id":"a.example","domain":"b.example"}}"#),
    (200, r#"{"connectedDomain":{"id":7,"domain":"a.example"}}"#),
    (
        200,
        r#"{"connectedDomain":{"domain":"a.example"},"details":{"applicationError":{"code":"X"}}}"#,
    ),
    (200, r#"{"connectedDomain":{"domain":"a.example"},"message":"Invalid domain"}"#),
    (200, r#"{"connectedDomain":{"domain":"a.example"},"connectedDomain":null}"#),
    (200, r#"{"connectedDomain":{"domain":"a.example"}"#),
    (200, "{}"),
    (200, ""),
    (204, ""),
    (302, r#"{"connectedDomain":{"id":"a.example","domain":"a.example"}}"#),
    (409, r#"{"connectedDomain":{"id":"a.example","domain":"a.example"}}"#),
    (503, r#"{"connectedDomain":{"id":"a.example","domain":"a.example"}}"#),
];

const WAPI_JSON: &[(u16, &str)] = &[
    (200, r#"{"response":{"code":1002,"result":"Notification aquired"}}"#),
    (200, r#"{"response":{"code":1003,"result":"Empty notifications queue"}}"#),
    (200, r#"{"response":{"code":1200,"result":"Domain transferred out"}}"#),
    (200, r#"{"response":{"code":1999,"result":"New"}}"#),
    (200, r#"{"notify":{"code":1200,"result":"Domain transferred out","id":1}}"#),
    (200, r#"{"notify":{"code":1000,"result":"OK","id":1}}"#),
    (200, r#"{"notify":{"code":1000,"result":"OK"}}"#),
    (200, r#"{"response":{"code":1000,"result":"OK","command":"ping"}}"#),
    (200, r#"{"response":{"code":1000,"result":"OK","data":{"domain":{"name":"b.example"}}}}"#),
    (200, r#"{"response":{"code":1000}"#),
    (204, ""),
    (302, r#"{"response":{"code":1000,"result":"OK"}}"#),
    (302, r#"{"response":{"code":1001,"result":"Request pending"}}"#),
    (404, r#"{"response":{"code":1000,"result":"OK"}}"#),
    (503, r#"{"response":{"code":1000,"result":"OK"}}"#),
];

const WAPI_XML: &[(u16, &str)] = &[
    (200, "<response><code>1002</code><result>Notification aquired</result></response>"),
    (200, "<response><code>1003</code><result>Empty notifications queue</result></response>"),
    (200, "<response><code>1200</code><result>Domain transferred out</result></response>"),
    (200, "<notify><code>1200</code><result>Domain transferred out</result><id>1</id></notify>"),
    (200, "<notify><code>1000</code><result>OK</result><id>1</id></notify>"),
    (200, "<notify><code>1000</code><result>OK</result></notify>"),
    (200, "<response><code>1000</code><command>ping</command></response>"),
    (
        200,
        "<response><code>1000</code><data><domain><name>b.example</name></domain></data></response>",
    ),
    (200, "<response><code>1000</code>"),
    (302, "<response><code>1000</code><result>OK</result></response>"),
    (503, "<response><code>1000</code><result>OK</result></response>"),
];

/// Answers that are a success, and whether they say that the provider completes the order later.
type Successes = &'static [(u16, &'static str, bool)];

const OF_DOMAINS: Successes = &[
    (200, r#"{"name":"a.example","status":"VERIFIED"}"#, false),
    (201, r#"{"id":"7","name":"A.Example","status":"VERIFIED","errorCode":null}"#, false),
    (201, r#"{"name":"a.example","status":"PENDING"}"#, true),
];

const OF_WIX: Successes = &[
    (200, r#"{"connectedDomain":{"id":"a.example","domain":"a.example"}}"#, false),
    (200, r#"{"connectedDomain":{"domain":"A.EXAMPLE","dnsPropagationStatus":"NEW"}}"#, false),
];

const OF_WAPI_JSON: Successes = &[
    (200, r#"{"response":{"code":1000,"result":"OK"}}"#, false),
    (200, r#"{"response":{"code":"1000","result":"OK","data":[]}}"#, false),
    (200, r#"{"response":{"code":1000,"data":{"domain":{"name":"a.example"}}}}"#, false),
];

const OF_WAPI_XML: Successes = &[
    (200, "<response><code>1000</code><result>OK</result></response>", false),
    (200, "<response><code>1000</code><data/></response>", false),
    (
        200,
        "<response><code>1000</code><data><domain><name>a.example</name></domain></data></response>",
        false,
    ),
];

/// Answers of one operation of WAPI. A lookup is not pending, and only its answer has a state.
const OF_REGISTRATION: Successes =
    &[(200, r#"{"response":{"code":1001,"command":"domain-create"}}"#, true)];
const OF_LOOKUP: Successes = &[
    (
        200,
        r#"{"response":{"code":1000,"command":"domain-info","data":{"domain":{"status":"active"}}}}"#,
        false,
    ),
    (200, r#"{"response":{"code":1000,"data":{"domain":{"status":"setup_processing"}}}}"#, true),
];
const NOT_OF_LOOKUP: &[(u16, &str)] = &[
    (200, r#"{"response":{"code":1001,"result":"Request pending"}}"#),
    (200, r#"{"response":{"code":1000,"command":"domain-create"}}"#),
    (200, r#"{"response":{"code":1000,"data":{"domain":{"status":"deleted"}}}}"#),
    (200, r#"{"response":{"code":1000,"data":{"domain":{"status":7}}}}"#),
];

const BOTH: &[Action] = &[Action::Register, Action::Look];
const JSON: Format = Format::Json;

#[tokio::test]
async fn an_answer_that_is_not_understood_is_not_a_success() {
    let mut wrong = Vec::new();
    for (provider, format, actions, rows) in [
        (Provider::Domains, JSON, BOTH, DOMAINS),
        (Provider::Wix, JSON, BOTH, WIX),
        (Provider::Wapi, JSON, BOTH, WAPI_JSON),
        (Provider::Wapi, Format::Xml, BOTH, WAPI_XML),
        (Provider::Wapi, JSON, &[Action::Look], NOT_OF_LOOKUP),
    ] {
        let house = House::start(Plan { format, ..Plan::default() }).await;
        let rows = actions.iter().flat_map(|action| rows.iter().map(move |row| (*action, row)));
        for (action, (status, body)) in rows {
            let order = Order { action, ..order(provider, NAME) };
            house.write(&order, vec![Answer::json(*status, *body)]);
            let answer = house.over_http(&order).await;
            if !answer.status().is_client_error() && !answer.status().is_server_error() {
                wrong.push((provider, action, status, body));
            }
            assert!(house.over_grpc(&order).await.is_err() || !wrong.is_empty());
        }
    }
    assert_eq!(wrong, []);
}

#[tokio::test]
async fn an_answer_in_a_known_state_is_a_success() {
    for (provider, format, actions, rows) in [
        (Provider::Domains, JSON, BOTH, OF_DOMAINS),
        (Provider::Wix, JSON, BOTH, OF_WIX),
        (Provider::Wapi, JSON, BOTH, OF_WAPI_JSON),
        (Provider::Wapi, Format::Xml, BOTH, OF_WAPI_XML),
        (Provider::Wapi, JSON, &[Action::Register], OF_REGISTRATION),
        (Provider::Wapi, JSON, &[Action::Look], OF_LOOKUP),
    ] {
        let house = House::start(Plan { format, ..Plan::default() }).await;
        let rows = actions.iter().flat_map(|action| rows.iter().map(move |row| (*action, row)));
        for (action, (status, body, is_pending)) in rows {
            let order = Order { action, ..order(provider, NAME) };
            house.write(&order, vec![Answer::json(*status, *body)]);
            let expected = if *is_pending { StatusCode::ACCEPTED } else { StatusCode::OK };
            assert_eq!(house.over_http(&order).await.status(), expected, "{action:?}: {body}");
        }
    }
}
