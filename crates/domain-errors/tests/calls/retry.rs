//! Tower sends a request again if its error allows it, within limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use domain_errors::{AnyError, ErrorFacts, Failure, Input, Retry, RetryPolicy, System, wapi};
use reqwest::{Body, Client, Method, Request, Url};
use tokio::time::Instant;
use tower::retry::budget::TpsBudget;
use tower::{ServiceBuilder, ServiceExt, service_fn};

use crate::server::{Server, refusing};

#[derive(Clone, Copy, PartialEq)]
enum Call {
    LookUp,
    Order,
}

type Policy = RetryPolicy<Call>;

fn policy() -> Policy {
    RetryPolicy::new(|call| *call == Call::LookUp)
}

fn quick() -> Policy {
    policy().with_backoff(Duration::ZERO, Duration::from_millis(1))
}

/// Makes a call through the layer, and returns how often it was sent and how long that took.
async fn make<E: ErrorFacts, F: Future<Output = Result<(), E>>>(
    policy: &Policy,
    call: Call,
    attempt: impl Fn() -> F + Clone,
) -> (usize, Duration) {
    let (sent, start) = (&AtomicUsize::new(0), Instant::now());
    let service = service_fn(move |_: Call| {
        sent.fetch_add(1, Ordering::SeqCst);
        attempt()
    });
    let service = ServiceBuilder::new().retry(policy.clone()).service(service);
    assert!(service.oneshot(call).await.is_err(), "the service always fails");
    (sent.load(Ordering::SeqCst), start.elapsed())
}

/// Makes a call over HTTP, and returns how often it was sent.
async fn call(policy: &Policy, call: Call, url: &str) -> usize {
    let attempt = async || {
        wapi::decode(&wapi::receive(reqwest::get(url).await).await?).into_result()?;
        Ok::<_, Failure<wapi::Error>>(())
    };
    make(policy, call, attempt).await.0
}

/// Makes a lookup that always fails with this advice.
async fn look_up(policy: &Policy, retry: Retry) -> (usize, Duration) {
    let failure = || Failure::new(wapi::Error::from(System::new(""))).with_retry(retry);
    make(policy, Call::LookUp, async || Err(failure())).await
}

const fn later(seconds: u32) -> Retry {
    Retry::Later { after_seconds: Some(seconds) }
}

#[tokio::test]
async fn a_lookup_is_sent_again_and_an_order_only_if_it_was_not_sent() {
    let busy = Server::with(503, "", "").await;
    assert_eq!(call(&quick(), Call::Order, &busy.url).await, 1);
    assert_eq!(busy.requests(), 1);
    assert_eq!(call(&quick(), Call::LookUp, &busy.url).await, 3);
    assert_eq!(busy.requests(), 4);

    let url = refusing().await;
    assert_eq!(call(&quick(), Call::Order, &url).await, 3);
    assert_eq!(call(&quick(), Call::LookUp, &url).await, 3);
}

#[tokio::test]
async fn other_advice_than_later_ends_the_attempts() {
    for (code, word) in [(3201, "never"), (2206, "query"), (2001, "after-fix")] {
        let body = format!(r#"{{"response": {{"code": {code}, "result": ""}}}}"#);
        let failure = wapi::decode(Input::new(body.as_bytes())).into_result().unwrap_err();
        assert_eq!(failure.retry().word(), word);
        let provider = Server::with(200, "", &body).await;
        assert_eq!(call(&quick(), Call::LookUp, &provider.url).await, 1, "{word}");
        assert_eq!(provider.requests(), 1);
    }
}

#[tokio::test]
async fn a_success_is_not_sent_again() {
    let provider = Server::with(200, "", r#"{"response": {"code": 1000, "result": "OK"}}"#).await;
    let service = service_fn(async |_: Call| {
        wapi::decode(&wapi::receive(reqwest::get(&provider.url).await).await?).into_result()
    });
    let service = ServiceBuilder::new().retry(quick()).service(service);
    assert_eq!(service.oneshot(Call::LookUp).await.unwrap(), Some(wapi::Code::RequestSucceeded));
    assert_eq!(provider.requests(), 1);
}

#[tokio::test]
async fn the_first_answer_that_helps_ends_the_attempts() {
    let left = &AtomicUsize::new(2);
    let service = service_fn(async |_: Call| match left.fetch_sub(1, Ordering::SeqCst) {
        0 => Ok(()),
        _ => Err(AnyError::from(wapi::Error::DomainCheckRequestFailed)),
    });
    let patient = quick().with_max_retry_after(Duration::from_secs(300));
    tokio::time::pause();
    let start = Instant::now();
    ServiceBuilder::new().retry(patient).service(service).oneshot(Call::LookUp).await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 600, "the delay of the catalog, twice");
}

#[tokio::test(start_paused = true)]
async fn a_delay_is_waited_besides_the_backoff_unless_it_is_too_long() {
    let (sent, took) = look_up(&policy(), later(4)).await;
    assert_eq!(sent, 3);
    // 200 and 400 ms, each up to twice as long.
    let expected = Duration::from_millis(8_600)..Duration::from_millis(9_200);
    assert!(expected.contains(&took), "{took:?}");

    let (sent, took) = look_up(&policy(), Retry::Later { after_seconds: None }).await;
    assert!(sent == 3 && took < Duration::from_millis(1_200), "{took:?}");

    for (seconds, expected) in [(5, 3), (6, 1), (u32::MAX, 1)] {
        assert_eq!(look_up(&policy(), later(seconds)).await.0, expected, "{seconds}");
    }
    let patient = policy().with_max_retry_after(Duration::MAX);
    assert_eq!(look_up(&patient, later(6)).await.0, 3);
}

#[tokio::test(start_paused = true)]
async fn the_backoff_grows_up_to_its_limit_and_differs_between_clones() {
    let hour = Duration::from_secs(3600);
    let hourly = policy().with_backoff(hour, 3 * hour).with_max_attempts(6);
    let (sent, first) = look_up(&hourly, later(0)).await;
    assert_eq!(sent, 6);
    // 1 and 2 hours with their random part, then 3 hours three times.
    assert!((12 * hour..=14 * hour).contains(&first), "{first:?}");
    assert_ne!(look_up(&hourly, later(0)).await.1, first);

    for impossible in [(hour, Duration::ZERO), (Duration::ZERO, Duration::ZERO)] {
        let policy = policy().with_backoff(impossible.0, impossible.1);
        let (sent, took) = look_up(&policy, later(0)).await;
        assert!(sent == 3 && (took.as_secs()).abs_diff(2 * impossible.0.as_secs()) < 1, "{took:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn attempts_are_counted_for_each_request() {
    for (attempts, sent) in [(0, 1), (1, 1), (2, 2), (7, 7)] {
        let policy = quick().with_max_attempts(attempts);
        assert_eq!(look_up(&policy, later(0)).await.0, sent);
        assert_eq!(look_up(&policy, later(0)).await.0, sent, "a clone starts anew");
    }
}

#[tokio::test(start_paused = true)]
async fn clones_share_a_budget_that_every_request_adds_to() {
    let with = |budget| quick().with_budget(Arc::new(budget));
    // One resend in each second.
    let policy = with(TpsBudget::new(Duration::from_secs(1), 1, 0.0));
    assert_eq!(look_up(&policy, later(0)).await.0, 2);
    assert_eq!(look_up(&policy, later(0)).await.0, 1);
    assert_eq!(look_up(&policy, Retry::Never).await.0, 1);

    // One resend for every two requests, however they end.
    let policy = with(TpsBudget::new(Duration::from_secs(10), 0, 0.5));
    assert_eq!(look_up(&policy, Retry::Never).await.0, 1);
    assert_eq!(look_up(&policy, later(0)).await.0, 2);
    assert_eq!(look_up(&policy, later(0)).await.0, 1);
}

#[tokio::test]
async fn a_request_of_reqwest_is_sent_again_if_it_has_a_clone() {
    let busy = Server::with(503, "", "").await;
    let client = Client::new();
    let service = service_fn(async |request: Request| {
        wapi::decode(&wapi::receive(client.execute(request).await).await?).into_result()
    });
    let policy =
        RetryPolicy::with_try_clone(|request| request.method().is_safe(), Request::try_clone);
    let policy = policy.with_backoff(Duration::ZERO, Duration::from_millis(1));
    let service = ServiceBuilder::new().retry(policy).service(service);
    let request = |method| Request::new(method, Url::parse(&busy.url).unwrap());
    let mut unread = request(Method::GET);
    *unread.body_mut() = Some(Body::wrap(http_body_util::Empty::<Bytes>::new()));
    for (request, sent) in [(request(Method::GET), 3), (request(Method::POST), 4), (unread, 5)] {
        service.clone().oneshot(request).await.unwrap_err();
        assert_eq!(busy.requests(), sent);
    }
}
