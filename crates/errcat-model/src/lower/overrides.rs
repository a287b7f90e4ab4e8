//! Translations by hand, with their references followed.

use super::{Around, paragraph};
use crate::catalog::{FullReference, Override};
use crate::check::{Named, View};
use crate::span::Spanned;
use crate::written::{CodeSource, TranslationSource};

/// Those of a code as a whole: where it has one case, they are that case's.
pub(super) fn of_code(code: &CodeSource, around: &Around<'_, '_>) -> Vec<Override> {
    if code.cases.len() > 1 { all(&code.facts.translations, around) } else { Vec::new() }
}

pub(super) fn of_case(view: &View<'_>, around: &Around<'_, '_>) -> Vec<Override> {
    let mut overrides = all(&view.own().translations, around);
    if let [_] = view.code.cases.as_slice() {
        overrides.extend(all(&view.code.facts.translations, around));
    }
    overrides
}

fn all(translations: &[TranslationSource], around: &Around<'_, '_>) -> Vec<Override> {
    translations.iter().filter_map(|translation| lower(translation, around)).collect()
}

fn lower(translation: &TranslationSource, around: &Around<'_, '_>) -> Option<Override> {
    let TranslationSource { to, from, none, relation, why, .. } = translation;
    let why = paragraph(why.as_deref()?);
    let relation = relation.as_ref().map(|relation| relation.value);
    match (to, from, none) {
        (Some(to), ..) => Some(Override::To { to: follow(to, around), relation: relation?, why }),
        (_, Some(from), _) => {
            Some(Override::From { from: follow(from, around), relation: relation?, why })
        }
        (.., none) => Some(Override::None { none: none.as_ref()?.value.clone(), why }),
    }
}

/// The parts of a reference: what it leads to, or else how it is written.
fn follow(text: &Spanned<String>, around: &Around<'_, '_>) -> FullReference {
    let (reference, named) = around.codes.follow(&text.value, around.own);
    let case = match named {
        Named::Case(view) | Named::Code(view) => view.case_id(),
        Named::NotRead | Named::NoCode | Named::NoCase(_) => reference.case,
    };
    FullReference {
        catalog: reference.catalog.unwrap_or(around.own).to_owned(),
        code: reference.code.to_owned(),
        case: case.map(str::to_owned),
    }
}
