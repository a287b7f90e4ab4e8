//! A small catalog to begin with: it passes the check, and every part of it says what it is for.

use errcat_model::artifact::Artifact;
use errcat_model::{CodeType, names};

use crate::yaml::quoted;

/// The files of a catalog with a success, a failure and an envelope, all of them examples.
///
/// # Examples
///
/// ```
/// use errcat_model::{CodeType, Sources, load};
///
/// let files = errcat_import::scaffold::files("acme", CodeType::String).unwrap();
/// let texts = files.iter().map(|file| (format!("acme/{}", file.path.display()), &*file.text));
/// let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB);
/// assert!(load(&Sources::from_texts(texts.chain([hub]))).is_ok());
/// ```
pub fn files(id: &str, code_type: CodeType) -> Result<Vec<Artifact>, BadId> {
    if !names::is_kebab(id) {
        return Err(BadId(id.to_owned()));
    }
    let (ok, missing) = match code_type {
        CodeType::Integer => ("1000", "2001"),
        CodeType::String => ("OK", "DOMAIN_NOT_FOUND"),
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
            .replace("{missing}", missing);
        Artifact { path: path.into(), text }
    };
    Ok(vec![
        file("provider.yaml", PROVIDER),
        file("success.yaml", SUCCESS),
        file("domains.yaml", FAILURES),
    ])
}

/// What cannot be the id of a catalog.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no id of a catalog; write lower-case words and digits joined by `-`")]
pub struct BadId(pub String);

/// The words of an id, each with a capital: `Acme Domains`.
fn title(id: &str) -> String {
    let words = id.split('-').filter(|word| !word.is_empty()).map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        format!("{}{rest}", first.to_ascii_uppercase())
    });
    words.collect::<Vec<_>>().join(" ")
}

const PROVIDER: &str = "\
# What holds for the whole catalog. `errcat schema` writes what an editor needs to complete keys.
id: {id}
title: {title}
about: >-
  The API of {name}, and the codes that it answers with.
# What identifies its errors on the wire, as in google.rpc.ErrorInfo.
domain: {host}.example
# `integer` or `string`.
code-type: {type}

# The documents that the codes were taken from.
sources:
  - id: manual
    title: Manual of the API

# How a response carries a code: JSON Pointers, tried in their order.
envelopes:
  - id: error
    format: json
    about: The body of a response, which tells the code and says it in words.
    slots:
      code: [/code]
      message: [/message]
";

const SUCCESS: &str = "\
# A file is a group of codes. Those of this one are no errors.
group:
  title: Success
  about: The request was carried out.
  outcome: success
  source: manual
codes:
  - code: {ok}
    message: Done
    is: success
";

const FAILURES: &str = "\
group:
  title: Domain errors
  about: What can go wrong with a domain.
  source: manual
codes:
  - code: {missing}
    # The provider's text, verbatim, with parameters as names in angle brackets.
    message: Domain <domainName> not found
    params:
      domainName: { type: domain }
    # What it means: `is:` exactly, `kind-of:` a special case, `like:` close, `covers:` any of several.
    # `errcat list --meanings` names the meanings; statuses and retry advice come from there.
    is: domain.not-found
    # What a support engineer would say.
    guidance:
      cause: >-
        {name} has no domain of the name that the request asks for.
      action: >-
        Compare the name with the list of your domains at {name}, correct it, and send the request
        again.
";

#[cfg(test)]
mod tests {
    use errcat_model::{Sources, load};
    use proptest::prelude::*;

    use super::*;

    fn is_clean(ids: &[&str], code_type: CodeType) -> bool {
        let texts = ids.iter().flat_map(|id| {
            let files = files(id, code_type).unwrap();
            files.into_iter().map(move |file| (format!("{id}/{}", file.path.display()), file.text))
        });
        let hub = ("meanings.yaml".to_owned(), domain_errors_catalog::HUB.to_owned());
        load(&Sources::from_texts(texts.chain([hub]))).is_ok()
    }

    #[test]
    fn two_scaffolds_pass_the_check_together() {
        assert!(is_clean(&["acme", "beta-domains"], CodeType::String));
        assert!(is_clean(&["acme", "beta-domains"], CodeType::Integer));
    }

    #[test]
    fn an_id_that_yaml_knows_is_a_text() {
        for id in ["null", "true", "no", "0123", "1e3", "type", "22xx"] {
            assert!(is_clean(&[id], CodeType::Integer), "{id}");
        }
    }

    proptest! {
        #[test]
        fn every_id_gives_a_clean_catalog(id in "[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?") {
            prop_assert!(is_clean(&[&id], CodeType::String));
        }
    }
}
