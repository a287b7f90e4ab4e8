//! Responses of a provider, with what they must be read as.

use super::Text;
use crate::author::read::{Body, HttpNumber, Keyed, mapping};
use crate::text::Spanned;

mapping! {
    /// A response of the provider, and what it is.
    ExampleSource, "an example" {
        /// The code, such as `3201`, or code and case, such as `Invalid domain#domain-restricted`, if the code has several; or else the kind: `validation`, `system`, `unrecognized`, `success` or `notification`.
        required is: Text = "is",
    }
    flatten response: ResponseSource,

    /// A response of the provider.
    ResponseSource, "an example" {
        /// Its HTTP status.
        optional status: Spanned<HttpNumber> = "status",
        /// Its headers, as far as they matter.
        list headers: Keyed<Text> = "headers",
        /// The operation that was called, if the cases of the code depend on it.
        optional operation: Text = "operation",
        /// Its body, verbatim.
        required body: Spanned<Body> = "body",
        /// Values of parameters, by their names.
        list params: Keyed<Text> = "params",
        /// All errors of the body, in order: each one's code, or code and case.
        list errors: Vec<Text> = "errors",
    }
}
