//! The parts of generated error types that depend on features of this crate.

/// Gives a type of errors problem details.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __problem {
    ($error:ident) => {
        impl $error {
            /// Returns the problem details of RFC 9457 for a client of your service, who may see
            /// nothing else; for other audiences, use [`reply`](Self::reply).
            pub fn problem(&self) -> $crate::Problem {
                self.reply($crate::Audience::Client).problem()
            }

            /// Reads an error back from a problem; fails if the problem names no catalog of this
            /// type.
            pub fn from_problem(
                problem: &$crate::Problem,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                ::core::convert::TryFrom::try_from(problem)
            }
        }

        impl ::core::convert::From<$error> for $crate::Problem {
            fn from(error: $error) -> Self {
                error.problem()
            }
        }
    };
}

/// Gives `Error` the reading of problems.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_problem {
    () => {
        impl ::core::convert::TryFrom<&$crate::Problem> for Error {
            type Error = $crate::InvalidValue;

            fn try_from(
                problem: &$crate::Problem,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                problem.to_error()
            }
        }
    };
    ($any:ident [$($error:ty),+]) => {
        /// Reads the error of the catalog that the problem names.
        impl ::core::convert::TryFrom<&$crate::Problem> for $any {
            type Error = $crate::InvalidValue;

            fn try_from(
                problem: &$crate::Problem,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                $(if let Ok(error) = <$error>::from_problem(problem) {
                    return Ok(error.into());
                })+
                Err($crate::rt::noun("a problem of one of these catalogs"))
            }
        }
    };
}

/// Gives a type of errors responses of the crate `http`.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($error:ident) => {
        impl $error {
            /// Returns the response for a client of your service: the problem, its status, and
            /// `Retry-After` if the advice has a delay.
            pub fn to_http_response(
                &self,
            ) -> $crate::rt::http::Response<$crate::rt::error::Vec<u8>> {
                self.problem().to_http_response()
            }
        }

        $crate::__http!(@ &$error);
        $crate::__http!(@ $error);
    };
    (@ $error:ty) => {
        /// Returns the status for a client of your service.
        impl ::core::convert::From<$error> for $crate::rt::http::StatusCode {
            fn from(error: $error) -> Self {
                error.reply($crate::Audience::Client).http().into()
            }
        }
    };
}

/// Makes a type of errors an answer of axum's handlers.
#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($error:ident) => {
        /// Answers a client of your service with the problem, its status, and `Retry-After` if the
        /// advice has a delay.
        impl $crate::rt::axum_core::response::IntoResponse for $error {
            fn into_response(self) -> $crate::rt::axum_core::response::Response {
                $crate::rt::axum_core::response::IntoResponse::into_response(self.problem())
            }
        }
    };
}

/// Gives a type of errors statuses of gRPC.
#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($error:ident) => {
        impl $error {
            /// Returns the gRPC status for a client of your service, who may see nothing else; for
            /// other audiences, use [`reply`](Self::reply).
            pub fn to_status(&self) -> $crate::rt::tonic::Status {
                self.reply($crate::Audience::Client).to_status()
            }

            /// Reads an error back from a status; fails if the status names no catalog of this
            /// type.
            pub fn from_status(
                status: &$crate::rt::tonic::Status,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                ::core::convert::TryFrom::try_from(status)
            }
        }

        $crate::__tonic!(@ &$error);
        $crate::__tonic!(@ $error);
    };
    (@ $error:ty) => {
        /// Returns the status for a client of your service.
        impl ::core::convert::From<$error> for $crate::rt::tonic::Status {
            fn from(error: $error) -> Self {
                error.to_status()
            }
        }
    };
}

/// Gives `Error` the reading of statuses of gRPC.
#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_status {
    () => {
        impl ::core::convert::TryFrom<&$crate::rt::tonic::Status> for Error {
            type Error = $crate::InvalidValue;

            fn try_from(
                status: &$crate::rt::tonic::Status,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                $crate::rt::status::error_of(status)
            }
        }
    };
    ($any:ident [$($error:ty),+]) => {
        /// Reads the error of the catalog that the status names.
        impl ::core::convert::TryFrom<&$crate::rt::tonic::Status> for $any {
            type Error = $crate::InvalidValue;

            fn try_from(
                status: &$crate::rt::tonic::Status,
            ) -> ::core::result::Result<Self, $crate::InvalidValue> {
                $(if let Ok(error) = <$error>::from_status(status) {
                    return Ok(error.into());
                })+
                Err($crate::rt::noun("a status of one of these catalogs"))
            }
        }
    };
}

/// Makes a type of errors a report for terminals.
#[cfg(feature = "miette")]
#[doc(hidden)]
#[macro_export]
macro_rules! __miette {
    ($error:ident) => {
        /// Reports the code as `wapi::3201`, the next step as help, and the address of the entry in
        /// the reference pages.
        impl $crate::rt::miette::Diagnostic for $error {
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
    ($error:ident) => {
        impl $error {
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

        $crate::__provider_response!($error);
    };
}

/// Gives `Error` the responses that the provider sends.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __provider_response {
    ($error:ident) => {
        impl $error {
            /// Returns the response with this error as the provider sends it, for a stand-in in
            /// tests; `None` if the provider has no response for it in this format.
            ///
            /// It has the body of [`to_body`](Self::to_body), its content type, and the headers of
            /// the provider whose values are known. The status is the one that the error came with,
            /// or else the one that the provider always sends, or else that of the error.
            pub fn to_provider_response(
                &self,
                format: $crate::BodyFormat,
            ) -> ::core::option::Option<$crate::rt::http::Response<$crate::rt::error::String>> {
                $crate::rt::stand_in::response_of(self, format)
            }
        }
    };
}
