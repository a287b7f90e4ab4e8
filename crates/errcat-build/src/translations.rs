//! The tables of translations between one catalog and the others.

use std::collections::HashMap;

use errcat::table::{hash, target_entry};
use errcat_model::artifact::Artifact;
use errcat_model::translate::{Table, Translation, Translator};
use errcat_model::{Catalog, CatalogSet};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::statics::Statics;
use crate::{EmitError, Foreign, doc, literal, pack, rust};

/// The module with [`by_name`], which no catalog can have.
pub(crate) const BY_NAME: &str = "by_name";

/// All catalogs that are translated into each other: which are generated, and which are another
/// crate's.
pub(crate) struct Hub<'a> {
    translator: Translator<'a>,
    catalogs: &'a [Catalog],
    foreign: &'a [Foreign],
}

impl<'a> Hub<'a> {
    pub(crate) fn of(set: &'a CatalogSet, foreign: &'a [Foreign]) -> Result<Self, EmitError> {
        Ok(Self { translator: Translator::new(set)?, catalogs: &set.catalogs, foreign })
    }

    /// The catalogs to generate.
    pub(crate) fn own(&self) -> impl Iterator<Item = &'a Catalog> {
        self.catalogs.iter().filter(|catalog| self.foreign(catalog).is_none())
    }

    fn foreign(&self, catalog: &Catalog) -> Option<&'a Foreign> {
        self.foreign.iter().find(|foreign| foreign.id == catalog.id)
    }

    /// The path of a catalog's module, from the place that leads to the generated ones.
    fn module(&self, catalog: &Catalog, to_own: &TokenStream) -> Result<TokenStream, EmitError> {
        if let Some(foreign) = self.foreign(catalog) {
            let path: syn::Path = syn::parse_str(&foreign.module)?;
            return Ok(quote!(#path));
        }
        let module = rust::ident(&catalog.module)?;
        Ok(quote!(#to_own #module))
    }

    /// The pairs that the file of a catalog holds, each with a name: from it into all others, and
    /// back from those of other crates.
    fn pairs_of(&self, catalog: &'a Catalog) -> Vec<(String, &'a Catalog, &'a Catalog)> {
        let others = || self.catalogs.iter().filter(|other| other.id != catalog.id);
        let there = others().map(|other| (format!("INTO_{}", other.module), catalog, other));
        let back = others().filter(|other| self.foreign(other).is_some());
        let back = back.map(|other| (format!("FROM_{}", other.module), other, catalog));
        there.chain(back).collect()
    }

    fn table(&self, from: &Catalog, into: &Catalog) -> Result<Table<'a>, EmitError> {
        let table = self.translator.table(&from.id, &into.id);
        table.ok_or(EmitError::Internal("a catalog is not in its set"))
    }
}

/// The path of the file of a catalog's translations, below the folder of all files.
pub(crate) fn path(catalog: &Catalog) -> String {
    format!("{}/translations.rs", catalog.module)
}

/// The file of a catalog's translations, and those of its texts.
pub(crate) fn files(hub: &Hub<'_>, catalog: &Catalog) -> Result<Vec<Artifact>, EmitError> {
    let catalog = hub.own().find(|own| own.id == catalog.id);
    let catalog = catalog.ok_or(EmitError::Internal("a catalog is not in its set"))?;
    let mut statics = Statics::default();
    let mut impls = Vec::new();
    for (name, from, into) in hub.pairs_of(catalog) {
        let table = hub.table(from, into)?;
        let to_own = quote!(super::super::);
        let [from, into] = [hub.module(from, &to_own)?, hub.module(into, &to_own)?];
        let pair = pair(&mut statics, &name.to_uppercase(), &table, &into)?;
        impls.push(quote! {
            impl ::errcat::Joined<#into::Catalog> for #from::Catalog {
                const PAIR: Pair<#into::Code, #into::Case> = #pair;
            }
        });
    }
    let checks = hub.catalogs.iter().filter_map(|other| Some(check(other, hub.foreign(other)?)));
    let checks = checks.collect::<Result<Vec<_>, _>>()?;
    let file = quote! {
        #[allow(unused_imports, reason = "there may be no other catalog")]
        use ::errcat::table::*;
        #(#checks)*
        #(#impls)*
        #statics
    };
    let mut artifacts = vec![rust::artifact(&path(catalog), "", file)?];
    artifacts.extend(statics.artifacts(&catalog.module));
    Ok(artifacts)
}

/// Stops the build where another crate's catalog is not the one that was read: its numbers would
/// be those of other codes.
fn check(catalog: &Catalog, foreign: &Foreign) -> Result<TokenStream, EmitError> {
    let path: syn::Path = syn::parse_str(&foreign.module)?;
    let expected = Literal::u64_unsuffixed(fingerprint(catalog));
    let told = format!(
        "`{}` was generated from another version of the catalog `{}` than the one that \
         errcat-build brings: use versions that were released together",
        foreign.module, catalog.id
    );
    Ok(quote! {
        const _: () = assert!(
            <<#path::Catalog as ::errcat::Catalog>::Code as ::errcat::CatalogFacts>::TABLES.fingerprint
                == #expected,
            #told
        );
    })
}

/// A number that changes with any code or case, and with their order.
pub(crate) fn fingerprint(catalog: &Catalog) -> u64 {
    let names = catalog.cases().map(|(code, case)| format!("{}#{}\n", code.code, case.name));
    hash(names.collect::<String>().as_bytes(), 0)
}

/// `errcat::table::Pair` for a table.
fn pair(
    statics: &mut Statics,
    name: &str,
    table: &Table<'_>,
    into: &TokenStream,
) -> Result<TokenStream, EmitError> {
    let codes: HashMap<&str, usize> = positions(table.into.codes.iter().map(|code| &code.code));
    let cases: HashMap<&str, usize> = positions(table.into.cases().map(|(_, case)| &case.id));
    let of_codes: Vec<_> = table.rows.iter().map(|row| row.translation).collect();
    let of_cases: Vec<_> = table.cases().map(|(_, _, translation)| translation).collect();
    let mut via: Vec<&str> = of_codes.iter().chain(&of_cases).copied().filter_map(via_id).collect();
    via.sort_unstable();
    via.dedup();
    let meaning = |translation: &Option<Translation<'_>>| {
        via_id(*translation).and_then(|id| via.binary_search(&id).ok()).map_or(0, |index| index + 1)
    };
    let code = |to: &Translation<'_>| codes.get(to.code.code.as_str()).copied();
    let case = |to: &Translation<'_>| cases.get(to.case.id.as_str()).copied();
    let (code_entries, case_entries) = (entries(&of_codes, code)?, entries(&of_cases, case)?);
    let code_bytes = literal::bytes(&entry_bytes(&code_entries));
    let codes = statics.array(
        &format!("{name}_CODES"),
        &quote!(::core::option::Option<(#into::Code, ::errcat::Relation)>),
        code_entries.len(),
        &quote!(target_codes(#code_bytes)),
    );
    let case_bytes = literal::bytes(&entry_bytes(&case_entries));
    let cases = statics.array(
        &format!("{name}_CASES"),
        &quote!(::core::option::Option<(#into::Case, ::errcat::Relation)>),
        case_entries.len(),
        &quote!(target_cases(#case_bytes)),
    );
    let code_meanings: Vec<usize> = of_codes.iter().map(meaning).collect();
    let case_meanings: Vec<usize> = of_cases.iter().map(meaning).collect();
    let code_via = pack::column(statics, &format!("{name}_CODE_MEANINGS"), &code_meanings)?;
    // Where every code has one case, both are the same numbers.
    let case_via = if code_meanings == case_meanings {
        code_via.clone()
    } else {
        pack::column(statics, &format!("{name}_CASE_MEANINGS"), &case_meanings)?
    };
    let meanings = pack::texts(statics, &format!("{name}_MEANINGS"), &via, 1)?;
    Ok(quote! {
        Pair {
            codes: #codes,
            cases: #cases,
            code_meanings: #code_via,
            case_meanings: #case_via,
            meanings: #meanings,
        }
    })
}

fn positions<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(index, id)| (id.as_str(), index)).collect()
}

fn via_id(translation: Option<Translation<'_>>) -> Option<&str> {
    Some(translation?.via?.id.as_str())
}

fn entries<'a>(
    translations: &[Option<Translation<'a>>],
    target: impl Fn(&Translation<'a>) -> Option<usize>,
) -> Result<Vec<u32>, EmitError> {
    let entry = |translation: &Option<Translation<'a>>| {
        let Some(translation) = translation else { return Ok(0) };
        let target = target(translation).ok_or(EmitError::Internal("a target is missing"))?;
        Ok(target_entry(pack::word(target)?, translation.relation))
    };
    translations.iter().map(entry).collect()
}

/// Entries as `errcat::table::target_codes` takes them: in two bytes each, or all of them in four.
fn entry_bytes(entries: &[u32]) -> Vec<u8> {
    let shorts: Result<Vec<u16>, _> = entries.iter().map(|entry| u16::try_from(*entry)).collect();
    match shorts {
        Ok(shorts) => shorts.into_iter().flat_map(u16::to_le_bytes).collect(),
        Err(_) => entries.iter().flat_map(|entry| entry.to_le_bytes()).collect(),
    }
}

/// The module that translates between catalogs whose names are known only when it is asked.
pub(crate) fn by_name(hub: &Hub<'_>) -> Result<TokenStream, EmitError> {
    let to_own = quote!(super::);
    let mut all = Vec::new();
    for from in hub.catalogs {
        let module = hub.module(from, &to_own)?;
        let others = hub.catalogs.iter().filter(|other| other.id != from.id);
        let pairs = others.map(|into| {
            let into = hub.module(into, &to_own)?;
            Ok(quote!(AnyPair::new::<#module::Catalog, #into::Catalog>()))
        });
        let pairs = pairs.collect::<Result<Vec<_>, EmitError>>()?;
        all.push(quote!(AnyCatalog::new::<#module::Catalog>(&[#(#pairs),*])));
    }
    let about = doc::Doc::of(&[
        "Questions about catalogs whose names are known only when they are asked.".to_owned(),
    ]);
    let about_translate = doc::Doc::of(&[
        "What a code or case is in another catalog, by reference: `wapi:3201` or `wix:Invalid \
         domain#domain-restricted` into `domains`."
            .to_owned(),
        "Nothing where that catalog has nothing for it.".to_owned(),
    ]);
    let (count, quiet) = (all.len(), rust::quiet());
    Ok(quote! {
        #about
        #quiet
        pub mod by_name {
            #[allow(unused_imports, reason = "there may be no other catalog")]
            use ::errcat::__private::{AnyCatalog, AnyPair};

            static CATALOGS: [AnyCatalog; #count] = [#(#all),*];

            #about_translate
            pub fn translate(
                reference: &str,
                into: &str,
            ) -> ::core::result::Result<
                ::core::option::Option<::errcat::Translation<::errcat::Named>>,
                ::errcat::UnknownReference,
            > {
                ::errcat::__private::translate(&CATALOGS, reference, into)
            }
        }
    })
}
