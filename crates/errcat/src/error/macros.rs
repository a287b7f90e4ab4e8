//! The impls of generated error types: thin, and the same for every catalog.

/// Includes the file of an error type, which needs an allocator.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_file {
    ($path:literal) => {
        ::core::include!($path);
    };
}

/// Implements everything that an error type has besides its variants.
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    () => {
        // A `Result` with it stays cheap to return.
        const _: () = assert!(size_of::<Error>() <= 64);

        impl Error {
            /// Creates the variant of a case, with none of its parameters known; `None` if it is
            /// not a failure.
            pub fn from_case(case: $crate::Case<Code>) -> ::core::option::Option<Self> {
                $crate::CatalogError::from_case(case)
            }

            $crate::__own_methods!();
            $crate::__with_typed_methods!($crate::__typed_methods!);
        }

        impl $crate::ErrorFacts for Error {
            fn origin(&self) -> $crate::rt::error::Origin<'_> {
                $crate::rt::error::Origin::new(self)
            }

            fn sentences(&self, place: $crate::rt::Place) -> $crate::rt::Sentences {
                $crate::rt::sentences::<Code>(place)
            }
        }

        impl $crate::CatalogError for Error {
            type Code = Code;
        }

        impl ::core::error::Error for Error {}

        /// Writes the code and the message.
        impl ::core::fmt::Display for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::error::display(self, f)
            }
        }

        /// Writes the variant and its fields, without the values of sensitive ones.
        impl ::core::fmt::Debug for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::error::debug(self, f)
            }
        }

        impl ::core::clone::Clone for Error {
            fn clone(&self) -> Self {
                $crate::rt::error::clone(self)
            }
        }

        impl ::core::cmp::PartialEq for Error {
            fn eq(&self, other: &Self) -> bool {
                $crate::rt::error::eq(self, other)
            }
        }

        impl ::core::cmp::Eq for Error {}

        impl ::core::hash::Hash for Error {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                $crate::rt::error::hash(self, state);
            }
        }

        $crate::__error!(from Validation System Unrecognized);
        $crate::__decode!();
        $crate::__problem!(Error);
        $crate::__from_problem!();
        $crate::__http!(Error);
        $crate::__axum!(Error);
        $crate::__tonic!(Error);
        $crate::__from_status!();
        $crate::__miette!(Error);
        $crate::__stand_in!(Error);
    };
    // What an error has in common with a code, and the three variants that are not cases.
    (subject) => {
        fn tables(&self) -> &'static $crate::rt::table::Tables {
            &tables::TABLES
        }

        fn meaning_at(
            &self,
            place: $crate::rt::error::Place,
        ) -> &'static $crate::rt::table::MeaningRow {
            $crate::rt::meaning_row::<Code>(place)
        }

        fn body(&self) -> ::core::option::Option<$crate::rt::error::Body<'_>> {
            use $crate::rt::error::Body;
            ::core::option::Option::Some(match self {
                Self::Validation(body) => Body::Validation(body),
                Self::System(body) => Body::System(body),
                Self::Unrecognized(body) => Body::Unrecognized(body),
                _ => return ::core::option::Option::None,
            })
        }
    };
    (from_body) => {
        fn from_body(body: $crate::rt::error::Body<'_>) -> Self {
            use $crate::rt::error::Body;
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

/// Gives a type the methods of [`ErrorFacts`](crate::ErrorFacts) as its own, inside of an `impl`.
#[doc(hidden)]
#[macro_export]
macro_rules! __own_methods {
    () => {
        $crate::__with_facts!($crate::__own_methods!);
        $crate::__with_error_methods!($crate::__own_methods!);
        $crate::__with_reply_methods!($crate::__own_methods!);
    };
    ($($(#[$doc:meta])+ $fact:ident: $type:ty,)+) => {$(
        $(#[$doc])+
        pub fn $fact(&self) -> $type {
            $crate::ErrorFacts::$fact(self)
        }
    )+};
    ($(
        $(#[$doc:meta])+
        $name:ident($($argument:ident: $kind:ty)?) -> $type:ty;
    )+) => {$(
        $(#[$doc])+
        pub fn $name(&self $(, $argument: $kind)?) -> $type {
            $crate::ErrorFacts::$name(self $(, $argument)?)
        }
    )+};
}

/// Gives `Error` the methods of a list, inside of its `impl`.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_methods {
    ($(
        $(#[$doc:meta])+
        $name:ident $([$generic:ident: $bound:path])? ($($argument:ident: $kind:ty)?) -> $type:ty
            $(where $of:ty: $to:path)?;
    )+) => {$(
        $(#[$doc])+
        pub fn $name $(<$generic: $bound>)? (&self $(, $argument: $kind)?) -> $type
        $(where $of: $to)?
        {
            $crate::CatalogError::$name(self $(, $argument)?)
        }
    )+};
}

/// Implements `Debug` for a struct with the fields of a variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __params {
    ($type:ident) => {
        /// Writes only the name of the type, since fields can be sensitive.
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($type)).finish_non_exhaustive()
            }
        }
    };
}
