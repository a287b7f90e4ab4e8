//! `errcat explain` with references that do not exist.

use crate::errcat;

fn miss(reference: &str) -> String {
    errcat(["explain", reference]).error(1)
}

#[test]
fn a_misspelled_reference_gets_suggestions_nearest_first() {
    for (reference, first) in [
        ("DOMAIN_01", "domains:DOMAIN_001"),
        ("wapi:3210x", "wapi:3210"),
        ("wix:invalid domian", "wix:Invalid domain"),
        ("DomainRegisterd", "wapi:3201"),
        ("DOMAIN_NOT_FUOND", "domains:DOMAIN_001"),
        ("domain.unavailabel", "domain.unavailable"),
        ("nope:3201", "wapi:3201"),
    ] {
        let error = miss(reference);
        let expected = format!("error: no code, case or meaning matches `{reference}` in ");
        assert!(error.starts_with(&expected), "{error}");
        assert!(error.contains(&format!("did you mean\n  {first} ")), "{error}");
    }
}

#[test]
fn the_error_of_a_misspelled_code() {
    insta::assert_snapshot!(miss("DOMAIN_01"));
}

/// Explaining another case than the requested one would be wrong.
#[test]
fn an_unknown_case_is_not_found() {
    for reference in ["wix:Invalid domain#domain-restrictd", "wapi:3201#nope"] {
        assert!(miss(reference).contains("no code, case or meaning matches"));
    }
    assert!(miss("3201#nope").contains("\n  wapi:3201"));
    let error = miss("wix:Invalid domain#domain-restrictd");
    assert!(error.contains("\n  wix:Invalid domain#domain-restricted "), "{error}");
}

#[test]
fn words_list_the_codes_that_fit_best() {
    insta::assert_snapshot!(miss("quarantine"));
    for (words, first) in [
        // Keywords of two meanings.
        ("taken", "domain.already-registered"),
        // Of the meaning, and of a meaning above it.
        ("exceeded tier", "domains:DOMAIN_006"),
        // A keyword of one meaning, and the text of a code that means something else.
        ("locked", "wapi:2279"),
        ("wapi:insufficient", "wapi:3002"),
        // Not all of the words are anywhere.
        ("the domain is already registered by somebody", "domains:DOMAIN_002"),
        ("no such domain", "domains:DOMAIN_001"),
        // Misspelled.
        ("quaratine", "wapi:3204"),
        ("domian quaratine", "wapi:3204"),
    ] {
        let error = miss(words);
        assert!(error.contains(&format!("did you mean\n  {first} ")), "{words}: {error}");
    }
}

#[test]
fn a_suggestion_is_listed_once() {
    // A code and its only case are one suggestion.
    let error = miss("DomainUnavailabel");
    assert_eq!(error.matches("wapi:3203").count(), 1, "{error}");
}

#[test]
fn without_suggestions_the_error_names_the_list() {
    for reference in ["9999", "flibber flabber", "wapi:", ":", "#", "–"] {
        let error = miss(reference);
        assert!(error.contains("no code, case or meaning matches"), "{error}");
        assert!(error.contains("`errcat list`"), "{error}");
    }
}

#[test]
fn ids_may_be_typed_in_any_case() {
    for (reference, start) in [
        ("WAPI:3201", "wapi:3201 "),
        ("domains:domain_001", "domains:DOMAIN_001 "),
        ("Domain.Unavailable", "domain.unavailable\n"),
        ("WIX:not_found#RESOURCE-NOT-FOUND", "wix:NOT_FOUND "),
    ] {
        let page = errcat(["explain", reference]).done();
        assert!(page.starts_with(start), "{page}");
    }
    assert!(errcat(["translate", "3201", "--into", "WIX"]).done().contains("\nwix:"));
}

#[test]
fn an_ambiguous_name_lists_the_references() {
    for (name, references) in [
        ("DomainUnavailable", ["domains:DOMAIN_003", "wapi:3203"]),
        ("domainunavailable", ["domains:DOMAIN_003", "wapi:3203"]),
        ("internalerror", ["wapi:4000", "wix:INTERNAL"]),
    ] {
        let [first, second] = references;
        let error = miss(name);
        let expected =
            format!("error: `{name}` is ambiguous; use one of these references:\n  {first} ");
        assert!(error.starts_with(&expected), "{error}");
        assert!(error.contains(&format!("\n  {second} ")), "{error}");
        for reference in references {
            errcat(["explain", reference]).done();
        }
    }
}

#[test]
fn an_empty_reference_is_an_error() {
    for reference in ["", "   ", "\t\n"] {
        let error = miss(reference);
        assert!(error.contains("errcat list"), "{error}");
        assert!(!error.contains("``"), "an empty quotation: {error}");
    }
}

#[test]
fn a_long_reference_gets_a_short_error() {
    // Linux rejects arguments of 128 KiB or more.
    for text in ["x", "é", "\u{1b}[31m", "wapi:", "#", ":"] {
        let error = miss(&text.repeat(100_000 / text.len()));
        assert!(error.contains("no code, case or meaning matches"));
        assert!(error.len() < 2_000, "{} bytes", error.len());
    }
}

#[test]
fn input_cannot_color_the_terminal() {
    let catalog = errcat(["--color", "always", "list", "\u{1b}[31mred"]).error_text();
    let code = errcat(["--color", "always", "explain", "\u{1b}[31mred"]).error_text();
    for error in [catalog, code] {
        assert!(!error.contains("\u{1b}[31m"), "{error:?}");
    }
}

impl crate::Run {
    /// Returns the error, whose first word may be colored.
    fn error_text(self) -> String {
        assert!(self.exit.is_some_and(|exit| exit != 0), "{self:#?}");
        assert!(self.stderr.contains("red"), "{self:#?}");
        self.stderr
    }
}

#[cfg(unix)]
#[test]
fn a_reference_that_is_not_utf8_is_a_wrong_command_line() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let error = errcat([OsStr::new("explain"), OsStr::from_bytes(b"caf\xe9")]).error(2);
    assert!(error.contains("UTF-8"), "{error}");
}

#[test]
fn an_unlisted_number_is_explained_by_its_group() {
    let error = miss("wapi:2999");
    assert!(error.contains("2999 lies in the group `Invalid Request` of `wapi`"), "{error}");
    assert!(error.contains("a kind of `request` (answer HTTP 500, gRPC INTERNAL)"), "{error}");
    // The narrowest of several ranges is shown.
    assert!(miss("1299").contains("a kind of `notification` (answer HTTP 200, gRPC OK)"));
}
