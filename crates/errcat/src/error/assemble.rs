//! The parts of generated error types.

use alloc::boxed::Box;
use core::fmt;

use super::bodies::{System, Unrecognized, Validation};
use crate::CatalogCode;
use crate::table::Tables;

/// The methods that are generated for each error type; everything else follows from them and the
/// tables.
#[doc(hidden)]
pub trait Assemble: Sized {
    /// The codes of the catalog.
    type Codes: CatalogCode;

    /// Returns the row of the case whose variant this is.
    fn row(&self) -> Option<u16>;

    /// Returns the value of a parameter of the variant.
    fn value(&self, index: usize) -> Option<ValueRef<'_>>;

    /// Creates the variant of a case, with the values of its parameters; `None` if it is not a
    /// failure.
    fn from_row(row: u16, take: &mut dyn FnMut(usize) -> Option<Value>) -> Option<Self>;

    /// Returns the content of a variant that is not a case.
    fn body(&self) -> Option<Body<'_>>;

    /// Creates a variant that is not a case.
    fn from_body(body: Body<'_>) -> Self;
}

/// Returns the tables of the catalog of an error.
pub(crate) fn tables<E: Assemble>() -> &'static Tables {
    const { &<E::Codes as CatalogCode>::TABLES }
}

/// The content of a variant that is not a case.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Body<'a> {
    Validation(&'a Validation),
    System(&'a System),
    Unrecognized(&'a Unrecognized),
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "problem", derive(serde::Serialize), serde(untagged))]
#[doc(hidden)]
pub enum Value {
    /// Any text.
    Text(Box<str>),
    /// A whole number.
    Integer(i64),
}

/// The value of a parameter, as a message shows it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueRef<'a> {
    /// Any text, verbatim.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
}

impl ValueRef<'_> {
    pub(crate) fn to_owned(self) -> Value {
        match self {
            Self::Text(text) => Value::Text(text.into()),
            Self::Integer(number) => Value::Integer(number),
        }
    }
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Debug::fmt(text, f),
            Self::Integer(number) => fmt::Debug::fmt(number, f),
        }
    }
}

impl fmt::Display for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.pad(text),
            Self::Integer(number) => fmt::Display::fmt(number, f),
        }
    }
}

/// A type of field.
#[doc(hidden)]
pub trait FieldValue: Sized {
    /// Converts a value into this field; `None` if its type does not fit.
    fn from_value(value: Option<Value>) -> Self;

    /// Returns the value in the field.
    fn as_value(&self) -> Option<ValueRef<'_>>;
}

impl FieldValue for Option<Box<str>> {
    fn from_value(value: Option<Value>) -> Self {
        match value? {
            Value::Text(text) => Some(text),
            Value::Integer(number) => Some(alloc::format!("{number}").into()),
        }
    }

    fn as_value(&self) -> Option<ValueRef<'_>> {
        self.as_deref().map(ValueRef::Text)
    }
}

impl FieldValue for Option<i64> {
    fn from_value(value: Option<Value>) -> Self {
        match value? {
            Value::Text(text) => text.parse().ok(),
            Value::Integer(number) => Some(number),
        }
    }

    fn as_value(&self) -> Option<ValueRef<'_>> {
        self.map(ValueRef::Integer)
    }
}

/// Returns the value of the field with this index.
#[doc(hidden)]
pub fn pick<'a>(fields: &[&'a dyn FieldRef], index: usize) -> Option<ValueRef<'a>> {
    fields.get(index).and_then(|field| field.as_value_ref())
}

/// [`FieldValue`] as an object-safe trait.
#[doc(hidden)]
pub trait FieldRef {
    fn as_value_ref(&self) -> Option<ValueRef<'_>>;
}

impl<T: FieldValue> FieldRef for T {
    fn as_value_ref(&self) -> Option<ValueRef<'_>> {
        self.as_value()
    }
}
