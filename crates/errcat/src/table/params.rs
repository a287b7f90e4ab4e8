/// A name of a parameter.
#[derive(Debug, Clone, Copy)]
pub struct ParamRow {
    /// The row of the case.
    pub case: u16,
    /// The position among the parameters of the case.
    pub index: u8,
    /// Whether values must not reach clients and logs.
    pub is_sensitive: bool,
    /// Whether this is another name of the parameter, in another message of the case.
    pub is_alias: bool,
    /// The name, as templates have it.
    pub name: &'static str,
    /// The name of the field that holds the value.
    pub field: &'static str,
}

/// Returns the parameters of a case, in their order.
pub fn params_of(params: &'static [ParamRow], case: u16) -> &'static [ParamRow] {
    rows_of(params, case, |param| param.case)
}

/// Returns the part of sorted rows that belongs to a case.
pub(super) fn rows_of<T>(
    rows: &'static [T],
    case: u16,
    case_of: impl Fn(&T) -> u16,
) -> &'static [T] {
    let start = rows.partition_point(|row| case_of(row) < case);
    let end = rows.partition_point(|row| case_of(row) <= case);
    &rows[start..end]
}
