use crate::word::words;

/// Who must do something before the same request can succeed.
///
/// The names are from the view of a service that calls a provider on behalf of
/// its own callers.
///
/// # Examples
///
/// ```
/// assert_eq!(errcat::Actor::AccountOwner.to_string(), "account-owner");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Nobody: there is nothing to mend.
    Nobody,
    /// Whoever called the service: their input is at fault.
    Caller,
    /// Whoever holds the account at the provider: pay, unlock, upgrade, grant.
    AccountOwner,
    /// The provider, or something behind it.
    Provider,
    /// The people who run the service: its code, credentials or configuration.
    Operator,
}

words!(Actor {
    Nobody = "nobody",
    Caller = "caller",
    AccountOwner = "account-owner",
    Provider = "provider",
    Operator = "operator",
});

impl Actor {
    /// Who that is, as a phrase for people.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::Actor::Caller.in_words(), "whoever sent the request to your service");
    /// ```
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Nobody => "there is nothing to mend",
            Self::Caller => "whoever sent the request to your service",
            Self::AccountOwner => "whoever holds the account at the provider",
            Self::Provider => "the provider, or something behind it",
            Self::Operator => "whoever runs the service that calls the provider",
        }
    }
}
