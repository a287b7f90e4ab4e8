//! The parameters of a provider's text, in any of the styles that providers use.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use errcat_model::{Template, names};
use regex::{Captures, Regex};

use errcat::rt::words;

words! {
    /// The way a page marks the places of values in its texts.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Placeholder {
        /// `<domainName>`, as in catalogs.
        Angle = "angle",
        /// `{domain}`, `{{domain}}`, `${domain}`, `{0}`.
        Brace = "brace",
        /// `%s`, `%d`.
        Percent = "percent",
        /// A name in back-ticks.
        Backtick = "backtick",
    }
}

/// A pattern for each style. The first group that matches is the name; a match without a group is
/// text.
static PATTERNS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    const BRACED: &str = r" *([A-Za-z][A-Za-z0-9_. -]{0,59}|[0-9]*) *";
    [
        regex(r"<([A-Za-z][A-Za-z0-9_. -]{0,59})>"),
        regex(&format!(r"\$?(?:\{{\{{{BRACED}\}}\}}|\{{{BRACED}\}})")),
        regex(r"%()[sdiuvf](?-u:\b)"),
        regex(r"`(?:([a-z][A-Za-z0-9_]*)|[^`]*)`"),
    ]
});

/// Parameters with nothing between them.
static TOUCHING: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:<[A-Za-z][A-Za-z0-9_]*>){2,}"));

#[expect(clippy::expect_used, reason = "the patterns are constants, and every test compiles them")]
fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a valid pattern")
}

impl Placeholder {
    /// Returns an example of the style, for a person.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Angle => "`<name>`",
            Self::Brace => "`{name}`",
            Self::Percent => "`%s`",
            Self::Backtick => "names in back-ticks",
        }
    }

    /// Returns the style of a page: the most certain one that occurs. Anything that looks like a
    /// less certain one is text, such as the name in back-ticks in ``Missing `siteId` for <site>``.
    pub(super) fn of_page(texts: &[&str]) -> Option<Self> {
        let occurs = |style: &Self| texts.iter().any(|text| style.find(text).next().is_some());
        Self::ALL.iter().copied().find(occurs)
    }

    /// Finds the placeholders of a text, each with its place and name.
    fn find(self, text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
        let patterns = PATTERNS.get(self as usize).into_iter();
        patterns.flat_map(|pattern| pattern.captures_iter(text)).filter_map(|found| {
            let mut groups = found.iter().flatten();
            Some((groups.next()?.range(), groups.next()?.as_str()))
        })
    }
}

/// A text as a template of a catalog, with its parameters.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafted {
    pub(super) text: String,
    /// The names, each once, in their order.
    pub(super) params: Vec<String>,
    /// Things the author should check.
    pub(super) notes: Vec<String>,
}

impl Drafted {
    /// Turns the placeholders of a text into parameters.
    pub(super) fn new(text: &str, style: Option<Placeholder>) -> Self {
        let mut drafted = Self::default();
        if let Some(style) = style {
            drafted.replace(text, style);
            for other in Placeholder::ALL.iter().filter(|other| **other > style) {
                let Some((place, name)) = other.find(text).next() else { continue };
                let is_quoted = *other == Placeholder::Backtick;
                let mark = if is_quoted { name } else { text.get(place).unwrap_or_default() };
                drafted.notes.push(format!(
                    "`{mark}` stays as it is, because the page marks parameters by {}",
                    style.in_words()
                ));
            }
        } else {
            text.clone_into(&mut drafted.text);
        }
        drafted.join_touching();
        if let Ok(template) = Template::parse(&drafted.text) {
            for name in template.parameters() {
                if !drafted.params.iter().any(|known| known == name) {
                    drafted.params.push(name.to_owned());
                }
            }
        }
        drafted
    }

    fn replace(&mut self, text: &str, style: Placeholder) {
        let mut end = 0;
        for (number, (place, name)) in style.find(text).enumerate() {
            self.text.push_str(text.get(end..place.start).unwrap_or_default());
            end = place.end;
            // Each placeholder without a name is another parameter.
            let name = identifier(name).unwrap_or_else(|| match number {
                0 => "value".to_owned(),
                _ => format!("value{}", number + 1),
            });
            let is_code = style == Placeholder::Backtick;
            let mark = if is_code { format!("`<{name}>`") } else { format!("<{name}>") };
            self.text.push_str(&mark);
        }
        self.text.push_str(text.get(end..).unwrap_or_default());
    }

    /// Makes one parameter of those that touch, because no reader could tell them apart.
    fn join_touching(&mut self) {
        let text =
            |found: &Captures<'_>| found.get(0).map_or("", |found| found.as_str()).to_owned();
        let join = |found: &Captures<'_>| text(found).replace("><", "_");
        if let Cow::Owned(joined) = TOUCHING.replace_all(&self.text, join) {
            self.notes.push(format!("placeholders of `{joined}` touch, so they became one"));
            self.text = joined;
        }
    }
}

/// Returns the name of a parameter: ASCII letters, digits and underscores.
fn identifier(name: &str) -> Option<String> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    let shouts = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let name = if shouts { name.to_ascii_lowercase() } else { name };
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

/// Returns the type of a parameter, as far as its name says.
pub(crate) fn param_type(name: &str) -> &'static str {
    let field = names::field_name(name).unwrap_or_default();
    let field = field.strip_suffix("_name").unwrap_or(&field);
    if field.rsplit('_').next() == Some("domain") { "domain" } else { "string" }
}
