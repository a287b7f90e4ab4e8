//! A response as the provider would send it, for people who have never seen one.

use errcat::Retry;
use errcat::rt::stand_in::{Content, Layout, write_body};
use errcat::rt::wire::{EnvelopeKind, Format, Spec};

use crate::catalog::EnvelopeFormat;
use crate::wire::with_spec;
use crate::{Case, Catalog, Code, CodeType, Message, Param, ParamType, Piece, Template};

/// Writes examples of the responses of a catalog.
///
/// It looks at the envelopes once, so keep it for all codes.
#[derive(Debug)]
pub struct Examples<'e> {
    spec: &'e Spec<'e>,
    catalog: &'e Catalog,
}

impl Examples<'_> {
    /// Hands out the examples of a catalog.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use errcat_model::example::Examples;
    /// use errcat_model::{EnvelopeFormat, Sources, load};
    ///
    /// let set = load(&Sources::read(&["acme"])).expect("the catalog holds the laws");
    /// let acme = set.catalog("acme").expect("it is read");
    /// let taken = acme.code("17").expect("it is listed");
    /// let body = Examples::with(acme, |examples| {
    ///     examples.body(taken, &taken.cases[0], EnvelopeFormat::Json)
    /// });
    /// assert_eq!(body.as_deref(), Some("{\n  \"code\": 17\n}"));
    /// ```
    pub fn with<T>(catalog: &Catalog, work: impl FnOnce(&Examples<'_>) -> T) -> T {
        with_spec(catalog, |spec| work(&Examples { spec, catalog }))
    }

    /// The body of a response with a case, a line for every member; nothing if the provider has
    /// no envelope for codes in this format. What differs from response to response, such as the
    /// time, is left out.
    pub fn body(&self, code: &Code, case: &Case, format: EnvelopeFormat) -> Option<String> {
        let retry_after = match case.retry {
            Retry::Later { after_seconds } => after_seconds,
            _ => None,
        };
        let content = Content {
            kind: EnvelopeKind::Application,
            code: Some(&code.code),
            has_numbers: self.catalog.code_type == CodeType::Integer,
            message: case.messages.first().map(|message| text(message, case)),
            operation: case.operations.first().map(String::as_str),
            http: Some(case.http),
            retry_after,
            violations: &[],
        };
        let format = match format {
            EnvelopeFormat::Json => Format::Json,
            EnvelopeFormat::Xml => Format::Xml,
        };
        write_body(self.spec, &content, format, Layout::Lines)
    }
}

/// A text with values that its parameters could have.
fn text(message: &Message, case: &Case) -> String {
    // A checked template can be taken apart.
    let Ok(template) = Template::parse(&message.text) else {
        return message.text.clone();
    };
    let pieces = template.pieces().iter().map(|piece| match piece {
        Piece::Literal(text) => (*text).to_owned(),
        Piece::Parameter(name) => value(name, case),
    });
    pieces.collect()
}

fn value(name: &str, case: &Case) -> String {
    let is_called =
        |param: &&Param| param.name == name || param.aliases.iter().any(|other| other == name);
    match case.params.iter().find(is_called).map(|param| param.kind) {
        Some(ParamType::Domain) => "example.com".to_owned(),
        Some(ParamType::Guid) => "4f8c1a52-7d3e-4b09-9c61-2a5e8d7f0b34".to_owned(),
        Some(ParamType::Integer) => "42".to_owned(),
        // Any text can stand here, so the place is shown.
        Some(ParamType::String) | None => format!("<{name}>"),
    }
}
