use domain_errors::{AnyError, wapi, wix};
use miette::Diagnostic;

use crate::support::bodies;

fn shown(error: &impl Diagnostic) -> [Option<String>; 3] {
    [error.code(), error.help(), error.url()].map(|part| part.map(|part| part.to_string()))
}

#[test]
fn an_error_is_a_report() {
    let error = wapi::Error::DomainRegistered;
    let [code, help, url] = shown(&error);
    assert_eq!(code.as_deref(), Some("wapi::3201"));
    assert_eq!(help.as_deref(), error.guidance().map(|guidance| guidance.action));
    assert_eq!(url.as_deref(), Some("https://errcat.github.io/errcat/#wapi-3201"));
    assert_eq!(shown(&AnyError::from(error.clone())), shown(&error));
    let report = miette::Report::new(error);
    assert_eq!(report.to_string(), "3201: Domain is registered");
}

#[test]
fn an_error_without_a_code_names_its_kind() {
    let codes = bodies::<wix::Error>().into_iter().map(|error| shown(&error)[0].clone().unwrap());
    let codes: Vec<_> = codes.collect();
    insta::assert_snapshot!(codes.join("\n"));
}
