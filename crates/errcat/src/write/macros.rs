//! The parts of generated error types that depend on features of this crate.

/// Gives `Error` problem details.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __problem {
    () => {
        impl Error {
            /// Returns the problem details of RFC 9457 for a client, without what is sensitive.
            pub fn problem(&self) -> $crate::Problem {
                $crate::Problem::from(self)
            }

            /// Reads an error back from a problem; fails if the problem is not of this catalog.
            pub fn from_problem(
                problem: &$crate::Problem,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                problem.to_error()
            }
        }

        impl ::core::convert::From<Error> for $crate::Problem {
            fn from(error: Error) -> Self {
                error.problem()
            }
        }

        impl ::core::convert::TryFrom<&$crate::Problem> for Error {
            type Error = $crate::InvalidValue;

            fn try_from(
                problem: &$crate::Problem,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                problem.to_error()
            }
        }
    };
}

/// Gives `Error` responses of the crate `http`.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    () => {
        impl Error {
            /// Returns the response for a client: the problem, its status, and `Retry-After` if
            /// the advice has a delay.
            pub fn to_http_response(
                &self,
            ) -> $crate::rt::http::Response<$crate::rt::error::Vec<u8>> {
                self.problem().to_http_response()
            }
        }

        $crate::__http!(&Error);
        $crate::__http!(Error);
    };
    ($error:ty) => {
        impl ::core::convert::From<$error> for $crate::rt::http::StatusCode {
            fn from(error: $error) -> Self {
                error.http().into()
            }
        }
    };
}

/// Makes `Error` an answer of axum's handlers.
#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    () => {
        /// Answers with the problem, its status, and `Retry-After` if the advice has a delay.
        impl $crate::rt::axum_core::response::IntoResponse for Error {
            fn into_response(self) -> $crate::rt::axum_core::response::Response {
                $crate::rt::axum_core::response::IntoResponse::into_response(self.problem())
            }
        }
    };
}

/// Gives `Error` statuses of gRPC.
#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    () => {
        impl Error {
            /// Returns the gRPC status for a client, with the details of `google.rpc` and without
            /// what is sensitive.
            ///
            /// It fits into the 8 KiB of headers that peers accept. Details that do not fit are
            /// left out whole and named by `leftOut` in the metadata of `ErrorInfo`.
            pub fn to_status(&self) -> $crate::rt::tonic::Status {
                $crate::rt::status::status_of(self, self.retry())
            }

            /// Returns the same status with other retry advice, to pass on the delay of a provider.
            pub fn to_status_with_retry(&self, retry: $crate::Retry) -> $crate::rt::tonic::Status {
                $crate::rt::status::status_of(self, retry)
            }

            /// Reads an error back from a status; fails if the status is not of this catalog.
            pub fn from_status(
                status: &$crate::rt::tonic::Status,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                $crate::rt::status::error_of(status)
            }
        }

        impl ::core::convert::TryFrom<&$crate::rt::tonic::Status> for Error {
            type Error = $crate::InvalidValue;

            fn try_from(
                status: &$crate::rt::tonic::Status,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                Self::from_status(status)
            }
        }

        $crate::__tonic!(&Error);
        $crate::__tonic!(Error);
    };
    ($error:ty) => {
        /// Returns the status with all details that a client may know.
        impl ::core::convert::From<$error> for $crate::rt::tonic::Status {
            fn from(error: $error) -> Self {
                error.to_status()
            }
        }
    };
}

/// Makes `Error` a report for terminals.
#[cfg(feature = "miette")]
#[doc(hidden)]
#[macro_export]
macro_rules! __miette {
    () => {
        /// Reports the code as `wapi::3201`, the next step as help, and the address of the entry in
        /// the reference pages.
        impl $crate::rt::miette::Diagnostic for Error {
            fn code<'a>(&'a self) -> $crate::rt::miette::Part<'a> {
                $crate::rt::miette::code(self)
            }

            fn help<'a>(&'a self) -> $crate::rt::miette::Part<'a> {
                $crate::rt::miette::help(self)
            }

            fn url<'a>(&'a self) -> $crate::rt::miette::Part<'a> {
                $crate::rt::miette::url(self)
            }
        }
    };
}

/// Gives `Error` the bodies that the provider sends.
#[cfg(feature = "stand-in")]
#[doc(hidden)]
#[macro_export]
macro_rules! __stand_in {
    () => {
        impl Error {
            /// Returns the body with this error as the provider sends it, for a stand-in in tests;
            /// `None` if the provider has no response for it in this format.
            ///
            /// It says everything that the provider would, even what is sensitive. Reading it gives
            /// the same error, as far as a body can say: an error whose case is not known becomes
            /// the only case of its code, and a value that contains the text between two parameters
            /// is lost.
            pub fn to_body(
                &self,
                format: $crate::BodyFormat,
            ) -> ::core::option::Option<$crate::rt::error::String> {
                $crate::rt::stand_in::body_of(self, format)
            }
        }
    };
}
