use crate::Facts;

/// The facts of a range of numbers: enough to act on a code that the catalog does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Class<M> {
    /// The title of the group that the range belongs to; empty if it is that of all other codes.
    pub group: &'static str,
    /// The meaning that every code of the range is a kind of.
    pub meaning: M,
    /// How to answer and who has to act.
    pub facts: Facts,
}
