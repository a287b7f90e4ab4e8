//! Catalogs that are generated apart and translated into each other.

use errcat_build::{Builder, Foreign, Options, emit, emit_with};
use errcat_model::Sources;

use crate::support::{Crate, checked};

/// One code of a catalog.
fn files(id: &str, name: &str, relation: &str) -> [(String, String); 2] {
    let provider = format!(
        "id: {id}\ntitle: {id}\nabout: It is a test.\ndomain: {id}.example\ncode-type: integer\n\
         sources: [{{ id: s, title: S }}]\n"
    );
    let group = format!(
        "group: {{ title: All, about: All of them., source: s }}\ncodes:\n\
         - code: 1\n  name: Other\n  message: Never\n  is: provider.unimplemented\n  guidance:\n    \
         cause: The part that {id} was asked for does not exist there yet.\n    \
         action: Ask {id} when it will, and do without the part until then.\n\
         - code: 2\n  name: {name}\n  message: The domain <name> is held by <who> of {id}\n  \
         params: {{ name: {{ type: domain }}, who: {{ type: string }} }}\n  {relation}\n  \
         guidance:\n    cause: Somebody holds the domain that {id} was asked for.\n    \
         action: Offer another domain than the one that {id} was asked for.\n"
    );
    [(format!("{id}/provider.yaml"), provider), (format!("{id}/all.yaml"), group)]
}

const TAKEN: &str = "is: domain.already-registered";

fn joined_to_base() -> Options {
    let base = Foreign { id: "base".into(), module: "::emitted::base".into() };
    Options { foreign: vec![base], ..Options::default() }
}

#[test]
fn a_crate_joins_the_catalogs_of_another_one() {
    let base = checked(Sources::from_texts(files("base", "Taken", TAKEN)));
    let both = checked(Sources::from_texts(
        files("base", "Taken", TAKEN).into_iter().chain(files("acme", "Held", TAKEN)),
    ));
    let artifacts = emit_with(&both, joined_to_base()).unwrap();
    let paths: Vec<_> = artifacts.iter().map(|file| file.path.to_str().unwrap()).collect();
    assert_eq!(
        paths,
        [
            "errcat.rs",
            "meaning.rs",
            "acme.rs",
            "acme/rows.rs",
            "acme/index.rs",
            "acme/error.rs",
            "acme/into_base.rs",
            "acme/from_base.rs",
            "acme/meanings.rs",
        ]
    );

    let emitted = Crate::new(&emit(&base).unwrap());
    emitted.compile();
    emitted.compile_another("downstream", &artifacts, &[]);
    let printed = emitted.run(
        r#"
        use downstream::{AnyError, acme};
        use emitted::base;
        const THERE: Option<errcat::Translation<base::Code>> = acme::Code::Held.translate();
        fn main() {
            println!("{THERE:?}");
            println!("{:?}", base::Code::Taken.translate::<acme::Code>());
            let error = base::Error::Taken { name: Some("a.cz".into()), who: None };
            println!("{}", error.translate::<acme::Error>().unwrap().target);
            let any = AnyError::from(error);
            println!("{any:?} {:?} {:?}", any.meaning(), any.translate::<acme::Error>());
        }
        "#,
    );
    insta::assert_snapshot!(printed);
}

#[test]
fn any_subset_of_features_compiles() {
    let base = checked(Sources::from_texts(files("base", "Taken", TAKEN)));
    let all = [("base", "Taken"), ("acme", "Held"), ("corp", "Owned")];
    let all = all.into_iter().flat_map(|(id, name)| files(id, name, TAKEN));
    let options = Options { has_features: true, ..joined_to_base() };
    let artifacts = emit_with(&checked(Sources::from_texts(all)), options).unwrap();
    let emitted = Crate::new(&emit(&base).unwrap());
    emitted.compile();
    for features in [&[][..], &["acme"], &["corp"], &["acme", "corp"]] {
        emitted.compile_another("downstream", &artifacts, features);
    }
}

#[test]
fn another_version_of_a_joined_catalog_stops_the_build() {
    let base = checked(Sources::from_texts(files("base", "Renamed", TAKEN)));
    let both = checked(Sources::from_texts(
        files("base", "Taken", TAKEN).into_iter().chain(files("acme", "Held", TAKEN)),
    ));
    let emitted = Crate::new(&emit(&base).unwrap());
    emitted.compile();
    let told = emitted.refuse_another("downstream", &emit_with(&both, joined_to_base()).unwrap());
    assert!(told.contains("was generated from another version of the catalog `base`"), "{told}");
}

#[test]
fn a_catalog_cannot_take_the_name_of_another_file_or_module() {
    for (id, module) in [("errcat", "errcat"), ("any-error", "any_error"), ("meaning", "meaning")] {
        let set = checked(Sources::from_texts(files(id, "Held", TAKEN)));
        let error = emit(&set).unwrap_err();
        let expected =
            format!("two modules would be called `{module}`: give the catalog another id");
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn two_catalogs_cannot_be_one_variant_of_the_error_of_any_catalog() {
    let both = files("acme2", "Held", TAKEN).into_iter().chain(files("acme-2", "Held", TAKEN));
    let error = emit(&checked(Sources::from_texts(both))).unwrap_err();
    let expected =
        "two variants of `AnyError` would be called `Acme2`: give one catalog another id";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_join_names_catalogs_that_exist() {
    let folder = tempfile::tempdir().unwrap();
    let builder = || Builder::texts(files("acme", "Held", TAKEN)).out_dir(folder.path());
    let error = builder().join(["wix", "wxi"]).run().unwrap_err();
    assert_eq!(error.to_string(), "`join` names `wxi`, and the catalogs are domains, wapi, wix");
    assert_eq!(builder().join(["wix", "domains"]).run().unwrap().len(), 11);
}
