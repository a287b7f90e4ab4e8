//! Catalog text in Markdown.

/// Escapes a text, so that none of its characters means anything to Markdown, HTML, rustdoc or
/// mdBook. Line ends become spaces.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        let is_markup = match character {
            // The last three can end a heading or be its attributes.
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '<' | '>' | '&' | '$' | '#' | '{'
            | '}' => true,
            // Lists and lines, at the start of a line only.
            '-' | '+' | '=' => index == 0,
            '.' | ')' => index > 0 && escaped.bytes().all(|byte| byte.is_ascii_digit()),
            // Rustdoc would ask for a link.
            ':' => text.get(index..).is_some_and(|rest| rest.starts_with("://")),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character });
    }
    escaped
}
