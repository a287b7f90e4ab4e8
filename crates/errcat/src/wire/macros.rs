//! Reading of responses with a generated error type.

/// Gives `Error` the function that reads responses.
#[cfg(any(feature = "json", feature = "xml"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode {
    () => {
        /// Reads a response of this provider: an [`Input`](::errcat::Input), or with the feature
        /// `http` a `&http::Response`.
        ///
        /// It never fails and never panics. A response is a success only if its body says so, with
        /// a code of the catalog or in a form that the catalog declares to be a success. If the
        /// provider has neither for its successes, read those from the status and the body, and
        /// decode the rest.
        pub fn decode<'b>(
            response: impl ::core::convert::Into<$crate::Input<'b>>,
        ) -> $crate::Response<'b, Error> {
            $crate::decode(response)
        }

        $crate::__receive!();
    };
}

/// Gives `Error` the function that receives responses.
#[cfg(feature = "reqwest")]
#[doc(hidden)]
#[macro_export]
macro_rules! __receive {
    () => {
        /// Receives what a request of reqwest to this provider brought: the response with its whole
        /// body, for [`decode`], or the failure of a request that has none.
        ///
        /// See [`errcat::receive`](::errcat::receive) for what is which failure.
        pub async fn receive(
            sent: ::core::result::Result<$crate::rt::reqwest::Response, $crate::rt::reqwest::Error>,
        ) -> ::core::result::Result<
            $crate::rt::http::Response<$crate::rt::bytes::Bytes>,
            $crate::Failure<Error>,
        > {
            $crate::receive(sent).await
        }
    };
}
