//! Every failure of every catalog, as clients read it that cannot see everything.

use domain_errors::{AnyError, Audience, BodyFormat, ErrorFacts, Problem, Retry, Tell};
use http::header::{CONTENT_LANGUAGE, RETRY_AFTER, VARY};
use tonic_types::StatusExt;

use crate::every_case::{action, advice, failures};
use crate::house::{House, Plan, order};
use crate::service::{Order, Provider};
use crate::upstreams::domains::Domains;
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;
use crate::upstreams::{Answer, StandIn};

/// A value that only the provider and an operator know.
const VALUE: &str = "10.0.3.7:8443";

/// Checks both answers to an order that fails with an error and some advice.
async fn is_answered(house: &House, order: &Order, error: &AnyError, retry: Retry) {
    let failure = domain_errors::Failure::new(error.clone()).with_retry(retry);
    let reply = failure.reply(order.audience).with_domain("gateway.example");
    let reply = reply.in_language(&order.languages);
    let Tell { text, language, .. } = reply.tell(&order.languages);
    let response = house.over_http(order).await;
    assert_eq!(response.headers()[CONTENT_LANGUAGE], language);
    assert_eq!(response.headers()[VARY], "accept-language");
    let problem = Problem::from_json(response.body()).unwrap();
    assert_eq!(problem, reply.problem(), "{order:?}");
    assert_eq!(problem.detail().filter(|detail| !detail.is_empty()), Some(text));
    assert_eq!(response.status().as_u16(), reply.http().get());
    let is_theirs = order.audience.includes(error.actor());
    assert!(is_theirs || response.status().is_server_error(), "{order:?} {error:?}");
    assert_eq!(response.headers().contains_key(RETRY_AFTER), reply.retry().delay().is_some());
    let status = house.over_grpc(order).await.unwrap_err();
    assert_eq!(
        (status.code() as u8, status.message()),
        (reply.grpc().number(), reply.tell("").text)
    );
    let details = status.get_error_details();
    let localized = details.localized_message().unwrap();
    assert_eq!((&*localized.message, &*localized.locale), (text, language));
    let domain = if reply.is_relayed() { "gateway.example" } else { problem.domain().unwrap() };
    assert_eq!(details.error_info().unwrap().domain, domain);
    let text = format!("{}{details:?}", problem.to_json());
    for hidden in [Some(VALUE), error.guidance().map(|it| it.action), Some("Gateway</h1>")] {
        assert!(hidden.is_none_or(|hidden| !text.contains(hidden)), "{text}");
    }
}

async fn drive<S: StandIn<Error: Into<AnyError>>>(stand_in: &S) {
    let house = House::start(Plan::default()).await;
    for audience in [Audience::Client, Audience::AccountOwner] {
        for (number, error) in failures::<S::Error>(&[&[Some(VALUE)]]).into_iter().enumerate() {
            let name = format!("{audience}{number}.example");
            let order = Order { action: action(&error), audience, ..order(S::PROVIDER, &name) };
            house.write(&order, vec![stand_in.refusal(&error).unwrap()]);
            let retry = advice(order.action, error.retry());
            is_answered(&house, &order, &error.clone().into(), retry).await;
            let in_czech = Order { languages: "de, cs-CZ;q=0.9, en;q=0.8".to_owned(), ..order };
            is_answered(&house, &in_czech, &error.clone().into(), retry).await;
            let order = in_czech;
            for (words, id) in
                [(Provider::Domains, "domains"), (Provider::Wapi, "wapi"), (Provider::Wix, "wix")]
            {
                let in_words = Order { words: Some(words), ..order.clone() };
                let response = house.over_http(&in_words).await;
                let problem = Problem::from_json(response.body()).unwrap();
                assert!(problem.catalog().is_none_or(|named| named == id), "{error} as {id}");
                let failure = domain_errors::Failure::new(error.clone()).with_retry(retry);
                let reply = failure.reply(audience);
                assert_eq!(problem.status(), Some(reply.http()), "{error} as {id}");
                assert_eq!(problem.meaning(), Some(reply.meaning_id()), "{error} as {id}");
                assert_eq!(problem.detail(), Some(reply.tell("cs").text), "{error} as {id}");
            }
        }
        let order = Order { audience, ..order(S::PROVIDER, &format!("{audience}.example")) };
        house.write(&order, vec![Answer::page()]);
        let operator = Order { audience: Audience::Operator, ..order.clone() };
        let (page, _) = house.failure_over_http(&operator).await;
        is_answered(&house, &order, &page.error, Retry::Query).await;
    }
}

#[tokio::test]
async fn failures_of_the_domains_service_are_told_to_those_who_can_fix_them() {
    drive(&Domains).await;
}

#[tokio::test]
async fn failures_of_wapi_are_told_to_those_who_can_fix_them() {
    drive(&Wapi(BodyFormat::Json)).await;
}

#[tokio::test]
async fn failures_of_wix_are_told_to_those_who_can_fix_them() {
    drive(&Wix).await;
}
