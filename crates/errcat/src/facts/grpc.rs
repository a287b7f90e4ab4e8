use crate::facts::Fact;
use crate::facts::words::words;
use crate::{HttpStatus, InvalidValue};

words! {
    /// A gRPC status code, named as in `google.rpc.Code`.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat::GrpcCode;
    ///
    /// let code: GrpcCode = "FAILED_PRECONDITION".parse().unwrap();
    /// assert_eq!(code.number(), 9);
    /// assert_eq!(code.http_status().get(), 400);
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[allow(missing_docs, reason = "the names are those of google.rpc.Code, which defines them")]
    pub enum GrpcCode {
        Ok = "OK",
        Cancelled = "CANCELLED",
        Unknown = "UNKNOWN",
        InvalidArgument = "INVALID_ARGUMENT",
        DeadlineExceeded = "DEADLINE_EXCEEDED",
        NotFound = "NOT_FOUND",
        AlreadyExists = "ALREADY_EXISTS",
        PermissionDenied = "PERMISSION_DENIED",
        ResourceExhausted = "RESOURCE_EXHAUSTED",
        FailedPrecondition = "FAILED_PRECONDITION",
        Aborted = "ABORTED",
        OutOfRange = "OUT_OF_RANGE",
        Unimplemented = "UNIMPLEMENTED",
        Internal = "INTERNAL",
        Unavailable = "UNAVAILABLE",
        DataLoss = "DATA_LOSS",
        Unauthenticated = "UNAUTHENTICATED",
    }
}

impl GrpcCode {
    /// Returns the number on the wire. The variants are declared in this order.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Returns the HTTP status that google.rpc maps this code to.
    ///
    /// The mapping has no inverse: several codes share a status.
    pub const fn http_status(self) -> HttpStatus {
        HttpStatus::literal(match self {
            Self::Ok => 200,
            Self::InvalidArgument | Self::FailedPrecondition | Self::OutOfRange => 400,
            Self::Unauthenticated => 401,
            Self::PermissionDenied => 403,
            Self::NotFound => 404,
            Self::AlreadyExists | Self::Aborted => 409,
            Self::ResourceExhausted => 429,
            Self::Cancelled => 499,
            Self::Unknown | Self::Internal | Self::DataLoss => 500,
            Self::Unimplemented => 501,
            Self::Unavailable => 503,
            Self::DeadlineExceeded => 504,
        })
    }
}

impl Fact for GrpcCode {
    const LABEL: &'static str = "gRPC";
}

impl TryFrom<i32> for GrpcCode {
    type Error = InvalidValue;

    fn try_from(number: i32) -> Result<Self, InvalidValue> {
        let code = usize::try_from(number).ok().and_then(|index| Self::ALL.get(index));
        code.copied().ok_or(InvalidValue::new("a gRPC code from 0 to 16"))
    }
}

impl From<GrpcCode> for i32 {
    fn from(code: GrpcCode) -> Self {
        code.number().into()
    }
}
