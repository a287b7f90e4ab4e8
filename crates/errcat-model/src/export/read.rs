//! From an export back to the catalogs that it was made from.

use std::fmt;

use serde::Deserialize;
use serde_path_to_error::Track;

use super::{VERSION, verify};
use crate::{Catalog, CatalogSet, FullReference, Meaning, Override};

/// Reads what [`super::Export`] wrote: the same catalogs, checked again as far as everything that
/// works on them relies on it.
///
/// Members that are not known are passed over: exports of later versions of errcat have more of
/// them. The translations are not read, because they follow from the rest.
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
/// let json = serde_json::to_string(&Export::of(&set)).unwrap();
/// assert_eq!(import(&json).unwrap(), set);
///
/// let error = import(&json.replace("200", "999")).unwrap_err();
/// assert!(error.to_string().starts_with("meanings[0].http: "));
/// ```
pub fn import(json: &str) -> Result<CatalogSet, ImportError> {
    // A version that is not known says more than the first member that has changed.
    let Version { version } = parse(json)?;
    if version != VERSION {
        let message = format!("the export has the format {version}, and {VERSION} is read here");
        return Err(ImportError::at("version", message));
    }
    let Imported { mut meanings, mut catalogs } = parse(json)?;
    meanings.sort_by(|a, b| a.id.cmp(&b.id));
    catalogs.sort_by(|a, b| a.id.cmp(&b.id));
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
        // The line and column stand behind the message already.
        ImportError { path: track.path().to_string(), message }
    })
}

/// A code may hold `#` itself, and then the end of its reference is no case.
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

/// Why a text is no export: where in it, and what is wrong there.
///
/// # Examples
///
/// ```
/// let error = errcat_model::export::import("{\"version\": 7}").unwrap_err();
/// assert_eq!(error.to_string(), "version: the export has the format 7, and 2 is read here");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportError {
    /// The way to the value, such as `catalogs[0].codes[3].http`; a dot where it is everything.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl ImportError {
    pub(super) fn at(path: impl fmt::Display, message: impl Into<String>) -> Self {
        Self { path: path.to_string(), message: message.into() }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = crate::finding::shorten(&self.message, 400);
        match self.path.as_str() {
            "." => f.write_str(&message),
            path => write!(f, "{}: {message}", crate::finding::shorten(path, 200)),
        }
    }
}

impl std::error::Error for ImportError {}
