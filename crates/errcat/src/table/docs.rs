use core::fmt::{self, Write as _};

/// The address of an entry in the reference pages of a catalog, such as
/// `https://example.com/errors/#wapi-3201`. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DocsUrl {
    pub(super) base: &'static str,
    pub(super) anchor: Anchor<'static>,
}

impl DocsUrl {
    /// Returns the part after the `#`.
    pub const fn anchor(&self) -> Anchor<'static> {
        self.anchor
    }
}

impl fmt::Display for DocsUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.base, self.anchor)
    }
}

/// The name of an entry in the reference pages of a catalog, such as `wapi-3201`.
///
/// Both the pages and the links to them use this type, so that links lead somewhere.
///
/// # Examples
///
/// ```
/// use errcat::rt::Anchor;
///
/// assert_eq!(Anchor::from_code("wapi", "3201").to_string(), "wapi-3201");
/// assert_eq!(Anchor::from_code("wix", "Invalid domain").to_string(), "wix-invalid-domain");
/// assert_eq!(Anchor::from_code("acme", "a+b").to_string(), "acme-a-x2b-b");
/// assert_eq!(Anchor::from_case("wix", "DomainRestricted").to_string(), "wix-domain-restricted");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchor<'a> {
    catalog: &'a str,
    text: &'a str,
    is_case: bool,
}

impl<'a> Anchor<'a> {
    /// Names the entry of a code, from the code on the wire.
    pub const fn from_code(catalog: &'a str, code: &'a str) -> Self {
        Self { catalog, text: code, is_case: false }
    }

    /// Names the entry of one of several cases, from its Rust name.
    pub const fn from_case(catalog: &'a str, name: &'a str) -> Self {
        Self { catalog, text: name, is_case: true }
    }
}

/// Writes letters in lower case and digits, with a hyphen between words. Any other character that
/// does not separate words becomes a word with its number, so that codes which differ in it have
/// different addresses.
impl fmt::Display for Anchor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.catalog)?;
        if self.is_case {
            return write!(f, "{}", kebab(self.text));
        }
        // Whether a hyphen is due before the next letter.
        let (mut has_words, mut is_inside) = (false, false);
        for letter in self.text.chars() {
            let is_plain = letter.is_ascii_alphanumeric();
            if !is_plain && matches!(letter, ' ' | '_' | '-' | '.') {
                is_inside = false;
                continue;
            }
            if has_words && !(is_inside && is_plain) {
                f.write_char('-')?;
            }
            if is_plain {
                f.write_char(letter.to_ascii_lowercase())?;
            } else {
                write!(f, "x{:x}", u32::from(letter))?;
            }
            (has_words, is_inside) = (true, is_plain);
        }
        Ok(())
    }
}

/// A Rust name such as `DomainInQuarantine`, spelled with something between its words.
struct Spelled<'a> {
    name: &'a str,
    separator: char,
    /// Returns a letter as it is spelled, from its index.
    letter: fn(usize, char) -> char,
}

impl fmt::Display for Spelled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, letter) in self.name.chars().enumerate() {
            if index > 0 && letter.is_ascii_uppercase() {
                f.write_char(self.separator)?;
            }
            f.write_char((self.letter)(index, letter))?;
        }
        Ok(())
    }
}

/// Spells a Rust name as an id: `domain-in-quarantine`.
pub(crate) fn kebab(name: &str) -> impl fmt::Display {
    Spelled { name, separator: '-', letter: |_, letter| letter.to_ascii_lowercase() }
}

/// Spells a Rust name as a title: `Domain in quarantine`.
#[cfg(feature = "problem")]
pub(crate) fn title(name: &str) -> impl fmt::Display {
    let letter =
        |index, letter: char| if index == 0 { letter } else { letter.to_ascii_lowercase() };
    Spelled { name, separator: ' ', letter }
}

/// Spells a Rust name as a constant: `DOMAIN_IN_QUARANTINE`.
#[cfg(feature = "tonic")]
pub(crate) fn upper_snake(name: &str) -> impl fmt::Display {
    Spelled { name, separator: '_', letter: |_, letter| letter.to_ascii_uppercase() }
}
