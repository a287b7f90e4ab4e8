//! Reads a response with all catalogs, and chooses the one whose response it is.

use std::cmp::Reverse;
use std::iter::once;

use errcat::Input as Response;
use errcat_model::decode::{Decoded, Kind, decode, decode_code};
use errcat_model::{BrokenLaw, Catalog, CatalogSet};

use super::pasted::Pasted;
use crate::commands::subject;
use crate::output::{self, Failure};

/// A response as a catalog reads it.
pub(super) struct Reading<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) decoded: Decoded<'c>,
}

/// Reads a body, or else the first response in a string inside it. Says so, and returns it too.
pub(super) fn read<'c, 'b>(
    set: &'c CatalogSet,
    chosen: Option<&Catalog>,
    response: impl Fn(&'b [u8]) -> Response<'b>,
    pasted: &'b Pasted<'_>,
) -> Result<(Response<'b>, Vec<Reading<'c>>), BrokenLaw> {
    let bodies = once(pasted.body).chain(pasted.escaped.iter().map(String::as_bytes));
    let all = bodies.map(|body| Ok((response(body), readings(set, &response(body))?)));
    let mut all = all.collect::<Result<Vec<_>, _>>()?;
    let is_asked = |one: &&Catalog| chosen.is_none_or(|chosen| chosen.id == one.id);
    let asked = all.iter().position(|(_, one)| recognizing(one).iter().any(is_asked));
    let any = || all.iter().position(|(_, one)| !recognizing(one).is_empty());
    let place = asked.or_else(any).unwrap_or(0);
    if place > 0 {
        output::note("read the response inside a string");
    }
    Ok(all.swap_remove(place))
}

/// Returns the readings of all catalogs, best first.
fn readings<'c>(
    set: &'c CatalogSet,
    response: &Response<'_>,
) -> Result<Vec<Reading<'c>>, BrokenLaw> {
    let readings = set.catalogs.iter().map(|catalog| {
        let decoded = decode(set, catalog, response)?;
        let of_code = if decoded.recognized { None } else { decode_code(set, catalog, response)? };
        Ok(Reading { catalog, decoded: of_code.unwrap_or(decoded) })
    });
    let mut readings = readings.collect::<Result<Vec<_>, _>>()?;
    readings.sort_by_key(|one| Reverse(understanding(one)));
    Ok(readings)
}

/// Returns how much of a response a catalog understands, as `form.js` of `errcat-docs` does.
fn understanding(reading: &Reading<'_>) -> u8 {
    match reading.decoded.kind {
        _ if reading.decoded.known => 4,
        _ if !reading.decoded.recognized => 0,
        Kind::Validation => 3,
        Kind::Unrecognized => 2,
        _ => 1,
    }
}

/// Returns the catalogs that recognize a response.
pub(super) fn recognizing<'c>(readings: &[Reading<'c>]) -> Vec<&'c Catalog> {
    readings.iter().filter(|one| one.decoded.recognized).map(|one| one.catalog).collect()
}

/// Returns the reading of a catalog, or else that of the only one that understands most.
pub(super) fn choose<'c>(
    chosen: Option<&Catalog>,
    mut readings: Vec<Reading<'c>>,
) -> Result<Reading<'c>, Failure> {
    let most = readings.first().map_or(0, understanding);
    readings.retain(|one| match chosen {
        Some(chosen) => chosen.id == one.catalog.id,
        None => understanding(one) == most,
    });
    if chosen.is_none() && most > 0 && readings.len() > 1 {
        let ids = subject::ids(readings.iter().map(|one| one.catalog));
        return Err(Failure::Other(format!(
            "several catalogs can read this: {ids}; name one, such as `errcat decode {}`",
            ids.split(',').next().unwrap_or_default()
        )));
    }
    let Some(mut reading) = readings.into_iter().next() else {
        return Err(Failure::Other("there are no catalogs to read it with".to_owned()));
    };
    if most == 0 && chosen.is_none() {
        // All say the same.
        reading.decoded.catalog = None;
    } else if chosen.is_none() {
        let known = reading.decoded.known;
        let why = if known { "it has the code" } else { "no other catalog reads as much of it" };
        output::note(&format!("read as a response of `{}`: {why}", reading.catalog.id));
    }
    if reading.decoded.recognized && reading.decoded.envelope.is_none() {
        output::note("read the text as a code");
    }
    Ok(reading)
}

/// Says why a body is not recognized, and what to try next.
pub(super) fn suggest(reading: &Reading<'_>, others: &[&Catalog], body: &[u8]) {
    let whose = reading.decoded.catalog.map_or("any catalog", |_| &reading.catalog.title);
    let reason = match body.trim_ascii() {
        [] => "the input is empty, or has no body",
        _ => "it may come from a proxy, or be cut off",
    };
    output::note(&format!("not recognized as a response of {whose}: {reason}"));
    for other in others {
        output::note(&format!("`errcat decode {}` recognizes it", other.id));
    }
    if reading.decoded.facts.is_none() {
        output::note("give the HTTP status of the error with `--status` to get advice");
    }
}
