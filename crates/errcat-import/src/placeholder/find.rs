//! Where placeholders are in a text.

/// A placeholder: where it is, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) name: &'t str,
}

/// The first place between two marks where they hold a short text.
pub(super) fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<Found<'t>> {
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
pub(super) fn is_phrase(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_- .".contains(&byte))
}

pub(super) fn is_shouted(name: &str) -> bool {
    is_phrase(name) && name.len() > 1 && !name.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// A name as programs write it: small first, without spaces.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn brace(text: &str) -> Option<Found<'_>> {
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
pub(super) fn percent(text: &str) -> Option<Found<'_>> {
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
