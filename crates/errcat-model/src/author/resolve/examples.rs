//! Examples, wherever they are written.

use super::View;
use crate::author::written::{Provider, ResponseSource};
use crate::text::{Place, Spanned};

/// An example with what follows from where it is written.
pub(crate) struct Example<'w> {
    pub(crate) response: &'w ResponseSource,
    /// The code, code and case, or kind.
    pub(crate) is: String,
    /// The place that says so.
    #[cfg_attr(not(feature = "tools"), allow(dead_code, reason = "nothing reads examples"))]
    pub(crate) place: Place,
    pub(crate) owner: Owner<'w>,
}

/// The entry that contains an example.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'w> {
    /// The provider: no envelope fits the body.
    Provider,
    /// An envelope, by its id: it fits the body.
    Envelope(&'w Spanned<String>),
    /// A code or case: any envelope may fit.
    Case,
}

/// Returns all examples of a provider, in a fixed order.
pub(crate) fn examples(provider: &Provider) -> impl Iterator<Item = Example<'_>> {
    let source = &provider.provider;
    let of_envelopes = source.envelopes.iter().flat_map(|envelope| {
        envelope.examples.iter().map(|example| (Owner::Envelope(&envelope.id), example))
    });
    let written = source.examples.iter().map(|example| (Owner::Provider, example));
    let written = written.chain(of_envelopes).map(|(owner, example)| Example {
        response: &example.response,
        is: example.is.value.clone(),
        place: example.is.place,
        owner,
    });
    let of_cases = View::all(provider).flat_map(|view| {
        view.own().examples.iter().map(move |response| Example {
            response,
            is: match view.case_id() {
                Some(case) => format!("{}#{case}", view.code.code.text),
                None => view.code.code.text.clone(),
            },
            place: view.place(),
            owner: Owner::Case,
        })
    });
    written.chain(of_cases)
}
