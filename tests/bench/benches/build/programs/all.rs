//! A program that reads a body as an error of each of our catalogs, and prints what it means.

use std::io::Read as _;

use domain_errors::{CatalogError, Input, domains, wapi, wix};

fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    println!("{}", body.len());
    print::<domains::Error>(&body);
    print::<wapi::Error>(&body);
    print::<wix::Error>(&body);
    Ok(())
}

fn print<E: CatalogError>(body: &[u8]) {
    let response = domain_errors::decode::<E>(Input::new(body));
    let Some(error) = response.error() else { return };
    println!("{error}: HTTP {}, gRPC {}, retry {}", error.http(), error.grpc(), response.retry());
    if let Some(guidance) = error.guidance() {
        println!("{}\n{}", guidance.cause, guidance.action);
    }
}
