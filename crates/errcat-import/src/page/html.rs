//! HTML, however broken: one pass over its tags, without a tree, so nothing can nest too deep.

mod table;

use std::collections::BTreeMap;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use super::inline::Inline;
use super::list::{self, Item};
use super::{Block, Content, Lines, Page, PageLink};
use table::Builder;

pub(super) fn parse(text: &str) -> Page {
    let lines = Lines::of(text);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag, lines.line(tag.span.start)),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => {
                reader.text(&String::from_utf8_lossy(&text), || lines.line(text.span.start));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.finish_table();
    reader.finish_list();
    reader.page
}

/// What the text at hand belongs to.
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

#[derive(Default)]
struct Reader {
    page: Page,
    inline: Inline,
    sink: Sink,
    line: usize,
    links: Vec<PageLink>,
    /// The link that is open.
    link: Option<(String, String)>,
    /// The element whose text nobody sees.
    hidden: Option<Vec<u8>>,
    table: Option<Builder>,
    lists: usize,
    items: Vec<Item>,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<usize>, line: usize) {
        let name: &[u8] = &tag.name;
        if self.hidden.is_some() {
            return;
        }
        match name {
            b"script" | b"style" | b"noscript" | b"iframe" | b"textarea" | b"svg" => {
                self.hidden = (!tag.self_closing).then(|| name.to_vec());
            }
            b"code" | b"tt" | b"kbd" | b"samp" => self.inline.open_code(),
            b"br" | b"hr" => self.inline.space(),
            b"a" => self.open_link(&tag.attributes),
            _ if self.table.is_some() => self.start_in_table(tag, line),
            b"title" => self.begin(Sink::Title, line),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.begin(Sink::Heading, line);
                self.finish_list();
            }
            b"table" => {
                self.begin(Sink::Nowhere, line);
                self.finish_list();
                self.table = Some(Builder::new(line));
            }
            b"ul" | b"ol" | b"dl" => {
                self.flush();
                self.lists += 1;
            }
            b"li" | b"dt" => self.begin(Sink::Item, line),
            b"p" | b"div" | b"section" | b"article" if self.sink != Sink::Item => {
                self.begin(Sink::Paragraph, line);
            }
            b"dd" | b"p" | b"div" => self.inline.space(),
            _ => {}
        }
    }

    fn start_in_table(&mut self, tag: &StartTag<usize>, line: usize) {
        let name: &[u8] = &tag.name;
        let Some(table) = &mut self.table else { return };
        match name {
            b"table" => table.depth += 1,
            // What a table in a cell holds is text of that cell.
            _ if table.depth > 1 => self.inline.space(),
            b"td" | b"th" => {
                self.end_cell();
                self.sink = Sink::Cell;
                if let Some(table) = &mut self.table {
                    table.open_cell(tag, line);
                }
            }
            b"tr" => {
                self.end_cell();
                if let Some(table) = &mut self.table {
                    table.end_row();
                    table.line_of_row = line;
                }
            }
            b"thead" | b"tbody" | b"tfoot" | b"caption" => self.end_cell(),
            _ => self.inline.space_unless_inline(name),
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        match name {
            b"code" | b"tt" | b"kbd" | b"samp" => self.inline.close_code(),
            b"a" => self.close_link(),
            b"table" => {
                let Some(table) = &mut self.table else { return };
                table.depth -= 1;
                if table.depth == 0 {
                    self.end_cell();
                    self.finish_table();
                    self.sink = Sink::Paragraph;
                }
            }
            b"td" | b"th" if self.is_outer_table() => self.end_cell(),
            _ if self.table.is_some() => self.inline.space_unless_inline(name),
            b"title" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"li" => self.flush(),
            b"p" | b"div" if self.sink == Sink::Paragraph => self.flush(),
            b"ul" | b"ol" | b"dl" => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0 {
                    self.finish_list();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, line: impl FnOnce() -> usize) {
        if self.hidden.is_some() || self.sink == Sink::Nowhere {
            return;
        }
        if self.line == 0 {
            self.line = line();
        }
        if let Some((_, shown)) = &mut self.link {
            shown.push_str(text);
        }
        self.inline.push(text);
    }

    fn is_outer_table(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.depth == 1)
    }

    fn open_link(&mut self, attributes: &BTreeMap<HtmlString, Spanned<HtmlString, usize>>) {
        let url = attributes.get(b"href".as_slice());
        self.link =
            url.map(|url| (String::from_utf8_lossy(&url.value).into_owned(), String::new()));
    }

    fn close_link(&mut self) {
        if let Some((url, text)) = self.link.take() {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.links.push(PageLink { text, url });
        }
    }

    /// Ends what is open, and begins something else.
    fn begin(&mut self, sink: Sink, line: usize) {
        self.flush();
        self.sink = sink;
        self.line = line;
    }

    /// Puts the text at hand where it belongs.
    fn flush(&mut self) {
        if self.sink == Sink::Cell {
            return;
        }
        self.close_link();
        let text = self.inline.take();
        let links = std::mem::take(&mut self.links);
        let line = std::mem::take(&mut self.line);
        match std::mem::take(&mut self.sink) {
            _ if text.is_empty() => {}
            Sink::Title => self.page.title = Some(text),
            Sink::Heading => self.page.heading(line, text),
            Sink::Item => self.items.push(Item { line, text }),
            Sink::Paragraph => {
                self.page.blocks.push(Block { line, content: Content::Paragraph { links } });
            }
            Sink::Cell | Sink::Nowhere => {}
        }
    }

    fn end_cell(&mut self) {
        if self.sink == Sink::Cell {
            self.close_link();
            self.links.clear();
            let text = self.inline.take();
            if let Some(table) = &mut self.table {
                table.end_cell(&text);
            }
        }
        self.sink = Sink::Nowhere;
        self.line = 0;
    }

    fn finish_table(&mut self) {
        self.end_cell_of_cut_table();
        if let Some(table) = self.table.take() {
            for part in table.finish() {
                if let Some((line, text)) = part.heading {
                    self.page.heading(line, text);
                }
                self.page.table(part.table);
            }
            self.sink = Sink::Paragraph;
        }
    }

    /// A page may end within a table.
    fn end_cell_of_cut_table(&mut self) {
        if self.table.is_some() {
            self.end_cell();
        }
    }

    fn finish_list(&mut self) {
        self.lists = 0;
        let items = std::mem::take(&mut self.items);
        let line = items.first().map_or(0, |item| item.line);
        if let Some(table) = list::table(line, &items) {
            self.page.table(table);
        }
    }
}

impl Inline {
    /// Elements that are lines of their own part words, others do not.
    fn space_unless_inline(&mut self, name: &[u8]) {
        if matches!(name, b"p" | b"div" | b"li" | b"ul" | b"ol" | b"pre" | b"td" | b"th" | b"tr") {
            self.space();
        }
    }
}
