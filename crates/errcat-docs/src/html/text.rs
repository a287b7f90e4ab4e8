//! From catalog text to HTML in which it is only ever text.

use errcat_model::Glossary;
use maud::{Markup, PreEscaped, Render, html};

/// Writes our own sentences: back-ticks around names make code, everything else is text.
pub(crate) fn prose(text: &str) -> Markup {
    let pieces: Vec<&str> = text.trim().split('`').collect();
    html! {
        @if pieces.len().is_multiple_of(2) {
            // One of them closes nothing.
            (text.trim())
        } @else {
            @for (index, piece) in pieces.iter().enumerate() {
                @if index % 2 == 1 { code { (piece) } } @else { (piece) }
            }
        }
    }
}

/// Writes a name that can break after `_`, and between its words.
pub(crate) fn name(text: &str) -> Markup {
    let mut html = String::with_capacity(text.len() + 40);
    let mut previous = ' ';
    for letter in text.chars() {
        let is_word = letter.is_uppercase() && previous.is_lowercase();
        if is_word || matches!(previous, '_' | '.' | '/') {
            html.push_str("<wbr>");
        }
        letter.to_string().render_to(&mut html);
        previous = letter;
    }
    PreEscaped(html)
}

/// Spells a Rust name in words, with the spelling of the terms of a glossary: `domain in quarantine`.
pub(crate) fn in_words(name: &str, terms: &Glossary) -> String {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut().filter(|_| !letter.is_ascii_uppercase()) {
            Some(word) => word.push(letter),
            None => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    for word in &mut words {
        let is_term = |term: &&String| term.eq_ignore_ascii_case(word);
        let known = ABBREVIATIONS.iter().find(|known| known.eq_ignore_ascii_case(word));
        let known = terms.keys().find(is_term).map(String::as_str).or(known.copied());
        if let Some(known) = known {
            known.clone_into(word);
        }
    }
    words.join(" ")
}

/// Abbreviations that everybody knows, so that no glossary explains them.
const ABBREVIATIONS: [&str; 12] =
    ["API", "CDN", "DNS", "HTTP", "ID", "IP", "JSON", "SSL", "TLD", "TTL", "URL", "XML"];

/// Writes a text with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Makes a link to another site, or only a text if a click would do anything but open a page or a
/// letter.
pub(crate) fn link_out(label: &str, url: &str) -> Markup {
    let url = url.trim();
    let is_safe = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    html! {
        @if is_safe { a href=(url) rel="noreferrer" { (label) } }
        @else { (label) " (" code { (url) } ")" }
    }
}

/// Writes a body with its names in color.
pub(crate) fn body(text: &str) -> Markup {
    let colored = match text.trim_start().as_bytes().first() {
        Some(b'<') => xml(text),
        Some(b'{' | b'[') => json(text),
        _ => text.render(),
    };
    html! { pre tabindex="0" aria-label="Body" { code { (colored) } } }
}

/// Colors the names of members, the texts and the other values. What is no JSON stays a text.
fn json(text: &str) -> Markup {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        let (before, from) = rest.split_at(start);
        before.render_to(&mut html);
        let (string, after) = from.split_at(end_of_string(from));
        let class = if after.trim_start().starts_with(':') { "k" } else { "s" };
        html! { span class=(class) { (string) } }.render_to(&mut html);
        rest = after;
    }
    rest.render_to(&mut html);
    PreEscaped(html)
}

/// Returns the length of a string with its quotes.
fn end_of_string(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, letter)| {
        let is_end = *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(index, _)| index + 1)
}

/// Colors the tags.
fn xml(text: &str) -> Markup {
    html! {
        @for piece in text.split_inclusive('>') {
            @let (content, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
            (content)
            @if !tag.is_empty() { span.k { (tag) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalog_text_is_never_markup() {
        assert_eq!(prose("Set `a|<b>` to <x>.").0, "Set <code>a|&lt;b&gt;</code> to &lt;x&gt;.");
        assert_eq!(prose("One ` alone").0, "One ` alone");
        assert_eq!(name("<A_b>Cd").0, "&lt;A_<wbr>b&gt;Cd");
        assert_eq!(
            json(r#"{"a<":"\"<", "b": 1}"#).0,
            "{<span class=\"k\">&quot;a&lt;&quot;</span>:<span class=\"s\">&quot;\\&quot;&lt;&quot;\
             </span>, <span class=\"k\">&quot;b&quot;</span>: 1}"
        );
        assert_eq!(xml("<a>&").0, "<span class=\"k\">&lt;a&gt;</span>&amp;");
    }

    #[test]
    fn names_are_spelled_in_words() {
        let terms = [("NSSET".to_owned(), String::new())].into();
        assert_eq!(in_words("TldOfNssetUnknown", &terms), "TLD of NSSET unknown");
    }
}
