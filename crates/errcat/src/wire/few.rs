use smallvec::SmallVec;

/// A list that allocates nothing while it has at most `N` items.
pub type Few<T, const N: usize> = SmallVec<[T; N]>;
