use core::fmt;
use core::str::FromStr;

use crate::InvalidValue;
use crate::facts::Fact;
use crate::facts::invalid::one_of;

const WORDS: &[&str] = &["never", "after-fix", "later", "query"];

/// Advice on sending a request again after its answer.
///
/// Written as `never`, `after-fix`, `later`, `later 300s` or `query`.
///
/// # Examples
///
/// ```
/// use errcat::Retry;
///
/// let wait = Retry::Later { after_seconds: Some(300) };
/// assert_eq!(wait.to_string(), "later 300s");
/// assert_eq!("later 300s".parse(), Ok(wait));
/// assert!(wait.may_resend());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retry {
    /// Sending it again gives the same answer.
    Never,
    /// The request may be sent again once its cause has been fixed.
    AfterFix,
    /// The same request may succeed later.
    Later {
        /// The shortest wait that the provider asks for, if it is known.
        after_seconds: Option<u32>,
    },
    /// Sending the request again may carry it out twice: look up its result instead.
    Query,
}

impl Retry {
    /// The first words of all values.
    pub const WORDS: &'static [&'static str] = WORDS;

    /// Returns the first word of the written form, without a delay.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterFix => "after-fix",
            Self::Later { .. } => "later",
            Self::Query => "query",
        }
    }

    /// Returns whether the unchanged request may be sent again although nobody has fixed anything.
    ///
    /// A request that orders or pays may have been carried out before it failed: the guidance of
    /// its code says how to find out first.
    pub const fn may_resend(self) -> bool {
        matches!(self, Self::Later { .. })
    }

    /// Returns the advice as a clause for people.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// assert_eq!(Retry::AfterFix.description().to_string(), "send it again once the cause is fixed");
    /// let later = Retry::Later { after_seconds: Some(300) };
    /// assert_eq!(later.description().to_string(), "the same request may succeed after 300 seconds or more");
    /// ```
    pub const fn description(self) -> impl fmt::Display {
        Description(self)
    }
}

impl Fact for Retry {
    const LABEL: &'static str = "retry";
    const EXPLAINED: &'static [Self] = &[
        Self::Never,
        Self::AfterFix,
        Self::Later { after_seconds: None },
        Self::Later { after_seconds: Some(0) },
        Self::Query,
    ];

    fn explanation(self) -> Option<impl fmt::Display> {
        Some(self.description())
    }
}

struct Description(Retry);

impl fmt::Display for Description {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Retry::Never => "sending it again gives the same answer",
            Retry::AfterFix => "send it again once the cause is fixed",
            Retry::Query => "never send it again, ask for its result",
            Retry::Later { after_seconds: None } => "the same request may succeed later",
            Retry::Later { after_seconds: Some(seconds) } => {
                return write!(f, "the same request may succeed after {seconds} seconds or more");
            }
        })
    }
}

impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later { after_seconds: Some(seconds) } => write!(f, "later {seconds}s"),
            other => f.pad(other.word()),
        }
    }
}

impl FromStr for Retry {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        let unknown = one_of(WORDS);
        match text {
            "never" => Ok(Self::Never),
            "after-fix" => Ok(Self::AfterFix),
            "query" => Ok(Self::Query),
            "later" => Ok(Self::Later { after_seconds: None }),
            _ => {
                let seconds = text.strip_prefix("later ").and_then(|rest| rest.strip_suffix('s'));
                let seconds = seconds.and_then(|digits| digits.parse().ok()).ok_or(unknown)?;
                Ok(Self::Later { after_seconds: Some(seconds) })
            }
        }
    }
}

crate::facts::words::serde_text!(Retry);
