//! From the facts to the page that explains a response in the browser, with its scripts and data.
//!
//! The page says what `errcat decode` says, without a server. The scripts in `assets` implement the
//! reader of `errcat` a second time, driven by the declared envelopes as data; `tests/browser`
//! compares the two.

mod data;
mod form;

use errcat_model::BrokenLaw;
use errcat_model::artifact::Artifact;

pub(crate) use form::page;

use crate::facts::SiteFacts;
use crate::html::asset;
use crate::script::literal;

/// The scripts, each after those that it uses. Together they are one function in one file, so that
/// nothing in them is global.
const SCRIPTS: [&str; 12] = [
    include_str!("assets/text.js"),
    include_str!("assets/envelopes.js"),
    include_str!("assets/found.js"),
    include_str!("assets/json.js"),
    include_str!("assets/xml.js"),
    include_str!("assets/delay.js"),
    include_str!("assets/read.js"),
    include_str!("assets/template.js"),
    include_str!("assets/decode.js"),
    include_str!("pasted.js"),
    include_str!("assets/answer.js"),
    include_str!("form.js"),
];

/// Returns what the page loads: the script, and a file with the data of each catalog, which is loaded
/// when it is needed.
pub(crate) fn assets(facts: &SiteFacts<'_>) -> Result<Vec<Artifact>, BrokenLaw> {
    let scripts = SCRIPTS.join("\n");
    let common = literal(&data::Common::new(facts)?);
    let script =
        format!("(() => {{\n'use strict';\n\nconst common = {common};\n\n{scripts}}})();\n");
    let mut assets = vec![asset("explain.js", script)];
    for data in data::catalogs(facts) {
        let data = data?;
        let literal = literal(&data);
        let text = format!("(window.errcatCatalogs ??= {{}})['{}'] = {literal};\n", data.id);
        assets.push(asset(&format!("explain-{}.js", data.id), text));
    }
    Ok(assets)
}
