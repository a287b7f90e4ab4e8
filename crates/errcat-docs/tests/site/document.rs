//! Parses a page of HTML as a browser would.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// An element with its attributes.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: HashMap<String, String>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// The elements and the text of a page.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) elements: Vec<Element>,
    ids: HashSet<String>,
    /// The text, with single spaces.
    pub(crate) text: String,
    /// The parse errors.
    pub(crate) errors: Vec<String>,
    /// The open elements.
    open: Vec<String>,
}

impl Document {
    pub(crate) fn parse(html: &str) -> Self {
        let sink = Sink(RefCell::new(Self::default()));
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut document = tokenizer.sink.0.into_inner();
        document.text = document.text.split_whitespace().collect::<Vec<_>>().join(" ");
        document
    }

    pub(crate) fn named<'d>(&'d self, name: &'d str) -> impl Iterator<Item = &'d Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        let mut classes = self.elements.iter().filter_map(|element| element.get("class"));
        classes.any(|classes| classes.split(' ').any(|one| one == class))
    }

    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

/// The elements without an end tag.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "wbr", "col"];

struct Sink(RefCell<Document>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut document = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                if tag.kind == TagKind::EndTag {
                    document.close(&name);
                    return TokenSinkResult::Continue;
                }
                let attributes = tag.attrs.iter();
                let attributes =
                    attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
                let attributes: HashMap<String, String> = attributes.collect();
                document.ids.extend(attributes.get("id").cloned());
                document.elements.push(Element { name: name.clone(), attributes });
                if !tag.self_closing && !VOID.contains(&name.as_str()) {
                    document.open.push(name.clone());
                }
                match name.as_str() {
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" => return TokenSinkResult::RawData(RawKind::Rawtext),
                    "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => {}
                }
            }
            Token::CharacterTokens(text) if !document.is_in_script() => {
                document.text.push_str(&text);
            }
            Token::ParseError(error) => document.errors.push(error.into_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Document {
    fn is_in_script(&self) -> bool {
        self.open.iter().any(|name| ["script", "style"].contains(&name.as_str()))
    }

    fn close(&mut self, name: &str) {
        // These need no end tag.
        while self
            .open
            .last()
            .is_some_and(|open| open != name && ["p", "li"].contains(&open.as_str()))
        {
            self.open.pop();
        }
        match self.open.pop() {
            Some(open) if open == name => {}
            open => self.errors.push(format!("</{name}> ends {open:?}")),
        }
    }
}
