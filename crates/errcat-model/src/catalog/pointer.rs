//! JSON Pointers of envelopes.

/// Bodies are not that deep, and reading one costs a step for each token.
const MAX_TOKENS: usize = 32;

/// Returns the reason why a text is no pointer that an envelope can have, with advice. A JSON Pointer
/// (RFC 6901) is empty, or tokens that each begin with `/` and contain `~` only as `~0` or `~1`.
pub(crate) fn pointer_error(text: &str) -> Option<(String, &'static str)> {
    let mut pieces = text.split('~');
    let begins = text.is_empty() || text.starts_with('/');
    pieces.next();
    if !begins || !pieces.all(|piece| piece.starts_with(['0', '1'])) {
        let help = "begin it with `/`, and write `~1` for a `/` and `~0` for a `~` in a name";
        return Some(("is not a JSON Pointer".to_owned(), help));
    }
    let is_deep = text.split('/').nth(MAX_TOKENS + 1).is_some();
    let help = "name a value that is less deep in the body";
    is_deep.then(|| (format!("has more than {MAX_TOKENS} tokens"), help))
}

/// Returns the tokens of a JSON Pointer.
pub(crate) fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}
