//! Failures in the words of the caller.

use domain_errors::{AnyError, CatalogError, Relation, TranslatesTo, domains, wapi, wix};

use crate::every_case::{VALUES, action, failures};
use crate::house::{House, Plan, order};
use crate::service::{Order, Provider};
use crate::upstreams::StandIn;
use crate::upstreams::domains::Domains;
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;

/// Returns the equivalent of an error in another catalog with the values that both have, or else
/// the error itself.
fn expected<E, T>(error: &E) -> AnyError
where
    E: CatalogError<Code: TranslatesTo<T::Code>> + Into<AnyError>,
    T: CatalogError + Into<AnyError>,
{
    match error.translate::<T>() {
        Some(there) => there.target.into(),
        None => error.clone().into(),
    }
}

/// A function that expresses an error in the words of another catalog.
type Translate<E> = fn(&E) -> AnyError;

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
            assert_eq!(house.failure_over_http(&order).await.0.error, expected, "{error}");
            assert_eq!(house.failure_over_grpc(&order).await.0.error, expected, "{error}");
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
async fn a_caller_reads_the_words_that_it_knows_or_those_of_the_provider() {
    let house = House::start(Plan::default()).await;
    let failure = async |provider, case: &str, words| {
        let order = Order { words: Some(words), ..order(provider, &format!("{case}.example")) };
        house.failure_over_http(&order).await.0.error
    };
    let taken = failure(Provider::Wapi, "DomainRegistered", Provider::Domains).await;
    assert_eq!(taken, AnyError::Domains(domains::Error::DomainAlreadyExists));
    let quarantine = failure(Provider::Wapi, "DomainInQuarantine", Provider::Domains).await;
    assert_eq!(quarantine, AnyError::Domains(domains::Error::DomainUnavailable));
    let own = failure(Provider::Wix, "ServiceUnavailable", Provider::Wix).await;
    assert_eq!(own, AnyError::Wix(wix::Error::ServiceUnavailable));
    let error = wix::Error::DomainNameNotFound { domain_name: None };
    assert_eq!(error.translate::<domains::Error>().unwrap().relation, Relation::Exact);
    // A page of a proxy has no code, and so no equivalent.
    let page = failure(Provider::Wapi, "page", Provider::Wix).await;
    assert!(matches!(page, AnyError::Wapi(wapi::Error::System(_))), "{page:?}");
}
