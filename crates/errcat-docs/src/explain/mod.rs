//! The page that explains a response in the browser, without a server: what `errcat decode` says,
//! from the same catalogs.
//!
//! The reader of `errcat` is written a second time in the scripts of `assets`, driven by the
//! declared envelopes as data; `tests/browser` holds both against each other.

mod data;
mod form;

use errcat_model::artifact::Artifact;

pub(crate) use form::page;

use crate::site::Facts;

/// The scripts, in the order in which each uses what stands before it. Together they are one file
/// within one function, so that nothing of them is global.
const SCRIPTS: [&str; 10] = [
    include_str!("assets/text.js"),
    include_str!("assets/envelopes.js"),
    include_str!("assets/found.js"),
    include_str!("assets/json.js"),
    include_str!("assets/xml.js"),
    include_str!("assets/read.js"),
    include_str!("assets/template.js"),
    include_str!("assets/decode.js"),
    include_str!("assets/answer.js"),
    include_str!("assets/form.js"),
];

/// What the page loads: the interpreter, its style, and a file with the data of each catalog,
/// loaded when it is asked for.
pub(crate) fn assets(facts: &Facts<'_>) -> Vec<Artifact> {
    let scripts = SCRIPTS.join("\n");
    let common = data::literal(&data::Common::of(facts));
    let script =
        format!("(() => {{\n'use strict';\n\nconst common = {common};\n\n{scripts}}})();\n");
    let style = include_str!("assets/explain.css").to_owned();
    let own = [("explain.js", script), ("explain.css", style)];
    let mut assets: Vec<Artifact> = own.map(|(name, text)| asset(name, text)).into();
    for data in data::catalogs(facts) {
        let literal = data::literal(&data);
        let text = format!("(window.errcatCatalogs ??= {{}})['{}'] = {literal};\n", data.id);
        assets.push(asset(&format!("{}.js", data.id), text));
    }
    assets
}

fn asset(name: &str, text: String) -> Artifact {
    Artifact { path: format!("explain/{name}").into(), text }
}
