//! Long texts over real connections.

use domain_errors::{AnyError, HttpStatus, System, Unrecognized, wix};
use serde_json::json;

use crate::house::{House, Plan, order};
use crate::service::{Order, Provider};
use crate::upstreams::wix::Wix;
use crate::upstreams::{Answer, StandIn};

fn restricted(name: Option<&str>) -> wix::Error {
    wix::Error::DomainRestricted { domain_name: name.map(Into::into) }
}

/// Returns the error of a provider as clients read it over HTTP and over gRPC.
async fn both(house: &House, answer: Answer) -> (AnyError, AnyError) {
    let name = format!("n{}.example", answer.response.body().len());
    let order = Order { name, ..order(Provider::Wix, "") };
    house.write(&order, vec![answer]);
    let (over_http, _) = house.failure_over_http(&order).await;
    let (over_grpc, _) = house.failure_over_grpc(&order).await;
    let logged = house.logged().into_iter().map(|outcome| outcome.unwrap_err().error);
    assert_eq!(logged.collect::<Vec<_>>(), [over_http.error.clone(), over_http.error.clone()]);
    (over_http.error, over_grpc.error)
}

#[tokio::test]
async fn a_value_that_is_too_long_is_left_out_and_the_error_is_kept() {
    let house = House::start(Plan::default()).await;
    // Bytes of a value, and whether it is sent: over HTTP as long as it is read at all, which is up
    // to 8 KiB, and over gRPC as long as the headers have room.
    for (bytes, over_http, over_grpc) in [
        (1000, true, true),
        (2500, true, true),
        (4000, true, false),
        (8192, true, false),
        (8193, false, false),
        (100_000, false, false),
    ] {
        let value = "x".repeat(bytes);
        let read = both(&house, Wix.refusal(&restricted(Some(&value))).unwrap()).await;
        let expected = |is_told: bool| AnyError::Wix(restricted(is_told.then_some(&*value)));
        assert_eq!(read, (expected(over_http), expected(over_grpc)), "{bytes}");
    }
}

#[tokio::test]
async fn a_thousand_violations_are_still_a_validation() {
    let house = House::start(Plan::default()).await;
    let violations: Vec<_> = (0..1000)
        .map(|number| json!({ "field": format!("records[{number}]"), "description": "is wrong" }))
        .collect();
    let details = json!({ "validationError": { "fieldViolations": violations } });
    let body = json!({ "message": "refused", "details": details });
    let read = both(&house, Answer::json(400, body.to_string())).await;
    let (AnyError::Wix(wix::Error::Validation(all)), AnyError::Wix(wix::Error::Validation(some))) =
        read
    else {
        unreachable!()
    };
    assert_eq!((all.violations().len(), all.message()), (1000, some.message()));
    assert!(some.violations().len() > 60, "{}", some.violations().len());
    assert!(all.violations().starts_with(some.violations()));
}

#[tokio::test]
async fn a_long_text_without_a_case_is_left_out() {
    let house = House::start(Plan::default()).await;
    let text = "ž".repeat(4096);
    let body = json!({ "message": text, "details": { "applicationError": { "code": "NEW" } } });
    let read = both(&house, Answer::json(400, body.to_string())).await;
    let status = HttpStatus::new(400).unwrap();
    let unrecognized = |text: &str| Unrecognized::new(text).with_code("NEW").with_status(status);
    let expected = |text: &str| AnyError::Wix(unrecognized(text).into());
    assert_eq!(read, (expected(&text), expected("")));

    let page = Answer::new(500, "text/plain", "Out of order. ".repeat(600));
    let start = System::new(page.response.body()[..200].trim_end());
    let system = AnyError::Wix(start.with_status(HttpStatus::new(500).unwrap()).into());
    assert_eq!(both(&house, page).await, (system.clone(), system), "its start is enough");
}
