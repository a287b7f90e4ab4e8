//! Takes examples and the catalogs that hold all laws; reports what the reader of responses makes of
//! them otherwise than they say. No build script pays for it.

use errcat::Input;

use super::resolve::{Example, Owner, examples};
use super::written::Written;
use crate::catalog::Example as Lowered;
use crate::derived::decode::{Decoded, Kind, decode};
use crate::findings::Collector;
use crate::{Catalog, CatalogSet, Finding, Law};

/// Reads all examples.
pub(super) fn check(written: &Written, set: &CatalogSet, findings: &mut Vec<Finding>) {
    let mut found = Collector::default();
    for provider in &written.providers {
        let Some(catalog) = set.catalog(&provider.provider.id) else { continue };
        for (example, lowered) in examples(provider).zip(&catalog.examples) {
            found.extend(compare(set, catalog, &example, lowered));
        }
    }
    findings.append(&mut found.into_vec());
}

fn compare(
    set: &CatalogSet,
    catalog: &Catalog,
    example: &Example<'_>,
    lowered: &Lowered,
) -> Vec<Finding> {
    let Lowered { status, headers, operation, body, .. } = lowered;
    let headers: Vec<(&str, &str)> =
        headers.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let mut input = Input::new(body.as_bytes()).with_headers(&headers);
    if let Some(status) = *status {
        input = input.with_status(status);
    }
    if let Some(operation) = operation {
        input = input.with_operation(operation);
    }
    match decode(set, catalog, &input) {
        Ok(decoded) => {
            let differs = code(example, &decoded).or_else(|| envelope(example, &decoded));
            differs.map_or_else(|| params(example, &decoded), |finding| vec![finding])
        }
        Err(broken) => vec![differs(example, broken.to_string(), "report this as a bug of errcat")],
    }
}

fn differs(example: &Example<'_>, message: String, help: &str) -> Finding {
    let body = example.response.body.place;
    match example.owner {
        Owner::Case => Finding::new(Law::ExampleDiffers, body, message, help)
            .also(example.place, "the example is written here"),
        Owner::Provider | Owner::Envelope(_) => {
            Finding::new(Law::ExampleDiffers, example.place, message, help)
        }
    }
}

/// Compares the code, or else the kind.
fn code(example: &Example<'_>, decoded: &Decoded<'_>) -> Option<Finding> {
    let (is, found) = (&example.is, read_as(decoded));
    if found == *is {
        return None;
    }
    let reason = match (&decoded.envelope, &decoded.code) {
        (None, _) => "no envelope fits the body".to_owned(),
        (Some(envelope), None) => format!("the envelope `{envelope}` finds no code"),
        (Some(envelope), Some(code)) => {
            let unknown = if decoded.known { "" } else { ", which is unknown" };
            format!("the envelope `{envelope}` finds the code `{code}`{unknown}")
        }
    };
    let help = match example.owner {
        Owner::Case => "move it to the code that it is an example of, or correct the envelopes",
        _ => "correct `is:`, or the envelopes if it is what the provider means",
    };
    let message = format!("the example is read as `{found}`, not as `{is}`");
    Some(differs(example, message, help).label(reason))
}

/// Returns how an example with this result is written.
fn read_as(decoded: &Decoded<'_>) -> String {
    let is_of_code = !matches!(decoded.kind, Kind::Validation | Kind::System);
    match (decoded.known_code.filter(|_| is_of_code), decoded.known_case) {
        (Some(code), Some(case)) if code.cases.len() > 1 => format!("{}#{}", code.code, case.id),
        (Some(code), _) => code.code.clone(),
        (None, _) => decoded.kind.as_str().to_owned(),
    }
}

/// Compares the envelope, if the place of the example says which one it is.
fn envelope(example: &Example<'_>, decoded: &Decoded<'_>) -> Option<Finding> {
    let found = decoded.envelope.as_deref();
    let wanted = match example.owner {
        Owner::Case => return None,
        Owner::Provider => None,
        Owner::Envelope(id) => Some(id.as_str()),
    };
    let (message, help) = match (wanted, found) {
        (Some(wanted), Some(found)) if wanted != found => (
            format!("the envelope `{found}` reads the example, not `{wanted}`"),
            "move it to the examples of that envelope, or correct the envelopes",
        ),
        (Some(wanted), None) => (
            format!("the envelope `{wanted}` does not fit its example"),
            "move it to the examples of the provider, or correct the envelope",
        ),
        (None, Some(found)) => (
            format!("the envelope `{found}` reads the example, and it is not written there"),
            "move it to the examples of that envelope, or correct the envelopes",
        ),
        _ => return None,
    };
    Some(differs(example, message, help))
}

fn params(example: &Example<'_>, decoded: &Decoded<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, value) in &example.response.params.0 {
        let mut params = decoded.params.iter();
        let found =
            params.find(|(param, _)| param.is_called(name)).map(|(_, found)| found.to_string());
        if found.as_deref() != Some(value.as_str()) {
            let found = found.map_or("nothing".to_owned(), |found| format!("`{found}`"));
            let message = format!("`{}` is read as {found}, not as `{}`", name.value, value.value);
            let help = "correct the value, or the message that it is a parameter of";
            findings.push(Finding::new(Law::ExampleDiffers, value.place, message, help));
        }
    }
    findings
}
