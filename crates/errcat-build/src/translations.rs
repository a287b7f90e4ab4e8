//! The tables of translations between one catalog and the others.

use std::collections::HashMap;

use errcat::rt::table::hash;
use errcat_model::artifact::Artifact;
use errcat_model::translate::{Translation, Translator};
use errcat_model::{Catalog, CatalogSet};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::{
    array, artifact, history, ident, literal, module_path, path, short, text_artifact,
};
use crate::error::EmitError;
use crate::tables::rows::Rows;

/// All catalogs that are translated into each other: which are generated, and which are another
/// crate's.
pub(crate) struct Hub<'a> {
    pub(crate) set: &'a CatalogSet,
    translator: Translator<'a>,
    /// The rows of the catalogs, in their order.
    rows: Vec<Rows<'a>>,
    options: Options,
}

impl<'a> Hub<'a> {
    pub(crate) fn new(set: &'a CatalogSet, options: Options) -> Result<Self, EmitError> {
        let rows = set.catalogs.iter().map(|catalog| Rows::new(set, catalog));
        Ok(Self {
            set,
            translator: Translator::new(set)?,
            rows: rows.collect::<Result<_, _>>()?,
            options,
        })
    }

    /// Returns the rows of a catalog of the set.
    pub(crate) fn rows(&self, catalog: &Catalog) -> Result<&Rows<'a>, EmitError> {
        let own = self.set.catalogs.iter().position(|own| own.id == catalog.id);
        let rows = own.and_then(|index| self.rows.get(index));
        rows.ok_or(EmitError::Unchecked("a catalog is not in its set"))
    }

    /// The catalogs to generate.
    pub(crate) fn own(&self) -> impl Iterator<Item = &'a Catalog> + Clone {
        self.set.catalogs.iter().filter(|catalog| self.foreign(catalog).is_none())
    }

    /// Returns the paths of the crates that the catalogs of others are in, each once.
    pub(crate) fn joined_crates(&self) -> Result<Vec<TokenStream>, EmitError> {
        let paths =
            self.options.foreign.iter().filter_map(|foreign| foreign.module.rsplit_once("::"));
        let mut paths: Vec<&str> = paths.map(|(path, _)| path).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.into_iter().map(module_path).collect()
    }

    fn foreign(&self, catalog: &Catalog) -> Option<&Foreign> {
        self.options.foreign.iter().find(|foreign| foreign.id == catalog.id)
    }

    /// Returns the condition under which a catalog is there, if it is behind a feature.
    pub(crate) fn condition(&self, catalog: &Catalog) -> Option<TokenStream> {
        let has_feature = self.options.has_features && self.foreign(catalog).is_none();
        let id = &catalog.id;
        has_feature.then(|| quote!(feature = #id))
    }

    /// Returns the attribute for what exists only if a catalog is there.
    pub(crate) fn gate(&self, catalog: &Catalog) -> Option<TokenStream> {
        self.condition(catalog).map(|condition| quote!(#[cfg(#condition)]))
    }

    /// Returns the attribute for what exists only if any catalog to generate is there.
    pub(crate) fn gate_of_any(&self) -> Option<TokenStream> {
        let conditions = self.own().filter_map(|catalog| self.condition(catalog));
        self.options.has_features.then(|| quote!(#[cfg(any(#(#conditions),*))]))
    }

    /// The path of a catalog's module, from the place that leads to the generated ones.
    pub(crate) fn module(
        &self,
        catalog: &Catalog,
        to_own: &TokenStream,
    ) -> Result<TokenStream, EmitError> {
        if let Some(foreign) = self.foreign(catalog) {
            return module_path(&foreign.module);
        }
        let module = ident(&catalog.module)?;
        Ok(quote!(#to_own #module))
    }

    /// Returns the pairs that the module of a catalog holds, each with a name: from it into all
    /// others, and back from those of other crates.
    fn pairs_of(&self, catalog: &'a Catalog) -> Vec<(Ident, &'a Catalog, &'a Catalog)> {
        let others = || self.set.catalogs.iter().filter(|other| other.id != catalog.id);
        let there = others().map(|other| (format_ident!("into_{}", other.module), catalog, other));
        let back = others().filter(|other| self.foreign(other).is_some());
        let back = back.map(|other| (format_ident!("from_{}", other.module), other, catalog));
        there.chain(back).collect()
    }
}

/// The choices in how catalogs are turned into Rust.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The catalogs that another crate already has. They are not generated: the others are
    /// translated into them and back.
    pub foreign: Vec<Foreign>,
    /// Whether each catalog is behind a feature of the crate, with the id of the catalog as its
    /// name. Any subset of the features compiles.
    pub has_features: bool,
}

/// A catalog of a set that another crate was generated from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The id of the catalog.
    pub id: String,
    /// The path of its module, such as `::domain_errors::wapi`.
    pub module: String,
}

/// Returns the modules of a catalog's translations, with the paths of their files.
pub(crate) fn modules<'a>(hub: &Hub<'a>, catalog: &'a Catalog) -> Vec<TokenStream> {
    let modules = hub.pairs_of(catalog).into_iter().map(|(name, _, into)| {
        let path = path(catalog, &name);
        let (gate, history) = (hub.gate(into), history::allow(into));
        quote!(#gate #history mod #name { include!(#path); })
    });
    modules.collect()
}

/// Returns the files of a catalog's translations, one for each pair, and one for meanings.
pub(crate) fn files<'a>(hub: &Hub<'a>, catalog: &'a Catalog) -> Result<Vec<Artifact>, EmitError> {
    let pairs = hub.pairs_of(catalog).into_iter();
    let pairs = pairs.map(|(name, from, into)| pair(hub, &path(catalog, name), from, into));
    pairs.chain([of_meanings(hub, catalog)]).collect()
}

/// Returns the file with the best code of a catalog for each meaning of the hub.
fn of_meanings(hub: &Hub<'_>, catalog: &Catalog) -> Result<Artifact, EmitError> {
    let rows = hub.rows(catalog)?;
    let lines = hub.set.meanings.iter().map(|meaning| {
        let Some(found) = hub.translator.meaning(meaning, &catalog.id) else {
            return Ok(format!("/* {} */ None", meaning.id));
        };
        let case = catalog.cases().position(|(_, case)| case.id == found.case.id);
        let row = case.and_then(|case| rows.of_cases.get(case));
        let row = short(*row.ok_or(EmitError::Unchecked("a target has no row"))?)?;
        let (id, name, relation) = (&meaning.id, &found.case.name, found.relation);
        Ok(format!("/* {id}: {name} */ for_meaning({row}, Relation::{relation:?})"))
    });
    let lines = lines.collect::<Result<Vec<_>, EmitError>>()?;
    let text = array("FOR_MEANINGS", "Option<MeaningTarget>", lines);
    Ok(text_artifact(&path(catalog, "meanings"), &text))
}

/// Returns the file of one pair: one row for each row of the catalog that is translated.
fn pair(hub: &Hub<'_>, path: &str, from: &Catalog, into: &Catalog) -> Result<Artifact, EmitError> {
    let table = hub.translator.table(&from.id, &into.id);
    let table = table.ok_or(EmitError::Unchecked("a catalog is not in its set"))?;
    let (from_rows, into_rows) = (hub.rows(from)?, hub.rows(into)?);
    let cases = into.cases().zip(&into_rows.of_cases);
    let cases: HashMap<&str, usize> = cases.map(|((_, case), row)| (&*case.id, *row)).collect();
    let mut rows: Vec<Option<Translation<'_>>> = vec![None; from_rows.all.len()];
    let of_codes = table.rows.iter().map(|row| row.translation).enumerate();
    let of_cases = table.cases().map(|(_, _, translation)| translation);
    for (row, translation) in of_codes.chain(from_rows.of_cases.iter().copied().zip(of_cases)) {
        *rows.get_mut(row).ok_or(EmitError::Unchecked("a case has no row"))? = translation;
    }
    let mut meanings: Vec<&str> = rows.iter().filter_map(|row| Some(&*(*row)?.via?.id)).collect();
    meanings.sort_unstable();
    meanings.dedup();
    let lines = rows.iter().zip(&from_rows.all).map(|(translation, row)| {
        let Some(translation) = translation else { return Ok(format!("/* {} */ None", row.name)) };
        let case = cases.get(&*translation.case.id);
        let case = short(*case.ok_or(EmitError::Unchecked("a target has no row"))?)?;
        let (code, relation) = (&translation.code.name, translation.relation);
        let meaning = match translation.via {
            Some(via) => {
                let place = meanings.binary_search(&&*via.id);
                place.map_err(|_| EmitError::Unchecked("a meaning is not listed"))?.to_string()
            }
            None => "BY_HAND".to_owned(),
        };
        Ok(format!("/* {} */ to(Code::{code}, {case}, {relation:?}, {meaning})", row.name))
    });
    let lines = lines.collect::<Result<Vec<_>, EmitError>>()?;
    let to_own = quote!(super::super::);
    let text = [
        array("TARGETS", "Option<Target<Code>>", lines),
        array("MEANINGS", "&str", meanings.iter().map(|id| literal(id))),
    ];
    let foreign = [from, into].into_iter().filter_map(|one| Some((one, hub.foreign(one)?)));
    let checks = foreign.map(|(catalog, foreign)| check(catalog, foreign));
    let checks = checks.collect::<Result<Vec<_>, _>>()?;
    let [from, into] = [hub.module(from, &to_own)?, hub.module(into, &to_own)?];
    let tokens = quote! {
        use #into::Code;
        #[allow(unused_imports, reason = "there may be no translation")]
        use ::errcat::Relation::*;
        #[allow(unused_imports, reason = "there may be no translation by hand")]
        use ::errcat::rt::table::{BY_HAND, Pair, Target, to};

        impl ::errcat::TranslatesTo<Code> for #from::Code {
            const PAIR: Pair<Code> = Pair { targets: &TARGETS, meanings: &MEANINGS };
        }
        #(#checks)*
    };
    artifact(path, &text.concat(), tokens)
}

/// Stops the build if another crate's catalog is not the one that was read: its rows would be those
/// of other codes.
fn check(catalog: &Catalog, foreign: &Foreign) -> Result<TokenStream, EmitError> {
    let path = module_path(&foreign.module)?;
    let expected = Literal::u64_unsuffixed(fingerprint(catalog));
    let message = format!(
        "`{}` was generated from another version of the catalog `{}` than the one that \
         errcat-build brings: use versions that were released together",
        foreign.module, catalog.id
    );
    Ok(quote! {
        const _: () = assert!(
            <#path::Code as ::errcat::CatalogCode>::TABLES.fingerprint == #expected,
            #message
        );
    })
}

/// Returns a number that changes with any code, case or meaning, and with their order.
pub(crate) fn fingerprint(catalog: &Catalog) -> u64 {
    let names = catalog
        .cases()
        .map(|(code, case)| format!("{}#{} {}\n", code.code, case.name, case.meanings.join(" ")));
    hash(names.collect::<String>().as_bytes(), 0)
}
