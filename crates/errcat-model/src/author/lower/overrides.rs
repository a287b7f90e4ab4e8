//! Translations by hand, with their references followed.

use super::Around;
use super::hole::{Hole, Promised as _};
use crate::Law;
use crate::author::resolve::{CodeRef, View, paragraph};
use crate::author::written::{CodeSource, TranslationSource};
use crate::catalog::{Override, Reference};
use crate::text::Spanned;

/// Returns the translations of a code as a whole: if it has one case, they belong to that case.
pub(super) fn of_code(code: &CodeSource, around: &Around<'_, '_>) -> Result<Vec<Override>, Hole> {
    if code.cases.len() > 1 { all(&code.details.translations, around) } else { Ok(Vec::new()) }
}

pub(super) fn of_case(view: &View<'_>, around: &Around<'_, '_>) -> Result<Vec<Override>, Hole> {
    let mut overrides = all(&view.own().translations, around)?;
    if let [_] = view.code.cases.as_slice() {
        overrides.extend(all(&view.code.details.translations, around)?);
    }
    Ok(overrides)
}

fn all(translations: &[TranslationSource], around: &Around<'_, '_>) -> Result<Vec<Override>, Hole> {
    translations.iter().map(|translation| lower(translation, around)).collect()
}

fn lower(translation: &TranslationSource, around: &Around<'_, '_>) -> Result<Override, Hole> {
    let TranslationSource { to, from, none, relation, why, place } = translation;
    let why = paragraph(why.as_deref().by(Law::MissingWhy, *place)?);
    let relation = || relation.map(|relation| relation.value).by(Law::TranslationShape, *place);
    if let Some(to) = to {
        return Ok(Override::To { to: follow(to, around)?, relation: relation()?, why });
    }
    if let Some(from) = from {
        return Ok(Override::From { from: follow(from, around)?, relation: relation()?, why });
    }
    let none = none.as_ref().by(Law::TranslationShape, *place)?;
    Ok(Override::None { none: none.value.clone(), why })
}

/// Returns the reference of the target, or the reference as written if the catalog is not loaded.
fn follow(text: &Spanned<String>, around: &Around<'_, '_>) -> Result<String, Hole> {
    let (reference, target) = around.codes.follow(&text.value, around.own);
    let case = match target {
        CodeRef::Case(view) | CodeRef::Code(view) => view.case_id(),
        CodeRef::NotLoaded => reference.case,
        CodeRef::NoCode | CodeRef::NoCase(_) => None.by(Law::UnknownTranslation, text.place)?,
    };
    Ok(Reference { case, ..reference }.to_string())
}
