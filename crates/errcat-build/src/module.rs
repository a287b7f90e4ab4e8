//! The module of one catalog: the enum of its codes, and its tables.

use std::collections::BTreeSet;

use errcat_model::artifact::Artifact;
use errcat_model::{Catalog, CatalogSet, CodeType, names};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::doc::{self, Doc};
use crate::emit::history::{self, EnumKind};
use crate::emit::{INDENT, artifact, ident, path, quiet, token};
use crate::error::EmitError;
use crate::error_type;
use crate::meaning;
use crate::tables::{self, index};
use crate::translations::{self, Hub};

/// The modules beside those of the catalogs, which no catalog can have.
pub(crate) const RESERVED: [&str; 1] = ["any_error"];

/// The file that a crate includes.
const INDEX: &str = "errcat.rs";

/// Returns the file that a crate includes: a module for each catalog.
pub(crate) fn index(hub: &Hub<'_>) -> Result<Artifact, EmitError> {
    let mut modules = Vec::new();
    for catalog in hub.own() {
        let comment = doc::module(catalog);
        let module = ident(&catalog.module)?;
        let file = format!("{}.rs", catalog.module);
        let quiet = quiet();
        let gate = hub.gate(catalog);
        let history = history::allow(catalog);
        modules.push(quote! {
            #comment
            #gate
            #quiet
            #history
            pub mod #module { include!(#file); }
        });
    }
    if !modules.is_empty() {
        modules.push(meaning::module(hub));
        modules.push(any_error(hub)?);
    }
    artifact(INDEX, "", quote!(#(#modules)*))
}

/// Returns the error of any catalog, those of other crates included.
fn any_error(hub: &Hub<'_>) -> Result<TokenStream, EmitError> {
    let mut taken = BTreeSet::new();
    let gate = hub.gate_of_any();
    let variants = hub.set.catalogs.iter().map(|catalog| {
        let about = Doc::new(&[format!("An error of {}.", doc::prose(&catalog.title))]);
        let name = names::type_name(&catalog.module);
        let name = name.ok_or(EmitError::Unchecked("a catalog has no name"))?;
        if !taken.insert(name.clone()) {
            return Err(EmitError::VariantCollision(name));
        }
        let name = ident(&name)?;
        let module = hub.module(catalog, &quote!(super::))?;
        let always = || quote!(all());
        let condition = gate.as_ref().map(|_| hub.condition(catalog).unwrap_or_else(always));
        let condition = condition.map(|condition| quote!((#condition)));
        Ok(quote!(#condition #about #name: #module::Error,))
    });
    let variants = variants.collect::<Result<Vec<_>, EmitError>>()?;
    let none = gate.as_ref().map(|_| quote!([]));
    Ok(quote!(#gate ::errcat::__any_error! { #none #(#variants)* }))
}

/// Returns the files of the module of one catalog.
pub(crate) fn files<'a>(hub: &Hub<'a>, catalog: &'a Catalog) -> Result<Vec<Artifact>, EmitError> {
    if catalog.codes.is_empty() {
        return Err(EmitError::NoCodes(catalog.id.clone()));
    }
    let rows = hub.rows(catalog)?;
    let mut files = vec![
        module(hub, catalog)?,
        tables::file(catalog, rows)?,
        index::file(catalog)?,
        error_type::file(hub.set, catalog, rows)?,
    ];
    files.extend(translations::files(hub, catalog)?);
    Ok(files)
}

fn module<'a>(hub: &Hub<'a>, catalog: &'a Catalog) -> Result<Artifact, EmitError> {
    let wire = match catalog.code_type {
        CodeType::Integer => format_ident!("numbers"),
        CodeType::String => format_ident!("strings"),
    };
    let paths = ["rows", "index", "meanings", "error"].map(|name| path(catalog, name));
    let [rows, index, meanings, error] = paths;
    let failed_as = failed_as(hub.set, catalog)?;
    let translations = translations::modules(hub, catalog);
    let id = token(&catalog.id);
    let [title, domain] = [&catalog.title, &catalog.domain].map(|text| token(text));
    let docs = token(catalog.docs.as_deref().unwrap_or_default());
    let labels = ["validation", "system", "unrecognized"];
    let labels = labels.map(|label| token(&format!("{}.{label}", catalog.id)));
    let fingerprint = Literal::u64_unsuffixed(translations::fingerprint(catalog));
    let tokens = quote! {
        use super::Meaning;

        ::errcat::__code!(#wire);
        ::errcat::__error_file!(#error);
        #(#translations)*
        mod tables {
            use ::errcat::*;
            use ::errcat::rt::Sentences;
            use ::errcat::rt::table::*;
            use super::{Code, Meaning};

            include!(#rows);
            include!(#index);
            include!(#meanings);

            pub(super) const FAILED_AS: Option<Meaning> = #failed_as;

            pub(super) const TABLES: Tables = Tables {
                id: #id,
                title: #title,
                domain: #domain,
                docs: #docs,
                fingerprint: #fingerprint,
                labels: [#(#labels),*],
                index: INDEX,
                facts: &FACTS,
                texts: &TEXTS,
                cases: &CASES,
                groups: &GROUPS,
                ranges: &RANGES,
                params: &PARAMS,
                templates: &TEMPLATES,
                operations: &OPERATIONS,
                spec: &SPEC,
            };
        }
    };
    artifact(&format!("{}.rs", catalog.module), &code(hub.set, catalog), tokens)
}

/// Returns the meaning of the failures of a catalog further out.
fn failed_as(set: &CatalogSet, catalog: &Catalog) -> Result<TokenStream, EmitError> {
    let Some(id) = &catalog.failed_as else { return Ok(quote!(None)) };
    let meaning = set.meaning(id).ok_or(EmitError::Unchecked("`failed-as` has no meaning"))?;
    let name = ident(&meaning.name())?;
    Ok(quote!(Some(Meaning::#name)))
}

/// Returns the enum as text: as tokens, all the documentation would be read and printed once more.
fn code(set: &CatalogSet, catalog: &Catalog) -> String {
    let mut text = String::new();
    Doc::new(&[
        format!("A code of {}.", doc::escape(&catalog.title)),
        "The discriminant of a variant is its place in the catalog, not the code on the wire."
            .into(),
    ])
    .write("", &mut text);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n");
    text.push_str("#[non_exhaustive]\npub enum Code {\n");
    for code in &catalog.codes {
        doc::code(catalog, code).write(INDENT, &mut text);
        let history = history::attribute(set, catalog, code, EnumKind::Code);
        text.extend([&history, INDENT, &code.name, ",\n"]);
    }
    text.push_str("}\n");
    history::aliases(catalog, &mut text);
    text
}
