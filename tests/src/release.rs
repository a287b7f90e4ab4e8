//! Checks that a release announces its breaking changes.

use std::path::PathBuf;

use errcat_model::diff::{Diff, Level};

/// A version of three numbers.
pub type Version = [u64; 3];

/// Parses a version.
pub fn version(text: &str) -> Option<Version> {
    let numbers: Option<Vec<u64>> = text.split('.').map(|number| number.parse().ok()).collect();
    numbers?.try_into().ok()
}

/// Whether a step from one version to another may contain breaking changes.
pub fn is_breaking_step(from: Version, to: Version) -> bool {
    let [major, minor, _] = from;
    match to {
        [0, to_minor, _] => major == 0 && to_minor > minor,
        [to_major, ..] => to_major > major,
    }
}

/// Returns what is missing before a diff may be released, each as a sentence.
///
/// A major change needs a breaking version, and its reference must be listed in the changelog under
/// `## Unreleased` and a heading that begins with `### Breaking`.
pub fn unannounced(diff: &Diff, from: Version, to: Version, changelog: &str) -> Vec<String> {
    if diff.level() < Level::Major {
        return Vec::new();
    }
    let mut missing = Vec::new();
    if !is_breaking_step(from, to) {
        let next = match from {
            [0, minor, _] => format!("0.{}.0", minor + 1),
            [major, ..] => format!("{}.0.0", major + 1),
        };
        missing.push(format!("the version in Cargo.toml must be {next} or later"));
    }
    let breaking = breaking_section(changelog);
    for change in &diff.changes {
        let is_announced = breaking.contains(&format!("`{}`", change.reference));
        if change.rule.level() == Level::Major && !is_announced {
            let (reference, message) = (&change.reference, &change.message);
            missing.push(format!("CHANGELOG.md does not list `{reference}`: {message}"));
        }
    }
    missing
}

/// Returns the text below `## Unreleased` and a `### Breaking …`.
fn breaking_section(changelog: &str) -> &str {
    let section = changelog.split("\n## Unreleased\n").nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let breaking = section.split("\n### Breaking").nth(1).unwrap_or_default();
    breaking.split("\n### ").next().unwrap_or_default()
}

/// Returns the folder with the export of the last release.
pub fn baseline_dir() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/baseline"))
}

/// Returns the version of this workspace from its Cargo.toml.
pub fn workspace_version(manifest: &str) -> Option<Version> {
    let package = manifest.split("[workspace.package]").nth(1)?;
    let line = package.lines().find_map(|line| line.strip_prefix("version = \""))?;
    version(line.strip_suffix('"')?)
}
