//! Reads a response with all catalogs, and chooses the one whose response it is.

use errcat::Input as Response;
use errcat_model::decode::{Decoded, decode, decode_code};
use errcat_model::{BrokenLaw, Catalog, CatalogSet};

use crate::commands::subject;
use crate::output::{self, Failure};

/// A response as a catalog reads it.
pub(super) struct Reading<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) decoded: Decoded<'c>,
    /// Whether the text is only a code.
    is_code: bool,
}

pub(super) fn readings<'c>(
    set: &'c CatalogSet,
    response: &Response<'_>,
) -> Result<Vec<Reading<'c>>, BrokenLaw> {
    let readings = set.catalogs.iter().map(|catalog| {
        let decoded = decode(set, catalog, response)?;
        let of_code = if decoded.recognized { None } else { decode_code(set, catalog, response)? };
        let is_code = of_code.is_some();
        Ok(Reading { catalog, decoded: of_code.unwrap_or(decoded), is_code })
    });
    readings.collect()
}

/// Returns the reading of a catalog, or else that of the one that knows the code. Says what follows
/// from the others.
pub(super) fn choose<'c>(
    chosen: Option<&Catalog>,
    mut readings: Vec<Reading<'c>>,
) -> Result<Reading<'c>, Failure> {
    let others: Vec<&Catalog> = recognizing(&readings).map(|one| one.catalog).collect();
    let index = match chosen {
        Some(catalog) => readings.iter().position(|one| one.catalog.id == catalog.id),
        None => detect(&readings)?,
    };
    // If no catalog recognizes the body, all say the same.
    if readings.is_empty() {
        return Err(Failure::Other("there are no catalogs to read it with".to_owned()));
    }
    let mut reading = readings.swap_remove(index.unwrap_or(0));
    if index.is_none() {
        reading.decoded.catalog = None;
    }
    if reading.is_code {
        output::note("read the text as a code");
    }
    if !reading.decoded.recognized {
        suggest(&reading, &others);
    }
    Ok(reading)
}

pub(super) fn recognizing<'r, 'c>(
    readings: &'r [Reading<'c>],
) -> impl Iterator<Item = &'r Reading<'c>> {
    readings.iter().filter(|one| one.decoded.recognized)
}

/// Returns the place of the only catalog that knows the code, or else of the only one that has an
/// envelope for the body.
fn detect(readings: &[Reading<'_>]) -> Result<Option<usize>, Failure> {
    let places = |is_wanted: fn(&Decoded<'_>) -> bool| -> Vec<(usize, &Catalog)> {
        let all = readings.iter().enumerate().filter(|(_, one)| is_wanted(&one.decoded));
        all.map(|(place, one)| (place, one.catalog)).collect()
    };
    let known = places(|decoded| decoded.known);
    let (candidates, why) = if known.is_empty() {
        let why = "no other catalog has this form, and none has its code";
        (places(|decoded| decoded.recognized), why)
    } else {
        (known, "it has the code")
    };
    match candidates.as_slice() {
        [] => Ok(None),
        [(place, catalog)] => {
            output::note(&format!("read as a response of `{}`: {why}", catalog.id));
            Ok(Some(*place))
        }
        [(_, first), ..] => Err(Failure::Other(format!(
            "several catalogs can read this: {}; name one, such as `errcat decode {}`",
            subject::ids(candidates.iter().map(|(_, catalog)| *catalog)),
            first.id
        ))),
    }
}

/// Says that a body is not recognized, and what to try next.
fn suggest(reading: &Reading<'_>, others: &[&Catalog]) {
    let whose = match reading.decoded.catalog {
        Some(_) => reading.catalog.title.as_str(),
        None => "any catalog",
    };
    output::note(&format!(
        "not recognized as a response of {whose}: it may come from a proxy, or be cut off"
    ));
    for other in others {
        output::note(&format!("`errcat decode {}` recognizes it", other.id));
    }
    if reading.decoded.facts.is_none() {
        output::note("with `--status`, there is advice by the HTTP status");
    }
}
