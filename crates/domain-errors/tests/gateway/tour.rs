//! Sends the requests that the example prints to try.

use std::time::Duration;

use crate::example::tour::{self, STOPS};
use crate::house::{House, Plan};

#[tokio::test]
async fn every_request_of_the_tour_has_its_status() {
    let timeout = Duration::from_secs(1);
    let house = House::start(Plan { timeout, ..Plan::default() }).await;
    tour::prepare(&house.script);
    for stop in STOPS {
        let answer = house.ask(stop.method.parse().unwrap(), stop.path).await;
        assert_eq!(answer.status().as_u16(), stop.status, "{}: {answer:?}", stop.about);
    }
}
