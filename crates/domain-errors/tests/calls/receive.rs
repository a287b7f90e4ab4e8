//! A request of reqwest brings a response for `decode`, or a failure that says what is known.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use domain_errors::{
    ErrorKind, Failure, HttpStatus, MAX_RECEIVED, Retry, Transport, receive, wapi, wix,
};
use reqwest::dns::{Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, StatusCode};
use tokio::net::TcpListener;

use crate::server::{Server, refusing};

const LATER: Retry = Retry::Later { after_seconds: None };

async fn get(client: ClientBuilder, url: &str) -> Result<http::Response<bytes::Bytes>, Lost> {
    wapi::receive(client.build().unwrap().get(url).send().await).await
}

type Lost = Failure<wapi::Error>;

/// Fails if the failure of a call is not this one, or shows the address.
fn check(failure: &Lost, transport: Transport, retry: Retry) {
    let wapi::Error::System(system) = failure.error() else { unreachable!("{failure:?}") };
    assert_eq!(system.transport(), Some(transport), "{failure:?}");
    assert_eq!((failure.kind(), failure.retry()), (ErrorKind::System, retry), "{failure:?}");
    assert_eq!(failure.may_resend(false), retry == LATER, "{failure:?}");
    let mut shown = format!("{failure} {failure:?}");
    let mut next: Option<&dyn Error> = failure.source();
    while let Some(cause) = next {
        shown += &cause.to_string();
        next = cause.source();
    }
    assert!(!shown.contains("secret"), "{shown}");
}

/// Returns the cause of a failure, which is an error of reqwest.
fn cause(failure: &Lost) -> &reqwest::Error {
    failure.source().unwrap().downcast_ref().unwrap()
}

#[tokio::test]
async fn a_response_is_read_whatever_its_status() {
    let body = r#"{"response": {"code": 3201, "result": "Domain is registered"}}"#;
    let provider = Server::with(200, "", body).await;
    let response = get(Client::builder(), &provider.url).await.unwrap();
    let failure = wapi::decode(&response).into_result().unwrap_err();
    assert_eq!(failure.error(), &wapi::Error::DomainRegistered);

    let body = r#"{"message": "Domain not found", "details": {"applicationError": {}}}"#;
    let provider = Server::with(404, "X-Wix-Request-Id: 17.1\r\n", body).await;
    let sent = reqwest::get(&provider.url).await;
    let response = receive::<wix::Error>(sent).await.unwrap();
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let failure = wix::decode(&response).into_result().unwrap_err();
    assert_eq!(failure.status(), HttpStatus::new(404));
    assert_eq!(failure.request_id(), Some("17.1"));
}

#[tokio::test]
async fn a_refused_connection_means_that_nothing_was_sent() {
    let failure = get(Client::builder(), &refusing().await).await.unwrap_err();
    check(&failure, Transport::NotSent, LATER);
    assert!(cause(&failure).is_connect());
}

/// A resolver without an answer.
struct Silent;

impl Resolve for Silent {
    fn resolve(&self, _: Name) -> Resolving {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_timeout_of_the_connection_means_that_nothing_was_sent() {
    let client = Client::builder().dns_resolver(Arc::new(Silent));
    let client = client.connect_timeout(Duration::from_millis(10));
    let failure = get(client, "http://provider.example/?secret").await.unwrap_err();
    check(&failure, Transport::NotSent, LATER);
    assert!(cause(&failure).is_timeout());
}

#[tokio::test]
async fn a_request_that_cannot_be_built_is_never_sent() {
    for url in ["/domains?secret", "ftp://provider.example/?secret"] {
        let failure = get(Client::builder(), url).await.unwrap_err();
        check(&failure, Transport::NotSent, Retry::Never);
        assert!(cause(&failure).is_builder());
    }
}

#[tokio::test]
async fn a_request_without_an_answer_times_out() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/?secret", silent.local_addr().unwrap());
    let client = Client::builder().timeout(Duration::from_millis(50));
    let failure = get(client, &url).await.unwrap_err();
    check(&failure, Transport::TimedOut, Retry::Query);
    assert!(cause(&failure).is_timeout());
    assert_eq!(failure.http().get(), 504);
}

#[tokio::test]
async fn a_response_can_break_off_anywhere() {
    for cut in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"response\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"res\r\n",
        "not HTTP\r\n\r\n",
    ] {
        let provider = Server::new(cut).await;
        let failure = get(Client::builder(), &provider.url).await.unwrap_err();
        check(&failure, Transport::BrokenOff, Retry::Query);
        assert!(!cause(&failure).is_timeout(), "{cut}");
        assert_eq!(failure.http().get(), 502);
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_broken_off() {
    let provider = Server::with(200, "", &" ".repeat(MAX_RECEIVED)).await;
    let response = get(Client::builder(), &provider.url).await.unwrap();
    assert_eq!(response.body().len(), MAX_RECEIVED);

    let provider = Server::with(200, "", &" ".repeat(MAX_RECEIVED + 1)).await;
    let failure = get(Client::builder(), &provider.url).await.unwrap_err();
    check(&failure, Transport::BrokenOff, Retry::Query);
    assert_eq!(failure.source().unwrap().to_string(), "length limit exceeded");
}

#[tokio::test]
async fn a_redirect_never_looks_as_if_nothing_was_sent() {
    let elsewhere = format!("Location: {}\r\n", refusing().await);
    let provider = Server::with(302, &elsewhere, "").await;
    let client = Client::builder().redirect(Policy::none());
    let response = get(client, &provider.url).await.unwrap();
    let failure = wapi::decode(&response).into_result().unwrap_err();
    assert_eq!(failure.status(), HttpStatus::new(302));
    assert!(!failure.may_resend(false));

    // Without the policy, an address that cannot be called fails like a request that was not built.
    let provider = Server::with(302, "Location: ftp://provider.example/?secret\r\n", "").await;
    let failure = get(Client::builder(), &provider.url).await.unwrap_err();
    assert!(!failure.may_resend(false));
}
