//! Methods that need a feature of this crate, while the feature is off: calling one is an error that
//! names the feature.

/// Declares the macros of a feature that is off, whose methods cannot be called.
macro_rules! off {
    ($(
        $feature:literal, $message:literal, $note:literal, $trait:ident,
        $($macro:ident { $($function:ident $(($($receiver:tt)+))?),+ })+
    )+) => {$(
        #[cfg(not(feature = $feature))]
        #[diagnostic::on_unimplemented(
            message = $message,
            label = "this needs the feature",
            note = $note
        )]
        #[allow(missing_docs, reason = "the message says it")]
        pub trait $trait {}

        $(
            #[cfg(not(feature = $feature))]
            #[doc(hidden)]
            #[macro_export]
            macro_rules! $macro {
                ($error:ident) => {
                    impl $error {
                        $($crate::__off!($trait $function $($($receiver)+)?);)+
                    }
                };
            }
        )+
    )+};
}

/// Declares a method or function that cannot be called.
#[doc(hidden)]
#[macro_export]
macro_rules! __off {
    ($trait:ident $method:ident self $($argument:ident)?) => {
        #[doc(hidden)]
        pub fn $method<'a $(, $argument)?>(&'a self $(, _: $argument)?)
        where
            &'a Self: $crate::rt::off::$trait,
        {
        }
    };
    ($trait:ident $function:ident) => {
        #[doc(hidden)]
        pub fn $function<T>(_: T)
        where
            T: $crate::rt::off::$trait,
        {
        }
    };
}

off! {
    "problem", "the feature `problem` of `errcat` is off",
    "turn it on with `cargo add errcat --features problem`", Problem,
    __problem { problem (self), from_problem }

    "http", "the feature `http` of `errcat` is off",
    "turn it on with `cargo add errcat --features http`", Http,
    __http { to_http_response (self) } __provider_response { to_provider_response (self Format) }

    "tonic", "the feature `tonic` of `errcat` is off",
    "turn it on with `cargo add errcat --features tonic`", Tonic,
    __tonic { to_status (self), from_status }

    "stand-in", "the feature `stand-in` of `errcat` is off",
    "turn it on with `cargo add errcat --features stand-in`", StandIn,
    __stand_in { to_body (self Format), to_provider_response (self Format) }
}

/// A trait that nothing implements, so that `decode` cannot be called.
#[cfg(not(any(feature = "json", feature = "xml")))]
#[diagnostic::on_unimplemented(
    message = "the features `json` and `xml` of `errcat` are off",
    label = "this needs one of the features",
    note = "turn it on with `cargo add errcat --features json`"
)]
pub trait Decode {}

/// Declares a `decode` that cannot be called: the features `json` and `xml` of `errcat` are off.
#[cfg(not(any(feature = "json", feature = "xml")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __decode {
    () => {
        $crate::__off!(Decode decode);
        $crate::__receive!();
    };
}

/// A trait that nothing implements, so that `receive` cannot be called.
#[cfg(not(feature = "reqwest"))]
#[diagnostic::on_unimplemented(
    message = "the feature `reqwest` of `errcat` is off",
    label = "this needs the feature",
    note = "turn it on with `cargo add errcat --features reqwest`"
)]
pub trait Receive {}

/// Declares a `receive` that cannot be called: the feature `reqwest` of `errcat` is off.
#[cfg(not(feature = "reqwest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __receive {
    () => {
        $crate::__off!(Receive receive);
    };
}

/// Declares the macros of features that are off and only add items: they expand to nothing.
macro_rules! nothing {
    ($dollar:tt $($feature:literal $macro:ident)+) => {$(
        /// Expands to nothing: the feature of `errcat` is off.
        #[cfg(not(feature = $feature))]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $macro {
            ($dollar($dollar any:tt)*) => {};
        }
    )+};
}

nothing!($
    "alloc" __any_error
    "alloc" __error_file
    "alloc" __no_body
    "axum" __axum
    "miette" __miette
    "problem" __from_problem
    "serde" __serde_code
    "tonic" __from_status
);
