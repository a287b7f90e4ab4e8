//! Text that was copied out of a page: paragraphs, bulleted lists, and tables without borders.
//! No-break spaces are layout of the page, and plain ones here.

use super::list::{self, Item};
use super::{Block, Content, Page, glued};

const BULLETS: &[char] = &['•', '‣', '◦', '▪', '●', '·', '*', '-', '–', '+'];

pub(super) fn parse(text: &str) -> Page {
    let mut page = Page::default();
    let mut paragraph: Vec<(usize, &str)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            end_paragraph(&mut page, &std::mem::take(&mut paragraph));
        } else {
            paragraph.push((index + 1, line));
        }
    }
    end_paragraph(&mut page, &paragraph);
    page
}

fn end_paragraph(page: &mut Page, lines: &[(usize, &str)]) {
    let Some(((line, first), others)) = lines.split_first() else { return };
    if let Some(table) = glued::table(lines).or_else(|| list::table(*line, &items(lines))) {
        page.table(table);
    } else if others.is_empty() && is_heading(first.trim()) {
        page.heading(*line, first.trim().to_owned());
    } else {
        let content = Content::Paragraph { links: Vec::new() };
        page.blocks.push(Block { line: *line, content });
    }
}

/// The lines with bullets, each with what follows it; or all lines where none has one.
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
    if items.is_empty() {
        let lines = lines.iter().filter(|_| lines.len() > 1);
        items.extend(lines.map(|(line, text)| Item { line: *line, text: text.trim().to_owned() }));
    }
    items
}

fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(BULLETS)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}

/// A line alone that is no sentence.
fn is_heading(line: &str) -> bool {
    const LONGEST: usize = 100;
    line.chars().count() <= LONGEST
        && !line.ends_with(['.', ':', '!', '?', ',', ';'])
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
