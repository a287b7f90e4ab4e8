use super::status::of_status;
use crate::facts::words::words;
use crate::{Facts, HttpStatus};

words! {
    /// The reason why a request has no response, and with it whether the provider may have received
    /// the request.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Transport;
    ///
    /// assert!(!Transport::NotSent.may_have_arrived());
    /// assert_eq!(Transport::TimedOut.to_string(), "timed-out");
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Transport {
        /// The request was not sent: there was no connection.
        NotSent = "not-sent",
        /// No response came in time.
        TimedOut = "timed-out",
        /// The connection broke off before the end of the response.
        BrokenOff = "broken-off",
    }
}

impl Transport {
    /// Returns whether the provider may have received the request, and carried it out.
    pub const fn may_have_arrived(self) -> bool {
        !matches!(self, Self::NotSent)
    }

    /// Returns a sentence for people.
    pub const fn description(self) -> &'static str {
        match self {
            Self::NotSent => "the provider could not be reached",
            Self::TimedOut => "the provider did not answer in time",
            Self::BrokenOff => "the connection to the provider broke off",
        }
    }

    /// Returns how to answer and who has to act.
    pub(super) fn facts(self) -> Facts {
        match self {
            Self::NotSent => of_status(Some(HttpStatus::literal(503))),
            Self::TimedOut => of_status(Some(HttpStatus::literal(504))),
            Self::BrokenOff => of_status(Some(HttpStatus::literal(502))),
        }
    }
}
