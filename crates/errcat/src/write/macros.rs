//! The impls of generated error types that depend on features of this crate, not of theirs.

/// Everything that writes errors, and reads what was written.
#[doc(hidden)]
#[macro_export]
macro_rules! __writing {
    () => {
        $crate::__problem!();
        $crate::__http!();
        $crate::__axum!();
        $crate::__tonic!();
        $crate::__miette!();
    };
}

/// Problem details.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __problem {
    () => {
        impl Error {
            /// What a client is told: problem details of RFC 9457, without what is sensitive.
            pub fn problem(&self) -> $crate::Problem {
                $crate::CatalogError::problem(self)
            }

            /// The error that a problem tells of; nothing if it is not of this catalog.
            pub fn from_problem(problem: &$crate::Problem) -> ::core::option::Option<Self> {
                $crate::CatalogError::from_problem(problem)
            }
        }

        impl ::core::convert::From<&Error> for $crate::Problem {
            fn from(error: &Error) -> Self {
                error.problem()
            }
        }

        impl ::core::convert::From<Error> for $crate::Problem {
            fn from(error: Error) -> Self {
                error.problem()
            }
        }
    };
}

/// Responses of the crate `http`.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    () => {
        impl Error {
            /// What a client is answered: the problem, its status, and `Retry-After` where the
            /// advice has a delay.
            pub fn to_http_response(
                &self,
            ) -> $crate::__private::http::Response<$crate::__private::error::Vec<u8>> {
                self.problem().to_http_response()
            }
        }

        /// The status to answer with.
        impl ::core::convert::From<&Error> for $crate::__private::http::StatusCode {
            fn from(error: &Error) -> Self {
                error.http().into()
            }
        }

        /// The status to answer with.
        impl ::core::convert::From<Error> for $crate::__private::http::StatusCode {
            fn from(error: Error) -> Self {
                error.http().into()
            }
        }
    };
}

/// Answers of axum's handlers.
#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    () => {
        /// The problem, its status, and `Retry-After` where the advice has a delay.
        impl $crate::__private::axum_core::response::IntoResponse for Error {
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                $crate::__private::axum_core::response::IntoResponse::into_response(self.problem())
            }
        }
    };
}

/// Statuses of gRPC.
#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    () => {
        impl Error {
            /// The status of gRPC with the details of `google.rpc`, without what is sensitive.
            ///
            /// It fits into the 8 KiB of headers that peers take: what has no room is left out whole,
            /// and named by `leftOut` in the metadata of `ErrorInfo`.
            pub fn to_status(&self) -> $crate::__private::tonic::Status {
                $crate::CatalogError::to_status(self)
            }

            /// The error that a status tells of; nothing if it is not of this catalog.
            pub fn from_status(
                status: &$crate::__private::tonic::Status,
            ) -> ::core::option::Option<Self> {
                $crate::CatalogError::from_status(status)
            }
        }

        /// The status with all details that a client may know.
        impl ::core::convert::From<&Error> for $crate::__private::tonic::Status {
            fn from(error: &Error) -> Self {
                error.to_status()
            }
        }

        /// The status with all details that a client may know.
        impl ::core::convert::From<Error> for $crate::__private::tonic::Status {
            fn from(error: Error) -> Self {
                error.to_status()
            }
        }
    };
}

/// Reports for terminals.
#[cfg(feature = "miette")]
#[doc(hidden)]
#[macro_export]
macro_rules! __miette {
    () => {
        /// The code as `wapi::3201`, the next step as help, and the address of the entry in the
        /// reference pages.
        impl $crate::__private::miette::Diagnostic for Error {
            fn code<'a>(&'a self) -> $crate::__private::miette::Part<'a> {
                $crate::__private::miette::code(self)
            }

            fn help<'a>(&'a self) -> $crate::__private::miette::Part<'a> {
                $crate::__private::miette::help(self)
            }

            fn url<'a>(&'a self) -> $crate::__private::miette::Part<'a> {
                $crate::__private::miette::url(self)
            }
        }
    };
}

/// What is nothing while its feature of `errcat` is off.
macro_rules! off {
    ($($feature:literal $name:ident)+) => {$(
        /// Nothing: the feature of `errcat` is off.
        #[cfg(not(feature = $feature))]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $name {
            () => {};
        }
    )+};
}

off!("problem" __problem "http" __http "axum" __axum "tonic" __tonic "miette" __miette);
