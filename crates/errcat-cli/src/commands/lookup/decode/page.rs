//! Explains a response the way `errcat explain` explains its code.

use errcat_model::decode::{Decoded, Kind, PAGE_TEXTS, Value};
use errcat_model::translate::Translator;
use errcat_model::{BrokenLaw, Catalog, CatalogSet, Param, Piece};

use super::choice::Reading;
use crate::commands::lookup::explain::page::Page;
use crate::commands::subject::Subject;
use crate::output::cut;

/// The limit for texts of a response, in characters.
const MAX_SHOWN: usize = 2_000;

pub(super) fn decoded(
    set: &CatalogSet,
    Reading { catalog, decoded, .. }: &Reading<'_>,
    mut page: Page<'_>,
) -> Result<String, BrokenLaw> {
    head(&mut page, set, catalog, decoded);
    page.blank();
    decoded.tell.into_iter().for_each(|tell| page.tell(tell));
    page.field("message", &short(message(decoded)));
    for (param, value) in &decoded.params {
        page.field("", &format!("<{}>: {}", param.name, short(shown(param, value))));
    }
    for violation in &decoded.violations {
        let rule = violation.rule().map(|rule| format!(" ({rule})")).unwrap_or_default();
        page.field("violation", &short(format!("{violation}{rule}")));
    }
    answers(&mut page, set, decoded);
    if let Some(code) = decoded.known_code {
        let subject = Subject::Code(catalog, code, decoded.known_case);
        page.elsewhere("", set, &Translator::new(set)?, subject)?;
    }
    if let Some(guidance) = decoded.known_case.and_then(|case| case.guidance.as_ref()) {
        page.guidance(guidance);
    }
    Ok(page.text)
}

/// Writes the code and its kind.
fn head(page: &mut Page<'_>, set: &CatalogSet, catalog: &Catalog, decoded: &Decoded<'_>) {
    let case = decoded.known_code.filter(|code| code.cases.len() > 1).and(decoded.case);
    let case = case.map(|case| format!("#{case}")).unwrap_or_default();
    match decoded.code.as_deref().map(short) {
        _ if !decoded.recognized => {
            page.title(decoded.catalog.unwrap_or("response"), "not recognized");
        }
        Some(code) => {
            let name = decoded.name.unwrap_or_default();
            page.title(&format!("{}:{code}{case}", catalog.id), name);
        }
        None => page.title(&catalog.id, "no code"),
    }
    let title = decoded.catalog.map_or("no catalog", |_| &catalog.title);
    page.faint(&format!("{title} · {}", description(decoded)));
    if let Some(code) = decoded.known_code {
        page.lifecycle(set, code);
    }
}

fn description(decoded: &Decoded<'_>) -> &'static str {
    match decoded.kind {
        _ if decoded.facts.is_none() => "not in a known form",
        _ if !decoded.recognized => "not in a known form; this is about its HTTP status alone",
        Kind::Success => "success",
        Kind::Notification => "notification",
        _ if decoded.known_code.is_some() && !decoded.known => {
            "failure, by its HTTP status: the body has no code"
        }
        Kind::Application => "failure",
        Kind::Validation => "failure: fields of the request were rejected",
        Kind::System => "failure of the system, or of something in front of it",
        Kind::Unrecognized if decoded.known => "failure: the case of the code is unknown",
        Kind::Unrecognized => "failure: the catalog does not have the code",
    }
}

fn answers(page: &mut Page<'_>, set: &CatalogSet, decoded: &Decoded<'_>) {
    if let Some(meaning) = decoded.meaning.and_then(|id| set.meaning(id)) {
        page.field("meaning", &format!("{}: {}", meaning.id, meaning.title));
    }
    if let Some(facts) = decoded.facts {
        page.facts(facts);
    }
    for one in PAGE_TEXTS {
        if let Some(text) = (one.get)(decoded) {
            page.field(one.label, &short(text));
        }
    }
}

/// Returns the provider's message without sensitive values.
fn message(decoded: &Decoded<'_>) -> String {
    match (is_sensitive(decoded), decoded.known_case) {
        (false, _) if decoded.message.is_empty() => "none".to_owned(),
        (false, _) => decoded.message.clone(),
        (true, Some(case)) => match case.messages.first() {
            Some(message) => filled(&message.text, decoded),
            None => HIDDEN.to_owned(),
        },
        (true, None) => HIDDEN.to_owned(),
    }
}

/// Returns whether texts of the response can contain sensitive values.
pub(super) fn is_sensitive(decoded: &Decoded<'_>) -> bool {
    let cases = decoded.known_code.iter().flat_map(|code| &code.cases);
    let mut possible = cases.filter(|case| decoded.case.is_none_or(|id| id == case.id));
    possible.any(|case| case.params.iter().any(|one| one.sensitive))
}

const HIDDEN: &str = "hidden, because it may contain sensitive values";

/// Fills a template with the known values that are not sensitive.
fn filled(template: &str, decoded: &Decoded<'_>) -> String {
    let value = |name: &str| {
        let mut params = decoded.params.iter().filter(|(param, _)| !param.sensitive);
        params.find(|(param, _)| param.is_called(name)).map(|(param, value)| shown(param, value))
    };
    let pieces = errcat::rt::table::pieces(template).map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Parameter(name) => value(name).unwrap_or_else(|| format!("<{name}>")),
    });
    pieces.collect()
}

fn shown(param: &Param, value: &Value) -> String {
    match value {
        _ if param.sensitive => "hidden".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
    }
}

fn short(text: impl AsRef<str>) -> String {
    cut(text.as_ref(), MAX_SHOWN)
}
