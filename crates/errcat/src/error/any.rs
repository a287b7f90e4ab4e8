//! The error of any catalog of a crate.

/// Declares `AnyError` with a variant for each catalog.
///
/// It is called where `Meaning` is in scope; the paths of the errors begin there with `super`. Each
/// variant follows its condition, such as `(feature = "wapi")`: those that are not met are left out
/// one by one, because a bound cannot have a `cfg`.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_error {
    ([$($on:tt)*]
        ($($condition:tt)+) $(#[$doc:meta])+ $variant:ident: $error:ty, $($rest:tt)*
    ) => {
        #[cfg($($condition)+)]
        $crate::__any_error! { [$($on)* $(#[$doc])+ $variant: $error,] $($rest)* }
        #[cfg(not($($condition)+))]
        $crate::__any_error! { [$($on)*] $($rest)* }
    };
    ([$($on:tt)+]) => {
        $crate::__any_error! { $($on)+ }
    };
    ($($(#[$doc:meta])+ $variant:ident: $error:ty,)+) => {
        // A module of its own, where no name of the caller is in scope.
        mod any_error {
            use super::Meaning;

            /// The error of any catalog of this crate, with a variant for each.
            ///
            /// To handle a failure whichever provider reports it, match on its
            /// [meaning](Self::meaning).
            #[derive(Debug, Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum AnyError {
                $($(#[$doc])+ $variant($error),)+
            }

            impl AnyError {
                $crate::__own_methods!();

                /// Returns the provider-neutral meaning.
                #[allow(clippy::useless_conversion, reason = "a catalog can be that of another crate")]
                pub fn meaning(&self) -> Meaning {
                    match self {
                        $(Self::$variant(error) => error.meaning().into(),)+
                    }
                }

                /// Returns what your service says in the words of a catalog, for an audience.
                pub fn answer_in<T: $crate::CatalogError>(
                    &self,
                    audience: $crate::Audience,
                ) -> $crate::Answer<'_, T>
                where
                    $(<$error as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>,)+
                {
                    use $crate::ErrorFacts as _;
                    $crate::rt::error::AnswersIn::answer_from(self, self.origin(), audience)
                }

                /// Translates this error into a catalog, with the values of the parameters that both
                /// have. An error of that catalog stays as it is.
                pub fn translate<T: $crate::CatalogError>(
                    &self,
                ) -> ::core::option::Option<$crate::Translation<T>>
                where
                    $(<$error as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>,)+
                {
                    match self {
                        $(Self::$variant(error) => error.translate(),)+
                    }
                }
            }

            impl<T: $crate::CatalogError> $crate::rt::error::AnswersIn<T> for AnyError
            where
                $(<$error as $crate::CatalogError>::Code: $crate::TranslatesTo<T::Code>,)+
            {
                fn answer_from<'e>(
                    &'e self,
                    origin: $crate::rt::error::Origin<'e>,
                    audience: $crate::Audience,
                ) -> $crate::Answer<'e, T> {
                    match self {
                        $(Self::$variant(error) => $crate::rt::error::AnswersIn::answer_from(error, origin, audience),)+
                    }
                }
            }

            impl $crate::ErrorFacts for AnyError {
                fn origin(&self) -> $crate::rt::error::Origin<'_> {
                    match self {
                        $(Self::$variant(error) => $crate::ErrorFacts::origin(error),)+
                    }
                }

                fn sentences(&self, place: $crate::rt::Place) -> $crate::rt::Sentences {
                    match self {
                        $(Self::$variant(error) => $crate::ErrorFacts::sentences(error, place),)+
                    }
                }
            }

            impl ::core::error::Error for AnyError {}

            /// Writes the code and the message.
            impl ::core::fmt::Display for AnyError {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self {
                        $(Self::$variant(error) => ::core::fmt::Display::fmt(error, f),)+
                    }
                }
            }

            $(
                impl ::core::convert::From<$error> for AnyError {
                    fn from(error: $error) -> Self {
                        Self::$variant(error)
                    }
                }
            )+

            $crate::__problem!(AnyError);
            $crate::__http!(AnyError);
            $crate::__axum!(AnyError);
            $crate::__tonic!(AnyError);
            $crate::__miette!(AnyError);
            $crate::__from_problem!(AnyError [$($error),+]);
            $crate::__from_status!(AnyError [$($error),+]);
        }

        pub use any_error::AnyError;
    };
}
