//! Catalog text in Markdown.

/// Escapes a text, so that none of its characters means anything to Markdown, HTML, rustdoc or
/// mdBook. Line ends become spaces.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = 0;
    for (index, byte) in text.bytes().enumerate() {
        let is_markup = match byte {
            // The last three can end a heading or be its attributes.
            b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'|' | b'~' | b'<' | b'>' | b'&' | b'$'
            | b'#' | b'{' | b'}' => true,
            // Lists and lines, at the start of a line only.
            b'-' | b'+' | b'=' => index == 0,
            b'.' | b')' => index > 0 && text.bytes().take(index).all(|byte| byte.is_ascii_digit()),
            // Rustdoc would ask for a link.
            b':' => text.get(index..).is_some_and(|rest| rest.starts_with("://")),
            _ => false,
        };
        let is_space = matches!(byte, b'\n' | b'\r' | b'\t');
        if is_markup || is_space {
            escaped.push_str(text.get(rest..index).unwrap_or_default());
            escaped.push(if is_markup { '\\' } else { ' ' });
            rest = index + usize::from(is_space);
        }
    }
    escaped + text.get(rest..).unwrap_or_default()
}
