use core::fmt;

use super::language::preferred;

/// A sentence for the customer of a service, who knows nothing about APIs.
///
/// It names no provider, code or field. It says what the customer can do, or that the service looks
/// into it and whether to try again.
///
/// # Examples
///
/// ```
/// use errcat::{Audience, ErrorFacts};
///
/// /// Returns the paragraph for a page, in a language that the browser asked for.
/// fn paragraph(error: &dyn ErrorFacts, accept_language: &str) -> String {
///     let tell = error.reply(Audience::Client).tell(accept_language);
///     format!("<p lang=\"{}\">{tell}</p>", tell.language)
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Tell {
    /// The sentence.
    pub text: &'static str,
    /// The primary tag of its language, such as `en`.
    pub language: &'static str,
}

/// A sentence in each language that it has, first in English.
pub type Sentences = &'static [Tell];

impl Tell {
    #[doc(hidden)]
    pub const fn new(language: &'static str, text: &'static str) -> Self {
        Self { text, language }
    }

    /// Returns the sentence in the language that a header prefers, or else in English.
    pub(crate) fn choose(sentences: Sentences, accept_language: &str) -> Self {
        let tell = preferred(accept_language, sentences, |tell| tell.language);
        tell.copied().unwrap_or(Self::new("en", ""))
    }
}

/// Writes the sentence.
impl fmt::Display for Tell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}
