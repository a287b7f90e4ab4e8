//! A program that reads a body of WAPI and prints what its code means.

use std::io::Read as _;

use domain_errors::{Input, wapi};

fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    println!("{}", body.len());
    let response = wapi::decode(Input::new(&body));
    let Some(error) = response.error() else { return Ok(()) };
    println!("{error}: HTTP {}, gRPC {}, retry {}", error.http(), error.grpc(), response.retry());
    if let Some(guidance) = error.guidance() {
        println!("{}\n{}", guidance.cause, guidance.action);
    }
    Ok(())
}
