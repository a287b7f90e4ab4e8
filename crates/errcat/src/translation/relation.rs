use crate::facts::words::words;

words! {
    /// How faithfully a code of another catalog, the target, represents a code.
    ///
    /// A wider target says less than the code that it represents.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Relation;
    ///
    /// assert_eq!("wider".parse(), Ok(Relation::Wider));
    /// assert_eq!(Relation::Wider.description(), "says less");
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Relation {
        /// Both say the same.
        Exact = "exact",
        /// The target says nearly the same.
        Close = "close",
        /// The target says less: it covers the code and more.
        Wider = "wider",
        /// The target says more than is known.
        Narrower = "narrower",
    }
}

impl Relation {
    /// Returns whether nothing is lost and nothing is added.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exact)
    }

    /// Returns the relation as words that follow the name of the target.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::Relation::Exact.description(), "says the same");
    /// ```
    pub const fn description(self) -> &'static str {
        match self {
            Self::Exact => "says the same",
            Self::Close => "says nearly the same",
            Self::Wider => "says less",
            Self::Narrower => "says more than is known",
        }
    }
}
