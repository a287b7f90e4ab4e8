//! What is translated is what the catalogs say: every code and case, for every pair.
#![cfg(all(feature = "domains", feature = "wapi", feature = "wix"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use domain_errors::{
    Case, Catalog, CatalogFacts, Code, Joined, Relation, Translation, UnknownReference, by_name,
    domains, wapi, wix,
};
use errcat_model::translate::{Translation as Expected, Translator};
use errcat_model::{CatalogSet, Sources, load};

fn set() -> CatalogSet {
    load(&Sources::from_texts(domain_errors_catalog::FILES.iter().copied())).unwrap()
}

/// What a translation says, in names.
fn shown<T: CatalogFacts>(
    translation: Option<Translation<T>>,
) -> Option<(String, Relation, Option<String>)> {
    let translation = translation?;
    let via = translation.via().map(str::to_owned);
    Some((translation.target.name().to_owned(), translation.relation, via))
}

fn agree<From, Into>(
    codes: impl Fn(From::Code) -> Option<Translation<Into::Code>>,
    cases: impl Fn(From::Case) -> Option<Translation<Into::Case>>,
) where
    From: Joined<Into>,
    Into: Catalog,
{
    let set = set();
    let table = Translator::new(&set).unwrap().table(From::ID, Into::ID).unwrap();
    let expected = |to: Option<Expected<'_>>, name: fn(Expected<'_>) -> &str| {
        to.map(|to| (name(to).to_owned(), to.relation, to.via.map(|meaning| meaning.id.clone())))
    };
    for (code, row) in <From::Code as Code>::ALL.iter().zip(&table.rows) {
        assert_eq!(shown(codes(*code)), expected(row.translation, |to| &to.code.name), "{code:?}");
    }
    for (case, (_, _, to)) in <From::Case as Case>::ALL.iter().zip(table.cases()) {
        assert_eq!(shown(cases(*case)), expected(to, |to| &to.case.name), "{case:?}");
        let target = cases(*case).map(|to| to.target.outcome());
        assert!(target.is_none_or(|outcome| outcome == case.outcome()));
    }
}

#[test]
fn all_pairs_agree() {
    agree::<wapi::Catalog, wix::Catalog>(wapi::Code::translate, wapi::Case::translate);
    agree::<wapi::Catalog, domains::Catalog>(wapi::Code::translate, wapi::Case::translate);
    agree::<wix::Catalog, wapi::Catalog>(wix::Code::translate, wix::Case::translate);
    agree::<wix::Catalog, domains::Catalog>(wix::Code::translate, wix::Case::translate);
    agree::<domains::Catalog, wapi::Catalog>(domains::Code::translate, domains::Case::translate);
    agree::<domains::Catalog, wix::Catalog>(domains::Code::translate, domains::Case::translate);
}

#[test]
fn names_lead_where_types_do() {
    let set = set();
    let translator = Translator::new(&set).unwrap();
    let mut asked = 0;
    for table in translator.tables() {
        for entry in table.entries() {
            let found = by_name::translate(&entry.from.to_string(), entry.into).unwrap();
            let to = found.map(|to| to.target.to_string());
            assert_eq!(to, entry.to.map(|to| to.to_string()), "{} into {}", entry.from, entry.into);
            assert_eq!(found.map(|to| to.relation), entry.relation);
            assert_eq!(found.and_then(|to| to.via()), entry.via);
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked}");
}

#[test]
fn a_name_that_leads_nowhere_is_told() {
    assert_eq!(by_name::translate("wapi:9999", "wix"), Err(UnknownReference::Code));
    assert_eq!(by_name::translate("wpai:3201", "wix"), Err(UnknownReference::Catalog));
    assert_eq!(by_name::translate("wapi:3201", "wixx"), Err(UnknownReference::Catalog));
    assert_eq!(by_name::translate("3201", "wix"), Err(UnknownReference::Catalog));
    assert_eq!(by_name::translate("wix:Invalid domain#x", "wapi"), Err(UnknownReference::Case));
    assert_eq!(by_name::translate("wapi:3201", "wapi"), Ok(None));
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

    /// An error becomes the variant of what its case becomes.
    fn agree<E: CatalogError<Catalog: Joined<T::Catalog>>, T: CatalogError>(
        translate: impl Fn(
            <E::Catalog as Catalog>::Case,
        ) -> Option<Translation<<T::Catalog as Catalog>::Case>>,
    ) {
        for case in <E::Catalog as Catalog>::Case::ALL.iter().copied() {
            let Some(error) = E::from_case(case) else { continue };
            let found = error.translate::<T>();
            let expected = translate(case);
            assert_eq!(found.as_ref().map(|to| to.relation), expected.map(|to| to.relation));
            assert_eq!(found.and_then(|to| to.target.case()), expected.map(|to| to.target));
        }
    }

    #[test]
    fn all_pairs_agree() {
        agree::<wapi::Error, wix::Error>(wapi::Case::translate);
        agree::<wapi::Error, domains::Error>(wapi::Case::translate);
        agree::<wix::Error, wapi::Error>(wix::Case::translate);
        agree::<wix::Error, domains::Error>(wix::Case::translate);
        agree::<domains::Error, wapi::Error>(domains::Case::translate);
        agree::<domains::Error, wix::Error>(domains::Case::translate);
    }

    #[test]
    fn without_a_case_the_code_is_translated() {
        let code = wix::Code::ALL
            .iter()
            .copied()
            .find(|code| code.cases().len() > 1 && code.translate::<wapi::Code>().is_some());
        let Some(code) = code else { return };
        let error: wix::Error = Unrecognized::new("new").with_code(code.as_str()).into();
        let there = error.translate::<wapi::Error>().unwrap();
        assert_eq!(there.target.code(), code.translate::<wapi::Code>().map(|to| to.target));
    }

    #[test]
    fn what_nobody_knows_is_not_translated() {
        let error: wapi::Error = Unrecognized::new("?").with_code("2999").into();
        assert_eq!(error.translate::<wix::Error>(), None);
    }
}
