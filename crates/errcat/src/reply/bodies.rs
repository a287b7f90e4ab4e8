//! Failures without a case of the catalog.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use super::transport::Transport;
use crate::HttpStatus;

/// The content of a variant that is not a case.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Body<'a> {
    Validation(&'a Validation),
    System(&'a System),
    Unrecognized(&'a Unrecognized),
}

/// Returns the code of a body, as it was on the wire.
pub fn raw_code(body: Body<'_>) -> Option<&str> {
    match body {
        Body::Unrecognized(body) => body.code(),
        Body::System(body) => body.code(),
        Body::Validation(_) => None,
    }
}

#[allow(clippy::elidable_lifetime_names, reason = "a method needs it with some features")]
impl<'a> Body<'a> {
    /// Returns the provider's text, which may be empty and may hold sensitive values.
    #[cfg(any(feature = "problem", feature = "stand-in", feature = "tonic"))]
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Validation(body) => body.message(),
            Self::System(body) => body.message(),
            Self::Unrecognized(body) => body.message(),
        }
    }

    /// Returns the HTTP status that it came with.
    pub(crate) fn status(self) -> Option<HttpStatus> {
        match self {
            Self::Validation(body) => body.status(),
            Self::System(body) => body.status(),
            Self::Unrecognized(body) => body.status(),
        }
    }

    /// Returns why there is no response, if there is none.
    pub(crate) fn transport(self) -> Option<Transport> {
        match self {
            Self::System(body) => body.transport(),
            Self::Validation(_) | Self::Unrecognized(_) => None,
        }
    }
}

/// Replaces a text that must not be shown.
const HIDDEN: &str = "<hidden>";

/// Describes a failure of which nothing is known.
const UNKNOWN: &str = "unknown error";

/// A request that the provider refused because of its fields.
///
/// # Examples
///
/// ```
/// use errcat::{Validation, Violation};
///
/// let error = Validation::new("The request is invalid")
///     .with_violation(Violation::new("must not be empty").with_field("domain"));
/// assert_eq!(error.violations()[0].field(), Some("domain"));
/// assert_eq!(error.to_string(), "The request is invalid (domain: must not be empty)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Validation {
    message: Box<str>,
    violations: Vec<Violation>,
    status: Option<HttpStatus>,
}

impl Validation {
    /// Creates a refusal with the provider's text.
    pub fn new(message: impl Into<Box<str>>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// Adds a field that the provider refused.
    #[must_use]
    pub fn with_violation(mut self, violation: Violation) -> Self {
        self.violations.push(violation);
        self
    }

    /// Sets the fields that the provider refused.
    #[cfg(any(feature = "json", feature = "xml"))]
    pub(crate) fn with_violations(mut self, violations: Vec<Violation>) -> Self {
        self.violations = violations;
        self
    }

    /// Sets the HTTP status that it came with.
    #[must_use]
    pub fn with_status(mut self, status: HttpStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Returns the provider's text.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the fields that the provider refused, in its order.
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Returns the HTTP status that it came with.
    pub fn status(&self) -> Option<HttpStatus> {
        self.status
    }
}

/// Writes the text, and the violations in brackets after it.
impl fmt::Display for Validation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.message.is_empty() { "validation failed" } else { &self.message })?;
        for (index, violation) in self.violations.iter().enumerate() {
            write!(f, "{}{violation}", if index == 0 { " (" } else { "; " })?;
        }
        f.write_str(if self.violations.is_empty() { "" } else { ")" })
    }
}

/// A field of a request that the provider refused, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "problem", derive(serde::Serialize))]
pub struct Violation {
    #[cfg_attr(feature = "problem", serde(skip_serializing_if = "Option::is_none"))]
    field: Option<Box<str>>,
    #[cfg_attr(feature = "problem", serde(skip_serializing_if = "Option::is_none"))]
    rule: Option<Box<str>>,
    description: Box<str>,
}

impl Violation {
    /// Creates a violation with the provider's text.
    pub fn new(description: impl Into<Box<str>>) -> Self {
        Self { field: None, rule: None, description: description.into() }
    }

    /// Names the field.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<Box<str>>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Names the rule, such as `MAX_LENGTH`. Providers add rules as they like.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<Box<str>>) -> Self {
        self.rule = Some(rule.into());
        self
    }

    /// Returns the path of the field, as the provider writes it.
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// Returns the rule, as the provider writes it.
    pub fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// Returns the provider's text.
    pub fn description(&self) -> &str {
        &self.description
    }
}

/// Writes the field and the text.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field() {
            write!(f, "{field}: ")?;
        }
        f.write_str(&self.description)
    }
}

/// Declares [`System`] and [`Unrecognized`], which have the same parts.
macro_rules! raw {
    ($(#[$doc:meta])+ $type:ident { $($field:ident: $kind:ty)? }) => {
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
        pub struct $type {
            code: Option<Box<str>>,
            message: Box<str>,
            status: Option<HttpStatus>,
            $($field: $kind,)?
        }

        impl $type {
            /// Creates one with the provider's text, which may be empty.
            pub fn new(message: impl Into<Box<str>>) -> Self {
                Self { message: message.into(), ..Self::default() }
            }

            /// Sets the code, as it was on the wire.
            #[must_use]
            pub fn with_code(mut self, code: impl Into<Box<str>>) -> Self {
                self.code = Some(code.into());
                self
            }

            /// Sets the HTTP status that it came with.
            #[must_use]
            pub fn with_status(mut self, status: HttpStatus) -> Self {
                self.status = Some(status);
                self
            }

            /// Returns the code, as it was on the wire.
            pub fn code(&self) -> Option<&str> {
                self.code.as_deref()
            }

            /// Returns the provider's text, as it was on the wire.
            ///
            /// It can hold the values of sensitive parameters. The error around this value hides
            /// such a text; this value does not know the catalog, and shows it.
            pub fn message(&self) -> &str {
                &self.message
            }

            /// Returns the HTTP status that it came with.
            pub fn status(&self) -> Option<HttpStatus> {
                self.status
            }

            /// Returns a copy that is safe to display: it hides the message if the code has sensitive
            /// parameters.
            pub(crate) fn shown(&self, is_sensitive: bool) -> Cow<'_, Self> {
                if self.message.is_empty() || !is_sensitive {
                    return Cow::Borrowed(self);
                }
                Cow::Owned(Self { message: HIDDEN.into(), ..self.clone() })
            }
        }

        /// Writes the code and the text, or what else there is.
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match (self.code(), self.message(), self.status) {
                    (Some(code), "", _) => f.write_str(code),
                    (Some(code), message, _) => write!(f, "{code}: {message}"),
                    (None, "", Some(status)) => write!(f, "HTTP {status}"),
                    (None, "", None) => f.write_str(self.without_parts()),
                    (None, message, _) => f.write_str(message),
                }
            }
        }
    };
}

raw!(
    /// A failure of the provider, or of a system in front of it, without a code of the catalog: a
    /// proxy's page, an empty body, an internal error.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::{HttpStatus, System};
    ///
    /// let error = System::new("").with_status(HttpStatus::new(502).unwrap());
    /// assert_eq!(error.to_string(), "HTTP 502");
    /// ```
    System { transport: Option<Transport> }
);

impl System {
    /// Sets why there is no response.
    #[must_use]
    pub fn with_transport(mut self, transport: Transport) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Returns why there is no response, if there is none.
    pub fn transport(&self) -> Option<Transport> {
        self.transport
    }

    fn without_parts(&self) -> &'static str {
        self.transport.map_or(UNKNOWN, Transport::description)
    }
}

impl From<Transport> for System {
    fn from(transport: Transport) -> Self {
        Self::default().with_transport(transport)
    }
}

raw!(
    /// A failure that the catalog does not know, or not well enough to say which case it is.
    ///
    /// It keeps what was on the wire. Log it, but do not match on its text: once a later version of
    /// the catalog has the code, the error becomes a variant of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// let error = errcat::Unrecognized::new("Something new").with_code("2999");
    /// assert_eq!(error.to_string(), "2999: Something new");
    /// ```
    Unrecognized {}
);

impl Unrecognized {
    #[allow(clippy::unused_self, reason = "`System` has more parts")]
    fn without_parts(&self) -> &'static str {
        UNKNOWN
    }
}
