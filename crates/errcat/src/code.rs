use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

use crate::table::Tables;
use crate::{Actor, DocsUrl, GrpcCode, HttpStatus, Outcome, Retry};

/// What a code and a case answer alike.
///
/// Generated enums implement it, and have the same methods as `const fn` of their own, so that
/// this trait is needed only in code that is generic over catalogs.
pub trait CatalogFacts:
    Copy + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + 'static
{
    /// The catalog.
    type Catalog: Catalog;

    #[doc(hidden)]
    const TABLES: Tables;

    #[doc(hidden)]
    fn row(self) -> usize;

    /// The place in the catalog.
    #[doc(hidden)]
    fn index(self) -> u16;

    /// The Rust name, such as `DomainInQuarantine`.
    fn name(self) -> &'static str {
        Self::TABLES.name(self.row())
    }

    /// The provider's text, verbatim, with parameters as `<domainName>`.
    ///
    /// Nothing where the provider sends no text of its own, or where each of the several cases of
    /// a code has another one.
    fn message(self) -> Option<&'static str> {
        Self::TABLES.message(self.row())
    }

    /// What happened and what to do about it.
    ///
    /// Nothing for a success, and for a code each of whose several cases has guidance of its own.
    fn guidance(self) -> Option<Guidance> {
        Self::TABLES.guidance(self.row())
    }

    /// The HTTP status to answer with.
    fn http(self) -> HttpStatus {
        Self::TABLES.http(self.row())
    }

    /// The gRPC code to answer with.
    fn grpc(self) -> GrpcCode {
        Self::TABLES.grpc(self.row())
    }

    /// Whether to send the request again; the most cautious advice of several cases.
    fn retry(self) -> Retry {
        Self::TABLES.retry(self.row())
    }

    /// Who must act.
    fn actor(self) -> Actor {
        Self::TABLES.actor(self.row())
    }

    /// Success, notification or failure.
    fn outcome(self) -> Outcome {
        Self::TABLES.outcome(self.row())
    }

    /// The id of the provider-neutral meaning, such as `domain.already-registered`; the nearest
    /// common one of several.
    fn meaning(self) -> &'static str {
        Self::TABLES.meaning(self.row())
    }

    /// The title of the group that the catalog lists it in.
    fn group(self) -> &'static str {
        Self::TABLES.group(self.row())
    }

    /// The address of its entry in the catalog's reference pages, where the catalog has any.
    fn docs(self) -> Option<DocsUrl>;
}

/// An enum of all codes of one catalog.
pub trait Code: CatalogFacts + FromStr<Err = UnknownCode> + for<'a> TryFrom<&'a str> {
    /// The cases that these codes have.
    type Case: Case<Code = Self>;

    /// All codes, in the order of the catalog.
    const ALL: &'static [Self];

    /// The code as it is on the wire; for a number, its digits.
    fn as_str(self) -> &'static str;

    /// The code as it is on the wire, where the catalog's codes are numbers.
    fn number(self) -> Option<u32>;

    /// A label for metrics, such as `wapi.3201`: the set of all labels is closed and small.
    fn label(self) -> &'static str;

    /// The cases of this code, one at least.
    fn cases(self) -> &'static [Self::Case];

    /// The code with a text on the wire.
    fn find(code: &str) -> Option<Self>;

    /// The code with a number on the wire.
    fn find_number(number: u32) -> Option<Self>;
}

/// An enum of all cases of one catalog.
pub trait Case: CatalogFacts {
    /// The codes that these cases belong to.
    type Code: Code<Case = Self>;

    /// All cases, in the order of the catalog.
    const ALL: &'static [Self];

    /// The code that is on the wire.
    fn code(self) -> Self::Code;
}

/// A catalog as a whole.
pub trait Catalog: Copy + Send + Sync + 'static {
    /// Its codes.
    type Code: Code<Case = Self::Case, Catalog = Self>;

    /// Its cases.
    type Case: Case<Code = Self::Code, Catalog = Self>;

    /// The id, such as `wapi`.
    const ID: &'static str;

    /// The name of the provider's API.
    const TITLE: &'static str;

    /// The domain that identifies its errors on the wire.
    const DOMAIN: &'static str;

    /// The metrics labels of errors without a code: validation, system, unrecognized.
    #[doc(hidden)]
    const LABELS: [&'static str; 3];

    /// What a number means that may be no code of the catalog.
    fn class_of(number: u32) -> Option<Class> {
        <Self::Code as CatalogFacts>::TABLES.class_of(number)
    }
}

/// What a support engineer would say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Guidance {
    /// What happened.
    pub cause: &'static str,
    /// The next step, by whoever must act.
    pub action: &'static str,
}

impl Guidance {
    pub(crate) const fn new(cause: &'static str, action: &'static str) -> Self {
        Self { cause, action }
    }
}

impl fmt::Display for Guidance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.cause, self.action)
    }
}

/// What a whole range of numbers means: enough to act on a code that nobody has written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Class {
    /// The title of the group that the range belongs to.
    pub group: &'static str,
    /// The meaning that every code of the range is a kind of.
    pub meaning: &'static str,
    /// The HTTP status to answer with.
    pub http: HttpStatus,
    /// The gRPC code to answer with.
    pub grpc: GrpcCode,
    /// Whether to send the request again.
    pub retry: Retry,
    /// Who must act.
    pub actor: Actor,
    /// Success, notification or failure.
    pub outcome: Outcome,
}

/// A text or number that is no code of a catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownCode {
    catalog: &'static str,
}

impl UnknownCode {
    #[doc(hidden)]
    pub const fn new(catalog: &'static str) -> Self {
        Self { catalog }
    }

    /// The id of the catalog that has no such code.
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a code of the catalog `{}`", self.catalog)
    }
}

impl core::error::Error for UnknownCode {}
