//! The parts of generated error types.

use alloc::boxed::Box;

use crate::code::meaning_at;
use crate::reply::{Body, Subject, ValueRef};
use crate::table::Tables;
use crate::{Case, CatalogCode};

/// The methods that are generated for each error type, besides those of [`Subject`].
#[doc(hidden)]
pub trait Assemble: Subject + Sized {
    /// The codes of the catalog.
    type Codes: CatalogCode;

    /// Creates the variant of a case, with the values of its parameters; `None` if it is not a
    /// failure.
    fn from_row(row: u16, take: &mut dyn FnMut(usize) -> Option<Value>) -> Option<Self>;

    /// Creates a variant that is not a case.
    fn from_body(body: Body<'_>) -> Self;
}

/// Returns the tables of the catalog of an error.
pub(crate) fn tables<E: Assemble>() -> &'static Tables {
    const { &<E::Codes as CatalogCode>::TABLES }
}

pub(super) fn case<E: Assemble>(error: &E) -> Option<Case<E::Codes>> {
    (error as &dyn Subject).case_row().map(Case::from_row)
}

pub(super) fn code<E: Assemble>(error: &E) -> Option<E::Codes> {
    E::Codes::ALL.get((error as &dyn Subject).code_row()?).copied()
}

pub(super) fn meaning<E: Assemble>(error: &E) -> <E::Codes as CatalogCode>::Meaning {
    meaning_at::<E::Codes>((error as &dyn Subject).profile().meaning)
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

impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Text(text) => Self::Text(text.into()),
            ValueRef::Integer(number) => Self::Integer(number),
        }
    }
}

/// A type of field.
#[doc(hidden)]
pub trait FieldValue {
    /// Converts a value into this field; `None` if its type does not fit.
    fn from_value(value: Option<Value>) -> Self
    where
        Self: Sized;

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
pub fn pick<'a>(fields: &[&'a dyn FieldValue], index: usize) -> Option<ValueRef<'a>> {
    fields.get(index).and_then(|field| field.as_value())
}
