//! JSON Pointers of envelopes.

/// Returns whether a text is a JSON Pointer (RFC 6901): empty, or tokens that each begin with `/`
/// and contain `~` only as `~0` or `~1`.
pub(crate) fn is_json_pointer(text: &str) -> bool {
    let mut pieces = text.split('~');
    let begins = text.is_empty() || text.starts_with('/');
    pieces.next();
    begins && pieces.all(|piece| piece.starts_with(['0', '1']))
}

/// Returns the tokens of a JSON Pointer.
pub(crate) fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
}
