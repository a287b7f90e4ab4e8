//! Errors of one catalog as errors of another.

use alloc::string::{String, ToString};

use super::assemble::{Assemble, Value, case, code, tables};
use super::show::Message;
use crate::reply::{Body, Subject, Unrecognized};
use crate::table::params_of;
use crate::translation::translate_code;
use crate::{CatalogCode, TranslatesTo, Translation};

pub(super) fn translate<E, T>(error: &E) -> Option<Translation<T>>
where
    E: Assemble<Codes: TranslatesTo<T::Codes>>,
    T: Assemble,
{
    if E::Codes::PAIR.is_same() {
        let copy = |row| T::from_row(row, &mut |index| error.value(index).map(Value::from));
        let same = error.row().and_then(copy).or_else(|| error.body().map(T::from_body));
        return same.map(Translation::same);
    }
    let carry = |row| T::from_row(row, &mut |index| carried::<E, T>(error, row, index));
    if let Some(case) = case(error) {
        let found = case.translate::<T::Codes>()?;
        let target = carry(found.target.row())?;
        return Some(found.map(|_| target));
    }
    let code = code(error)?;
    let found = translate_code::<E::Codes, T::Codes>(code.index().into())?;
    let mut cases = found.target.cases();
    let target = if let (Some(only), None) = (cases.next(), cases.next()) {
        carry(only.row())?
    } else {
        // Nobody knows which of its cases it is.
        let body = Unrecognized::new(text(error)).with_code(found.target.as_str());
        T::from_body(Body::Unrecognized(&body))
    };
    Some(found.map(|_| target))
}

/// Returns the text, unless it can hold a value that is hidden here and would be shown there.
fn text(error: &dyn Subject) -> String {
    if error.has_sensitive_params() { String::new() } else { Message(error).to_string() }
}

/// Returns the value for a parameter of a case of the target: that of the field with the same name,
/// unless it is hidden here and would be shown there.
fn carried<E: Assemble, T: Assemble>(error: &E, row: u16, index: usize) -> Option<Value> {
    let rows = params_of(tables::<T>().params, row);
    let mut rows = rows.iter().filter(|param| !param.is_alias);
    let wanted = rows.find(|param| usize::from(param.index) == index)?;
    let same = (error as &dyn Subject).params().find(|param| param.field == wanted.field)?;
    let value = if wanted.is_sensitive { same.value } else { same.shown() };
    value.map(Value::from)
}
