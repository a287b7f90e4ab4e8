//! Errors as responses of the crate `http`, and its responses as input.

use alloc::vec::Vec;

use ::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use ::http::{Response, StatusCode};

use crate::reply::of_status;
use crate::{
    Audience, ErrorFacts, Failure, HttpStatus, Input, InvalidValue, Problem, Reply, Retry,
};

impl From<HttpStatus> for StatusCode {
    #[allow(clippy::expect_used, reason = "`http` takes more numbers than `HttpStatus`")]
    fn from(status: HttpStatus) -> Self {
        Self::from_u16(status.get()).expect("`http` takes every number from 100 to 999")
    }
}

impl TryFrom<StatusCode> for HttpStatus {
    type Error = InvalidValue;

    fn try_from(status: StatusCode) -> Result<Self, InvalidValue> {
        status.as_u16().try_into()
    }
}

impl Reply<'_> {
    /// Returns the response with the problem: its status, its JSON, the language of its detail, and
    /// `Retry-After` if the advice has a delay.
    pub fn to_http_response(&self) -> Response<Vec<u8>> {
        self.problem().to_http_response()
    }
}

/// Returns the status for a client of your service.
impl<E: ErrorFacts> From<&Failure<E>> for StatusCode {
    fn from(failure: &Failure<E>) -> Self {
        failure.reply(Audience::Client).http().into()
    }
}

impl Problem {
    /// Returns the response with this problem: its status, its JSON, `Content-Language` if the
    /// language of its detail is known, and `Retry-After` if the advice has a delay.
    ///
    /// # Examples
    ///
    /// ```
    /// let body = br#"{"status": 429, "retry": "later 300s"}"#;
    /// let problem = errcat::Problem::from_json(body).unwrap();
    /// let response = problem.with_instance("/requests/7").to_http_response();
    /// assert_eq!(response.status(), http::StatusCode::TOO_MANY_REQUESTS);
    /// assert_eq!(response.headers()["retry-after"], "300");
    /// assert_eq!(response.headers()["content-type"], "application/problem+json");
    /// ```
    pub fn to_http_response(&self) -> Response<Vec<u8>> {
        let mut response = Response::new(self.to_json().into_bytes());
        *response.status_mut() =
            self.status().map_or(StatusCode::INTERNAL_SERVER_ERROR, StatusCode::from);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(Self::MEDIA_TYPE));
        if let Some(Ok(language)) = self.language().map(HeaderValue::from_str) {
            headers.insert(CONTENT_LANGUAGE, language);
        }
        if let Some(delay) = self.retry().and_then(Retry::delay) {
            headers.insert(RETRY_AFTER, HeaderValue::from(delay.as_secs()));
        }
        response
    }

    /// Reads the problem in a response; fails if the body is not a JSON object.
    ///
    /// The longer delay of the body and `Retry-After` counts. If the body has no retry advice, a
    /// `Retry-After` adds it to that of the status.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{Problem, Retry};
    ///
    /// let response = http::Response::builder()
    ///     .status(503)
    ///     .header("retry-after", "120")
    ///     .body(r#"{"title": "Down for maintenance"}"#)?;
    /// let problem = Problem::from_http_response(&response).unwrap();
    /// assert_eq!(problem.retry(), Some(Retry::Later { after_seconds: Some(120) }));
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn from_http_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self, InvalidValue> {
        let problem = Self::from_json(response.body().as_ref())?;
        let delay = Input::from(response).retry_after();
        if delay.is_none() {
            return Ok(problem);
        }
        let status = response.status().try_into().ok();
        let advice = problem.retry().unwrap_or_else(|| of_status(status).retry);
        Ok(problem.with_retry(advice.delayed(delay)))
    }
}

/// The body, the status and the headers of a response.
///
/// # Examples
///
/// ```
/// let response = http::Response::builder()
///     .status(404)
///     .header("x-wix-request-id", "1700000000.123")
///     .body(r#"{"message": "Not found"}"#)?;
/// let input = errcat::Input::from(&response).with_operation("Get Connected Domain");
/// assert_eq!(input.header("X-Wix-Request-Id"), Some("1700000000.123"));
/// # Ok::<(), http::Error>(())
/// ```
impl<'b, B: AsRef<[u8]>> From<&'b Response<B>> for Input<'b> {
    fn from(response: &'b Response<B>) -> Self {
        let input = Self::new(response.body().as_ref()).with_header_map(response.headers());
        match HttpStatus::new(response.status().as_u16()) {
            Some(status) => input.with_status(status),
            None => input,
        }
    }
}
