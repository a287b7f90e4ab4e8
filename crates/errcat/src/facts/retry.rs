use core::fmt;
use core::str::FromStr;
use core::time::Duration;

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
/// use core::time::Duration;
/// use errcat::Retry;
///
/// let wait = Retry::Later { after_seconds: Some(300) };
/// assert_eq!(wait.to_string(), "later 300s");
/// assert_eq!("later 300s".parse(), Ok(wait));
/// assert_eq!(wait.delay(), Some(Duration::from_secs(300)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retry {
    /// Sending it again gives the same answer.
    Never,
    /// The request may be sent again once its cause has been fixed.
    AfterFix,
    /// The same request may succeed later.
    Later {
        /// The shortest wait that the provider asks for, if it is known. [`u32::MAX`] means longer
        /// than that, or that the provider asks for a wait that cannot be read.
        after_seconds: Option<u32>,
    },
    /// Sending the request again may carry it out twice: look up its result first.
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

    /// Returns whether the unchanged request may be sent again although nobody has fixed anything,
    /// once the [delay](Self::delay) is over.
    ///
    /// A request is idempotent if carrying it out twice does no harm. A lookup is. A request that
    /// creates, pays or deletes something is not: it may have been carried out before it failed, so
    /// look up its result first. Only if it cannot have left, because no connection was made, is it
    /// as harmless as a lookup.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// let busy = Retry::Later { after_seconds: None };
    /// assert!(busy.may_resend(true));
    /// assert!(!busy.may_resend(false));
    /// assert!(!Retry::Query.may_resend(true));
    /// ```
    pub const fn may_resend(self, idempotent: bool) -> bool {
        idempotent && matches!(self, Self::Later { .. })
    }

    /// Returns the shortest wait in seconds, if the provider asks for one.
    #[doc(hidden)]
    pub const fn after_seconds(self) -> Option<u32> {
        match self {
            Self::Later { after_seconds } => after_seconds,
            _ => None,
        }
    }

    /// Returns the shortest wait before the next attempt, if the provider asks for one.
    pub const fn delay(self) -> Option<Duration> {
        match self.after_seconds() {
            Some(seconds) => Some(Duration::from_secs(seconds as u64)),
            None => None,
        }
    }

    /// Extends the delay to that of a response.
    #[cfg(any(feature = "json", feature = "tonic", feature = "xml"))]
    pub(crate) fn delayed(self, seconds: Option<u32>) -> Self {
        match self {
            Self::Later { after_seconds } => {
                Self::Later { after_seconds: after_seconds.max(seconds) }
            }
            other => other,
        }
    }

    /// Returns the more cautious of two pieces of advice, which does no harm where either is right.
    #[doc(hidden)]
    #[must_use]
    pub fn or_more_cautious(self, other: Self) -> Self {
        let caution = |retry| match retry {
            Self::Later { after_seconds } => (0, after_seconds),
            Self::AfterFix => (1, None),
            Self::Never => (2, None),
            Self::Query => (3, None),
        };
        if caution(self) < caution(other) { other } else { self }
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
            Retry::Never => "sending it again does not help",
            Retry::AfterFix => "send it again once the cause is fixed",
            Retry::Query => "look up its result before you send it again",
            Retry::Later { after_seconds: None } => "the same request may succeed later",
            Retry::Later { after_seconds: Some(u32::MAX) } => {
                "the same request may succeed after a delay that is too long or cannot be read"
            }
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
