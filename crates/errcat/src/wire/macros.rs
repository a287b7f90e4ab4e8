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
        /// It never fails and never panics. A response is a success only if its body says so with
        /// a code of the catalog.
        pub fn decode<'b>(
            response: impl ::core::convert::Into<$crate::Input<'b>>,
        ) -> $crate::Response<'b, Error> {
            $crate::decode(response)
        }
    };
}
