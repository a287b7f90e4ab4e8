//! How a catalog says what its responses look like.

/// Reading of responses, where there is a format to read.
#[cfg(any(feature = "json", feature = "xml"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode {
    ($spec:expr) => {
        impl $crate::Decode for Error {
            const SPEC: $crate::wire::Spec<'static> = {
                use $crate::wire::*;
                $spec
            };
        }

        /// Reads a response: never fails, never panics, and is never a success unless the body
        /// says so with a code of the catalog.
        pub fn decode<'b>(input: &$crate::Input<'b>) -> $crate::Response<'b, Error> {
            $crate::wire::decode(input)
        }

        $crate::__decode_http!();
        $crate::__stand_in!();
    };
}

/// Bodies as the provider sends them.
#[cfg(feature = "stand-in")]
#[doc(hidden)]
#[macro_export]
macro_rules! __stand_in {
    () => {
        impl Error {
            /// The body with this error as the provider sends it, for what stands in for the
            /// provider in tests; nothing if the provider has no response for it in this format.
            ///
            /// It says all that the provider would, what is sensitive too.
            pub fn to_body(
                &self,
                format: $crate::BodyFormat,
            ) -> ::core::option::Option<$crate::__private::error::String> {
                $crate::Decode::to_body(self, format)
            }
        }
    };
}

/// Nothing: the feature `stand-in` of `errcat` is off.
#[cfg(all(any(feature = "json", feature = "xml"), not(feature = "stand-in")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __stand_in {
    () => {};
}

/// Reading of responses of the crate `http`.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode_http {
    () => {
        /// Reads a response of the crate `http`, with its status and headers, as [`decode`] does.
        pub fn decode_response<B: ::core::convert::AsRef<[::core::primitive::u8]>>(
            response: &$crate::__private::http::Response<B>,
        ) -> $crate::Response<'_, Error> {
            $crate::decode_response(response)
        }
    };
}

/// Nothing: the feature `http` of `errcat` is off.
#[cfg(all(any(feature = "json", feature = "xml"), not(feature = "http")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode_http {
    () => {};
}

/// Nothing: the features `json` and `xml` of `errcat` are off.
#[cfg(not(any(feature = "json", feature = "xml")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode {
    ($spec:expr) => {};
}
