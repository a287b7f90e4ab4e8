//! The impls of generated error types: thin, and the same for every catalog.

/// Includes the file of an error type, which needs an allocator.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_file {
    ($path:literal) => {
        ::core::include!($path);
    };
}

/// What every error type has besides its variants.
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    () => {
        // A `Result` with it stays cheap to return.
        const _: () = assert!(size_of::<Error>() <= 64);

        impl Error {
            /// The variant of a case, with none of its parameters known; nothing if it is no
            /// failure.
            pub fn from_case(case: Case) -> ::core::option::Option<Self> {
                $crate::CatalogError::from_case(case)
            }

            /// Which kind of variant it is.
            pub fn kind(&self) -> $crate::ErrorKind {
                $crate::CatalogError::kind(self)
            }

            /// The case, if it is known.
            pub fn case(&self) -> ::core::option::Option<Case> {
                $crate::CatalogError::case(self)
            }

            /// The code, if the catalog knows it; it can do so without knowing the case.
            pub fn code(&self) -> ::core::option::Option<Code> {
                $crate::CatalogError::code(self)
            }

            /// A label for metrics: the set of all labels is closed and small.
            pub fn label(&self) -> &'static str {
                $crate::CatalogError::label(self)
            }

            /// What happened and what to do about it, where the catalog says so.
            pub fn guidance(&self) -> ::core::option::Option<$crate::Guidance> {
                $crate::CatalogError::guidance(self)
            }

            /// The HTTP status to answer with.
            pub fn http(&self) -> $crate::HttpStatus {
                $crate::CatalogError::http(self)
            }

            /// The gRPC code to answer with.
            pub fn grpc(&self) -> $crate::GrpcCode {
                $crate::CatalogError::grpc(self)
            }

            /// Whether to send the request again.
            pub fn retry(&self) -> $crate::Retry {
                $crate::CatalogError::retry(self)
            }

            /// Who must act.
            pub fn actor(&self) -> $crate::Actor {
                $crate::CatalogError::actor(self)
            }

            /// The id of the provider-neutral meaning, as far as the catalog knows it.
            pub fn meaning(&self) -> ::core::option::Option<&'static str> {
                $crate::CatalogError::meaning(self)
            }

            /// The address of its entry in the catalog's reference pages, where there are any.
            pub fn docs(&self) -> ::core::option::Option<$crate::DocsUrl> {
                $crate::CatalogError::docs(self)
            }

            /// The parameters of the message, in their order.
            pub fn params(&self) -> impl ::core::iter::Iterator<Item = $crate::Param<'_>> {
                $crate::CatalogError::params(self)
            }

            /// What this error is in another catalog, with the values of the parameters that both
            /// have.
            ///
            /// Without a case, it is translated by its code, and is unrecognized there unless the
            /// code that it becomes has one case.
            pub fn translate<T>(&self) -> ::core::option::Option<$crate::Translation<T>>
            where
                T: $crate::CatalogError,
                Catalog: $crate::Joined<T::Catalog>,
            {
                $crate::CatalogError::translate(self)
            }

            /// The message without the code: the provider's text with the values of its
            /// parameters, except those that are sensitive or not known.
            pub fn message(&self) -> $crate::Message<'_, Self> {
                $crate::CatalogError::message(self)
            }
        }

        impl $crate::CatalogError for Error {
            type Catalog = Catalog;
        }

        impl ::core::error::Error for Error {}

        /// The code and the message.
        impl ::core::fmt::Display for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::error::display(self, f)
            }
        }

        /// The variant and its fields, without the values of sensitive ones.
        impl ::core::fmt::Debug for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::error::debug(self, f)
            }
        }

        impl ::core::clone::Clone for Error {
            fn clone(&self) -> Self {
                $crate::__private::error::clone(self)
            }
        }

        impl ::core::cmp::PartialEq for Error {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::error::eq(self, other)
            }
        }

        impl ::core::cmp::Eq for Error {}

        impl ::core::hash::Hash for Error {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::__private::error::hash(self, state);
            }
        }

        $crate::__error!(from Validation System Unrecognized);
        $crate::__writing!();
    };
    // How the three variants that are no case are taken apart and put together.
    (bodies) => {
        fn body(&self) -> ::core::option::Option<$crate::__private::error::Body<'_>> {
            use $crate::__private::error::Body;
            ::core::option::Option::Some(match self {
                Self::Validation(body) => Body::Validation(body),
                Self::System(body) => Body::System(body),
                Self::Unrecognized(body) => Body::Unrecognized(body),
                _ => return ::core::option::Option::None,
            })
        }

        fn of_body(body: $crate::__private::error::Body<'_>) -> Self {
            use $crate::__private::error::Body;
            match body {
                Body::Validation(body) => Self::Validation(::core::clone::Clone::clone(body)),
                Body::System(body) => Self::System(::core::clone::Clone::clone(body)),
                Body::Unrecognized(body) => Self::Unrecognized(::core::clone::Clone::clone(body)),
            }
        }
    };
    (from $($body:ident)+) => {$(
        impl ::core::convert::From<$crate::$body> for Error {
            fn from(body: $crate::$body) -> Self {
                Self::$body(body)
            }
        }
    )+};
}

/// What a struct with the fields of a variant has besides its derives.
#[doc(hidden)]
#[macro_export]
macro_rules! __params {
    ($type:ident) => {
        /// The name of the type only, since fields can be sensitive.
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($type)).finish_non_exhaustive()
            }
        }
    };
}
