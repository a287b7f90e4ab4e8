//! Reads an export back to the catalogs that it was made from.

use serde::Deserialize;
use serde_path_to_error::Track;

use super::error::ImportError;
use super::{VERSION, verify};
use crate::{Catalog, CatalogSet, FullReference, Meaning, Override};

/// Reads an [`Export`](super::Export) and checks everything that users of a [`CatalogSet`] rely on.
///
/// Unknown members are ignored: exports of later versions of errcat have more of them. The
/// translations are not read, because they follow from the rest.
///
/// # Examples
///
/// ```
/// use errcat_model::export::{Export, import};
/// use errcat_model::{Sources, load};
///
/// let meanings = "meanings:
///   - { id: success, title: Done, http: 200, grpc: OK, retry: never, actor: nobody }";
/// let set = load(&Sources::from_texts([("meanings.yaml", meanings)])).unwrap();
/// let json = serde_json::to_string(&Export::new(&set).unwrap()).unwrap();
/// assert_eq!(import(&json).unwrap(), set);
///
/// let error = import(&json.replace("200", "999")).unwrap_err();
/// assert!(error.to_string().starts_with("meanings[0]: "));
/// ```
pub fn import(json: &str) -> Result<CatalogSet, ImportError> {
    // An unknown version explains more than the first member that has changed.
    let Version { version } = parse(json)?;
    if version != VERSION {
        let message =
            format!("the export has format {version}, but this version reads format {VERSION}");
        return Err(ImportError::new("version", message));
    }
    let Imported { mut meanings, mut catalogs } = parse(json)?;
    meanings.sort_by(|a, b| a.id.cmp(&b.id));
    catalogs.sort_by(|a, b| a.id.cmp(&b.id));
    for code in catalogs.iter_mut().flat_map(|catalog| &mut catalog.codes) {
        for case in &mut code.cases {
            case.facts.outcome = code.outcome;
        }
    }
    let mut set = CatalogSet { meanings, catalogs };
    follow_overrides(&mut set);
    verify::verify(&set)?;
    Ok(set)
}

#[derive(Deserialize)]
#[serde(expecting = "an export: an object with `version`, `catalogs` and `meanings`")]
struct Version {
    version: u32,
}

#[derive(Deserialize)]
struct Imported {
    catalogs: Vec<Catalog>,
    meanings: Vec<Meaning>,
}

fn parse<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, ImportError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let mut track = Track::new();
    let value =
        T::deserialize(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track));
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| {
        let message = error.to_string();
        // The message ends with the line and column.
        ImportError { path: track.path().to_string(), message }
    })
}

/// Corrects references of codes that contain `#` themselves, whose end is not a case.
fn follow_overrides(set: &mut CatalogSet) {
    let mut whole = Vec::new();
    for to in overrides(set).filter_map(target) {
        let text = to.to_string();
        if to.case.is_some() && matches!(set.follow(&text), Some((_, _, None))) {
            whole.push(text);
        }
    }
    if whole.is_empty() {
        return;
    }
    for catalog in &mut set.catalogs {
        for code in &mut catalog.codes {
            let of_cases = code.cases.iter_mut().flat_map(|case| &mut case.overrides);
            for to in code.overrides.iter_mut().chain(of_cases).filter_map(target_mut) {
                let text = to.to_string();
                if whole.contains(&text) {
                    let code = text.split_once(':').map_or("", |(_, code)| code).to_owned();
                    *to = FullReference { catalog: to.catalog.clone(), code, case: None };
                }
            }
        }
    }
}

fn overrides(set: &CatalogSet) -> impl Iterator<Item = &Override> {
    set.catalogs.iter().flat_map(|catalog| &catalog.codes).flat_map(|code| {
        code.overrides.iter().chain(code.cases.iter().flat_map(|case| &case.overrides))
    })
}

fn target(translation: &Override) -> Option<&FullReference> {
    match translation {
        Override::To { to, .. } => Some(to),
        Override::From { from, .. } => Some(from),
        Override::None { .. } => None,
    }
}

fn target_mut(translation: &mut Override) -> Option<&mut FullReference> {
    match translation {
        Override::To { to, .. } => Some(to),
        Override::From { from, .. } => Some(from),
        Override::None { .. } => None,
    }
}
