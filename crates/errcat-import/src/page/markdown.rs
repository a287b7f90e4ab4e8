//! Markdown, read as the HTML that it denotes.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html::{Attributes, Reader};
use super::{Lines, Page};

/// Takes a page of Markdown apart.
pub(super) fn parse(text: &str) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let lines = Lines::new(text, 1);
    let mut reader = Reader::default();
    let mut is_header = false;
    // A block of HTML, and its line.
    let mut html: Option<(usize, String)> = None;
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        let line = lines.line(span.start);
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                reader.open_link(Some(dest_url.into_string()));
            }
            Event::Start(Tag::HtmlBlock) => html = Some((line, String::new())),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((line, text)) = html.take() {
                    reader.html(&text, line);
                }
            }
            Event::Start(tag) => {
                is_header = match tag {
                    Tag::TableHead => true,
                    Tag::TableRow => false,
                    _ => is_header,
                };
                if let Some(name) = element(tag.to_end(), is_header) {
                    reader.start(name, &Attributes::new(), line);
                }
            }
            Event::End(tag) => {
                if let Some(name) = element(tag, is_header) {
                    reader.end(name);
                }
            }
            Event::Code(code) => {
                reader.start("code", &Attributes::new(), line);
                reader.text(&code);
                reader.end("code");
            }
            Event::SoftBreak | Event::HardBreak => reader.text(" "),
            Event::InlineHtml(tag) if is_element(&tag) => reader.html(&tag, line),
            // The HTML is a placeholder that only looks like a tag, such as `<domainName>`.
            Event::Text(text) | Event::InlineHtml(text) => reader.text(&text),
            Event::Html(text) => {
                if let Some((_, html)) = &mut html {
                    html.push_str(&text);
                }
            }
            _ => {}
        }
    }
    reader.finish()
}

/// Returns the element of HTML for a tag of Markdown, if it matters here.
fn element(tag: TagEnd, is_header: bool) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Heading(_) => "h1",
        TagEnd::Paragraph => "p",
        TagEnd::Table => "table",
        TagEnd::TableHead | TagEnd::TableRow => "tr",
        TagEnd::TableCell if is_header => "th",
        TagEnd::TableCell => "td",
        TagEnd::List(_) => "ul",
        TagEnd::Item => "li",
        TagEnd::Link => "a",
        // Code blocks are examples: hidden like a script.
        TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => "script",
        _ => return None,
    })
}

/// The names of elements that occur in Markdown.
const ELEMENTS: &str = " a abbr b big blockquote br center cite code dd del details dfn div dl dt \
    em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike \
    strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr ";

/// Returns whether a tag is an element of HTML, or a comment.
fn is_element(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..end).unwrap_or_default().to_ascii_lowercase();
    ELEMENTS.contains(&format!(" {name} ")) || tag.starts_with("<!")
}
