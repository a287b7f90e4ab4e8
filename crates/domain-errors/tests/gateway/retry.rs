//! The number of calls to a provider, and the pauses between them.

use std::time::Duration;

use domain_errors::{BodyFormat, Case, Retry, System, Transport, wapi, wix};
use http::StatusCode;
use http::header::RETRY_AFTER;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::house::{Failure, House, Plan, order};
use crate::service::{Action, Addresses, Order, Provider, State};
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;
use crate::upstreams::{Answer, StandIn};

const JSON: Wapi = Wapi(BodyFormat::Json);

/// Returns a failure on the way to a provider.
fn on_the_way(transport: Transport) -> Failure {
    Failure::new(wapi::Error::from(System::from(transport)))
}

/// Returns the first failure of WAPI with some advice.
fn with_advice(is_it: impl Fn(Retry) -> bool) -> wapi::Error {
    let mut errors = Case::all().filter_map(wapi::Error::from_case);
    errors.find(|error| is_it(error.retry())).unwrap()
}

/// Checks delays: each is at least this many milliseconds, and less than twice as much longer as the
/// usual delay of its attempt.
fn assert_pauses(pauses: &[Duration], expected: &[(u64, u64)]) {
    assert_eq!(pauses.len(), expected.len(), "{pauses:?}");
    for (pause, (asked, usual)) in pauses.iter().zip(expected) {
        let [asked, usual] = [*asked, *usual].map(Duration::from_millis);
        assert!((asked + usual..asked + 2 * usual).contains(pause), "{pause:?}");
    }
}

const LATER: Retry = Retry::Later { after_seconds: None };
const FIVE_MINUTES: Retry = Retry::Later { after_seconds: Some(300) };

#[tokio::test]
async fn a_lookup_that_may_succeed_later_is_sent_again_after_ever_longer_pauses() {
    let house = House::start(Plan::default()).await;
    let order = Order { action: Action::Look, ..order(Provider::Wix, "busy.example") };
    let busy = Wix.refusal(&wix::Error::ServiceUnavailable).unwrap();
    let done = Wix.success(Action::Look, &order.name);
    house.write(&order, vec![busy.clone(), busy, done]);
    let answer = house.over_http(&order).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.body(), r#"{"name":"busy.example","state":"active"}"#);
    assert_eq!(house.calls(Provider::Wix, "busy.example"), (0, 3));
    assert_pauses(&house.pauses(), &[(0, 200), (0, 400)]);
    assert_eq!(house.logged(), [Ok(State::Active)]);
}

#[tokio::test]
async fn the_delay_of_the_provider_is_kept() {
    let house = House::start(Plan::default()).await;
    let order = order(Provider::Wapi, "slow.example");
    let later = with_advice(|advice| advice == FIVE_MINUTES);
    house.write(&order, vec![JSON.refusal(&later).unwrap()]);
    let found = vec![JSON.success(Action::Look, "")];
    house.script.answer(Provider::Wapi, Action::Look, "slow.example", found);
    assert!(!house.over_grpc(&order).await.unwrap().is_pending);
    assert_eq!(house.calls(Provider::Wapi, "slow.example"), (1, 1));
    assert_pauses(&house.pauses(), &[(300_000, 200)]);
}

#[tokio::test]
async fn a_delay_that_is_too_long_to_wait_for_is_passed_on() {
    let house = House::start(Plan { longest: Duration::from_secs(299), ..Plan::default() }).await;
    let later = with_advice(|advice| advice == FIVE_MINUTES);
    for (action, calls) in [(Action::Register, (2, 0)), (Action::Look, (0, 2))] {
        let order = Order { action, ..order(Provider::Wapi, &format!("{action:?}.example")) };
        house.write(&order, vec![JSON.refusal(&later).unwrap()]);
        let (failure, response) = house.failure_over_http(&order).await;
        assert_eq!(failure, Failure::new(later.clone()));
        assert_eq!(response.headers()[RETRY_AFTER], "300");
        let (over_grpc, _) = house.failure_over_grpc(&order).await;
        assert_eq!((over_grpc, failure.retry), (failure, FIVE_MINUTES));
        assert_eq!(house.calls(Provider::Wapi, &order.name), calls);
        assert_eq!(house.pauses(), []);
    }
}

#[tokio::test]
async fn a_lookup_is_sent_three_times_at_most() {
    let house = House::start(Plan::default()).await;
    let order = Order { action: Action::Look, ..order(Provider::Wix, "down.example") };
    house.write(&order, vec![Wix.refusal(&wix::Error::ServiceUnavailable).unwrap()]);
    let (failure, _) = house.failure_over_http(&order).await;
    assert_eq!(failure, Failure::new(wix::Error::ServiceUnavailable));
    assert_eq!(house.calls(Provider::Wix, "down.example"), (0, 3));
    assert_eq!(house.pauses().len(), 2);
}

#[tokio::test]
async fn all_orders_share_a_budget_of_resends() {
    // Sixty resends a minute.
    let house = House::start(Plan { budget: 1, ..Plan::default() }).await;
    let busy = Wix.refusal(&wix::Error::ServiceUnavailable).unwrap();
    for number in 0..32 {
        let order =
            Order { action: Action::Look, ..order(Provider::Wix, &format!("n{number}.example")) };
        house.write(&order, vec![busy.clone()]);
        let (failure, _) = house.failure_over_http(&order).await;
        assert_eq!(failure.retry, LATER);
        let sent = if number < 30 { 3 } else { 1 };
        assert_eq!(house.calls(Provider::Wix, &order.name), (0, sent), "{number}");
    }
}

#[tokio::test]
async fn an_order_that_may_have_been_carried_out_is_looked_up_and_never_sent_again() {
    let house = House::start(Plan::default()).await;
    for (number, (retry, wait)) in
        [(Retry::Query, 0), (FIVE_MINUTES, 300_000)].into_iter().enumerate()
    {
        let unsure = with_advice(|advice| advice == retry);
        let refusal = || vec![JSON.refusal(&unsure).unwrap()];
        let unsure = Failure::new(unsure.clone());

        let order = order(Provider::Wapi, &format!("there{number}.example"));
        house.script.answer(Provider::Wapi, order.action, &order.name, refusal());
        assert_eq!(house.over_http(&order).await.status(), StatusCode::OK);
        assert_eq!(house.calls(Provider::Wapi, &order.name), (1, 1));

        let order = Order { name: format!("absent{number}.example"), ..order };
        let absent = JSON.refusal(&wapi::Error::DomainOpenFailed);
        house.script.answer(Provider::Wapi, order.action, &order.name, refusal());
        house.script.answer(Provider::Wapi, Action::Look, &order.name, vec![absent.unwrap()]);
        let (failure, _) = house.failure_over_grpc(&order).await;
        assert_eq!(failure, unsure, "the first failure is the one returned");
        assert_eq!(house.calls(Provider::Wapi, &order.name), (1, 1));

        let order = Order { name: format!("unknown{number}.example"), ..order };
        house.write(&order, refusal());
        let (failure, _) = house.failure_over_http(&order).await;
        assert_eq!(failure, Failure { retry: Retry::Query, ..unsure }, "nobody knows");
        assert_eq!(house.calls(Provider::Wapi, &order.name), (1, 1));
        assert_pauses(&house.pauses(), &[(wait, 200); 3]);
    }
    let order = Order { action: Action::Look, ..order(Provider::Wapi, "looked-for.example") };
    let unsure = with_advice(|advice| advice == Retry::Query);
    house.write(&order, vec![JSON.refusal(&unsure).unwrap()]);
    house.failure_over_http(&order).await;
    assert_eq!(house.calls(Provider::Wapi, "looked-for.example"), (0, 1));
    assert_eq!(house.pauses(), []);
}

/// A proxy answers 404, too. Advice to send the order again could order twice.
#[tokio::test]
async fn a_domain_is_absent_only_if_the_provider_says_so_with_its_code() {
    let house = House::start(Plan::default()).await;
    let busy = Wix.refusal(&wix::Error::ServiceUnavailable).unwrap();
    let absent = Wix.refusal(&wix::Error::DomainNameNotFound { domain_name: None }).unwrap();
    for (name, look, retry) in [
        ("absent.example", absent, LATER),
        ("route.example", Answer::json(404, r#"{"error":"Not Found"}"#), Retry::Query),
        ("text.example", Answer::json(404, r#"{"message":"no Route matched"}"#), Retry::Query),
        (
            "system.example",
            Answer::json(404, r#"{"details":{"systemError":{"errorCode":"X"}}}"#),
            Retry::Query,
        ),
    ] {
        let order = order(Provider::Wix, name);
        house.script.answer(Provider::Wix, Action::Register, name, vec![busy.clone()]);
        house.script.answer(Provider::Wix, Action::Look, name, vec![look]);
        let expected = Failure { error: wix::Error::ServiceUnavailable.into(), retry };
        assert_eq!(house.failure_over_http(&order).await.0, expected, "{name}");
    }
}

#[tokio::test]
async fn an_order_that_is_refused_for_good_is_sent_once() {
    let house = House::start(Plan::default()).await;
    for (name, advice) in [("never.example", Retry::Never), ("fix.example", Retry::AfterFix)] {
        let order = order(Provider::Wapi, name);
        let error = with_advice(|other| other == advice);
        house.write(&order, vec![JSON.refusal(&error).unwrap()]);
        let (failure, _) = house.failure_over_http(&order).await;
        assert_eq!(failure, Failure::new(error));
        assert_eq!(house.calls(Provider::Wapi, name), (1, 0));
    }
}

#[tokio::test]
async fn an_order_without_an_answer_in_time_is_looked_up() {
    let house = House::start(Plan { timeout: Duration::from_millis(500), ..Plan::default() }).await;
    let order = order(Provider::Wapi, "lost.example");
    let lost = on_the_way(Transport::TimedOut);
    let (failure, response) = house.failure_over_http(&order).await;
    assert_eq!((failure, response.status()), (lost.clone(), StatusCode::GATEWAY_TIMEOUT));
    let (failure, status) = house.failure_over_grpc(&order).await;
    assert_eq!((failure, status.code()), (lost, tonic::Code::DeadlineExceeded));
    assert_eq!(house.calls(Provider::Wapi, "lost.example"), (2, 6), "a lookup does no harm");
    assert_eq!(house.logged().len(), 2);
}

/// Starts a gateway whose providers are all at one address.
async fn start_with_providers_at(address: String) -> House {
    let address = format!("http://{address}");
    let addresses = Addresses { domains: address.clone(), wapi: address.clone(), wix: address };
    House::start(Plan { addresses: Some(addresses), ..Plan::default() }).await
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_tried_again() {
    let gone = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = gone.local_addr().unwrap().to_string();
    drop(gone);
    let house = start_with_providers_at(address).await;
    let order = order(Provider::Wapi, "a.example");
    let refused = on_the_way(Transport::NotSent);
    assert_eq!(house.failure_over_http(&order).await.0, refused);
    assert_eq!(house.failure_over_grpc(&order).await.0, refused);
    assert_eq!(house.pauses().len(), 4, "nothing arrived, so it may be sent again");
}

#[tokio::test]
async fn a_connection_that_breaks_off_leaves_the_result_open() {
    let long = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", 5 * 1024 * 1024);
    let long = long + &" ".repeat(5 * 1024 * 1024);
    for start in ["", "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{}", long.as_str()] {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let house = start_with_providers_at(listener.local_addr().unwrap().to_string()).await;
        let answers = start.to_owned();
        let server = tokio::spawn(async move {
            for _ in 0..4 {
                let (mut stream, _) = listener.accept().await.unwrap();
                let _ = stream.read(&mut [0; 4096]).await.unwrap();
                // The client hangs up in the middle of an answer that is too long.
                let _ = stream.write_all(answers.as_bytes()).await;
            }
        });
        let order = order(Provider::Wapi, "a.example");
        let lost = on_the_way(Transport::BrokenOff);
        assert_eq!(house.failure_over_http(&order).await.0, lost);
        server.await.unwrap();
        assert_pauses(&house.pauses(), &[(0, 200), (0, 200), (0, 400)]);
    }
}
