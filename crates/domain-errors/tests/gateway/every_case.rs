//! Every failure of every catalog, with values that are hard to quote and escape.

use std::collections::HashSet;

use domain_errors::{AnyError, BodyFormat, Case, CatalogCode, CatalogError, Retry, wix};
use errcat::rt::error::Value;

use crate::house::{Failure, House, Plan, order};
use crate::service::providers::Format;
use crate::service::{Action, Order, Provider};
use crate::upstreams::StandIn;
use crate::upstreams::domains::Domains;
use crate::upstreams::wapi::Wapi;
use crate::upstreams::wix::Wix;

/// Values for the parameters, which are repeated if there are more parameters.
pub(crate) const VALUES: &[&[Option<&str>]] = &[
    &[None],
    &[Some("shop.example")],
    &[Some("one.example"), Some("2"), None, Some("four")],
    &[Some("\"quoted\" \\ 'and' /escaped/")],
    &[Some("<b>&amp;</b> ]]> <!-- & -->")],
    &[Some("žluť 漢字 😀 \u{7f}\u{202e}")],
    &[Some("two\nlines\tand a tab")],
    &[Some("`back` ticks")],
    &[Some("\r\n\0\u{1}\u{feff}")],
    &[Some(" spaces  around ")],
    &[Some("100% <name> {} $1 \\u0041")],
    &[Some("-9223372036854775808")],
];

/// Returns all failures of a catalog with all values.
pub(crate) fn failures<E: CatalogError>(values: &[&[Option<&str>]]) -> Vec<E> {
    let mut known = HashSet::new();
    let cases = Case::<E::Code>::all();
    let each = cases.flat_map(|case| values.iter().map(move |values| (case, values)));
    let errors = each.filter_map(|(case, values)| {
        E::from_row(case.row(), &mut |index| {
            Some(Value::Text((*values.iter().cycle().nth(index)?)?.into()))
        })
    });
    errors.filter(|error| known.insert(error.clone())).collect()
}

/// Returns an action that can be answered with an error: a registration, unless only lookups can.
pub(crate) fn action<E: CatalogError>(error: &E) -> Action {
    let operations: Vec<_> = error.case().unwrap().operations().collect();
    let looks = operations.contains(&"Get Connected Domain");
    if looks && !operations.contains(&"Create Connected Domain") {
        Action::Look
    } else {
        Action::Register
    }
}

async fn drive<S: StandIn>(stand_in: &S, format: Format)
where
    S::Error: Into<AnyError>,
{
    let house = House::start(Plan { format, ..Plan::default() }).await;
    let mut driven = HashSet::new();
    for (number, error) in failures::<S::Error>(VALUES).into_iter().enumerate() {
        let name = format!("n{number}.example");
        let order = Order { action: action(&error), ..order(S::PROVIDER, &name) };
        let body = stand_in.refusal(&error).unwrap();
        assert!(body.response.body().contains(error.code().unwrap().as_str()), "{body:?}");
        house.write(&order, vec![body]);
        comes_through(&house, &order, &error).await;
        driven.insert(error.case().unwrap());
    }
    let codes = <S::Error as CatalogError>::Code::ALL.iter();
    let failures = codes.filter(|code| code.outcome().is_failure());
    let cases: usize = failures.map(|code| code.cases().len()).sum();
    assert_eq!(driven.len(), cases, "each of them");
}

/// A text cannot carry values that contain what separates them. The error is known all the same, and
/// has no wrong values.
#[tokio::test]
async fn an_ambiguous_value_is_left_out() {
    let house = House::start(Plan::default()).await;
    let sent = [
        wix::Error::NonPremiumSite {
            domain: Some("a`, it's can't be assigned to free Wix site `b".into()),
            site_id: Some("c".into()),
        },
        wix::Error::NonPremiumSite {
            domain: Some("a".into()),
            site_id: Some("b` can't be assigned to free Wix site `c".into()),
        },
        // A placeholder, as documentation writes it.
        wix::Error::NonPremiumSite { domain: Some("<domain>".into()), site_id: None },
    ];
    for (number, error) in sent.iter().enumerate() {
        let order = order(Provider::Wix, &format!("n{number}.example"));
        house.write(&order, vec![Wix.refusal(error).unwrap()]);
        let read = wix::Error::NonPremiumSite { domain: None, site_id: None };
        comes_through(&house, &order, &read).await;
    }
}

/// Checks that a client reads back the error that the provider sent.
pub(crate) async fn comes_through<E: CatalogError + Into<AnyError>>(
    house: &House,
    order: &Order,
    error: &E,
) {
    let retry = advice(order.action, error.retry());
    let failure = Failure { error: error.clone().into(), retry };
    let (read, response) = house.failure_over_http(order).await;
    assert_eq!(read, failure);
    assert_eq!(response.status().as_u16(), error.http().get(), "{failure:?}");
    let (read, status) = house.failure_over_grpc(order).await;
    assert_eq!(read, failure);
    assert_eq!(status.code() as u8, error.grpc().number(), "{failure:?}");
    assert_eq!(house.logged(), [Err(failure.clone()), Err(failure)]);
    assert_eq!(house.calls(order.provider, &order.name), calls(order.action, error.retry()));
}

/// Returns the advice that reaches the caller. The provider answers a lookup with a page, so nobody
/// knows whether an order was carried out.
pub(crate) fn advice(action: Action, retry: Retry) -> Retry {
    match (action, retry) {
        (Action::Register, Retry::Later { .. }) if waits(retry) => Retry::Query,
        _ => retry,
    }
}

/// Returns whether the gateway waits for as long as the provider asks.
fn waits(retry: Retry) -> bool {
    retry.delay().is_none_or(|delay| delay <= Plan::default().longest)
}

/// Returns how often the gateway registers and looks up a domain for two requests.
fn calls(action: Action, retry: Retry) -> (u32, u32) {
    match (action, retry) {
        (Action::Register, _) if !waits(retry) => (2, 0),
        (Action::Register, Retry::Later { .. } | Retry::Query) => (2, 2),
        (Action::Register, Retry::Never | Retry::AfterFix) => (2, 0),
        (Action::Look, Retry::Later { .. }) if waits(retry) => (0, 6),
        (Action::Look, _) => (0, 2),
    }
}

#[tokio::test]
async fn failures_of_the_domains_service_come_through() {
    drive(&Domains, Format::Json).await;
}

#[tokio::test]
async fn failures_of_wapi_in_json_come_through() {
    drive(&Wapi(BodyFormat::Json), Format::Json).await;
}

#[tokio::test]
async fn failures_of_wapi_in_xml_come_through() {
    drive(&Wapi(BodyFormat::Xml), Format::Xml).await;
}

#[tokio::test]
async fn failures_of_wix_come_through() {
    drive(&Wix, Format::Json).await;
}
