use core::fmt::{self, Write as _};

/// The address of an entry in the reference pages of a catalog, such as
/// `https://example.com/errors/#wapi-3201`. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DocsUrl {
    base: &'static str,
    anchor: Anchor<'static>,
}

impl DocsUrl {
    pub(crate) const fn new(base: &'static str, anchor: Anchor<'static>) -> Self {
        Self { base, anchor }
    }

    /// What stands behind the `#`.
    pub const fn anchor(&self) -> Anchor<'static> {
        self.anchor
    }
}

impl fmt::Display for DocsUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.base, self.anchor)
    }
}

/// The name of an entry in the reference pages of a catalog: `wapi-3201`.
///
/// Whoever links to the pages and whoever writes them ask the same type, so that links lead
/// somewhere.
///
/// # Examples
///
/// ```
/// use errcat::Anchor;
///
/// assert_eq!(Anchor::of_code("wapi", "3201").to_string(), "wapi-3201");
/// assert_eq!(Anchor::of_code("wix", "Invalid domain").to_string(), "wix-invalid-domain");
/// assert_eq!(Anchor::of_code("acme", "a+b").to_string(), "acme-a-x2b-b");
/// assert_eq!(Anchor::of_case("wix", "DomainRestricted").to_string(), "wix-domain-restricted");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Anchor<'a> {
    catalog: &'a str,
    text: &'a str,
    is_case: bool,
}

impl<'a> Anchor<'a> {
    /// The entry of a code, from what it is on the wire.
    pub const fn of_code(catalog: &'a str, code: &'a str) -> Self {
        Self { catalog, text: code, is_case: false }
    }

    /// The entry of one of several cases, from its Rust name.
    pub const fn of_case(catalog: &'a str, name: &'a str) -> Self {
        Self { catalog, text: name, is_case: true }
    }
}

/// Letters in lower case and digits, with a hyphen between words. Any other character but those
/// that part words is a word with its number, so that codes that differ in them have addresses that
/// differ.
impl fmt::Display for Anchor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.catalog)?;
        if self.is_case {
            return Kebab(self.text).fmt(f);
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

/// A Rust name with a hyphen between words.
pub(crate) struct Kebab<'a>(pub(crate) &'a str);

impl fmt::Display for Kebab<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, letter) in self.0.chars().enumerate() {
            if index > 0 && letter.is_ascii_uppercase() {
                f.write_char('-')?;
            }
            f.write_char(letter.to_ascii_lowercase())?;
        }
        Ok(())
    }
}

/// A Rust name as words: `DomainInQuarantine` is `Domain in quarantine`.
#[cfg(feature = "problem")]
pub(crate) struct Words(pub(crate) &'static str);

#[cfg(feature = "problem")]
impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, letter) in self.0.chars().enumerate() {
            if index > 0 && letter.is_ascii_uppercase() {
                write!(f, " {}", letter.to_ascii_lowercase())?;
            } else {
                f.write_char(letter)?;
            }
        }
        Ok(())
    }
}
