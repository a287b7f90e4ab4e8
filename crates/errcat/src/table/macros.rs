//! The impls of generated enums: thin, and the same for every catalog.
//!
//! The macros are called where `Code`, `Case`, `Catalog` and the constant `TABLES` and the statics
//! `CODES` and `CASES` of their module `tables` are in scope.

/// Everything that a catalog's module has besides its enums and tables.
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog {
    ($wire:ident, $id:literal, $title:literal, $domain:literal) => {
        const _: () = assert!(size_of::<Code>() == 2 && size_of::<Case>() == 2);

        /// This catalog as a whole, for code that is generic over catalogs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct Catalog;

        impl $crate::Catalog for Catalog {
            type Code = Code;
            type Case = Case;
            const ID: &'static str = $id;
            const TITLE: &'static str = $title;
            const DOMAIN: &'static str = $domain;
            const LABELS: [&'static str; 3] = [
                ::core::concat!($id, ".validation"),
                ::core::concat!($id, ".system"),
                ::core::concat!($id, ".unrecognized"),
            ];
        }

        $crate::__facts!(Code, docs_of_code, |code| code as usize);
        $crate::__facts!(Case, docs_of_case, |case| tables::TABLES.row_of_case(case as u16));
        $crate::__code!();
        $crate::__case!();
        $crate::__numeric!($wire);
        $crate::__serde!();
    };
}

/// What codes and cases answer alike, as methods and as [`crate::CatalogFacts`].
#[doc(hidden)]
#[macro_export]
macro_rules! __facts {
    ($type:ident, $docs:ident, |$value:ident| $row:expr) => {
        impl $type {
            #[inline]
            const fn row(self) -> usize {
                let $value = self;
                $row
            }

            /// The Rust name of the variant.
            #[inline]
            pub const fn name(self) -> &'static str {
                tables::TABLES.name(self.row())
            }

            /// The provider's text, verbatim, with parameters as `<domainName>`.
            ///
            /// Nothing where the provider sends no text of its own, or where each of the several
            /// cases of a code has another one.
            #[inline]
            pub const fn message(self) -> ::core::option::Option<&'static str> {
                tables::TABLES.message(self.row())
            }

            /// What happened and what to do about it.
            ///
            /// Nothing for a success, and for a code each of whose several cases has guidance of
            /// its own.
            #[inline]
            pub const fn guidance(self) -> ::core::option::Option<$crate::Guidance> {
                tables::TABLES.guidance(self.row())
            }

            /// The HTTP status to answer with.
            #[inline]
            pub const fn http(self) -> $crate::HttpStatus {
                tables::TABLES.http(self.row())
            }

            /// The gRPC code to answer with.
            #[inline]
            pub const fn grpc(self) -> $crate::GrpcCode {
                tables::TABLES.grpc(self.row())
            }

            /// Whether to send the request again; the most cautious advice of several cases.
            #[inline]
            pub const fn retry(self) -> $crate::Retry {
                tables::TABLES.retry(self.row())
            }

            /// Who must act.
            #[inline]
            pub const fn actor(self) -> $crate::Actor {
                tables::TABLES.actor(self.row())
            }

            /// Success, notification or failure.
            #[inline]
            pub const fn outcome(self) -> $crate::Outcome {
                tables::TABLES.outcome(self.row())
            }

            /// The id of the provider-neutral meaning; the nearest common one of several.
            #[inline]
            pub const fn meaning(self) -> &'static str {
                tables::TABLES.meaning(self.row())
            }

            /// The title of the group that the catalog lists it in.
            #[inline]
            pub const fn group(self) -> &'static str {
                tables::TABLES.group(self.row())
            }

            /// The address of its entry in the catalog's reference pages, where there are any.
            #[inline]
            pub const fn docs(self) -> ::core::option::Option<$crate::DocsUrl> {
                tables::TABLES.$docs(self as u16)
            }
        }

        impl $crate::CatalogFacts for $type {
            type Catalog = Catalog;
            const TABLES: $crate::table::Tables = tables::TABLES;

            #[inline]
            fn row(self) -> usize {
                self.row()
            }

            #[inline]
            fn index(self) -> u16 {
                self as u16
            }

            #[inline]
            fn docs(self) -> ::core::option::Option<$crate::DocsUrl> {
                self.docs()
            }
        }

        /// The name of the variant.
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl ::core::convert::From<$type> for $crate::HttpStatus {
            #[inline]
            fn from(value: $type) -> Self {
                value.http()
            }
        }

        impl ::core::convert::From<$type> for $crate::GrpcCode {
            #[inline]
            fn from(value: $type) -> Self {
                value.grpc()
            }
        }
    };
}

/// What only codes answer.
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    () => {
        impl Code {
            /// All codes, in the order of the catalog.
            pub const ALL: &'static [Self] = &tables::CODES;

            /// The code as it is on the wire; for a number, its digits.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                tables::TABLES.code(self as u16)
            }

            /// A label for metrics: the id of the catalog, a period and the code.
            #[inline]
            pub const fn label(self) -> &'static str {
                tables::TABLES.label(self as u16)
            }

            /// The cases of this code, one at least.
            #[inline]
            pub fn cases(self) -> &'static [Case] {
                let (start, end) = tables::TABLES.cases_of_code(self as u16);
                tables::CASES.get(start..end).unwrap_or_default()
            }

            /// What this code is in another catalog: what the only case of it is, or what is true
            /// of all its cases.
            #[inline]
            pub const fn translate<T>(self) -> ::core::option::Option<$crate::Translation<T>>
            where
                T: $crate::Code<Catalog: $crate::Catalog<Code = T>>,
                Catalog: $crate::Joined<T::Catalog>,
            {
                $crate::__private::translate_code::<Catalog, T::Catalog>(self as u16)
            }

            /// The code with a text on the wire.
            #[inline]
            pub fn find(code: &str) -> ::core::option::Option<Self> {
                tables::CODES.get(tables::TABLES.find(code)?).copied()
            }
        }

        impl $crate::Code for Code {
            type Case = Case;
            const ALL: &'static [Self] = &tables::CODES;

            #[inline]
            fn as_str(self) -> &'static str {
                self.as_str()
            }

            #[inline]
            fn number(self) -> ::core::option::Option<u32> {
                tables::TABLES.number(self as u16)
            }

            #[inline]
            fn label(self) -> &'static str {
                self.label()
            }

            #[inline]
            fn cases(self) -> &'static [Case] {
                self.cases()
            }

            #[inline]
            fn find(code: &str) -> ::core::option::Option<Self> {
                Self::find(code)
            }

            #[inline]
            fn find_number(number: u32) -> ::core::option::Option<Self> {
                tables::CODES.get(tables::TABLES.find_number(number)?).copied()
            }
        }

        /// The code as it is on the wire.
        impl ::core::fmt::Display for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                Self::find(code).ok_or($crate::UnknownCode::new(tables::TABLES.id))
            }
        }

        impl ::core::convert::TryFrom<&str> for Code {
            type Error = $crate::UnknownCode;

            fn try_from(code: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                code.parse()
            }
        }

        impl ::core::convert::From<Code> for &'static str {
            #[inline]
            fn from(code: Code) -> Self {
                code.as_str()
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}

/// What only cases answer.
#[doc(hidden)]
#[macro_export]
macro_rules! __case {
    () => {
        impl Case {
            /// All cases, in the order of the catalog.
            pub const ALL: &'static [Self] = &tables::CASES;

            /// The code that is on the wire.
            #[inline]
            pub const fn code(self) -> Code {
                Code::ALL[tables::TABLES.code_of_case(self as u16)]
            }

            /// What this case is in another catalog.
            #[inline]
            pub const fn translate<T>(self) -> ::core::option::Option<$crate::Translation<T>>
            where
                T: $crate::Case<Catalog: $crate::Catalog<Case = T>>,
                Catalog: $crate::Joined<T::Catalog>,
            {
                $crate::__private::translate_case::<Catalog, T::Catalog>(self as u16)
            }

            /// The names of the operations that answer with this case; none where any can.
            pub fn operations(self) -> impl ::core::iter::Iterator<Item = &'static str> {
                tables::TABLES.operations_of(self as u16)
            }
        }

        impl Catalog {
            /// The names of all operations that the catalog knows.
            pub fn operations(self) -> impl ::core::iter::Iterator<Item = &'static str> {
                (0..tables::TABLES.operations.len())
                    .map(|index| tables::TABLES.operations.get(index))
            }

            /// The cases that an operation can answer with: those that name it, and those that
            /// name no operation.
            pub fn cases_of(self, operation: &str) -> impl ::core::iter::Iterator<Item = Case> {
                let cases = Case::ALL.iter().copied();
                cases.filter(move |case| tables::TABLES.can_answer(operation, *case as u16))
            }
        }

        impl $crate::Case for Case {
            type Code = Code;
            const ALL: &'static [Self] = &tables::CASES;

            #[inline]
            fn code(self) -> Code {
                self.code()
            }
        }

        /// The code as it is on the wire, and the message template.
        impl ::core::fmt::Display for Case {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let code = self.code().as_str();
                match self.message() {
                    ::core::option::Option::Some(message) => ::core::write!(f, "{code}: {message}"),
                    ::core::option::Option::None => f.write_str(code),
                }
            }
        }

        impl ::core::convert::From<Case> for Code {
            #[inline]
            fn from(case: Case) -> Self {
                case.code()
            }
        }
    };
}

/// What only codes that are numbers answer.
#[doc(hidden)]
#[macro_export]
macro_rules! __numeric {
    (strings) => {};
    (numbers) => {
        impl Code {
            /// The code as it is on the wire.
            #[inline]
            pub const fn number(self) -> u32 {
                match tables::TABLES.number(self as u16) {
                    ::core::option::Option::Some(number) => number,
                    ::core::option::Option::None => 0,
                }
            }

            /// The code with a number on the wire.
            #[inline]
            pub const fn find_number(number: u32) -> ::core::option::Option<Self> {
                match tables::TABLES.find_number(number) {
                    ::core::option::Option::Some(code) => {
                        ::core::option::Option::Some(Self::ALL[code])
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            /// What a number means that may be no code of the catalog.
            #[inline]
            pub const fn class_of(number: u32) -> ::core::option::Option<$crate::Class> {
                tables::TABLES.class_of(number)
            }
        }

        impl ::core::convert::From<Code> for u32 {
            #[inline]
            fn from(code: Code) -> Self {
                code.number()
            }
        }

        $crate::__numeric!(try_from u16 u32 u64 i32 i64);
    };
    (try_from $($integer:ident)+) => {$(
        impl ::core::convert::TryFrom<$integer> for Code {
            type Error = $crate::UnknownCode;

            #[inline]
            #[allow(clippy::useless_conversion, clippy::unnecessary_fallible_conversions)]
            fn try_from(number: $integer) -> ::core::result::Result<Self, $crate::UnknownCode> {
                let number = ::core::primitive::u32::try_from(number).ok();
                number
                    .and_then(Self::find_number)
                    .ok_or($crate::UnknownCode::new(tables::TABLES.id))
            }
        }
    )+};
}

/// A code as it is on the wire, through serde.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    () => {
        /// The code as it is on the wire.
        impl $crate::__private::Serialize for Code {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(*self, serializer)
            }
        }

        /// The code as it is on the wire; a number may be written as a text of its digits.
        impl<'de> $crate::__private::Deserialize<'de> for Code {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// Nothing: the feature `serde` of `errcat` is off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    () => {};
}

/// Nothing: the feature `alloc` of `errcat` is off.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __error_file {
    ($path:literal) => {};
}
