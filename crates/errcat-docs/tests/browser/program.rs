//! Where the browser is. `cargo xtask test` asks too, and installs one where there is none.

use std::env;
use std::path::PathBuf;

/// The names under which a Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// `$CHROME`, or the first Chromium on the path.
pub(crate) fn find() -> Option<PathBuf> {
    if let Some(chosen) = env::var_os("CHROME").filter(|chosen| !chosen.is_empty()) {
        return Some(chosen.into());
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut programs = NAMES.iter().flat_map(|name| folders.iter().map(move |one| one.join(name)));
    programs.find(|program| program.is_file())
}
