//! Errors of all kinds.

use domain_errors::{Case, CatalogError, HttpStatus, System, Unrecognized, Validation, Violation};
use errcat::rt::error::Value;
use proptest::prelude::*;

pub(crate) fn status(number: u16) -> HttpStatus {
    HttpStatus::new(number).unwrap()
}

/// Returns every failure of a catalog, with these values for the parameters.
pub(crate) fn failures<E: CatalogError>(values: &[Option<String>]) -> Vec<E> {
    let cases = Case::<E::Code>::all();
    let errors = cases.filter_map(|case| {
        E::from_row(case.row(), &mut |index| {
            let value = values.get(index % values.len().max(1))?.as_deref()?;
            Some(Value::Text(value.into()))
        })
    });
    errors.collect()
}

/// Returns the failures without a case.
pub(crate) fn bodies<E: CatalogError>() -> Vec<E> {
    let violation = Violation::new("must not be \"<empty>\"");
    vec![
        Validation::default().into(),
        Validation::new("Invalid & refused")
            .with_violation(violation.clone())
            .with_violation(violation.clone().with_field("a.b[0]"))
            .with_violation(violation.clone().with_rule("MAX_LENGTH"))
            .with_violation(violation.with_field("c").with_rule("X"))
            .with_status(status(422))
            .into(),
        System::default().into(),
        System::new("").with_status(status(503)).into(),
        System::new("Out of order").with_code("-100").with_status(status(200)).into(),
        Unrecognized::default().into(),
        Unrecognized::new("Something new").with_code("2999").into(),
        Unrecognized::new("").with_code("žluť").with_status(status(404)).into(),
        Unrecognized::new("No text of ours").with_code("Invalid domain").into(),
        Unrecognized::new("No text of ours").with_code("3201").with_status(status(200)).into(),
    ]
}

/// Returns values that are hard to quote and escape.
pub(crate) fn values() -> impl Strategy<Value = Vec<Option<String>>> {
    let nasty = "[ -~žß漢\u{1f600}`<>&\"'\\\\\n\t\r\u{1}\u{7f}]{0,20}";
    let one = prop_oneof![
        4 => nasty.prop_map(Some),
        1 => any::<String>().prop_map(Some),
        1 => any::<i64>().prop_map(|number| Some(number.to_string())),
        1 => Just(None),
    ];
    proptest::collection::vec(one, 1..4)
}
