//! Lists what a service says of every code in the words of each other catalog, so that a review
//! shows every answer that a change to the YAML changes.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use errcat::{Audience, Facts};
use errcat_model::answers::Answer;
use errcat_model::entries::Entry;
use errcat_model::export::Export;
use errcat_model::{CatalogSet, Reference, profiles};
use errcat_tests::{align, embedded, review};

/// An answer, with the audience that it is for.
type Said<'a> = (Audience, &'a Answer<'a>);

/// Returns the answers of a row, each with its audience.
fn answers<'a>(entry: &'a Entry<'_>) -> [Said<'a>; 2] {
    let answer = entry.answer.as_ref().unwrap();
    [(Audience::Client, &answer.client), (Audience::AccountOwner, &answer.account_owner)]
}

/// Formats a row for each code and case, and one for each audience if their answers differ.
#[test]
fn every_row_has_an_answer() {
    let set = embedded();
    let export = Export::new(&set).unwrap();
    assert_eq!(export.translations.len(), 602);
    let heading = ["FROM", "INTO", "FOR", "TO", "BASIS", "HTTP", "RETRY", "ENTRY DIFFERS IN"];
    let mut rows = vec![heading.map(str::to_owned)];
    for entry in &export.translations {
        let [client, owner] = answers(entry);
        if client.1 == owner.1 {
            rows.push(row(entry, "both", client.1));
        } else {
            rows.extend([client, owner].map(|(audience, it)| row(entry, audience.as_str(), it)));
        }
    }
    review(|| insta::assert_snapshot!("answers", align(&rows)));
}

fn row(entry: &Entry<'_>, audience: &str, answer: &Answer<'_>) -> [String; 8] {
    let to = answer.to.map_or_else(|| "-".to_owned(), |to| to.to_string());
    let Answer { basis, http, retry, differs, .. } = answer;
    let (from, into) = (entry.from.to_string(), entry.into.to_owned());
    let [basis, http, retry] = [basis.to_string(), http.to_string(), retry.to_string()];
    [from, into, audience.to_owned(), to, basis, http, retry, differs.join(" ")]
}

/// Returns the facts of a code, or of its case.
fn facts(set: &CatalogSet, from: &Reference<'_>) -> Facts {
    let (_, code, case) = set.follow(&from.to_string()).unwrap();
    match case {
        Some(case) => profiles::of_case(set, case).unwrap().facts,
        None => profiles::of_code(set, code).unwrap().facts,
    }
}

#[test]
fn no_answer_does_harm() {
    let set = embedded();
    for entry in Export::new(&set).unwrap().translations {
        let facts = facts(&set, &entry.from);
        for (audience, answer) in answers(&entry) {
            let line = format!("{} into {} for {audience}: {answer:?}", entry.from, entry.into);
            let may_resend = facts.retry.may_resend(true);
            assert!(may_resend || !answer.retry.may_resend(true), "it may order twice: {line}");
            let is_blamed = answer.http.class() == 4;
            assert!(audience.includes(facts.actor) || !is_blamed, "it is not its fault: {line}");
            let outcome = facts.outcome.is_failure();
            assert_eq!(outcome, answer.http.is_error(), "a failure stays one: {line}");
        }
    }
}

#[test]
fn scripts_read_replies_and_answers() {
    let export = errcat_tests::export();
    let reply = &errcat_tests::cases(errcat_tests::catalog(&export, "wapi"))
        .find(|(code, _)| code["code"] == "3201")
        .unwrap()
        .1["reply"];
    assert_eq!(reply["client"]["http"], 409);
    assert_eq!(reply["account-owner"]["meaning"], "domain.already-registered");
    let rows = export["translations"].as_array().unwrap();
    let row = rows.iter().find(|row| row["from"] == "wapi:2006" && row["into"] == "domains");
    let answer = &row.unwrap()["answer"]["client"];
    assert_eq!(
        (&answer["to"], &answer["basis"]),
        (&"domains:DOMAIN_020".into(), &"relayed".into())
    );
    assert_eq!((&answer["http"], &answer["retry"]), (&503.into(), &"later 3600s".into()));
}
