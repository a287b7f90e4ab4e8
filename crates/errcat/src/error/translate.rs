//! Errors of one catalog as errors of another one.

use alloc::string::{String, ToString};

use super::application::CatalogError;
use super::assemble::{Value, ValueRef};
use super::bodies::Unrecognized;
use super::show::is_secretive;
use crate::table::Params;
use crate::translation::{translate_case, translate_code};
use crate::{Catalog, CatalogFacts, Code, Joined, Translation};

pub(super) fn translate<E, T>(error: &E) -> Option<Translation<T>>
where
    E: CatalogError<Catalog: Joined<T::Catalog>>,
    T: CatalogError,
{
    let carry = |case| T::of_case(case, &mut |index| carried::<E, T>(error, case, index));
    if let Some(case) = error.case_number() {
        let found = translate_case::<E::Catalog, T::Catalog>(case)?;
        let target = carry(found.target.index())?;
        return Some(found.map(|_| target));
    }
    let code = error.code()?;
    let found = translate_code::<E::Catalog, T::Catalog>(code.index())?;
    let target = match found.target.cases() {
        [only] => carry(only.index())?,
        // Which of its cases it is, nobody knows.
        _ => Unrecognized::new(text(error)).with_code(found.target.as_str()).into(),
    };
    Some(found.map(|_| target))
}

/// The text without that which is hidden here and would be open there.
fn text<E: CatalogError>(error: &E) -> String {
    if is_secretive(error) { String::new() } else { error.message().to_string() }
}

/// The value for a parameter of a case of the target: that of the field with the same name, unless
/// it is hidden here and would be open there.
fn carried<E: CatalogError, T: CatalogError>(error: &E, case: u16, index: usize) -> Option<Value> {
    let params = <<T::Catalog as Catalog>::Code as CatalogFacts>::TABLES.params;
    let is_own = |flags: u8| flags & Params::ALIAS == 0;
    let wanted = params.of(case).find(|entry| entry.index == index && is_own(entry.flags))?;
    let same = error.params().find(|param| param.field == wanted.field)?;
    let is_hidden_there = wanted.flags & Params::SENSITIVE != 0;
    let value = if is_hidden_there { same.value } else { same.shown() };
    value.map(ValueRef::to_owned)
}
