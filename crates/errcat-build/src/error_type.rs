//! The error type of one catalog: one variant for each case that is a failure.

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use errcat_model::{Case, Catalog, CatalogSet, Code, Param, ParamType};
use proc_macro2::Ident;

use crate::emit::history::{self, EnumKind};
use crate::emit::{INDENT, doc, ident, path, short, text_artifact};
use crate::error::EmitError;
use crate::tables::rows::Rows;

/// A variant with more fields than this keeps them in a box, so that the type stays small.
const MAX_FIELDS: usize = 3;

/// Arms of one `match`: rustc takes quadratic time over them.
const MAX_ARMS: usize = 128;

/// A case that is a failure.
struct Failure<'a> {
    code: &'a Code,
    case: &'a Case,
    name: Ident,
    /// The row of the case.
    row: usize,
    fields: Vec<Field<'a>>,
}

struct Field<'a> {
    param: &'a Param,
    name: Ident,
}

impl Failure<'_> {
    fn is_boxed(&self) -> bool {
        self.fields.len() > MAX_FIELDS
    }

    /// The struct that a boxed variant holds.
    fn params(&self) -> String {
        format!("{}Params", self.name)
    }
}

/// The file of the error type.
pub(crate) fn file(
    set: &CatalogSet,
    catalog: &Catalog,
    rows: &Rows<'_>,
) -> Result<Artifact, EmitError> {
    let mut failures = failures(catalog, rows)?;
    let definition = definition(set, catalog, &failures);
    // Chunks of rows that do not overlap need rows that ascend.
    failures.sort_by_key(|failure| failure.row);
    Ok(text_artifact(&path(catalog, "error"), &(definition + &assemble(&failures))))
}

/// The enum, and the structs that variants with many fields hold, as text.
fn definition(set: &CatalogSet, catalog: &Catalog, failures: &[Failure<'_>]) -> String {
    let mut text = String::new();
    doc::error(catalog).write("", &mut text);
    text.push_str("#[non_exhaustive]\npub enum Error {\n");
    for failure in failures {
        let history = history::attribute(set, catalog, failure.code, EnumKind::Error);
        write_variant(catalog, failure, &history, &mut text);
    }
    text.push_str(BODIES);
    text.push_str("}\n");
    for failure in failures.iter().filter(|failure| failure.is_boxed()) {
        let name = failure.params();
        doc::params(failure.case).write("", &mut text);
        text.push_str("#[derive(Clone, PartialEq, Eq, Hash, Default)]\n");
        text.extend(["pub struct ", &name, " {\n"]);
        write_fields(failure, INDENT, "pub ", &mut text);
        text.extend(["}\n::errcat::__params!(", &name, ");\n"]);
    }
    text
}

/// The variants that are no case.
const BODIES: &str = "    /// A request that was refused because of its fields.
    Validation(::errcat::Validation),
    /// A failure without a code of the catalog.
    System(::errcat::System),
    /// A failure that the catalog does not know well enough.
    Unrecognized(::errcat::Unrecognized),
";

fn write_variant(catalog: &Catalog, failure: &Failure<'_>, history: &str, text: &mut String) {
    doc::failure(catalog, failure.code, failure.case).write(INDENT, text);
    text.extend([history, INDENT, &failure.case.name]);
    if failure.fields.is_empty() {
        text.push_str(",\n");
    } else if failure.is_boxed() {
        let params = failure.params();
        text.extend(["(::errcat::rt::error::Box<", &params, ">),\n"]);
    } else {
        text.push_str(" {\n");
        write_fields(failure, "        ", "", text);
        text.push_str("    },\n");
    }
}

fn write_fields(failure: &Failure<'_>, indent: &str, visibility: &str, text: &mut String) {
    for field in &failure.fields {
        let kind = match field.param.kind {
            ParamType::Integer => "i64",
            ParamType::String | ParamType::Domain | ParamType::Guid => {
                "::errcat::rt::error::Box<str>"
            }
        };
        doc::param(field.param).write(indent, text);
        let name = &field.param.field;
        text.extend([indent, visibility, name, ": ::core::option::Option<", kind, ">,\n"]);
    }
}

fn failures<'a>(catalog: &'a Catalog, rows: &Rows<'_>) -> Result<Vec<Failure<'a>>, EmitError> {
    let cases = catalog.cases().zip(&rows.of_cases);
    let failures = cases.filter(|((code, _), _)| code.outcome.is_failure());
    failures
        .map(|((code, case), row)| {
            let fields = case.params.iter();
            let fields = fields.map(|param| Ok(Field { param, name: ident(&param.field)? }));
            short(*row)?;
            Ok(Failure {
                code,
                case,
                name: ident(&case.name)?,
                row: *row,
                fields: fields.collect::<Result<_, EmitError>>()?,
            })
        })
        .collect()
}

/// Returns the impls that take the type apart and put it together, as text.
fn assemble(failures: &[Failure<'_>]) -> String {
    let (mut parts, mut numbers, mut ranges) = (String::new(), Vec::new(), String::new());
    for (index, chunk) in failures.chunks(MAX_ARMS).enumerate() {
        parts.push_str(&part(chunk, index));
        numbers.push(format!("self.row_{index}()"));
        if let (Some(first), Some(last)) = (chunk.first(), chunk.last()) {
            let (first, last) = (first.row, last.row);
            let _ = writeln!(
                ranges,
                "                {first}..={last} => Self::from_row_{index}(row, take),"
            );
        }
    }
    let numbers = numbers.into_iter().reduce(|all, next| format!("{all}.or_else(|| {next})"));
    let numbers = numbers.as_deref().unwrap_or("None");
    let values = failures.iter().filter(|failure| !failure.fields.is_empty()).map(value_arm);
    let values: String = values.collect();
    format!(
        "#[allow(unused_imports, unused_variables, reason = \"used where variants have fields\")]
const _: () = {{
    use ::core::ops::FnMut;
    use ::core::option::Option::{{self, None, Some}};
    use ::errcat::rt::error::{{Box, FieldValue, Value, pick}};

    impl Error {{
{parts}    }}

    impl ::errcat::rt::error::Subject for Error {{
        fn row(&self) -> Option<u16> {{
            {numbers}
        }}

        fn value(&self, index: usize) -> Option<::errcat::ValueRef<'_>> {{
            match self {{
{values}                _ => None,
            }}
        }}

        ::errcat::__error!(subject);
    }}

    impl ::errcat::rt::error::Assemble for Error {{
        type Codes = Code;

        fn from_row(row: u16, take: &mut dyn FnMut(usize) -> Option<Value>) -> Option<Self> {{
            match row {{
{ranges}                _ => None,
            }}
        }}

        ::errcat::__error!(from_body);
    }}
}};
::errcat::__error!();
"
    )
}

/// Returns the two functions for some of the variants.
///
/// They write `Error::X` and not `Self::X`, which rustc looks up more slowly, as an associated item.
fn part(failures: &[Failure<'_>], index: usize) -> String {
    let (mut to_number, mut to_variant) = (String::new(), String::new());
    for failure in failures {
        let Failure { name, row, .. } = failure;
        let fields = failure.fields.iter().enumerate();
        let fields = fields
            .map(|(index, field)| format!("{}: FieldValue::from_value(take({index}))", field.name));
        let fields = fields.collect::<Vec<_>>().join(", ");
        let (pattern, value) = match (fields.is_empty(), failure.is_boxed()) {
            (true, _) => ("", String::new()),
            (false, true) => ("(_)", format!("(Box::new({} {{ {fields} }}))", failure.params())),
            (false, false) => (" { .. }", format!(" {{ {fields} }}")),
        };
        let _ = writeln!(to_number, "                Error::{name}{pattern} => {row},");
        let _ = writeln!(to_variant, "                {row} => Error::{name}{value},");
    }
    format!(
        "        fn row_{index}(&self) -> Option<u16> {{
            Some(match self {{
{to_number}                _ => return None,
            }})
        }}
        fn from_row_{index}(row: u16, take: &mut dyn FnMut(usize) -> Option<Value>) -> Option<Self> {{
            Some(match row {{
{to_variant}                _ => return None,
            }})
        }}
"
    )
}

fn value_arm(failure: &Failure<'_>) -> String {
    let Failure { name, fields, .. } = failure;
    let list = |of: fn(usize, &Field<'_>) -> String| {
        let fields = fields.iter().enumerate().map(|(index, field)| of(index, field));
        fields.collect::<Vec<_>>().join(", ")
    };
    let (pattern, values) = if failure.is_boxed() {
        ("(params)".to_owned(), list(|_, field| format!("&params.{}", field.name)))
    } else {
        // A field can have any name, that of the parameter `index` too.
        let bound = list(|index, field| format!("{}: field_{index}", field.name));
        (format!(" {{ {bound} }}"), list(|index, _| format!("field_{index}")))
    };
    format!("                Error::{name}{pattern} => pick(&[{values}], index),\n")
}
