//! Sends the requests that the example prints to try.

use std::time::Duration;

use http::header::CONTENT_LANGUAGE;

use crate::example::tour::{self, STOPS};
use crate::house::{House, Plan};

#[tokio::test]
async fn every_request_of_the_tour_has_its_status() {
    let timeout = Duration::from_secs(1);
    let house = House::start(Plan { timeout, ..Plan::default() }).await;
    tour::prepare(&house.script);
    for stop in STOPS {
        let answer = house.ask(stop.method.parse().unwrap(), stop.path, stop.languages).await;
        assert_eq!(answer.status().as_u16(), stop.status, "{}: {answer:?}", stop.about);
        let language = answer.headers().get(CONTENT_LANGUAGE);
        let is_czech = language.is_some_and(|language| language == "cs");
        assert_eq!(is_czech, stop.languages.starts_with("cs"), "{}: {answer:?}", stop.about);
    }
}
