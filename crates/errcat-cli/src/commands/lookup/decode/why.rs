//! `errcat decode --why`: which envelopes a response has or lacks.

use errcat::Input as Response;
use errcat_model::decode::{Seen, Tried, why};
use errcat_model::{BrokenLaw, Catalog, CatalogSet};

use crate::output::{TITLE, align, wrap};
use errcat_model::render::one_line;

/// The slots whose values are never sensitive.
const HARMLESS: [&str; 7] =
    ["when", "code", "system-code", "operation", "http", "retry-after", "request-id"];

#[derive(serde::Serialize)]
pub(super) struct Why<'a> {
    /// The envelopes of the catalog, or else of all.
    envelopes: Vec<Tried<'a>>,
    /// The other catalogs that recognize the response, best first.
    others: Vec<&'a str>,
}

impl<'a> Why<'a> {
    pub(super) fn new(
        set: &'a CatalogSet,
        catalog: Option<&str>,
        response: &Response<'_>,
        recognizing: &[&'a Catalog],
    ) -> Result<Self, BrokenLaw> {
        let is_asked = |id: &str| catalog.is_none_or(|catalog| catalog == id);
        let catalogs = set.catalogs.iter().filter(|catalog| is_asked(&catalog.id));
        let envelopes: Vec<Vec<Tried<'a>>> =
            catalogs.map(|catalog| why(catalog, response)).collect::<Result<_, _>>()?;
        let others = recognizing.iter().map(|one| one.id.as_str()).filter(|id| !is_asked(id));
        Ok(Self { envelopes: envelopes.concat(), others: others.collect() })
    }

    pub(super) fn page(&self, catalog: Option<&str>, is_sensitive: bool, width: usize) -> String {
        let mut page = format!("\n{TITLE}why{TITLE:#}\n");
        for one in &self.envelopes {
            let verdict = one.reason.as_deref().unwrap_or("matches");
            let verdict = format!("{} envelope {}: {verdict}", one.catalog, one.envelope);
            page += &(wrap(&verdict, "", width) + "\n");
            // Of an envelope that does not match, what is missing is in the reason.
            let found = one.found.iter().filter(|seen| seen.found != "nothing");
            page += &align(found.map(|seen| row(seen, is_sensitive)), width);
        }
        let others = match self.others.as_slice() {
            [] if catalog.is_none() => return page,
            [] => "no other catalog recognizes the response".to_owned(),
            others => format!("recognized by other catalogs too: {}", others.join(", ")),
        };
        page + &others + "\n"
    }
}

/// Returns the slot, the pointer and what it found.
fn row(seen: &Seen, is_sensitive: bool) -> [String; 3] {
    let value = match &seen.value {
        Some(_) if is_sensitive && !HARMLESS.contains(&&*seen.slot) => "hidden".to_owned(),
        Some(value) if seen.found == "text" => one_line(value),
        _ => format!("({})", seen.found),
    };
    [format!("  {}", seen.slot), seen.pointer.clone(), value]
}
