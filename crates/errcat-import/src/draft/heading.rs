//! Reads a heading for the codes below it.

use errcat::Outcome;

use super::kebab;

/// A heading, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// The id of the group.
    pub(super) id: String,
    /// The heading without its codes.
    pub(super) title: String,
    pub(super) range: Option<(u32, u32)>,
}

/// Reads `22xx: Invalid Requests`, `Lifecycle (E_001–E_005)`, or a heading as it is.
pub(super) fn parse<'c>(
    text: &str,
    mut codes: impl Iterator<Item = &'c str> + Clone,
    are_numbers: bool,
) -> Heading {
    let (class, title) = class(text).map_or((None, text), |(class, rest)| (Some(class), rest));
    let first = codes.clone().next();
    let title = first.and_then(|first| without_codes(title, first)).unwrap_or(title).trim();
    let title = if title.is_empty() { text.trim() } else { title };
    let range = class.and_then(range).filter(|(first, last)| {
        let lies = |code: &str| code.parse().is_ok_and(|code| (*first..=*last).contains(&code));
        are_numbers && codes.all(lies)
    });
    let id = class.map_or_else(|| kebab(title), str::to_owned);
    let id = if id.is_empty() { "codes".to_owned() } else { id };
    Heading { id, title: title.to_owned(), range }
}

/// Splits a heading into the class at its beginning, such as `22xx`, and the rest.
fn class(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let crosses = text.bytes().skip(digits).take_while(|byte| *byte == b'x').count();
    let (class, rest) = text.split_at_checked(digits + crosses)?;
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":-–—".contains(c));
    (digits > 0 && crosses > 0 && ends).then_some((class, rest))
}

/// Returns the first and the last number of a class.
fn range(class: &str) -> Option<(u32, u32)> {
    let stem = class.trim_end_matches('x');
    let crosses = u32::try_from(class.len() - stem.len()).ok()?;
    let size = 10_u32.checked_pow(crosses)?;
    let first = stem.parse::<u32>().ok()?.checked_mul(size)?;
    Some((first, first.checked_add(size - 1)?))
}

/// Returns the heading before the first code, if only a range of codes follows.
fn without_codes<'t>(title: &'t str, first: &str) -> Option<&'t str> {
    let (before, after) = title.rsplit_once(first)?;
    let is_of_range = |c: char| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || c.is_whitespace() || "_-–—…()".contains(c)
    };
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "(:-–—".contains(c));
    (after.chars().all(is_of_range) && !before.is_empty()).then_some(before)
}

/// Returns the outcome of the codes below a heading, as far as it says.
pub(super) fn outcome(title: &str) -> Outcome {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let is_failure = has(&["error", "errors", "failure", "failures", "failed", "invalid"]);
    if !is_failure && has(&["success", "successful"]) {
        Outcome::Success
    } else if !is_failure && has(&["notification", "notifications"]) {
        Outcome::Notification
    } else {
        Outcome::Failure
    }
}
