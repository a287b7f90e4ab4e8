use ::http::Response;
use bytes::Bytes;
use http_body_util::{BodyExt, Limited};

use crate::{Failure, Retry, System};

/// The longest body that [`receive`] reads, in bytes: 4 MiB.
pub const MAX_RECEIVED: usize = 4 * 1024 * 1024;

/// Receives what a request of reqwest brought: the response with its whole body, which
/// [`decode`](crate::decode) reads, whatever its status. Do not call `error_for_status` before: it
/// drops the body.
///
/// A request without a whole response is a failure of the provider, with the error of reqwest as its
/// source. Its address is left out, since it can hold secrets.
///
/// | failure | errors |
/// |---|---|
/// | [not sent](Failure::not_sent) | no connection was made, or not in time; or the request could not be built, and never can be |
/// | [timed out](Failure::timed_out) | any other timeout |
/// | [broken off](Failure::broken_off) | everything else, such as a body that is cut off or has more than [`MAX_RECEIVED`] bytes after decompression |
///
/// A redirect hides that a request was sent: if reqwest follows it and cannot connect, the error is
/// the same as if the first request had not been sent. Create the client for orders with
/// [`redirect::Policy::none`](reqwest::redirect::Policy::none), and without a retry policy of
/// reqwest's own: then `decode` reads the redirect as a failure.
///
/// # Examples
///
/// ```
/// use errcat::{CatalogError, Failure};
///
/// /// Calls a provider, and returns the code of a success.
/// async fn call<E: CatalogError>(
///     request: reqwest::RequestBuilder,
/// ) -> Result<Option<E::Code>, Failure<E>> {
///     errcat::decode(&errcat::receive::<E>(request.send().await).await?).into_result()
/// }
/// ```
pub async fn receive<E: From<System>>(
    sent: Result<reqwest::Response, reqwest::Error>,
) -> Result<Response<Bytes>, Failure<E>> {
    let response: Response<reqwest::Body> = sent.map_err(lost)?.into();
    let (parts, body) = response.into_parts();
    match Limited::new(body, MAX_RECEIVED).collect().await {
        Ok(body) => Ok(Response::from_parts(parts, body.to_bytes())),
        Err(cause) => Err(match cause.downcast() {
            Ok(error) => lost(*error),
            Err(is_longer) => Failure::broken_off(is_longer),
        }),
    }
}

/// Describes a request without a whole response.
fn lost<E: From<System>>(error: reqwest::Error) -> Failure<E> {
    let error = error.without_url();
    if error.is_builder() {
        Failure::not_sent(error).with_retry(Retry::Never)
    } else if error.is_connect() {
        Failure::not_sent(error)
    } else if error.is_timeout() {
        Failure::timed_out(error)
    } else {
        Failure::broken_off(error)
    }
}
