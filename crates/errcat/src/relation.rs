use crate::word::words;

/// How faithfully a code stands for a meaning, from the code's side.
///
/// # Examples
///
/// ```
/// use errcat::MeaningRelation;
///
/// assert_eq!("kind-of".parse(), Ok(MeaningRelation::KindOf));
/// assert!(MeaningRelation::Like.needs_reason());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeaningRelation {
    /// The code means the meaning, nothing less and nothing more.
    Is,
    /// The code is more specific than the meaning.
    KindOf,
    /// The code is wider: it can mean any of several meanings.
    Covers,
    /// The code comes close to the meaning and differs from it.
    Like,
}

words!(MeaningRelation {
    Is = "is",
    KindOf = "kind-of",
    Covers = "covers",
    Like = "like",
});

impl MeaningRelation {
    /// Whether a catalog must say why it claims this relation.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Covers | Self::Like)
    }

    /// How a code stands for a meaning, as words in front of the meaning.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::MeaningRelation::KindOf.in_words(), "a kind of");
    /// ```
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Is => "exactly",
            Self::KindOf => "a kind of",
            Self::Covers => "can mean",
            Self::Like => "close to",
        }
    }
}

/// How faithfully a code of another catalog stands for a code, from the side of that other one,
/// the target: a wider target says less than the code that it stands for.
///
/// # Examples
///
/// ```
/// use errcat::Relation;
///
/// assert_eq!("wider".parse(), Ok(Relation::Wider));
/// assert_eq!(Relation::Wider.in_words(), "says less");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Both say the same.
    Exact,
    /// The target says nearly the same.
    Close,
    /// The target says less: what is known is a part of what it means.
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
    /// Whether nothing is lost and nothing is added.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exact)
    }

    /// What the target does, as words behind its name.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::Relation::Exact.in_words(), "says the same");
    /// ```
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Exact => "says the same",
            Self::Close => "says nearly the same",
            Self::Wider => "says less",
            Self::Narrower => "says more than is known",
        }
    }
}
