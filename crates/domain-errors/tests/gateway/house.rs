//! A running gateway with its stand-ins and clients.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Bytes;
use domain_errors::{AnyError, Audience, Problem, Retry, wapi};
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use http::{Method, Response, StatusCode};
use reqwest::Client;
use tokio::net::TcpListener;
use tonic::client::Grpc;
use tonic::transport::{Channel, Endpoint};
use tonic::{IntoRequest, Status};
use tonic_prost::ProstCodec;
use tonic_types::StatusExt;
use tower::retry::budget::TpsBudget;

use crate::service::calls::Patience;
use crate::service::providers::Format;
use crate::service::{Action, Addresses, Gateway, Order, Provider, Settings, State, proto, server};
use crate::upstreams::{self, Answer, Script};

/// The bytes of headers that many clients of gRPC accept.
const HEADERS: u32 = 8 * 1024;

/// A failure, as an operator reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) error: AnyError,
    pub(crate) retry: Retry,
}

impl Failure {
    pub(crate) fn new(error: impl Into<AnyError>) -> Self {
        let error = error.into();
        Self { retry: error.retry(), error }
    }
}

/// An outcome, as an operator reads it.
pub(crate) type Outcome = Result<State, Failure>;

/// Events, in their order.
type Noted<T> = Arc<Mutex<Vec<T>>>;

pub(crate) struct House {
    pub(crate) script: Script,
    rest: SocketAddr,
    http: Client,
    grpc: Channel,
    outcomes: Noted<(String, Outcome)>,
    pauses: Noted<Duration>,
}

/// The settings of a gateway.
pub(crate) struct Plan {
    pub(crate) format: Format,
    pub(crate) timeout: Duration,
    pub(crate) longest: Duration,
    /// The resends a second that all orders together may make, on the average of a minute.
    pub(crate) budget: u32,
    /// Whether the gateway panics before it looks an order up or sends a request again.
    pub(crate) panics: bool,
    /// The addresses of the providers, if they are not the stand-ins.
    pub(crate) addresses: Option<Addresses>,
}

impl Default for Plan {
    fn default() -> Self {
        let hour = Duration::from_secs(3600);
        Self {
            format: Format::Json,
            timeout: hour,
            longest: hour,
            budget: 1000,
            panics: false,
            addresses: None,
        }
    }
}

impl House {
    pub(crate) async fn start(plan: Plan) -> Self {
        let (outcomes, pauses) = (Noted::default(), Noted::default());
        let script = Script::default();
        let own = upstreams::start(&script, plan.format).await.unwrap();
        let gateway = Gateway::new(Settings {
            patience: patience(&plan, &pauses),
            addresses: plan.addresses.unwrap_or(own),
            wapi: plan.format,
            timeout: plan.timeout,
            log: {
                let outcomes = Arc::clone(&outcomes);
                Arc::new(move |order, outcome| {
                    let outcome = outcome.as_ref().copied().map_err(|failure| Failure {
                        error: failure.error().clone(),
                        retry: failure.retry(),
                    });
                    outcomes.lock().unwrap().push((order.name.clone(), outcome));
                })
            },
        })
        .unwrap();
        let for_rest = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let for_grpc = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let clients = Self::at(for_rest.local_addr().unwrap(), for_grpc.local_addr().unwrap());
        tokio::spawn(async move {
            let never = std::future::pending();
            server::serve(gateway, for_rest, for_grpc, never, Duration::ZERO).await.unwrap();
        });
        Self { script, outcomes, pauses, ..clients }
    }

    /// Returns clients of a gateway at these addresses.
    pub(crate) fn at(rest: SocketAddr, grpc: SocketAddr) -> Self {
        let grpc = Endpoint::from_shared(format!("http://{grpc}")).unwrap();
        let grpc = grpc.http2_max_header_list_size(HEADERS).connect_lazy();
        let http = Client::builder().no_proxy().build().unwrap();
        let (script, outcomes, pauses) = <_>::default();
        Self { script, rest, http, grpc, outcomes, pauses }
    }

    /// Returns the answer of the gateway to an HTTP client.
    pub(crate) async fn over_http(&self, order: &Order) -> Response<Bytes> {
        let method = match order.action {
            Action::Register => Method::PUT,
            Action::Look => Method::GET,
        };
        let words = order.words.map(|words| format!("&words={}", path(words))).unwrap_or_default();
        let Order { provider, name, audience, languages, .. } = order;
        let path = path(*provider);
        let path = format!("/{path}/domains/{name}?audience={audience}{words}");
        self.ask(method, &path, languages).await
    }

    /// Returns the answer to a request of a reader of some languages.
    pub(crate) async fn ask(&self, method: Method, path: &str, languages: &str) -> Response<Bytes> {
        self.try_to_ask(method, path, languages).await.unwrap()
    }

    /// Returns the answer to a request, unless the gateway refuses the connection.
    pub(crate) async fn try_to_ask(
        &self,
        method: Method,
        path: &str,
        languages: &str,
    ) -> Result<Response<Bytes>, Box<dyn Error + Send + Sync>> {
        let address = format!("http://{}{path}", self.rest);
        let request = self.http.request(method, address).header(ACCEPT_LANGUAGE, languages);
        let sent = request.send().await;
        Ok(domain_errors::receive::<wapi::Error>(sent).await?)
    }

    /// The failure that a client of HTTP reads, and the response that it is in.
    pub(crate) async fn failure_over_http(&self, order: &Order) -> (Failure, Response<Bytes>) {
        let response = self.over_http(order).await;
        (failure_in_response(&response), response)
    }

    /// Returns the answer of the gateway to a gRPC client.
    pub(crate) async fn over_grpc(&self, order: &Order) -> Result<proto::Domain, Status> {
        let method = match order.action {
            Action::Register => proto::REGISTER,
            Action::Look => proto::LOOK,
        };
        let words = order.words.map_or(proto::Provider::Unspecified, number) as i32;
        let provider = number(order.provider) as i32;
        let audience = match order.audience {
            Audience::Client => proto::Audience::Client,
            Audience::AccountOwner => proto::Audience::AccountOwner,
            Audience::Operator => proto::Audience::Operator,
        } as i32;
        let asked = proto::DomainRequest { provider, name: order.name.clone(), words, audience };
        let mut request = tonic::Request::new(asked);
        request.metadata_mut().insert("accept-language", order.languages.parse().unwrap());
        self.call(method, request).await
    }

    pub(crate) async fn call(
        &self,
        method: &'static str,
        asked: impl IntoRequest<proto::DomainRequest>,
    ) -> Result<proto::Domain, Status> {
        let mut client = Grpc::new(self.grpc.clone());
        client.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
        let path = http::uri::PathAndQuery::from_static(method);
        let answer = client.unary(asked.into_request(), path, ProstCodec::default()).await;
        answer.map(tonic::Response::into_inner)
    }

    /// Returns the failure that a client of gRPC reads, and its status.
    pub(crate) async fn failure_over_grpc(&self, order: &Order) -> (Failure, Status) {
        let status = self.over_grpc(order).await.unwrap_err();
        (failure_in_status(&status), status)
    }

    /// Returns the outcome that a client reads: a client of gRPC, if the name of the domain says so.
    pub(crate) async fn outcome(&self, order: &Order) -> Outcome {
        if order.name.starts_with("grpc") {
            let domain =
                self.over_grpc(order).await.map_err(|status| failure_in_status(&status))?;
            return Ok(if domain.is_pending { State::Pending } else { State::Active });
        }
        let response = self.over_http(order).await;
        match response.status() {
            StatusCode::OK => Ok(State::Active),
            StatusCode::ACCEPTED => Ok(State::Pending),
            _ => Err(failure_in_response(&response)),
        }
    }

    /// Returns the outcomes that the gateway has logged since the last call.
    pub(crate) fn logged(&self) -> Vec<Outcome> {
        self.logged_by_name().into_iter().map(|(_, outcome)| outcome).collect()
    }

    /// Returns the same with the names of the domains.
    pub(crate) fn logged_by_name(&self) -> Vec<(String, Outcome)> {
        std::mem::take(&mut *self.outcomes.lock().unwrap())
    }

    /// Returns the pauses that the gateway has made since the last call.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        std::mem::take(&mut *self.pauses.lock().unwrap())
    }

    /// Returns how often a provider was asked to register a domain, and to look it up.
    pub(crate) fn calls(&self, provider: Provider, name: &str) -> (u32, u32) {
        let calls = |action| self.script.calls(provider, action, name);
        (calls(Action::Register), calls(Action::Look))
    }

    /// Sets the answers of a provider to an order. It answers later lookups with a page.
    pub(crate) fn write(&self, order: &Order, answers: Vec<Answer>) {
        let Order { provider, action, name, .. } = order;
        self.script.answer(*provider, Action::Look, name, vec![Answer::page()]);
        self.script.answer(*provider, *action, name, answers);
    }
}

/// Returns an order to register a domain, by an operator.
pub(crate) fn order(provider: Provider, name: &str) -> Order {
    Order {
        provider,
        action: Action::Register,
        name: name.to_owned(),
        words: None,
        audience: Audience::Operator,
        languages: String::new(),
    }
}

/// Returns the patience of a service whose pauses are noted and take no time.
fn patience(plan: &Plan, pauses: &Noted<Duration>) -> Patience {
    let (longest, panics, pauses) = (plan.longest, plan.panics, Arc::clone(pauses));
    let pause = move |delay| -> crate::service::calls::Pause {
        assert!(!panics, "as planned");
        pauses.lock().unwrap().push(delay);
        Box::pin(async {})
    };
    let budget = Arc::new(TpsBudget::new(Duration::from_secs(60), plan.budget, 0.0));
    Patience { longest, budget, pause: Arc::new(pause), ..Patience::default() }
}

fn failure_in_response(response: &Response<Bytes>) -> Failure {
    assert_eq!(response.headers()[CONTENT_TYPE], Problem::MEDIA_TYPE, "{response:?}");
    let problem = Problem::from_json(response.body()).unwrap();
    let retry = problem.retry().unwrap();
    let sent = response.headers().get(RETRY_AFTER).map(|value| value.to_str().unwrap());
    let delay = retry.delay().map(|delay| delay.as_secs().to_string());
    assert_eq!(sent, delay.as_deref(), "{problem:?}");
    Failure { error: AnyError::from_problem(&problem).unwrap(), retry }
}

fn failure_in_status(status: &Status) -> Failure {
    let retry = Retry::from_status(status).unwrap();
    let delay = status.get_details_retry_info().and_then(|info| info.retry_delay);
    assert_eq!(delay, retry.delay(), "{status:?}");
    Failure { error: AnyError::from_status(status).unwrap(), retry }
}

fn path(provider: Provider) -> &'static str {
    match provider {
        Provider::Domains => "domains",
        Provider::Wapi => "wapi",
        Provider::Wix => "wix",
    }
}

fn number(provider: Provider) -> proto::Provider {
    match provider {
        Provider::Domains => proto::Provider::Domains,
        Provider::Wapi => proto::Provider::Wapi,
        Provider::Wix => proto::Provider::Wix,
    }
}
