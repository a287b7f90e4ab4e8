use crate::facts::Fact;
use crate::facts::words::words;

words! {
    /// The outcome of a request; only a failure is an error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Outcome;
    ///
    /// assert_eq!("notification".parse(), Ok(Outcome::Notification));
    /// assert!(!Outcome::Notification.is_failure());
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Outcome {
        /// The provider carried out the request, or accepted it.
        Success = "success",
        /// The provider reports an event that nobody asked for.
        Notification = "notification",
        /// The provider did not carry out the request.
        Failure = "failure",
    }
}

impl Outcome {
    /// Returns whether a code with this outcome is an error.
    pub const fn is_failure(self) -> bool {
        matches!(self, Self::Failure)
    }
}

impl Fact for Outcome {
    const LABEL: &'static str = "outcome";
}
