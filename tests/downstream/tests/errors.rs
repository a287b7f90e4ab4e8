//! Errors of the shop's own catalog, and of two providers in one `match`.

use std::collections::BTreeMap;
use std::error::Error as _;

use domain_errors::{
    Audience, CatalogError, ErrorKind, GrpcCode, HttpStatus, Relation, System, Validation,
    Violation, wapi, wix,
};
use shop::acme::{Code, Error, OrderHeldParams};
use shop::{Answer, AnyError, Meaning, OrderError, order};

fn auction() -> Error {
    Error::DomainOnAuction { name: Some("old.example".into()), ends_at: Some(1_790_000_000) }
}

#[test]
fn parameters_are_typed_fields() {
    assert_eq!(auction().to_string(), "118: Domain old.example is on auction until 1790000000");
    let text = match auction() {
        Error::DomainOnAuction { ends_at: Some(end), .. } if end > 0 => format!("wait for {end}"),
        Error::DomainTaken { name } => name.unwrap_or_default().into(),
        other => other.to_string(),
    };
    assert_eq!(text, "wait for 1790000000");
}

#[test]
fn an_unknown_parameter_stays_a_placeholder() {
    let error = Error::from_case(Code::BalanceTooLow.cases().next().unwrap()).unwrap();
    assert_eq!(error, Error::BalanceTooLow { price: None, balance: None });
    assert_eq!(error.to_string(), "201: The order costs <price>, the balance is <balance>");
    assert_eq!(
        Error::from_case(Code::Ordered.cases().next().unwrap()),
        None,
        "a success is not an error"
    );
}

#[test]
fn sensitive_values_are_not_logged() {
    let error = Error::TransferCodeWrong {
        transfer_code: Some("hunter2".into()),
        name: Some("a.example".into()),
    };
    assert_eq!(error.to_string(), "202: Transfer code <transferCode> of a.example is wrong");
    assert_eq!(
        format!("{error:?}"),
        "TransferCodeWrong { transfer_code: <hidden>, name: Some(\"a.example\") }"
    );
    let shown = error.params().filter_map(|param| Some((param.name, param.shown()?.to_string())));
    assert!(shown.eq([("name", "a.example".to_owned())]));
}

#[test]
fn a_variant_with_many_parameters_boxes_them() {
    let error = Error::OrderHeld(Box::new(OrderHeldParams {
        order: Some(7),
        desk: Some("+420 1".into()),
        ..OrderHeldParams::default()
    }));
    assert_eq!(error.to_string(), "204: Order 7 of <name> for <customer> is held by +420 1");
    let Error::OrderHeld(params) = &error else { panic!("{error}") };
    assert_eq!((params.order, params.name.as_deref()), (Some(7), None));
    assert!(size_of::<Result<(), Error>>() <= 64);
}

#[test]
fn errors_convert_into_other_error_types() {
    fn boxed() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        order("taken.example", 117)?;
        Ok(())
    }
    fn shop() -> Result<(), AnyError> {
        order("free.example", 2)?;
        Err(wix::Error::DomainAvailableForPurchase { domain_name: Some("free.example".into()) })?
    }
    assert_eq!(boxed().unwrap_err().to_string(), "117: Domain taken.example is taken");
    let error = OrderError::from(shop().unwrap_err());
    assert_eq!(error.to_string(), "the domain cannot be ordered");
    assert_eq!(
        error.source().unwrap().to_string(),
        "Invalid domain: Unable to connect domain `free.example`, it's available for purchase."
    );
}

#[test]
fn one_function_answers_for_every_provider() {
    let answer = |error: AnyError| OrderError::from(error).answer("cs-CZ, cs;q=0.9");
    let taken = answer(order("taken.example", 117).unwrap_err().into());
    let expected = Answer {
        http: 409,
        grpc: GrpcCode::AlreadyExists,
        tell: Meaning::DomainAlreadyRegistered.tell("cs"),
        retry_after: None,
    };
    assert_eq!(taken, expected);
    assert_eq!(answer(wapi::Error::DomainRegistered.into()), taken);
    // Too many orders are the fault of the shop, and not of its customer.
    let often = answer(Error::TooManyOrders.into());
    assert_eq!((often.http, often.retry_after.map(|delay| delay.as_secs())), (503, Some(60)));
}

#[test]
fn a_language_is_that_of_the_meaning_or_else_english() {
    let on_auction = |language| Meaning::DomainOnAuction.tell(language).language;
    assert_eq!(["de", "cs", "fr, de;q=0.5"].map(on_auction), ["de", "cs", "de"]);
    // The shop adds a language to its own meanings, and the other ones do not have it.
    assert_eq!(Meaning::Failure.tell("de").language, "en");
    assert_eq!(Meaning::Failure.tell("de, cs;q=0.5").language, "cs");
    let joined = AnyError::from(wapi::Error::DomainRegistered);
    assert_eq!(joined.tell("de").language, "en");
    assert_eq!(joined.tell("cs"), wapi::Code::DomainRegistered.tell("cs"));
}

#[test]
fn a_code_has_a_sentence_of_its_own_where_it_writes_one() {
    let wrong = Error::TransferCodeWrong { transfer_code: None, name: None };
    let told = wrong.tell("cs");
    assert!(told.text.starts_with("Tento kód k převodu už neplatí."), "{told}");
    assert_eq!(told, Code::TransferCodeWrong.tell("cs"));
    assert_ne!(told, wrong.meaning().tell("cs"));
    assert_eq!(AnyError::from(wrong).reply(Audience::Client).tell("cs"), told);
    assert_eq!(Code::TransferCodeWrong.tell("de").language, "en");
}

/// The hub of the shop covers its own catalog and those that it joins.
#[test]
fn the_error_of_any_provider_has_the_meaning_of_the_shop() {
    let own = AnyError::from(order("taken.example", 117).unwrap_err());
    let joined = AnyError::from(wapi::Error::DomainRegistered);
    assert_eq!([own.meaning(), joined.meaning()], [Meaning::DomainAlreadyRegistered; 2]);
    assert_eq!((own.catalog(), joined.catalog()), ("acme", "wapi"));
    let there = own.translate::<wapi::Error>().unwrap();
    assert_eq!(there.target, wapi::Error::DomainRegistered);
    let same = joined.translate::<wapi::Error>().unwrap();
    assert_eq!((same.target, same.relation), (there.target, Relation::Exact));
    let busy = System::new("busy");
    let page = AnyError::from(Error::from(busy.clone()));
    assert_eq!(page.translate::<Error>().unwrap().target, Error::from(busy));
}

#[test]
fn an_unlisted_response_is_an_error_too() {
    let unknown = order("a.example", 299).unwrap_err();
    assert_eq!((unknown.kind(), unknown.code()), (ErrorKind::Unrecognized, None));
    assert_eq!((unknown.http().get(), unknown.meaning()), (402, Meaning::Billing));
    let refused = Error::from(
        Validation::new("Bad order").with_violation(Violation::new("too long").with_field("name")),
    );
    assert_eq!(refused.to_string(), "Bad order (name: too long)");
    assert_eq!(refused.grpc(), GrpcCode::InvalidArgument);
    let proxy = System::new("").with_status(HttpStatus::new(503).unwrap());
    assert_eq!(Error::from(proxy).to_string(), "HTTP 503");
}

/// Counts errors by label, as a service does for its metrics.
fn count<E: CatalogError>(counters: &mut BTreeMap<&'static str, u32>, errors: &[E]) {
    for error in errors {
        *counters.entry(error.label()).or_default() += 1;
    }
}

#[test]
fn labels_distinguish_errors_of_all_catalogs() {
    let mut counters = BTreeMap::new();
    count(&mut counters, &[auction(), Error::TooManyOrders, auction()]);
    count(&mut counters, &[order("a.example", 299).unwrap_err()]);
    count(&mut counters, &[wapi::Error::DomainRegistered]);
    let counted: Vec<_> = counters.into_iter().collect();
    assert_eq!(
        counted,
        [("acme.118", 2), ("acme.203", 1), ("acme.unrecognized", 1), ("wapi.3201", 1)]
    );
}
