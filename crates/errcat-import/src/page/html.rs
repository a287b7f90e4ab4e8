//! HTML, however broken: one pass over its tags, without a tree, so nothing can nest too deep.
//! Markdown is fed to the same reader.

mod table;

use std::collections::BTreeMap;

use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use super::inline::Inline;
use super::list::{self, Item};
use super::{Block, Lines, Page, PageLink};
use table::Builder;

/// Takes a page of HTML apart.
pub(super) fn parse(text: &str) -> Page {
    let mut reader = Reader::default();
    reader.html(text, 1);
    reader.finish()
}

/// The part of the page that the current text is in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Sink {
    #[default]
    Paragraph,
    Title,
    Heading,
    Cell,
    Item,
    /// Between the cells of a table.
    Nowhere,
}

/// A page being read, tag by tag.
#[derive(Default)]
pub(super) struct Reader {
    page: Page,
    inline: Inline,
    sink: Sink,
    /// The line that the current part begins in.
    line: usize,
    links: Vec<PageLink>,
    /// The open link.
    link: Option<PageLink>,
    /// The open element whose text is not shown.
    hidden: Option<String>,
    table: Option<Builder>,
    /// The number of open lists, and the items of all of them.
    lists: usize,
    items: Vec<Item>,
}

/// The attributes of a tag.
pub(super) type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, usize>>;

fn attribute(attributes: &Attributes, name: &[u8]) -> Option<String> {
    attributes.get(name).map(|value| String::from_utf8_lossy(&value.value).into_owned())
}

impl Reader {
    /// Reads a piece of HTML that begins in a line of the page.
    pub(super) fn html(&mut self, text: &str, first_line: usize) {
        let lines = Lines::new(text, first_line);
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    if !(tag.self_closing && is_hidden(&name)) {
                        self.start(&name, &tag.attributes, lines.line(tag.span.start));
                    }
                }
                Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => self.text(&String::from_utf8_lossy(&text)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// Reads the beginning of an element.
    pub(super) fn start(&mut self, name: &str, attributes: &Attributes, line: usize) {
        if self.hidden.is_some() {
            return;
        }
        self.space_at(name);
        match name {
            _ if is_hidden(name) => self.hidden = Some(name.to_owned()),
            "code" | "tt" | "kbd" | "samp" => self.inline.open_code(),
            "a" => self.open_link(attribute(attributes, b"href")),
            "table" => {
                self.finish_table();
                self.begin(Sink::Nowhere, line);
                self.finish_list();
                self.table = Some(Builder::new(line));
            }
            _ if self.table.is_some() => self.start_in_table(name, attributes, line),
            "title" => self.begin(Sink::Title, line),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.begin(Sink::Heading, line);
                self.finish_list();
            }
            "ul" | "ol" | "dl" => {
                self.flush();
                self.lists += 1;
            }
            "li" | "dt" => self.begin(Sink::Item, line),
            "p" | "div" | "section" | "article" if self.sink != Sink::Item => {
                self.begin(Sink::Paragraph, line);
            }
            _ => {}
        }
    }

    fn start_in_table(&mut self, name: &str, attributes: &Attributes, line: usize) {
        if matches!(name, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "caption") {
            self.end_cell();
        }
        let Some(table) = &mut self.table else { return };
        match name {
            "td" | "th" => {
                let span = |name: &[u8]| attribute(attributes, name)?.trim().parse().ok();
                table.open_cell(name == "th", span(b"colspan"), span(b"rowspan"), line);
                self.sink = Sink::Cell;
            }
            "tr" => table.open_row(line),
            _ => {}
        }
    }

    /// Reads the end of an element.
    pub(super) fn end(&mut self, name: &str) {
        if self.hidden.is_some() {
            self.hidden.take_if(|hidden| hidden == name);
            return;
        }
        self.space_at(name);
        match name {
            "code" | "tt" | "kbd" | "samp" => self.inline.close_code(),
            "a" => self.close_link(),
            "table" => self.finish_table(),
            "td" | "th" if self.table.is_some() => self.end_cell(),
            _ if self.table.is_some() => {}
            "title" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => self.flush(),
            "p" | "div" if self.sink == Sink::Paragraph => self.flush(),
            "ul" | "ol" | "dl" => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0 {
                    self.finish_list();
                }
            }
            _ => {}
        }
    }

    /// Separates words at the edge of an element that is a line of its own.
    fn space_at(&mut self, name: &str) {
        if matches!(name, "br" | "hr" | "p" | "div" | "li" | "ul" | "ol" | "pre" | "dd") {
            self.inline.space();
        }
    }

    /// Reads a text.
    pub(super) fn text(&mut self, text: &str) {
        if self.hidden.is_some() || self.sink == Sink::Nowhere {
            return;
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(text);
        }
        self.inline.push(text);
    }

    /// Ends the page, which may be cut anywhere.
    pub(super) fn finish(mut self) -> Page {
        self.finish_table();
        self.flush();
        self.finish_list();
        self.page
    }

    pub(super) fn open_link(&mut self, url: Option<String>) {
        self.link = Some(PageLink { text: String::new(), url });
    }

    fn close_link(&mut self) {
        if let Some(PageLink { text, url }) = self.link.take() {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.links.push(PageLink { text, url });
        }
    }

    /// Ends the current part of the page and begins another one.
    fn begin(&mut self, sink: Sink, line: usize) {
        self.flush();
        self.sink = sink;
        self.line = line;
    }

    /// Adds the current text to the part of the page it is in.
    fn flush(&mut self) {
        self.close_link();
        let text = self.inline.take();
        let links = std::mem::take(&mut self.links);
        match std::mem::take(&mut self.sink) {
            _ if text.is_empty() => {}
            Sink::Title => self.page.title = Some(text),
            Sink::Heading => self.page.heading(text),
            Sink::Item => self.items.push(Item { line: self.line, text }),
            Sink::Paragraph => self.page.blocks.push(Block::Links(links)),
            Sink::Cell | Sink::Nowhere => {}
        }
    }

    fn end_cell(&mut self) {
        if self.sink != Sink::Cell {
            return;
        }
        self.sink = Sink::Nowhere;
        self.link = None;
        self.links.clear();
        let text = self.inline.take();
        if let Some(table) = &mut self.table {
            table.end_cell(&text);
        }
    }

    fn finish_table(&mut self) {
        self.end_cell();
        if let Some(table) = self.table.take() {
            self.page.table(table.finish());
            self.sink = Sink::Paragraph;
        }
    }

    fn finish_list(&mut self) {
        self.lists = 0;
        if let Some(table) = list::table(&std::mem::take(&mut self.items)) {
            self.page.table(table);
        }
    }
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "iframe" | "textarea" | "svg")
}
