//! Deprecation warnings for codes that are about to go, and for names that have gone.

use errcat_model::{Catalog, CatalogSet, Code, Lifecycle, LifecycleStage};

use proc_macro2::TokenStream;
use quote::quote;

use super::{INDENT, doc, literal};

/// The kind of enum that a variant is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EnumKind {
    Code,
    Error,
}

/// Returns the attribute of a module that names all codes of a catalog; a user who names a
/// deprecated one is warned.
pub(crate) fn allow(catalog: &Catalog) -> Option<TokenStream> {
    let is_deprecated = catalog.codes.iter().any(|code| code.lifecycle.is_some());
    is_deprecated.then(|| quote!(#[allow(deprecated, reason = "generated")]))
}

/// Returns the attribute of a variant whose code is deprecated or retired; empty for any other.
pub(crate) fn attribute(
    set: &CatalogSet,
    catalog: &Catalog,
    code: &Code,
    kind: EnumKind,
) -> String {
    let Some(lifecycle) = &code.lifecycle else {
        return String::new();
    };
    let since = literal(&doc::line(&lifecycle.since));
    let note = literal(&note(set, catalog, lifecycle, kind));
    format!("{INDENT}#[deprecated(since = {since}, note = {note})]\n")
}

/// Such as ``no longer sent; use `Code::DomainBlocked` ``.
fn note(set: &CatalogSet, catalog: &Catalog, lifecycle: &Lifecycle, kind: EnumKind) -> String {
    let stage = match lifecycle.stage {
        LifecycleStage::Deprecated => "still sent, but not to be relied on",
        LifecycleStage::Retired => "no longer sent",
    };
    let replacement = lifecycle.replaced_by.as_ref().map(|by| {
        let named = set.follow(by).filter(|(of, ..)| of.id == catalog.id);
        match named.and_then(|(_, code, case)| variant(code, case.map(|case| &case.name), kind)) {
            Some(variant) => format!("; use `{kind:?}::{variant}`"),
            None => format!("; use `{by}`"),
        }
    });
    doc::line(&format!("{stage}{}", replacement.unwrap_or_default()))
}

/// Returns the variant for a code or its case in an enum, if there is one.
fn variant<'a>(code: &'a Code, case: Option<&'a String>, kind: EnumKind) -> Option<&'a str> {
    let only = match code.cases.as_slice() {
        [only] => Some(&only.name),
        _ => None,
    };
    match kind {
        EnumKind::Code => Some(&code.name),
        EnumKind::Error if !code.outcome.is_failure() => None,
        EnumKind::Error => case.or(only).map(String::as_str),
    }
}

/// Writes constants for the earlier names of codes, so that a new name breaks nobody's code.
pub(crate) fn aliases(catalog: &Catalog, text: &mut String) {
    let mut constants = String::new();
    for code in &catalog.codes {
        let name = &code.name;
        for alias in &code.aliases {
            constants.extend([
                format!("{INDENT}/// The earlier name of [`Code::{name}`].\n"),
                format!("{INDENT}#[deprecated(note = \"renamed; use `Code::{name}`\")]\n"),
                format!("{INDENT}pub const {alias}: Self = Self::{name};\n"),
            ]);
        }
    }
    if !constants.is_empty() {
        text.push_str("#[allow(non_upper_case_globals, reason = \"earlier names of variants\")]\n");
        text.extend(["impl Code {\n", constants.as_str(), "}\n"]);
    }
}
