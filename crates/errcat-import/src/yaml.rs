//! The one writer of YAML: what it writes is read back to the same values, and quotes stand only
//! where the reader needs them.

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Yaml {
    /// A text, quoted where it would be read as something else.
    Text(String),
    /// A number, a word or a mark, as it is.
    Plain(String),
    /// Texts in one line.
    Texts(Vec<String>),
    /// A mapping in one line.
    Inline(Vec<(String, Yaml)>),
    List(Vec<Yaml>),
    /// A list with empty lines between its items.
    Spaced(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

/// What stands for a value that an author has yet to write.
pub(crate) const GAP: &str = "TODO";

impl Yaml {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn plain(value: impl std::fmt::Display) -> Self {
        Self::Plain(format!("{value}"))
    }

    pub(crate) fn gap() -> Self {
        Self::Plain(GAP.to_owned())
    }
}

/// The text of a file.
pub(crate) fn write(entries: &[(String, Yaml)]) -> String {
    let mut text = String::new();
    map(&mut text, entries, 0, true);
    text
}

/// A text as a value of a line, in quotes where it needs them.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::new();
    scalar(&mut out, text, false);
    out
}

/// Writes the entries of a mapping; the first one may go on a line that has begun.
fn map(out: &mut String, entries: &[(String, Yaml)], indent: usize, mut new_line: bool) {
    for (key, value) in entries {
        if new_line {
            out.push_str(&" ".repeat(indent));
        }
        new_line = true;
        scalar(out, key, false);
        out.push(':');
        match value {
            Yaml::Map(entries) => {
                out.push('\n');
                map(out, entries, indent + 2, true);
            }
            Yaml::List(items) => list(out, items, indent + 2, ""),
            Yaml::Spaced(items) => list(out, items, indent + 2, "\n"),
            _ => {
                out.push(' ');
                inline(out, value, false);
                out.push('\n');
            }
        }
    }
}

fn list(out: &mut String, items: &[Yaml], indent: usize, between: &str) {
    if items.is_empty() {
        out.push_str(" []");
    }
    out.push('\n');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        out.push_str(&" ".repeat(indent));
        out.push_str("- ");
        match item {
            Yaml::Map(entries) => map(out, entries, indent + 2, false),
            other => {
                inline(out, other, false);
                out.push('\n');
            }
        }
    }
}

fn inline(out: &mut String, value: &Yaml, in_flow: bool) {
    match value {
        Yaml::Text(text) => scalar(out, text, in_flow),
        Yaml::Plain(text) => out.push_str(text),
        Yaml::Texts(texts) => {
            out.push('[');
            for (index, text) in texts.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                scalar(out, text, true);
            }
            out.push(']');
        }
        Yaml::Inline(entries) | Yaml::Map(entries) => {
            out.push_str("{ ");
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                scalar(out, key, true);
                out.push_str(": ");
                inline(out, value, true);
            }
            out.push_str(" }");
        }
        Yaml::List(items) | Yaml::Spaced(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { ", " } else { "" });
                inline(out, item, true);
            }
            out.push(']');
        }
    }
}

fn scalar(out: &mut String, text: &str, in_flow: bool) {
    if is_plain(text, in_flow) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_printable(c) => out.push(c),
            c => escape(out, c),
        }
    }
    out.push('"');
}

/// A character by its number.
fn escape(out: &mut String, c: char) {
    let number = u32::from(c);
    let escaped = match number {
        0..=0xff => format!("\\x{number:02x}"),
        0x100..=0xffff => format!("\\u{number:04x}"),
        _ => format!("\\U{number:08x}"),
    };
    out.push_str(&escaped);
}

/// Whether a text is read as it is without quotes.
fn is_plain(text: &str, in_flow: bool) -> bool {
    const NOTHING: &[&str] = &["~", "null", "Null", "NULL", GAP];
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next();
    let is_blank = |c: char| c == ' ' || c == '\t';
    let begins = match first {
        '-' | '?' | ':' => second.is_some_and(|c| !(is_blank(c) || in_flow && is_flow(c))),
        _ => !"[]{},#&*!|>'\"%@`".contains(first) && !is_blank(first),
    };
    let has_mark = [": ", ":\t", " #", "\t#"].iter().any(|mark| text.contains(mark));
    let ends_early = text.ends_with([' ', '\t', ':']) || in_flow && text.contains(is_flow);
    let is_text = !NOTHING.contains(&text) && text.chars().all(is_printable);
    begins && is_text && !has_mark && !ends_early
}

fn is_flow(c: char) -> bool {
    matches!(c, ',' | '[' | ']' | '{' | '}')
}

/// What YAML takes in a line as it is: no control characters, ends of lines, byte order marks.
fn is_printable(c: char) -> bool {
    let is_end_of_line = matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_none = matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    c == '\t' || !c.is_control() && !is_end_of_line && !is_none
}

#[cfg(test)]
mod tests;
