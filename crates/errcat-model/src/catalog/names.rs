//! Names of generated Rust. Public for the import, which proposes names, but not part of the API.

use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};

/// Variants that every generated error type has besides its cases.
pub const RESERVED_CASES: &[&str] = &["Validation", "System", "Unrecognized"];

/// Returns the Rust name of a code or case, such as `DomainNotFound` for `DOMAIN_NOT_FOUND`, if
/// the text has a letter or digit that Rust accepts.
pub fn type_name(text: &str) -> Option<String> {
    let name = ascii_words(text).to_upper_camel_case();
    match name.chars().next()? {
        '0'..='9' => Some(format!("Code{name}")),
        // The one keyword that looks like a type name.
        _ if name == "Self" => Some("SelfCode".to_owned()),
        _ => Some(name),
    }
}

/// Returns the Rust field for a parameter, such as `domain_name` for `domainName`.
pub fn field_name(text: &str) -> Option<String> {
    let name = ascii_words(text).to_snake_case();
    match name.chars().next()? {
        '0'..='9' => Some(format!("param_{name}")),
        _ if KEYWORDS.contains(&name.as_str()) => Some(format!("{name}_")),
        _ => Some(name),
    }
}

/// Words that cannot name a module or field in some edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns the Rust module of a catalog, such as `acme_domains` for `acme-domains`.
pub(crate) fn module_name(id: &str) -> String {
    let name = ascii_words(id).to_snake_case();
    match name.chars().next() {
        None | Some('0'..='9') => format!("catalog_{name}"),
        _ if KEYWORDS.contains(&name.as_str()) => format!("{name}_"),
        _ => name,
    }
}

/// Returns the id of the only case of a code, such as `domain-not-found` for `DomainNotFound`.
pub fn case_id(type_name: &str) -> String {
    type_name.to_kebab_case()
}

/// Returns whether a text is a lower-case id such as `domain-restricted` or `22xx`.
pub fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Returns whether a text is the id of a meaning: kebab-case words with dots between them.
pub(crate) fn is_dotted_kebab(text: &str) -> bool {
    text.split('.').all(is_kebab)
}

/// Returns whether a text can name a variant.
#[cfg(feature = "tools")]
pub(crate) fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name != "Self"
}

/// Returns whether a text can name a field or module.
#[cfg(feature = "tools")]
pub(crate) fn is_field_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !KEYWORDS.contains(&name)
}

/// Removes apostrophes (`isn't` is one word); everything else that is not ASCII separates words.
fn ascii_words(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect()
}
