use crate::words::words;

/// How faithfully a code represents a meaning.
///
/// # Examples
///
/// ```
/// use errcat::rt::MeaningRelation;
///
/// assert_eq!("kind-of".parse(), Ok(MeaningRelation::KindOf));
/// assert!(MeaningRelation::Like.needs_reason());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeaningRelation {
    /// The code has exactly this meaning.
    Is,
    /// The code is more specific than the meaning.
    KindOf,
    /// The code is wider: it can have any of several meanings.
    Covers,
    /// The code is close to the meaning but differs from it.
    Like,
}

words!(MeaningRelation {
    Is = "is",
    KindOf = "kind-of",
    Covers = "covers",
    Like = "like",
});

impl MeaningRelation {
    /// Returns whether a catalog has to say why it claims this relation.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Covers | Self::Like)
    }

    /// Returns the relation as words that precede the meaning.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::rt::MeaningRelation::KindOf.description(), "a kind of");
    /// ```
    pub const fn description(self) -> &'static str {
        match self {
            Self::Is => "exactly",
            Self::KindOf => "a kind of",
            Self::Covers => "can mean",
            Self::Like => "close to",
        }
    }
}

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
    Exact,
    /// The target says nearly the same.
    Close,
    /// The target says less: it covers the code and more.
    Wider,
    /// The target says more than is known.
    Narrower,
}

words!(Relation {
    Exact = "exact",
    Close = "close",
    Wider = "wider",
    Narrower = "narrower",
});

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
