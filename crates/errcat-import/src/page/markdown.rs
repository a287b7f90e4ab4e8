//! Markdown: tables and lists of its own, and HTML where somebody put it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::inline::{Inline, is_element};
use super::list::{self, Item};
use super::{Block, Content, Lines, Page, PageLink, Table, TableRow, html};

pub(super) fn parse(text: &str) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let lines = Lines::of(text);
    let mut reader = Reader::default();
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, || lines.line(span.start));
    }
    reader.finish_list();
    reader.page
}

#[derive(Default)]
struct Reader {
    page: Page,
    inline: Inline,
    links: Vec<PageLink>,
    /// The link that is open.
    link: Option<(String, String)>,
    table: Option<Table>,
    row: Vec<String>,
    /// How many lists are open, and the items of all of them.
    lists: usize,
    items: Vec<Item>,
    item_line: usize,
    /// A block of HTML, and its line.
    html: Option<(usize, String)>,
    /// Code blocks and what stands before the page.
    hidden: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, line: impl FnOnce() -> usize) {
        match event {
            Event::Start(tag) => self.start(tag, line()),
            Event::End(tag) => self.end(tag, line()),
            _ if self.hidden => {}
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.inline.open_code();
                self.text(&code);
                self.inline.close_code();
            }
            Event::SoftBreak | Event::HardBreak => self.inline.space(),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::Html(text) => {
                if let Some((_, html)) = &mut self.html {
                    html.push_str(&text);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, shown)) = &mut self.link {
            shown.push_str(text);
        }
        self.inline.push(text);
    }

    /// A tag within a text: markup, or a placeholder that only looks like it.
    fn inline_html(&mut self, tag: &str) {
        let name = tag.trim_start_matches('<').trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        match name {
            "br" => self.inline.space(),
            "code" if tag.starts_with("</") => self.inline.close_code(),
            "code" => self.inline.open_code(),
            _ if is_element(name) || tag.starts_with("<!") => {}
            _ => self.inline.push(tag),
        }
    }

    fn start(&mut self, tag: Tag<'_>, line: usize) {
        match tag {
            Tag::Heading { .. } => {
                self.finish_list();
                self.inline.take();
            }
            Tag::Table(_) => {
                self.finish_list();
                self.table = Some(Table::new(line));
            }
            Tag::TableHead | Tag::TableRow => self.row.clear(),
            Tag::List(_) => {
                self.end_item();
                self.lists += 1;
            }
            Tag::Item => {
                self.end_item();
                self.item_line = line;
            }
            Tag::Link { dest_url, .. } => self.link = Some((dest_url.into_string(), String::new())),
            Tag::HtmlBlock => self.html = Some((line, String::new())),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.hidden = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, line: usize) {
        match tag {
            TagEnd::Heading(_) => {
                let text = self.inline.take();
                self.links.clear();
                self.page.heading(line, text);
            }
            TagEnd::Paragraph if self.lists > 0 => self.inline.space(),
            TagEnd::Paragraph => {
                self.inline.take();
                let links = std::mem::take(&mut self.links);
                self.page.blocks.push(Block { line, content: Content::Paragraph { links } });
            }
            TagEnd::TableCell => {
                self.links.clear();
                self.row.push(self.inline.take());
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let cells = std::mem::take(&mut self.row);
                match &mut self.table {
                    Some(table) if tag == TagEnd::TableHead => table.header = cells,
                    Some(table) => table.rows.push(TableRow { line, cells }),
                    None => {}
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.page.table(table);
                }
            }
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0 {
                    self.finish_list();
                }
            }
            TagEnd::Link => {
                if let Some((url, text)) = self.link.take() {
                    self.links.push(PageLink { text, url });
                }
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.hidden = false,
            _ => {}
        }
    }

    fn end_item(&mut self) {
        let text = self.inline.take();
        self.links.clear();
        if !text.is_empty() {
            self.items.push(Item { line: self.item_line, text });
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

    /// HTML has its own reader; its lines count from the block's first one.
    fn end_html(&mut self) {
        let Some((line, text)) = self.html.take() else { return };
        let above = line.saturating_sub(1);
        for mut block in html::parse(&text).blocks {
            block.line += above;
            if let Content::Table(table) = &mut block.content {
                table.line += above;
                for row in &mut table.rows {
                    row.line += above;
                }
            }
            self.page.blocks.push(block);
        }
    }
}
