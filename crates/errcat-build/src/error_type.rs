//! The error type of one catalog: one variant for each case that is a failure.

use errcat_model::artifact::Artifact;
use errcat_model::{Case, Catalog, CatalogSet, Code, Param, ParamType};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::history::{self, EnumKind};
use crate::emit::{INDENT, artifact, doc, ident, short};
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
    fn number(&self) -> Literal {
        Literal::usize_unsuffixed(self.row)
    }

    fn is_boxed(&self) -> bool {
        self.fields.len() > MAX_FIELDS
    }

    /// The struct that a boxed variant holds.
    fn params(&self) -> Ident {
        format_ident!("{}Params", self.name)
    }
}

/// The path of the file of an error type, below the folder of all files.
pub(crate) fn path(catalog: &Catalog) -> String {
    format!("{}/error.rs", catalog.module)
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
    let assemble = assemble(&failures);
    let tokens = quote! {
        #[allow(unused_imports, unused_variables, reason = "used where variants have fields")]
        const _: () = {
            use ::errcat::rt::error::{Box, FieldValue, Value, pick};
            #assemble
        };
        ::errcat::__error!();
    };
    artifact(&path(catalog), &definition, tokens)
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
        let name = failure.params().to_string();
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
        let params = failure.params().to_string();
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

/// Returns the impl that takes the type apart and puts it together.
fn assemble(failures: &[Failure<'_>]) -> TokenStream {
    let mut parts = Vec::new();
    let (mut numbers, mut ranges) = (Vec::new(), Vec::new());
    for (index, chunk) in failures.chunks(MAX_ARMS).enumerate() {
        let (number_of, variant_of) =
            (format_ident!("row_{index}"), format_ident!("from_row_{index}"));
        parts.push(part(chunk, &number_of, &variant_of));
        numbers.push(quote!(self.#number_of()));
        if let (Some(first), Some(last)) = (chunk.first(), chunk.last()) {
            let (first, last) = (first.number(), last.number());
            ranges.push(quote!(#first..=#last => Self::#variant_of(row, take)));
        }
    }
    let numbers = numbers.into_iter().reduce(|all, next| quote!(#all.or_else(|| #next)));
    let numbers = numbers.unwrap_or_else(|| quote!(::core::option::Option::None));
    let values = failures.iter().filter(|failure| !failure.fields.is_empty()).map(value_arm);
    quote! {
        impl Error { #(#parts)* }

        impl ::errcat::rt::error::Subject for Error {
            fn row(&self) -> ::core::option::Option<u16> { #numbers }

            fn value(&self, index: usize) -> ::core::option::Option<::errcat::ValueRef<'_>> {
                match self { #(#values,)* _ => ::core::option::Option::None }
            }

            ::errcat::__error!(subject);
        }

        impl ::errcat::rt::error::Assemble for Error {
            type Codes = Code;

            fn from_row(
                row: u16,
                take: &mut dyn ::core::ops::FnMut(usize) -> ::core::option::Option<Value>,
            ) -> ::core::option::Option<Self> {
                match row { #(#ranges,)* _ => ::core::option::Option::None }
            }

            ::errcat::__error!(from_body);
        }
    }
}

/// Returns the two functions for some of the variants.
///
/// They write `Error::X` and not `Self::X`, which rustc looks up more slowly, as an associated item.
fn part(failures: &[Failure<'_>], number_of: &Ident, variant_of: &Ident) -> TokenStream {
    let to_number = failures.iter().map(|failure| {
        let (name, number) = (&failure.name, failure.number());
        match (failure.fields.is_empty(), failure.is_boxed()) {
            (true, _) => quote!(Error::#name => #number),
            (false, true) => quote!(Error::#name(_) => #number),
            (false, false) => quote!(Error::#name { .. } => #number),
        }
    });
    let to_variant = failures.iter().map(|failure| {
        let (name, number) = (&failure.name, failure.number());
        let fields = failure.fields.iter().enumerate().map(|(index, field)| {
            let (name, index) = (&field.name, Literal::usize_unsuffixed(index));
            quote!(#name: FieldValue::from_value(take(#index)))
        });
        let fields: Vec<_> = fields.collect();
        let params = failure.params();
        match (fields.is_empty(), failure.is_boxed()) {
            (true, _) => quote!(#number => Error::#name),
            (false, true) => quote!(#number => Error::#name(Box::new(#params { #(#fields),* }))),
            (false, false) => quote!(#number => Error::#name { #(#fields),* }),
        }
    });
    quote! {
        fn #number_of(&self) -> ::core::option::Option<u16> {
            ::core::option::Option::Some(match self {
                #(#to_number,)*
                _ => return ::core::option::Option::None,
            })
        }

        fn #variant_of(
            row: u16,
            take: &mut dyn ::core::ops::FnMut(usize) -> ::core::option::Option<Value>,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(match row {
                #(#to_variant,)*
                _ => return ::core::option::Option::None,
            })
        }
    }
}

fn value_arm(failure: &Failure<'_>) -> TokenStream {
    let name = &failure.name;
    let fields = failure.fields.iter().map(|field| &field.name);
    if failure.is_boxed() {
        return quote!(Error::#name(params) => pick(&[#(&params.#fields),*], index));
    }
    // A field can have any name, that of the parameter `index` too.
    let bound: Vec<Ident> =
        (0..failure.fields.len()).map(|index| format_ident!("field_{index}")).collect();
    quote!(Error::#name { #(#fields: #bound),* } => pick(&[#(#bound),*], index))
}
