//! Text copied from a page: paragraphs, bulleted lists, and tables without borders.
//! No-break spaces are part of the layout, so they become ordinary spaces.

use super::list::{self, Item};
use super::{Page, glued};

const BULLETS: &[char] = &['•', '‣', '◦', '▪', '●', '·', '*', '-', '–', '+'];
/// The maximum length of a heading, in characters.
const MAX_HEADING: usize = 100;

/// Takes a text apart at its empty lines.
pub(super) fn parse(text: &str) -> Page {
    let mut page = Page::default();
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    for paragraph in lines.split(|(_, line)| line.trim().is_empty()) {
        let Some(((_, first), others)) = paragraph.split_first() else { continue };
        if let Some(table) = glued::table(paragraph).or_else(|| list::table(&items(paragraph))) {
            page.table(table);
        } else if others.is_empty() && is_heading(first.trim()) {
            page.heading(first.trim().to_owned());
        }
    }
    page
}

/// Returns the lines with bullets, each with the lines that continue it; all lines if none has a
/// bullet.
fn items(lines: &[(usize, &str)]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (line, text) in lines {
        match (without_bullet(text), items.last_mut()) {
            (Some(text), _) => items.push(Item { line: *line, text: text.replace('\u{a0}', " ") }),
            (None, Some(item)) => {
                item.text.push(' ');
                item.text.push_str(text.trim());
            }
            (None, None) => {}
        }
    }
    if items.is_empty() && lines.len() > 1 {
        let item =
            |(line, text): &(usize, &str)| Item { line: *line, text: text.trim().to_owned() };
        return lines.iter().map(item).collect();
    }
    items
}

fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(BULLETS)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}

/// Returns whether a line by itself is a heading and not a sentence.
fn is_heading(line: &str) -> bool {
    line.chars().count() <= MAX_HEADING
        && !line.ends_with(['.', ':', '!', '?', ',', ';'])
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
