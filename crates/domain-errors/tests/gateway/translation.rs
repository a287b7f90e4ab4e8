//! Failures in the words of the caller.

use domain_errors::{
    AnyError, Audience, CatalogError, ErrorFacts, Problem, TranslatesTo, domains, wapi, wix,
};

use crate::every_case::{VALUES, action, failures};
use crate::house::{House, Plan, order};
use crate::service::{Order, Provider};
use crate::upstreams::StandIn;
use crate::upstreams::domains::Domains;
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;

/// Returns the answer to an error in the words of another catalog, if that has a code for it.
fn expected<E, T>(error: &E) -> Option<AnyError>
where
    E: CatalogError<Code: TranslatesTo<T::Code>> + Into<AnyError>,
    T: CatalogError + Into<AnyError>,
{
    error.answer_in::<T>(Audience::Operator).into_target().map(Into::into)
}

/// A function that expresses an error in the words of another catalog.
type Translate<E> = fn(&E) -> Option<AnyError>;

async fn drive<S: StandIn<Error: Into<AnyError>>>(
    stand_in: &S,
    others: [(Provider, Translate<S::Error>); 2],
) {
    let house = House::start(Plan::default()).await;
    for (number, error) in failures::<S::Error>(VALUES).into_iter().enumerate() {
        for (words, expected) in others {
            let name = format!("n{number}.example");
            let order = Order { action: action(&error), ..order(S::PROVIDER, &name) };
            house.write(&order, vec![stand_in.refusal(&error).unwrap()]);
            let order = Order { words: Some(words), ..order };
            let expected = expected(&error);
            let problem = Problem::from_json(house.over_http(&order).await.body()).unwrap();
            assert_eq!(AnyError::from_problem(&problem).ok(), expected, "{error}");
            let status = house.over_grpc(&order).await.unwrap_err();
            assert_eq!(AnyError::from_status(&status).ok(), expected, "{error}");
            // The contract is that of the provider's own failure.
            assert_eq!(problem.status(), Some(error.http()), "{error}");
            assert_eq!(problem.meaning(), Some(error.meaning_id()), "{error}");
            // The log has the provider's own words.
            let logged = house.logged().into_iter().map(|outcome| outcome.unwrap_err().error);
            assert_eq!(logged.collect::<Vec<_>>(), [error.clone().into(), error.clone().into()]);
        }
    }
}

#[tokio::test]
async fn failures_of_the_domains_service_are_translated() {
    let wapi = (Provider::Wapi, expected::<_, wapi::Error> as Translate<_>);
    drive(&Domains, [wapi, (Provider::Wix, expected::<_, wix::Error>)]).await;
}

#[tokio::test]
async fn failures_of_wapi_are_translated() {
    let domains = (Provider::Domains, expected::<_, domains::Error> as Translate<_>);
    let json = Wapi(domain_errors::BodyFormat::Json);
    drive(&json, [domains, (Provider::Wix, expected::<_, wix::Error>)]).await;
}

#[tokio::test]
async fn failures_of_wix_are_translated() {
    let domains = (Provider::Domains, expected::<_, domains::Error> as Translate<_>);
    drive(&Wix, [domains, (Provider::Wapi, expected::<_, wapi::Error>)]).await;
}

#[tokio::test]
async fn a_caller_reads_the_words_that_it_knows_and_no_others() {
    let house = House::start(Plan::default()).await;
    let problem = async |provider, case: &str, words, audience| {
        let order = order(provider, &format!("{case}.example"));
        let order = Order { words: Some(words), audience, ..order };
        Problem::from_json(house.over_http(&order).await.body()).unwrap()
    };
    let operator = Audience::Operator;
    let failure = async |provider, case, words| {
        AnyError::from_problem(&problem(provider, case, words, operator).await)
    };
    let taken = failure(Provider::Wapi, "DomainRegistered", Provider::Domains).await;
    assert_eq!(taken, Ok(AnyError::Domains(domains::Error::DomainAlreadyExists)));
    let quarantine = failure(Provider::Wapi, "DomainInQuarantine", Provider::Domains).await;
    assert_eq!(quarantine, Ok(AnyError::Domains(domains::Error::DomainUnavailable)));
    let own = failure(Provider::Wix, "ServiceUnavailable", Provider::Wix).await;
    assert_eq!(own, Ok(AnyError::Wix(wix::Error::ServiceUnavailable)));
    // A page of a proxy has no code, and so no equivalent. It is a failure of the registrar.
    let page = problem(Provider::Wapi, "page", Provider::Domains, operator).await;
    assert_eq!((page.catalog(), page.domain()), (None, Some("gateway.example")));
    let page = problem(Provider::Wapi, "page", Provider::Domains, Audience::Client).await;
    assert_eq!((page.catalog(), page.code()), (Some("domains"), Some("DOMAIN_020")));
    assert_eq!(page.status().map(domain_errors::HttpStatus::get), Some(500));
}
