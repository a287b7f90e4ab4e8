//! Reads an export back to the catalogs that it was made from.

use serde::Deserialize;
use serde_path_to_error::Track;

use super::error::ImportError;
use super::{VERSION, verify};
use crate::{Catalog, CatalogSet, Glossary, Meaning, Roles};

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
///   - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }";
/// let set = load(&Sources::from_texts([("meanings.yaml", meanings)])).unwrap();
/// let json = serde_json::to_string(&Export::new(&set).unwrap()).unwrap();
/// assert_eq!(import(&json).unwrap(), set);
///
/// let error = import(&json.replace("200", "999")).unwrap_err();
/// assert!(error.to_string().starts_with("meanings[0]: "));
/// ```
pub fn import(json: &str) -> Result<CatalogSet, ImportError> {
    ensure_sparse(json)?;
    // An unknown version explains more than the first member that has changed.
    let Version { version } = parse(json)?;
    if version != VERSION {
        let message =
            format!("the export has format {version}, but this version reads format {VERSION}");
        return Err(ImportError::new("version", message));
    }
    let Imported { mut meanings, roles, glossary, mut catalogs } = parse(json)?;
    meanings.sort_by(|a, b| a.id.cmp(&b.id));
    catalogs.sort_by(|a, b| a.id.cmp(&b.id));
    let set = CatalogSet { meanings, roles, glossary, catalogs };
    verify::verify(&set)?;
    Ok(set)
}

/// Refuses a text of many small values, which would take many times its size in memory.
fn ensure_sparse(json: &str) -> Result<(), ImportError> {
    /// Exports have three times as many bytes for each value.
    const MIN_BYTES: usize = 8;
    /// The memory for so few values is no problem.
    const FEW: usize = 1_000_000;
    let (mut values, mut is_text, mut is_escaped) = (0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' if !is_text => values += 1,
            // A struct has fields for the members that are not there.
            b'{' if !is_text => values += 3,
            _ => {}
        }
    }
    if values > FEW && values > json.len() / MIN_BYTES {
        let message = format!(
            "there are {values} values in {} bytes, which is more than one for every {MIN_BYTES} \
             bytes; write the file again with `errcat export`",
            json.len()
        );
        return Err(ImportError::new(".", message));
    }
    Ok(())
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
    roles: Option<Roles>,
    #[serde(default)]
    glossary: Glossary,
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
