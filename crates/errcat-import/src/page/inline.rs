//! Text as it is gathered from markup.

/// A text in the making: white space is that of a browser, code stands in back-ticks.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// How many elements of code are open.
    code: usize,
    /// Where the only piece of code lies, while there is nothing else.
    pieces: usize,
    outside: bool,
}

impl Inline {
    /// A piece of text. Runs of white space, no-break spaces among it, are one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space();
            } else {
                self.outside |= self.code == 0;
                self.text.push(c);
            }
        }
    }

    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    pub(super) fn open_code(&mut self) {
        if self.code == 0 {
            self.text.push('`');
            self.pieces += 1;
        }
        self.code += 1;
    }

    pub(super) fn close_code(&mut self) {
        if self.code == 1 {
            let kept = self.text.trim_end().len();
            self.text.truncate(kept);
            self.text.push('`');
        }
        self.code = self.code.saturating_sub(1);
    }

    /// The text; a single piece of code without its back-ticks.
    pub(super) fn take(&mut self) -> String {
        while self.code > 0 {
            self.close_code();
        }
        let Self { text, pieces, outside, .. } = std::mem::take(self);
        let text = text.trim();
        match text.strip_prefix('`').and_then(|text| text.strip_suffix('`')) {
            Some(code) if pieces == 1 && !outside => code.trim().to_owned(),
            _ => text.to_owned(),
        }
    }
}

/// Whether a tag is one of HTML: anything else in angle brackets is text, such as `<domainName>`.
pub(super) fn is_element(name: &str) -> bool {
    const ELEMENTS: &[&str] = &[
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "link",
        "main",
        "mark",
        "meta",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "script",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "wbr",
    ];
    let name = name.to_ascii_lowercase();
    ELEMENTS.binary_search(&name.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(build: impl FnOnce(&mut Inline)) -> String {
        let mut inline = Inline::default();
        build(&mut inline);
        inline.take()
    }

    #[test]
    fn code_stands_in_back_ticks_unless_it_is_everything() {
        let code = |inline: &mut Inline, text: &str| {
            inline.open_code();
            inline.push(text);
            inline.close_code();
        };
        assert_eq!(text(|inline| code(inline, " A_1 ")), "A_1");
        assert_eq!(
            text(|inline| {
                inline.push("Domain ");
                code(inline, "<name>");
                inline.push(" \u{a0}\n is taken ");
            }),
            "Domain `<name>` is taken"
        );
        assert_eq!(
            text(|inline| {
                code(inline, "a");
                inline.push(" ");
                code(inline, "b");
            }),
            "`a` `b`"
        );
    }
}
