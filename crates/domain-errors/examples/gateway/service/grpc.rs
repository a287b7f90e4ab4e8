//! The service over gRPC.

use std::convert::Infallible;
use std::error::Error;
use std::task::{Context, Poll};

use domain_errors::Audience;
use tokio::net::TcpListener;
use tonic::body::Body;
use tonic::codegen::{BoxFuture, Service, StdError};
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;

use super::{Action, Gateway, Invalid, Order, Provider, State, answer, languages, proto};

/// Serves the methods of [`proto`] until `stop` completes and open requests are answered.
pub(super) async fn serve(
    gateway: Gateway,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let service = Server::builder().add_service(Domains(gateway));
    Ok(service.serve_with_incoming_shutdown(TcpIncoming::from(listener), stop).await?)
}

/// A method of the service.
#[derive(Clone)]
struct Method {
    gateway: Gateway,
    action: Action,
}

impl Method {
    async fn answer(
        self,
        request: Request<proto::DomainRequest>,
    ) -> Result<Response<proto::Domain>, Status> {
        let languages = languages(request.metadata().as_ref());
        let asked = request.into_inner();
        let words = provider(asked.words());
        let missing = || Invalid("`provider` is missing".to_owned());
        let provider = provider(asked.provider()).ok_or_else(missing)?;
        let (action, audience) = (self.action, audience(asked.audience()));
        let order = Order { provider, action, name: asked.name, words, audience, languages };
        let order = order.checked()?;
        let outcome = self.gateway.carry_out(order.clone()).await;
        let state = outcome.map_err(|failure| answer::<Status>(&failure, &order))?;
        Ok(Response::new(proto::Domain { name: order.name, is_pending: state == State::Pending }))
    }
}

impl From<Invalid> for Status {
    fn from(Invalid(text): Invalid) -> Self {
        Self::invalid_argument(text)
    }
}

fn provider(named: proto::Provider) -> Option<Provider> {
    match named {
        proto::Provider::Unspecified => None,
        proto::Provider::Domains => Some(Provider::Domains),
        proto::Provider::Wapi => Some(Provider::Wapi),
        proto::Provider::Wix => Some(Provider::Wix),
    }
}

fn audience(named: proto::Audience) -> Audience {
    match named {
        proto::Audience::Client => Audience::Client,
        proto::Audience::AccountOwner => Audience::AccountOwner,
        proto::Audience::Operator => Audience::Operator,
    }
}

/// From here on, this is what `tonic-prost-build` would generate.
impl UnaryService<proto::DomainRequest> for Method {
    type Response = proto::Domain;
    type Future = BoxFuture<Response<proto::Domain>, Status>;

    fn call(&mut self, request: Request<proto::DomainRequest>) -> Self::Future {
        Box::pin(self.clone().answer(request))
    }
}

#[derive(Clone)]
struct Domains(Gateway);

impl NamedService for Domains {
    const NAME: &'static str = "gateway.v1.Domains";
}

impl<B> Service<http::Request<B>> for Domains
where
    B: tonic::codegen::Body + Send + 'static,
    B::Error: Into<StdError> + Send + 'static,
{
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<Self::Response, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        let action = match request.uri().path() {
            proto::REGISTER => Action::Register,
            proto::LOOK => Action::Look,
            _ => {
                return Box::pin(async { Ok(Status::unimplemented("no such method").into_http()) });
            }
        };
        let method = Method { gateway: self.0.clone(), action };
        Box::pin(async { Ok(Grpc::new(ProstCodec::default()).unary(method, request).await) })
    }
}
