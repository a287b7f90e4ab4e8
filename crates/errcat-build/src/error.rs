use std::fmt;

use errcat_model::BrokenLaw;

/// The reason why catalogs cannot become Rust.
#[derive(Debug)]
#[non_exhaustive]
pub enum EmitError {
    /// A catalog has no codes: an enum without variants is of no use to anybody.
    NoCodes(String),
    /// The hub has no failures, so an unknown failure would have no meaning.
    NoFailures,
    /// Two catalogs would become the same module, or one would take the name of another module,
    /// such as `any_error` or `meaning`.
    ModuleCollision(String),
    /// Two catalogs would become the same variant of `AnyError`, such as `acme2` and `acme-2`.
    VariantCollision(String),
    /// A catalog has more rows than the tables have room for.
    TooLarge,
    /// The emitted text is not Rust: a bug in errcat-build.
    Malformed(syn::Error),
    /// A catalog breaks a law that it was checked for: a bug in errcat, or in a change to the
    /// catalog after the check.
    BrokenLaw(BrokenLaw),
    /// A catalog has something that no check lets pass.
    Unchecked(&'static str),
}

impl From<BrokenLaw> for EmitError {
    fn from(error: BrokenLaw) -> Self {
        Self::BrokenLaw(error)
    }
}

// By hand: everybody who depends on a generated crate waits for this one, and would for a derive.
impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCodes(id) => write!(f, "the catalog `{id}` has no codes"),
            Self::NoFailures => {
                f.write_str("the hub has no meaning `failure`: add it, and the `roles:` of the hub")
            }
            Self::ModuleCollision(module) => {
                write!(f, "two modules would be called `{module}`: give the catalog another id")
            }
            Self::VariantCollision(name) => {
                write!(
                    f,
                    "two variants of `AnyError` would be called `{name}`: give one catalog another id"
                )
            }
            Self::TooLarge => f.write_str("a catalog has room for 65,000 cases"),
            Self::Malformed(error) => write!(
                f,
                "internal error: the generated code is malformed: {error}; please report it"
            ),
            Self::BrokenLaw(error) => write!(f, "{error}; please report it"),
            Self::Unchecked(law) => {
                write!(f, "internal error: the catalog was not checked: {law}; please report it")
            }
        }
    }
}

impl std::error::Error for EmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Malformed(error) => Some(error),
            _ => None,
        }
    }
}

impl From<syn::Error> for EmitError {
    fn from(error: syn::Error) -> Self {
        Self::Malformed(error)
    }
}
