use core::fmt;

/// The guidance of a code, for the engineer or operator who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Guidance {
    /// The cause: an explanation of the failure.
    pub cause: &'static str,
    /// The next step, for the one who has to act.
    pub action: &'static str,
}

impl fmt::Display for Guidance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.cause, self.action)
    }
}
