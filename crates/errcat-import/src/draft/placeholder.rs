//! The parameters of a provider's text, `<name>` or `{name}`.

use std::borrow::Cow;
use std::sync::LazyLock;

use errcat_model::{Template, names};
use regex::{Captures, Regex};

/// `<domainName>`, as in catalogs; `{domain}`, `{{domain}}`, `${domain}` or `{0}`. The first group
/// that matches is the name.
static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    const NAME: &str = "[A-Za-z][A-Za-z0-9_. -]{0,59}";
    let braced = format!(" *({NAME}|[0-9]*) *");
    regex(&format!(r"<({NAME})>|\$?(?:\{{\{{{braced}\}}\}}|\{{{braced}\}})"))
});

/// Parameters with nothing between them.
static TOUCHING: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:<[A-Za-z][A-Za-z0-9_]*>){2,}"));

#[expect(clippy::expect_used, reason = "the patterns are constants, and every test compiles them")]
fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a valid pattern")
}

/// A text as a template of a catalog, with its parameters.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafted {
    pub(super) text: String,
    /// The names, each once, in their order.
    pub(super) params: Vec<String>,
    /// Something the author should check.
    pub(super) note: Option<String>,
}

impl Drafted {
    /// Turns the placeholders of a text into parameters.
    pub(super) fn new(text: &str) -> Self {
        let mut number = 0;
        let text = PLACEHOLDER.replace_all(text, |found: &Captures<'_>| {
            number += 1;
            let name = found.iter().skip(1).flatten().next().map_or("", |name| name.as_str());
            // Each placeholder without a name is another parameter.
            let name = identifier(name).unwrap_or_else(|| match number {
                1 => "value".to_owned(),
                _ => format!("value{number}"),
            });
            format!("<{name}>")
        });
        let mut drafted = Self { text: text.into_owned(), ..Self::default() };
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

    /// Makes one parameter of those that touch, because no reader could tell them apart.
    fn join_touching(&mut self) {
        let join = |found: &Captures<'_>| {
            found.get(0).map_or("", |found| found.as_str()).replace("><", "_")
        };
        if let Cow::Owned(joined) = TOUCHING.replace_all(&self.text, join) {
            self.note = Some(format!("placeholders of `{joined}` touch, so they became one"));
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
