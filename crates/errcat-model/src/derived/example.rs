//! Takes a code; hands out a response as the provider would send it.

use errcat::rt::stand_in::{Content, Layout, write_body};
use errcat::rt::wire::{EnvelopeKind, Spec};

use crate::derived::wire::with_spec;
use crate::{BodyFormat, BrokenLaw, Case, Catalog, Code, CodeType, Message, ParamType, Piece};

/// Writes examples of the responses of a catalog.
///
/// It prepares the envelopes once, so keep it for all codes.
#[derive(Debug)]
pub struct Examples<'e> {
    spec: &'e Spec<'e>,
    catalog: &'e Catalog,
}

impl Examples<'_> {
    /// Passes the examples of a catalog to `work`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use errcat_model::example::Examples;
    /// use errcat_model::{BodyFormat, Sources, load};
    ///
    /// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
    /// let acme = set.catalog("acme").expect("it is read");
    /// let taken = acme.code("17").expect("it is listed");
    /// let body = Examples::with(acme, |examples| {
    ///     examples.body(taken, &taken.cases[0], BodyFormat::Json)
    /// })?;
    /// assert_eq!(body.as_deref(), Some("{\n  \"code\": 17\n}"));
    /// # Ok::<(), errcat_model::BrokenLaw>(())
    /// ```
    pub fn with<T>(
        catalog: &Catalog,
        work: impl FnOnce(&Examples<'_>) -> T,
    ) -> Result<T, BrokenLaw> {
        with_spec(catalog, |spec| work(&Examples { spec, catalog }))
    }

    /// Returns the body of a response with a case, with a line for every member, if the provider
    /// has an envelope for codes in this format. Values that differ from response to response,
    /// such as the time, are left out.
    pub fn body(&self, code: &Code, case: &Case, format: BodyFormat) -> Option<String> {
        let content = Content {
            kind: EnvelopeKind::Application,
            outcome: code.outcome,
            code: Some(&code.code),
            has_numbers: self.catalog.code_type == CodeType::Integer,
            message: case.messages.first().map(|message| text(message, case)),
            operation: case.operations.first().map(String::as_str),
            http: Some(case.facts.http),
            retry_after: case.facts.retry.after_seconds(),
            params: case
                .params
                .iter()
                .map(|param| (param.name.as_str(), value(&param.name, case)))
                .collect(),
            violations: &[],
        };
        write_body(self.spec, &content, format, Layout::Lines)
    }
}

/// Returns a text with values that its parameters could have.
fn text(message: &Message, case: &Case) -> String {
    let pieces = errcat::rt::table::pieces(&message.text).map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Parameter(name) => value(name, case),
    });
    pieces.collect()
}

fn value(name: &str, case: &Case) -> String {
    match case.params.iter().find(|param| param.is_called(name)).map(|param| param.kind) {
        Some(ParamType::Domain) => "example.com".to_owned(),
        Some(ParamType::Guid) => "4f8c1a52-7d3e-4b09-9c61-2a5e8d7f0b34".to_owned(),
        Some(ParamType::Integer) => "42".to_owned(),
        // Any text is possible, so the name is shown.
        Some(ParamType::String) | None => format!("<{name}>"),
    }
}
