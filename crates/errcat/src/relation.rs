use crate::word::words;

/// How faithfully a code stands for a concept, from the code's side.
///
/// # Examples
///
/// ```
/// use errcat::ConceptRelation;
///
/// assert_eq!("kind-of".parse(), Ok(ConceptRelation::KindOf));
/// assert!(ConceptRelation::Like.needs_reason());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConceptRelation {
    /// The code means the concept, nothing less and nothing more.
    Is,
    /// The code is more specific than the concept.
    KindOf,
    /// The code is wider: it can mean any of several concepts.
    Covers,
    /// The code comes close to the concept and differs from it.
    Like,
}

words!(ConceptRelation {
    Is = "is",
    KindOf = "kind-of",
    Covers = "covers",
    Like = "like",
});

impl ConceptRelation {
    /// Whether a catalog must say why it claims this relation.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Covers | Self::Like)
    }

    /// How a code stands for a concept, as words in front of the concept.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(errcat::ConceptRelation::KindOf.in_words(), "a kind of");
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
