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
    /// assert!(Relation::Exact < Relation::Wider);
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
        /// The target is about something else that belongs to it.
        Related = "related",
    }
}

impl Relation {
    /// Returns whether nothing is lost and nothing is added.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exact)
    }

    /// Returns whether the target can take the place of the code: exact, close and wider ones can.
    pub const fn is_substitutable(self) -> bool {
        matches!(self, Self::Exact | Self::Close | Self::Wider)
    }

    /// Returns the relation of the code to the target.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::Relation;
    ///
    /// assert_eq!(Relation::Wider.inverse(), Relation::Narrower);
    /// assert_eq!(Relation::Close.inverse(), Relation::Close);
    /// ```
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Wider => Self::Narrower,
            Self::Narrower => Self::Wider,
            same => same,
        }
    }
}

/// The best code of a catalog for a meaning.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct MeaningTarget {
    /// The row of the case.
    pub case: u16,
    /// How faithfully it represents the meaning.
    pub relation: Relation,
}

/// Returns a row of a table of codes by meaning.
#[doc(hidden)]
pub const fn for_meaning(case: u16, relation: Relation) -> Option<MeaningTarget> {
    Some(MeaningTarget { case, relation })
}
