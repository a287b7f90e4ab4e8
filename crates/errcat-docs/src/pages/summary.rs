//! The table of contents.

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use errcat_model::render::one_line;

use super::Part;
use crate::markdown::escape;

pub(super) fn page(parts: &[Part]) -> Artifact {
    let mut text = "# Summary\n".to_owned();
    for part in parts {
        if !part.title.is_empty() {
            let _ = write!(text, "\n# {}\n", part.title);
        }
        text.push('\n');
        for chapter in &part.chapters {
            let (label, path) = (escape(&chapter.title), one_line(&chapter.page.path));
            // The chapters before the first part are no list.
            let item = if part.title.is_empty() { "" } else { "- " };
            let indent = "  ".repeat(chapter.depth);
            let _ = writeln!(text, "{indent}{item}[{label}]({path})");
        }
    }
    Artifact { path: "SUMMARY.md".into(), text }
}
