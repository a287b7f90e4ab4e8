//! Takes examples and the catalogs that hold all laws; reports what the reader of responses makes of
//! them otherwise than they say. No build script pays for it.

use errcat::Input;

use super::resolve::{Example, Owner, examples};
use super::written::Written;
use crate::catalog::Example as Lowered;
use crate::derived::decode::{Decoded, Kind, OneError, decode};
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Catalog, CatalogSet, Finding, Law, Reference};

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
    let input = Input::new(body.as_bytes()).with_headers(&headers);
    let input = status.iter().fold(input, |input, status| input.with_status(*status));
    let input = operation.iter().fold(input, |input, name| input.with_operation(name));
    match decode(set, catalog, &input) {
        Ok(decoded) => {
            let differs = code(example, catalog, &decoded).or_else(|| envelope(example, &decoded));
            let values = || params(example, &decoded).chain(errors(example, catalog, &decoded));
            differs.map_or_else(|| values().collect(), |finding| vec![finding])
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
fn code(example: &Example<'_>, catalog: &Catalog, decoded: &Decoded<'_>) -> Option<Finding> {
    let (is, found) = (&example.is, read_as(catalog, decoded));
    if found == *is {
        return None;
    }
    let reason = match (&decoded.envelope, &decoded.code) {
        (None, _) => "no envelope fits the body".to_owned(),
        (Some(envelope), None) => format!("the envelope `{envelope}` finds no code"),
        (Some(envelope), Some(code)) => {
            let unknown = match catalog.code(code) {
                Some(_) if decoded.known_code.is_some() => "",
                Some(_) => ", which is no failure",
                None => ", which is unknown",
            };
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
fn read_as(catalog: &Catalog, decoded: &Decoded<'_>) -> String {
    let is_of_code = !matches!(decoded.kind, Kind::Validation | Kind::System);
    let code = decoded.known_code.filter(|_| is_of_code);
    let kind = || decoded.kind.as_str().to_owned();
    code.map_or_else(kind, |code| reference(catalog, &code.code, decoded.case))
}

/// Returns a code, with its case if it has several.
fn reference(catalog: &Catalog, code: &str, case: Option<&str>) -> String {
    let has_several = catalog.code(code).is_some_and(|code| code.cases.len() > 1);
    Reference { catalog: None, code, case: case.filter(|_| has_several) }.to_string()
}

/// Compares the envelope, if the place of the example says which one it is.
fn envelope(example: &Example<'_>, decoded: &Decoded<'_>) -> Option<Finding> {
    let found = decoded.envelope.as_deref();
    let move_it = "move it to the examples of that envelope, or correct the envelopes";
    let (message, help) = match (example.owner, found) {
        (Owner::Envelope(wanted), Some(found)) if wanted.value != found => {
            (format!("the envelope `{found}` reads the example, not `{}`", **wanted), move_it)
        }
        (Owner::Envelope(wanted), None) => (
            format!("the envelope `{}` does not fit its example", **wanted),
            "move it to the examples of the provider, or correct the envelope",
        ),
        (Owner::Provider, Some(found)) => (
            format!("the envelope `{found}` reads the example, and it is not written there"),
            move_it,
        ),
        _ => return None,
    };
    Some(differs(example, message, help))
}

fn params(example: &Example<'_>, decoded: &Decoded<'_>) -> impl Iterator<Item = Finding> {
    example.response.params.0.iter().filter_map(|(name, value)| {
        let mut params = decoded.params.iter();
        let found = params.find(|(param, _)| param.is_called(name));
        let found = found.map(|(_, found)| found.to_string());
        let help = "correct the value, or the message that it is a parameter of";
        differs_from(value, &format!("`{}`", name.value), found, help)
    })
}

/// Compares all errors, if they are listed, up to the first that differs.
fn errors(example: &Example<'_>, catalog: &Catalog, decoded: &Decoded<'_>) -> Option<Finding> {
    let listed = &example.response.errors;
    let kind = || decoded.kind.as_str().to_owned();
    let named = |one: &OneError<'_>| {
        one.code.as_deref().map_or_else(kind, |code| reference(catalog, code, one.case))
    };
    let mut found = decoded.errors.iter().map(named);
    let help = "correct the list, or `each:` and the slots of the envelope";
    let differs =
        listed.iter().find_map(|error| differs_from(error, "the error", found.next(), help));
    differs.or_else(|| {
        let (last, more) = (listed.last()?, found.next()?);
        let message = format!("the error `{more}` follows this one in the body");
        Some(Finding::new(Law::ExampleDiffers, last.place, message, help))
    })
}

fn differs_from(
    wanted: &Spanned<String>,
    what: &str,
    found: Option<String>,
    help: &str,
) -> Option<Finding> {
    if found.as_ref() == Some(&wanted.value) {
        return None;
    }
    let found = found.map_or("nothing".to_owned(), |found| format!("`{found}`"));
    let message = format!("{what} is read as {found}, not as `{}`", wanted.value);
    Some(Finding::new(Law::ExampleDiffers, wanted.place, message, help))
}
