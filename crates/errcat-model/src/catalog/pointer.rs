//! JSON Pointers and namespaces of envelopes.

use super::BodyFormat;

/// Bodies are not that deep, and reading one costs a step for each token.
const MAX_TOKENS: usize = 32;

/// A reason why a text cannot be used, to put after it, with advice.
type Unusable = (String, &'static str);

/// Returns the reason why a text is no pointer that an envelope can have. A JSON Pointer (RFC 6901) is
/// empty, or tokens that each begin with `/` and contain `~` only as `~0` or `~1`.
pub(crate) fn pointer_error(text: &str, format: BodyFormat) -> Option<Unusable> {
    let mut pieces = text.split('~');
    let begins = text.is_empty() || text.starts_with('/');
    pieces.next();
    if !begins || !pieces.all(|piece| piece.starts_with(['0', '1'])) {
        let help = "begin it with `/`, and write `~1` for a `/` and `~0` for a `~` in a name";
        return Some(("is not a JSON Pointer".to_owned(), help));
    }
    if format == BodyFormat::Xml && text.contains(':') {
        let help = "write the name without a prefix, and the namespace of the root as `namespace`";
        return Some(("has a prefix, which each sender chooses".to_owned(), help));
    }
    let tokens = || text.split('/').skip(1);
    if tokens().any(|token| token == "*") {
        let help = "name a list of errors with `each`, and a list of fields with `violations`";
        return Some(("has a `*`, which no pointer can have".to_owned(), help));
    }
    let is_name = |token: &str| {
        let name = token.strip_prefix('@').unwrap_or(token);
        let is_part = |one: char| one.is_alphanumeric() || "_-.".contains(one) || !one.is_ascii();
        name.chars().all(is_part)
            && !name.starts_with(|one: char| "-.".contains(one) || one.is_ascii_digit())
            && !name.is_empty()
    };
    if format == BodyFormat::Xml && !tokens().all(is_name) {
        let help = "write the name of an element, or of an attribute after `@`, after each `/`";
        return Some(("has a name that XML cannot have".to_owned(), help));
    }
    let mut attributes = tokens().skip_while(|token| !token.starts_with('@'));
    if format == BodyFormat::Xml && attributes.nth(1).is_some() {
        let help = "end it with the attribute, which has nothing inside";
        return Some(("goes on after an attribute".to_owned(), help));
    }
    let is_deep = text.split('/').nth(MAX_TOKENS + 1).is_some();
    let help = "name a value that is less deep in the body";
    is_deep.then(|| (format!("has more than {MAX_TOKENS} tokens"), help))
}

/// Returns the reason why a text is no name of a header.
pub(crate) fn header_error(text: &str) -> Option<Unusable> {
    let is_part =
        |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(letter);
    let help = "write the name alone, such as `x-request-id`";
    (!text.chars().all(is_part)).then(|| ("is not the name of a header".to_owned(), help))
}

/// Returns the reason why a text is no namespace that an envelope can have.
pub(crate) fn namespace_error(text: &str, format: BodyFormat) -> Option<Unusable> {
    if format != BodyFormat::Xml {
        let help = "remove it, or write `format: xml`";
        return Some(("is a namespace, which only XML has".to_owned(), help));
    }
    let is_part = |letter: char| letter.is_ascii_graphic() && !r#""<>\^`{|}"#.contains(letter);
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|one| one.is_ascii_alphanumeric() || "+-.".contains(one))
    };
    let parts = text.split_once(':').filter(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty());
    let is_uri = parts.is_some() && text.chars().all(is_part);
    let help = "write the value of `xmlns` in a response, such as `urn:example:api`";
    (!is_uri).then(|| ("is not a URI".to_owned(), help))
}

/// Returns the tokens of a JSON Pointer.
pub(crate) fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}
