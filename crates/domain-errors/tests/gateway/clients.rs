//! Orders whose client has hung up, and orders that fail inside the gateway.

use std::sync::Arc;
use std::time::Duration;

use domain_errors::{HttpStatus, Retry, System, wix};

use crate::house::{Failure, House, Outcome, Plan, order};
use crate::provider::{Play, Provider, Role, answer, success};
use crate::service::{self, State};
use crate::upstreams::Answer;

/// Waits for the log of an order, and returns what it says.
async fn logged(house: &House) -> Vec<(String, Outcome)> {
    loop {
        let logged = house.logged_by_name();
        if !logged.is_empty() {
            return logged;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn an_order_outlives_its_client() {
    for (register, calls) in
        [(success as fn(&str) -> Vec<u8>, (1, 0)), (|_| answer(503, &[], "<html></html>"), (1, 1))]
    {
        let provider = Provider::start().await;
        let addresses = Some(provider.addresses());
        let house = Arc::new(House::start(Plan { addresses, ..Plan::default() }).await);
        let names = ["rest00000.example", "grpc00000.example"];
        let mut clients = Vec::new();
        for name in names {
            let role =
                Role { register: Play::Hold(register(name)), look: Play::Write(success(name)) };
            provider.assign(name, role);
            let (house, order) = (Arc::clone(&house), order(service::Provider::Wix, name));
            clients.push(tokio::spawn(async move { house.outcome(&order).await }));
        }
        provider.has_received(2).await;
        for client in clients {
            client.abort();
            assert!(client.await.unwrap_err().is_cancelled());
        }
        // The gateway notices that they have hung up.
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(house.logged(), []);
        provider.release();
        let mut all = logged(&house).await;
        if all.len() < 2 {
            all.extend(logged(&house).await);
        }
        for name in names {
            assert!(all.contains(&(name.to_owned(), Ok(State::Active))), "{all:?}");
            assert_eq!(provider.received(name), calls);
        }
        assert_eq!(all.len(), 2, "{all:?}");
    }
}

#[tokio::test]
async fn a_panic_is_answered_and_logged() {
    let house = House::start(Plan { panics: true, ..Plan::default() }).await;
    let order = order(service::Provider::Wix, "lost.example");
    house.write(&order, vec![Answer::page()]);
    let error = System::new("The gateway failed").with_status(HttpStatus::new(500).unwrap());
    let failure = Failure { error: wix::Error::from(error).into(), retry: Retry::Query };
    assert_eq!(house.failure_over_http(&order).await.0, failure);
    assert_eq!(house.failure_over_grpc(&order).await.0, failure);
    assert_eq!(house.logged(), [Err(failure.clone()), Err(failure)]);
}
