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
    };
}

/// Nothing: the features `json` and `xml` of `errcat` are off.
#[cfg(not(any(feature = "json", feature = "xml")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode {
    ($spec:expr) => {};
}
