//! A small catalog to start from: it passes the check, and its comments explain each part.

use errcat_model::CodeType;
use errcat_model::artifact::Artifact;

use super::yaml::quoted;

/// Returns the files of a catalog with one success, one failure and one envelope as examples. They
/// pass the check if the id is valid.
///
/// # Examples
///
/// ```
/// use errcat_model::{CodeType, Sources, load};
///
/// let files = errcat_import::scaffold::files("acme", CodeType::String);
/// let texts = files.iter().map(|file| (format!("acme/{}", file.path.display()), &*file.text));
/// let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB);
/// assert!(load(&Sources::from_texts(texts.chain([hub]))).is_ok());
/// ```
pub fn files(id: &str, code_type: CodeType) -> Vec<Artifact> {
    let (ok, missing, json) = match code_type {
        CodeType::Integer => ("1000", "2001", "2001"),
        CodeType::String => ("OK", "DOMAIN_NOT_FOUND", "\"DOMAIN_NOT_FOUND\""),
    };
    let title = title(id);
    let file = |path: &str, template: &str| {
        let text = template
            .replace("{id}", &quoted(id))
            .replace("{title}", &quoted(&title))
            .replace("{name}", &title)
            .replace("{host}", id)
            .replace("{type}", code_type.as_str())
            .replace("{ok}", ok)
            .replace("{missing}", missing)
            .replace("{json}", json);
        Artifact { path: path.into(), text }
    };
    vec![
        file("provider.yaml", include_str!("scaffold/provider.yaml")),
        file("success.yaml", include_str!("scaffold/success.yaml")),
        file("domains.yaml", include_str!("scaffold/domains.yaml")),
    ]
}

/// Returns the words of an id, each with a capital: `Acme Domains`.
fn title(id: &str) -> String {
    let words = id.split('-').filter(|word| !word.is_empty()).map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        format!("{}{rest}", first.to_ascii_uppercase())
    });
    words.collect::<Vec<_>>().join(" ")
}
