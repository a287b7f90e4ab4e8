//! The translation of every code and case agrees with the catalogs, for every pair.
#![cfg(all(feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{Case, CatalogCode, Relation, TranslatesTo, Translation, domains, wapi, wix};
use errcat_model::translate::{Translation as Expected, Translator};
use errcat_model::{CatalogSet, Sources, load};

fn set() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// A target by its name, its relation, and the meaning in between.
type Shown = Option<(&'static str, Relation, Option<&'static str>)>;

fn shown<T: Copy>(translation: Option<Translation<T>>, name: fn(T) -> &'static str) -> Shown {
    translation.map(|to| (name(to.target), to.relation, to.via))
}

fn agree<C: TranslatesTo<T>, T: CatalogCode>(codes: impl Fn(C) -> Option<Translation<T>>) {
    let set = set();
    let table = Translator::new(&set).unwrap().table(C::CATALOG, T::CATALOG).unwrap();
    let expected = |to: Option<Expected<'_>>, name: fn(Expected<'_>) -> &str| {
        to.map(|to| (name(to).to_owned(), to.relation, to.via.map(|meaning| meaning.id.clone())))
    };
    let owned = |shown: Shown| {
        shown.map(|(name, relation, via)| (name.to_owned(), relation, via.map(str::to_owned)))
    };
    for (code, row) in C::ALL.iter().zip(&table.rows) {
        let found = owned(shown(codes(*code), T::name));
        assert_eq!(found, expected(row.translation, |to| &to.code.name), "{code:?}");
    }
    for (case, (_, _, to)) in Case::<C>::all().zip(table.cases()) {
        let found = owned(shown(case.translate::<T>(), Case::name));
        assert_eq!(found, expected(to, |to| &to.case.name), "{case:?}");
        let target = case.translate::<T>().map(|to| to.target.outcome());
        assert!(target.is_none_or(|outcome| outcome == case.outcome()));
    }
}

#[test]
fn all_pairs_agree() {
    agree::<_, wix::Code>(wapi::Code::translate);
    agree::<_, domains::Code>(wapi::Code::translate);
    agree::<_, wapi::Code>(wix::Code::translate);
    agree::<_, domains::Code>(wix::Code::translate);
    agree::<_, wapi::Code>(domains::Code::translate);
    agree::<_, wix::Code>(domains::Code::translate);
}

#[test]
fn translations_are_const() {
    const THERE: Option<Translation<domains::Code>> = wapi::Code::DomainRegistered.translate();
    assert_eq!(THERE, wapi::Code::DomainRegistered.translate());
}

#[cfg(feature = "alloc")]
mod errors {
    use super::*;
    use domain_errors::{CatalogError, Unrecognized};

    /// Checks that an error translates into the error of the case that its case translates into.
    fn agree<E, T>()
    where
        E: CatalogError<Code: TranslatesTo<T::Code>>,
        T: CatalogError,
    {
        for case in Case::<E::Code>::all() {
            let Some(error) = E::from_case(case) else { continue };
            let found = error.translate::<T>();
            let expected = case.translate::<T::Code>();
            assert_eq!(found.as_ref().map(|to| to.relation), expected.map(|to| to.relation));
            assert_eq!(found.and_then(|to| to.target.case()), expected.map(|to| to.target));
        }
    }

    #[test]
    fn all_pairs_agree() {
        agree::<wapi::Error, wix::Error>();
        agree::<wapi::Error, domains::Error>();
        agree::<wix::Error, wapi::Error>();
        agree::<wix::Error, domains::Error>();
        agree::<domains::Error, wapi::Error>();
        agree::<domains::Error, wix::Error>();
    }

    #[test]
    fn an_error_without_a_case_is_translated_by_its_code() {
        let code = wix::Code::ALL
            .iter()
            .copied()
            .find(|code| code.cases().len() > 1 && code.translate::<wapi::Code>().is_some())
            .unwrap();
        let error: wix::Error = Unrecognized::new("new").with_code(code.as_str()).into();
        let there = error.translate::<wapi::Error>().unwrap();
        assert_eq!(there.target.code(), code.translate::<wapi::Code>().map(|to| to.target));
    }

    #[test]
    fn an_unknown_code_is_not_translated() {
        let error: wapi::Error = Unrecognized::new("?").with_code("2999").into();
        assert_eq!(error.translate::<wix::Error>(), None);
    }
}
