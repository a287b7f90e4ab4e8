//! The hub of meanings as an enum, which the catalogs of a crate share.

use errcat_model::CatalogSet;
use errcat_model::artifact::Artifact;
use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::doc::{self, Doc};
use crate::emit::{INDENT, array, artifact, ident, literal, quiet, sentences, short};
use crate::error::EmitError;
use crate::translations::Hub;

/// Returns the module for the file that a crate includes.
pub(crate) fn module(hub: &Hub<'_>) -> TokenStream {
    let (gate, quiet) = (hub.gate_of_any(), quiet());
    quote! {
        #gate
        #quiet
        mod meaning { include!("meaning.rs"); }
        #gate
        pub use meaning::Meaning;
    }
}

/// Returns the file with the enum and its rows.
pub(crate) fn file(hub: &Hub<'_>) -> Result<Artifact, EmitError> {
    let set = hub.set;
    let mut text = enumeration(set);
    let names = set.meanings.iter().map(|meaning| format!("Meaning::{}", meaning.name()));
    text.push_str(&array("ALL", "Meaning", names));
    let place = |id: &String| {
        let place = set.meanings.binary_search_by(|other| other.id.cmp(id));
        short(place.map_err(|_| EmitError::Unchecked("a meaning has no parent"))?)
    };
    let rows = set.meanings.iter().map(|meaning| {
        let parent = match &meaning.parent {
            Some(id) => format!("/* {id} */ Some({})", place(id)?),
            None => "None".to_owned(),
        };
        let (id, title) = (literal(&meaning.id), literal(&meaning.title));
        Ok(format!("MeaningRow {{ id: {id}, title: {title}, parent: {parent} }}"))
    });
    text.push_str(&array("ROWS", "MeaningRow", rows.collect::<Result<Vec<_>, EmitError>>()?));
    let tells = set.meanings.iter();
    let tells = tells.map(|one| format!("/* {} */ {}", one.id, sentences(&one.tell)));
    text.push_str(&array("TELLS", "Sentences", tells));
    let roles = set.roles.as_ref().ok_or(EmitError::NoFailures)?.all().map(|(role, id)| {
        let meaning = set.meaning(id).ok_or(EmitError::Unchecked("a role has no meaning"))?;
        let (role, meaning) = (ident(role)?, ident(&meaning.name())?);
        Ok(quote!(#role: Meaning::#meaning))
    });
    let roles = roles.into_iter().collect::<Result<Vec<_>, EmitError>>()?;
    let joined = hub.joined_crates()?;
    let tokens = quote! {
        use ::errcat::Tell;
        use ::errcat::rt::{Roles, Sentences};
        use ::errcat::rt::table::MeaningRow;

        const ROLES: Roles<Meaning> = Roles {
            #(#roles),*
        };

        ::errcat::__meaning!();
        #(::errcat::__meaning!(from #joined::Meaning);)*
    };
    artifact("meaning.rs", &text, tokens)
}

fn enumeration(set: &CatalogSet) -> String {
    let mut text = String::new();
    let mut about = vec![
        "A provider-neutral meaning of a code: the same for all catalogs of this crate.".to_owned(),
        "With the feature `serde`, it is read and written as its id.".to_owned(),
    ];
    let terms = set.terms().into_iter();
    let terms = terms.map(|(term, text)| format!("- {}: {}", doc::escape(term), doc::prose(text)));
    // The guidance at the codes uses these terms.
    about.extend((!set.glossary.is_empty()).then(|| "# Glossary".to_owned()));
    about.extend(terms);
    Doc::new(&about).write("", &mut text);
    text.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n");
    text.push_str("#[non_exhaustive]\npub enum Meaning {\n");
    for meaning in &set.meanings {
        let title = format!("{}.", doc::prose(&meaning.title));
        let id = format!("`{}`.", meaning.id);
        Doc::new(&[title, id]).write(INDENT, &mut text);
        text.extend([INDENT, &meaning.name(), ",\n"]);
    }
    text.push_str("}\n");
    text
}
