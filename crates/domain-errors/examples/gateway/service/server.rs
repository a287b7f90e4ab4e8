//! The servers, and how they stop.

use std::error::Error;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

use super::{Gateway, Order, grpc, rest};

/// Serves REST and gRPC until `stop` completes. From then on new requests are refused, and open
/// ones are finished, unless they take longer than `grace`. Orders that are still open then are
/// the error.
pub(crate) async fn serve(
    gateway: Gateway,
    rest: TcpListener,
    grpc: TcpListener,
    stop: impl Future<Output = ()>,
    grace: Duration,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let stopping = CancellationToken::new();
    let servers = async {
        tokio::try_join!(
            rest::serve(gateway.clone(), rest, stopping.clone().cancelled_owned()),
            grpc::serve(gateway.clone(), grpc, stopping.clone().cancelled_owned()),
        )
    };
    let mut servers = pin!(servers);
    let broken = tokio::select! {
        ended = &mut servers => ended.err(),
        () = stop => None,
    };
    stopping.cancel();
    let deadline = Instant::now() + grace;
    let broken = match broken {
        Some(error) => Some(error),
        None => timeout_at(deadline, servers).await.ok().and_then(Result::err),
    };
    let open = gateway.0.orders.finish(deadline).await;
    match broken {
        _ if !open.is_empty() => Err(Unfinished(open).into()),
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// The orders whose outcome is not known.
struct Unfinished(Vec<Arc<Order>>);

impl fmt::Display for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopped before these orders were finished, look them up at the provider:")?;
        self.0.iter().try_for_each(|order| write!(f, "\n  {order}"))
    }
}

/// The same text: `main` prints its error in this form.
impl fmt::Debug for Unfinished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Unfinished {}
