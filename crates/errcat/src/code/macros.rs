//! The impls of generated codes: thin, and the same for every catalog.
//!
//! The macros are called where `Code`, `Meaning` and the constants of the module `tables` are in
//! scope.

/// Implements everything that an enum of codes has besides its variants.
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($wire:ident) => {
        const _: () = assert!(size_of::<Code>() <= 2);

        impl Code {
            $crate::__with_facts!($crate::__const_methods!);
            $crate::__with_entries!($crate::__const_methods!);

            /// All codes, in the order of the catalog.
            pub const ALL: &'static [Self] = &tables::CODES;

            /// Returns the provider-neutral meaning; of several meanings, the nearest one that they
            /// have in common.
            #[inline]
            pub const fn meaning(self) -> Meaning {
                tables::MEANINGS[self as usize]
            }

            /// Returns the code as it is on the wire; for a number, its digits.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::TABLES.code(self as usize)
            }

            /// Returns a label for metrics: the id of the catalog, a period and the code.
            #[inline]
            pub const fn label(self) -> &'static str {
                tables::TABLES.label(self as usize)
            }

            /// Returns the cases of this code, at least one.
            #[inline]
            pub fn cases(
                self,
            ) -> impl ::core::iter::ExactSizeIterator<Item = $crate::Case<Self>> + ::core::clone::Clone
            {
                $crate::CatalogCode::cases(self)
            }

            /// Translates this code into another catalog: by its only case, or by what is true of
            /// all its cases.
            #[inline]
            pub const fn translate<T>(self) -> ::core::option::Option<$crate::Translation<T>>
            where
                T: $crate::CatalogCode,
                Self: $crate::TranslatesTo<T>,
            {
                $crate::rt::translate_code::<Self, T>(self as usize)
            }

            /// Returns what your service says in the words of another catalog.
            pub fn answer_in<T>(self, audience: $crate::Audience) -> $crate::Answer<'static, T>
            where
                T: $crate::CatalogCode,
                Self: $crate::TranslatesTo<T>,
            {
                $crate::TranslatesTo::answer_in(self, audience)
            }

            /// Returns the reply of your service for an audience.
            pub fn reply(self, audience: $crate::Audience) -> $crate::Reply<'static> {
                $crate::CatalogCode::reply(self, audience)
            }

            /// Returns one sentence for customers who own the account at the provider, in the language
            /// that the value of an `Accept-Language` header prefers, or else in English. For other
            /// customers, use [`reply`](Self::reply).
            pub fn tell(self, accept_language: &str) -> $crate::Tell {
                $crate::CatalogCode::tell(self, accept_language)
            }

            /// Returns the code with a text on the wire, if the catalog has one.
            #[inline]
            pub fn find(code: &str) -> ::core::option::Option<Self> {
                $crate::CatalogCode::find(code)
            }

            /// Returns the names of all operations that the catalog knows.
            pub fn operations() -> impl ::core::iter::Iterator<Item = &'static str> {
                <Self as $crate::CatalogCode>::operations()
            }

            /// Returns the cases that an operation can answer with: those that name it, and those
            /// that name no operation.
            pub fn cases_of(
                operation: &str,
            ) -> impl ::core::iter::Iterator<Item = $crate::Case<Self>> {
                <Self as $crate::CatalogCode>::cases_of(operation)
            }
        }

        impl $crate::rt::Subject for Code {
            fn tables(&self) -> &'static $crate::rt::table::Tables {
                &tables::TABLES
            }

            fn meaning_at(&self, place: $crate::rt::Place) -> &'static $crate::rt::table::MeaningRow {
                $crate::rt::meaning_row::<Self>(place)
            }

            fn row(&self) -> ::core::option::Option<u16> {
                ::core::option::Option::Some(*self as u16)
            }

            fn value(&self, _: usize) -> ::core::option::Option<$crate::rt::ValueRef<'_>> {
                ::core::option::Option::None
            }

            $crate::__no_body!();
        }

        impl $crate::CatalogCode for Code {
            type Meaning = Meaning;

            const TABLES: $crate::rt::table::Tables = tables::TABLES;
            const MEANINGS: &'static [Meaning] = &tables::MEANINGS;
            const TELLS: &'static [(u16, $crate::rt::Sentences)] = &tables::TELLS;
            const FAILED_AS: ::core::option::Option<Meaning> = tables::FAILED_AS;
            const FOR_MEANINGS: &'static [::core::option::Option<$crate::rt::table::MeaningTarget>] =
                &tables::FOR_MEANINGS;
            const ALL: &'static [Self] = &tables::CODES;

            #[inline]
            fn index(self) -> u16 {
                self as u16
            }
        }

        /// Writes the name of the variant.
        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        /// Writes the code as it is on the wire.
        impl ::core::fmt::Display for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::InvalidValue;

            fn from_str(code: &str) -> ::core::result::Result<Self, $crate::InvalidValue> {
                Self::find(code).ok_or($crate::rt::in_catalog("a code", tables::TABLES.id))
            }
        }

        impl ::core::convert::TryFrom<&str> for Code {
            type Error = $crate::InvalidValue;

            fn try_from(code: &str) -> ::core::result::Result<Self, $crate::InvalidValue> {
                code.parse()
            }
        }

        $crate::__code!(from &'static str, as_str);
        $crate::__code!(from $crate::Facts, facts);

        impl ::core::convert::From<$crate::Case<Code>> for Code {
            #[inline]
            fn from(case: $crate::Case<Code>) -> Self {
                case.code()
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        $crate::__numeric!($wire);
        $crate::__serde_code!();
    };
    (from $type:ty, $method:ident) => {
        impl ::core::convert::From<Code> for $type {
            #[inline]
            fn from(code: Code) -> Self {
                code.$method()
            }
        }
    };
}

/// Implements what only codes that are numbers have.
#[doc(hidden)]
#[macro_export]
macro_rules! __numeric {
    (strings) => {};
    (numbers) => {
        impl Code {
            /// Returns the code as it is on the wire.
            #[inline]
            pub const fn number(self) -> u32 {
                tables::TABLES.number(self as usize).expect("codes are numbers")
            }

            /// Returns the code with a number on the wire, if the catalog has one.
            #[inline]
            pub const fn find_number(number: u32) -> ::core::option::Option<Self> {
                match tables::TABLES.find_number(number) {
                    // The compiler merges this comparison with the one of the index.
                    ::core::option::Option::Some(code) if code < Self::ALL.len() => {
                        ::core::option::Option::Some(Self::ALL[code])
                    }
                    _ => ::core::option::Option::None,
                }
            }

            /// Returns the facts of a number that may be no code of the catalog: those of the
            /// narrowest range that holds it.
            #[inline]
            pub const fn class_of(number: u32) -> ::core::option::Option<$crate::Class<Meaning>> {
                $crate::Class::from_number::<Self>(number)
            }
        }

        $crate::__code!(from ::core::primitive::u32, number);
        $crate::__numeric!(try_from u16 u32 u64 i32 i64);
    };
    (try_from $($integer:ident)+) => {$(
        impl ::core::convert::TryFrom<$integer> for Code {
            type Error = $crate::InvalidValue;

            #[inline]
            #[allow(clippy::useless_conversion, clippy::unnecessary_fallible_conversions)]
            fn try_from(number: $integer) -> ::core::result::Result<Self, $crate::InvalidValue> {
                let number = ::core::primitive::u32::try_from(number).ok();
                let code = number.and_then(Self::find_number);
                code.ok_or($crate::rt::in_catalog("a code", tables::TABLES.id))
            }
        }
    )+};
}

/// Declares that a code has no content of its own.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __no_body {
    () => {
        fn body(&self) -> ::core::option::Option<$crate::rt::error::Body<'_>> {
            ::core::option::Option::None
        }
    };
}
