//! What a compiler tells the users of codes that are about to go, and of names that have gone.

use errcat_model::{Catalog, CatalogSet, Code, Lifecycle, LifecycleStage};

use crate::rust::INDENT;
use crate::{EmitError, doc, literal};

/// The enum in which a variant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    Code,
    Case,
    Error,
}

impl Within {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Case => "Case",
            Self::Error => "Error",
        }
    }
}

/// Whether the module of a catalog holds what is deprecated, which it names itself.
pub(crate) fn is_in(catalog: &Catalog) -> bool {
    catalog.codes.iter().any(|code| code.lifecycle.is_some())
}

/// The attribute of a variant whose code is deprecated or retired; nothing for any other.
pub(crate) fn attribute(
    set: &CatalogSet,
    catalog: &Catalog,
    code: &Code,
    within: Within,
) -> Result<String, EmitError> {
    let Some(lifecycle) = &code.lifecycle else {
        return Ok(String::new());
    };
    let since = literal::text([doc::line(&lifecycle.since).as_str()])?;
    let note = literal::text([note(set, catalog, lifecycle, within).as_str()])?;
    Ok(format!("{INDENT}#[deprecated(since = {since}, note = {note})]\n"))
}

/// Such as ``no longer sent; use `Code::DomainBlocked` ``.
fn note(set: &CatalogSet, catalog: &Catalog, lifecycle: &Lifecycle, within: Within) -> String {
    let stage = match lifecycle.stage {
        LifecycleStage::Deprecated => "still sent, not to be relied on",
        LifecycleStage::Retired => "no longer sent",
    };
    let replacement = lifecycle.replaced_by.as_ref().map(|by| {
        let named = set.follow(by).filter(|(of, ..)| of.id == catalog.id);
        match named.and_then(|(_, code, case)| variant(code, case.map(|case| &case.name), within)) {
            Some(variant) => format!("; use `{}::{variant}`", within.name()),
            None => format!("; use `{by}`"),
        }
    });
    doc::line(&format!("{stage}{}", replacement.unwrap_or_default()))
}

/// The variant that stands for a code or its case in an enum, where one does.
fn variant<'a>(code: &'a Code, case: Option<&'a String>, within: Within) -> Option<&'a str> {
    let only = match code.cases.as_slice() {
        [only] => Some(&only.name),
        _ => None,
    };
    match within {
        Within::Code => Some(&code.name),
        Within::Error if !code.outcome.is_failure() => None,
        Within::Case | Within::Error => case.or(only).map(String::as_str),
    }
}

/// Constants for the earlier names of variants, so that a new name breaks nobody's code.
pub(crate) fn aliases<'a>(
    within: Within,
    variants: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
    text: &mut String,
) {
    let mut constants = String::new();
    for (name, aliases) in variants {
        for alias in aliases {
            let of = within.name();
            constants.extend([
                format!("{INDENT}/// The earlier name of [`{of}::{name}`].\n"),
                format!("{INDENT}#[deprecated(note = \"renamed; use `{of}::{name}`\")]\n"),
                format!("{INDENT}pub const {alias}: Self = Self::{name};\n"),
            ]);
        }
    }
    if !constants.is_empty() {
        text.push_str("#[allow(non_upper_case_globals, reason = \"a variant was called so\")]\n");
        text.extend([&format!("impl {} {{\n", within.name()), constants.as_str(), "}\n"]);
    }
}
