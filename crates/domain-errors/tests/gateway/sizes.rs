//! Long texts over real connections.

use domain_errors::wix;

use crate::house::{House, Plan, order};
use crate::service::Provider;
use crate::service::failure::Failure;
use crate::upstreams::StandIn;
use crate::upstreams::wix::Wix;

#[tokio::test]
async fn explore() {
    let house = House::start(Plan::default()).await;
    for size in [100, 1000, 1500, 2000, 2500, 3000, 4000, 8000, 8192] {
        let name = format!("l{size}.example");
        let order = order(Provider::Wix, &name);
        let error = wix::Error::DomainRestricted { domain_name: Some("x".repeat(size).into()) };
        house.write(&order, vec![Wix.refusal(&error).unwrap()]);
        let (failure, response) = house.failure_over_http(&order).await;
        println!(
            "{size} http {} {}",
            failure == Failure::Wix(error.clone()),
            response.body().len()
        );
        let status = house.over_grpc(&order).await.unwrap_err();
        println!(
            "{size} grpc {:?} {} {:?}",
            status.code(),
            status.message().len(),
            wix::Error::from_status(&status) == Some(error)
        );
        if status.message().len() < 90 {
            println!("{status:?}")
        }
    }
}
