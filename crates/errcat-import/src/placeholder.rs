//! The parameters of a provider's text, however the provider writes them.

mod find;

use errcat_model::{Template, TemplateError, names};

use find::{Found, between, brace, is_name, is_phrase, is_shouted, percent};

/// How a page marks the places of values in its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Placeholder {
    /// `<domainName>`, as catalogs write them too.
    Angle,
    /// `{domain}`, `{{domain}}`, `${domain}`, `{0}`.
    Brace,
    /// `%s`, `%d`, `%1$s`, `%(domain)s`.
    Percent,
    /// `[LIMIT]`, in capitals.
    Bracket,
    /// A name in back-ticks.
    Backtick,
}

impl Placeholder {
    /// All ways, surest first.
    pub const ALL: [Self; 5] =
        [Self::Angle, Self::Brace, Self::Percent, Self::Bracket, Self::Backtick];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Angle => "angle",
            Self::Brace => "brace",
            Self::Percent => "percent",
            Self::Bracket => "bracket",
            Self::Backtick => "backtick",
        }
    }

    /// What a page writes, for a person.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Angle => "`<name>`",
            Self::Brace => "`{name}`",
            Self::Percent => "`%s`",
            Self::Bracket => "`[NAME]`",
            Self::Backtick => "names in back-ticks",
        }
    }

    /// The way that a page has: the surest one that occurs. What looks like a less sure one is
    /// text then, such as the name in back-ticks in ``Missing `siteId` for <site>``.
    pub(crate) fn of(texts: &[&str]) -> Option<Self> {
        let occurs = |style: &Self| texts.iter().any(|text| style.find(text).is_some());
        Self::ALL.into_iter().find(occurs)
    }

    /// The first placeholder of a text.
    fn find(self, text: &str) -> Option<Found<'_>> {
        match self {
            Self::Angle => between(text, "<", ">").filter(|found| is_phrase(found.name)),
            Self::Brace => brace(text),
            Self::Percent => percent(text),
            Self::Bracket => between(text, "[", "]").filter(|found| is_shouted(found.name)),
            Self::Backtick => between(text, "`", "`").filter(|found| is_name(found.name)),
        }
    }
}

/// A text as a template of a catalog, with the parameters that it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Drafted {
    pub(crate) text: String,
    /// Names, each once, in their order.
    pub(crate) params: Vec<String>,
    /// What the author should look at.
    pub(crate) notes: Vec<String>,
}

/// Turns the placeholders of a text into parameters. `names` are those of its parameters where a
/// placeholder has none.
pub(crate) fn draft(text: &str, style: Option<Placeholder>, names: &[String]) -> Drafted {
    let literal = Drafted { text: text.to_owned(), ..Drafted::default() };
    let mut drafted = match style {
        Some(style) => replace(text, style, names),
        None => literal.clone(),
    };
    if let Err(error) = Template::parse(&drafted.text) {
        // Touching placeholders: literal where that is possible, one parameter where not.
        let note = format!("`{text}` keeps its placeholders: {error}");
        drafted = Drafted { notes: vec![note], ..literal };
        if Template::parse(text).is_err() {
            drafted = Drafted {
                text: joined(text),
                params: Vec::new(),
                notes: vec![format!("placeholders of `{text}` touch, so they are one parameter")],
            };
        }
    }
    params_of(&mut drafted);
    let is_less_sure = |other: &&Placeholder| style.is_some_and(|style| **other > style);
    for other in Placeholder::ALL.iter().filter(is_less_sure) {
        if let Some(Found { start, end, name }) = other.find(text) {
            let is_quoted = *other == Placeholder::Backtick;
            let mark = if is_quoted { name } else { text.get(start..end).unwrap_or_default() };
            let style = style.map_or("", Placeholder::description);
            drafted.notes.push(format!(
                "`{mark}` stays as it is, because the page marks parameters by {style}"
            ));
        }
    }
    drafted
}

/// Declares every parameter that a template has, once; names that become one field are told apart.
fn params_of(drafted: &mut Drafted) {
    let Ok(template) = Template::parse(&drafted.text) else { return };
    let mut fields: Vec<String> = Vec::new();
    let mut params: Vec<String> = Vec::new();
    for name in template.parameters() {
        let field = names::field_name(name).unwrap_or_default();
        let known = params.iter().any(|known| known == name);
        if !known && fields.contains(&field) {
            drafted.notes.push(format!("`<{name}>` becomes the same field as another parameter"));
        }
        if !known {
            fields.push(field);
            params.push(name.to_owned());
        }
    }
    drafted.params = params;
}

fn replace(text: &str, style: Placeholder, names: &[String]) -> Drafted {
    let mut drafted = Drafted::default();
    let mut given: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    while let Some(found) = style.find(rest) {
        let (Some(before), Some(after)) = (rest.get(..found.start), rest.get(found.end..)) else {
            break;
        };
        drafted.text.push_str(before);
        let number = given.len();
        let name = match identifier(found.name) {
            Some(name) => name,
            None => names.get(number).and_then(|name| identifier(name)).unwrap_or_else(|| {
                if number == 0 { "value".to_owned() } else { format!("value{}", number + 1) }
            }),
        };
        // Without a name of its own, each placeholder is another parameter.
        given.push((found.name.to_owned(), name.clone()));
        let code = style == Placeholder::Backtick;
        let mark = if code { format!("`<{name}>`") } else { format!("<{name}>") };
        let written = rest.get(found.start..found.end).unwrap_or_default();
        if written != mark {
            drafted.notes.push(format!("`{written}` became `<{name}>`"));
        }
        drafted.text.push_str(&mark);
        rest = after;
    }
    drafted.text.push_str(rest);
    drafted
}

/// Text with parameters that touch written as one.
fn joined(text: &str) -> String {
    let mut text = text.to_owned();
    while let Err(TemplateError::Touching(first, second)) = Template::parse(&text) {
        let (from, to) = (format!("<{first}><{second}>"), format!("<{first}_{second}>"));
        text = text.replacen(&from, &to, 1);
    }
    text
}

/// What a placeholder is called in a template: ASCII letters, digits and underscores.
fn identifier(name: &str) -> Option<String> {
    let words: Vec<&str> = name
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
        .collect();
    let name = words.join("_");
    let shouts = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let name = if shouts { name.to_ascii_lowercase() } else { name };
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

/// The type of a parameter, as far as its name tells.
pub(crate) fn param_type(name: &str) -> &'static str {
    let field = names::field_name(name).unwrap_or_default();
    let words: Vec<&str> = field.split('_').collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    match words.as_slice() {
        [.., "domain" | "fqdn" | "hostname"] | ["domain", "name"] | [.., "domain", "name"] => {
            "domain"
        }
        _ if has(&["guid", "uuid"]) => "guid",
        _ if has(&["limit", "count", "max", "min", "maximum", "minimum", "port", "seconds"])
            || has(&["minutes", "hours", "days", "years", "attempts", "length"]) =>
        {
            "integer"
        }
        _ => "string",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafted(text: &str) -> (String, Vec<String>) {
        let drafted = draft(text, Placeholder::of(&[text]), &[]);
        (drafted.text, drafted.params)
    }

    #[test]
    fn placeholders_become_parameters() {
        for (text, expected, params) in [
            (
                "Domain `<domainName>` is taken",
                "Domain `<domainName>` is taken",
                &["domainName"][..],
            ),
            ("Domain <domain name> is taken", "Domain <domain_name> is taken", &["domain_name"]),
            ("Domain {domain} is {{state}}", "Domain <domain> is <state>", &["domain", "state"]),
            ("At most ${LIMIT}.", "At most <limit>.", &["limit"]),
            ("{0} of {1}", "<value> of <value2>", &["value", "value2"]),
            ("%s is not %d%%", "<value> is not <value2>%%", &["value", "value2"]),
            ("%(name)s and %2$s", "<name> and <value2>", &["name", "value2"]),
            ("100% of 5% down", "100% of 5% down", &[]),
            (
                "Limit [LIMIT] of [DAILY MAX]",
                "Limit <limit> of <daily_max>",
                &["limit", "daily_max"],
            ),
            ("Range [0-9] is [do,re]", "Range [0-9] is [do,re]", &[]),
            ("Field `name` is `A b`", "Field `<name>` is `A b`", &["name"]),
            ("Missing `siteId` for `<as>`.", "Missing `siteId` for `<as>`.", &["as"]),
            ("a < b, <1>, <>", "a < b, <1>, <>", &[]),
        ] {
            let params = params.iter().map(|param| (*param).to_owned()).collect();
            assert_eq!(drafted(text), (expected.to_owned(), params), "{text}");
        }
    }

    #[test]
    fn touching_placeholders_stay_as_they_are_where_they_can() {
        let braces = draft("{a}{b}", Some(Placeholder::Brace), &[]);
        assert_eq!((braces.text.as_str(), braces.params.len()), ("{a}{b}", 0));
        assert_eq!(braces.notes.len(), 1);
        let angles = draft("<a><b><c>", Some(Placeholder::Angle), &[]);
        assert_eq!((angles.text.as_str(), angles.params.len()), ("<a_b_c>", 1));
    }

    #[test]
    fn a_column_of_parameters_names_them() {
        let names = ["domainName".to_owned(), "limit".to_owned()];
        let drafted = draft("%s has %d", Some(Placeholder::Percent), &names);
        assert_eq!(drafted.text, "<domainName> has <limit>");
    }

    #[test]
    fn types_follow_names() {
        for (name, kind) in [
            ("domainName", "domain"),
            ("domain", "domain"),
            ("targetDomain", "domain"),
            ("domainId", "string"),
            ("siteGuid", "guid"),
            ("maxLength", "integer"),
            ("accountId", "string"),
        ] {
            assert_eq!(param_type(name), kind, "{name}");
        }
    }
}
