//! The parameters of a provider's text, however the provider writes them.

use errcat_model::{Template, TemplateError, names};

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
    pub const fn in_words(self) -> &'static str {
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

/// A placeholder: where it is, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found<'t> {
    start: usize,
    end: usize,
    name: &'t str,
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

/// The first place between two marks where they hold a short text.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<Found<'t>> {
    const LONGEST: usize = 60;
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(open) {
        let start = from + at;
        let inside = start + open.len();
        let rest = text.get(inside..)?;
        if let Some(length) = rest.find(close)
            && (1..=LONGEST).contains(&length)
            && let Some(name) = rest.get(..length)
            && !name.contains(open)
            && fits(open, name)
        {
            return Some(Found { start, end: inside + length + close.len(), name });
        }
        // Back-ticks come in pairs: what stands between two pairs is no name.
        let behind = rest.find(close).filter(|_| open == close);
        from = inside + behind.map_or(0, |length| length + close.len());
    }
    None
}

/// What can be a name between these marks.
fn fits(open: &str, name: &str) -> bool {
    match open {
        "<" => is_phrase(name),
        "[" => is_shouted(name),
        "`" => is_name(name),
        _ => true,
    }
}

/// A word, or several with spaces or dashes between them.
fn is_phrase(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_- .".contains(&byte))
}

fn is_shouted(name: &str) -> bool {
    is_phrase(name) && name.len() > 1 && !name.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// A name as programs write it: small first, without spaces.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn brace(text: &str) -> Option<Found<'_>> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('{') {
        let open = from + at;
        let double = text.get(open..)?.starts_with("{{");
        let (inside, close) = if double { (open + 2, "}}") } else { (open + 1, "}") };
        let rest = text.get(inside..)?;
        if let Some(length) = rest.find(close) {
            let name = rest.get(..length)?.trim();
            let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            if name.is_empty() || is_number || name.len() <= 60 && is_phrase(name) {
                let dollar = text.get(..open)?.ends_with('$');
                let start = open - usize::from(dollar);
                return Some(Found { start, end: inside + length + close.len(), name });
            }
        }
        from = inside;
    }
    None
}

/// `%s`, `%d`, `%1$s`, `%(name)s`, as `printf` knows them; `100%` and `5% down` are none.
fn percent(text: &str) -> Option<Found<'_>> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('%') {
        let start = from + at;
        let mut inside = start + 1;
        let mut name = "";
        let rest = text.get(inside..)?;
        if let Some((named, _)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            name = named;
            inside += named.len() + 2;
        } else if let Some((digits, _)) = rest.split_once('$')
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
        {
            inside += digits.len() + 1;
        }
        let kind = text.get(inside..)?.chars().next();
        let behind = text.get(inside..)?.chars().nth(1);
        let ends = behind.is_none_or(|c| !c.is_alphanumeric());
        if matches!(kind, Some('s' | 'd' | 'i' | 'u' | 'v' | 'f')) && ends {
            return Some(Found { start, end: inside + 1, name });
        }
        from = start + 1;
    }
    None
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
