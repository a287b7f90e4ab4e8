//! `cargo xtask baseline`: stores the released catalogs, to compare later versions with.

use errcat_model::export::Export;

use crate::package::{clear, write};
use crate::{Result, docs, root};

pub(crate) fn run_task() -> Result {
    let set = docs::load()?;
    let mut export = Export::new(&set).map_err(|error| error.to_string())?;
    // They follow from the rest and make up most of the file.
    export.translations.clear();
    let codes = export.catalogs.iter_mut().flat_map(|catalog| &mut catalog.codes);
    codes.flat_map(|code| &mut code.cases).for_each(|case| case.reply = None);
    let text = serde_json::to_string_pretty(&export)
        .map_err(|error| format!("cannot write the export: {error}"))?;
    let folder = root().join("tests/baseline");
    let file = folder.join(concat!(env!("CARGO_PKG_VERSION"), ".json"));
    clear(&folder)?;
    write(&file, &(text + "\n"))?;
    println!("baseline: {}", file.display());
    Ok(())
}
