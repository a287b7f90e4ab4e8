use core::fmt;

use crate::facts::Fact;
use crate::facts::words::words;

words! {
    /// The one who has to act before the same request can succeed.
    ///
    /// The names are from the view of a service that calls a provider on behalf of its own callers.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::Actor::AccountOwner.to_string(), "account-owner");
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Actor {
        /// Nobody: there is nothing to fix.
        Nobody = "nobody",
        /// The client of the service: its input is at fault.
        Caller = "caller",
        /// The holder of the account at the provider, who can pay, unlock, upgrade or grant access.
        AccountOwner = "account-owner",
        /// The provider, or a system that it depends on.
        Provider = "provider",
        /// The people who run the service: its code, credentials or configuration are at fault.
        Operator = "operator",
    }
}

impl Actor {
    /// Returns a phrase for people.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::Actor::Caller.description(), "the caller of your service");
    /// ```
    pub const fn description(self) -> &'static str {
        match self {
            Self::Nobody => "there is nothing to fix",
            Self::Caller => "the caller of your service",
            Self::AccountOwner => "the owner of the account at the provider",
            Self::Provider => "the provider, or a system that it depends on",
            Self::Operator => "the operator of the service that calls the provider",
        }
    }
}

impl Fact for Actor {
    const LABEL: &'static str = "who acts";
    const EXPLAINED: &'static [Self] = Self::ALL;

    fn explanation(self) -> Option<impl fmt::Display> {
        Some(self.description())
    }
}
