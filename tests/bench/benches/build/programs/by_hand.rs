//! A program that reads a body of WAPI and prints what its code means, written by hand.

mod wapi;

use std::io::Read as _;

#[derive(serde::Deserialize)]
struct Body {
    response: Response,
}

#[derive(serde::Deserialize)]
struct Response {
    code: u16,
    result: Option<String>,
}

fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    println!("{}", body.len());
    let Ok(Body { response }) = serde_json::from_slice(&body) else { return Ok(()) };
    let Ok(code) = response.code.to_string().parse::<wapi::Code>() else { return Ok(()) };
    let message = response.result.as_deref().unwrap_or(code.message());
    let (http, grpc, retry) = (code.http(), code.grpc(), code.retry());
    println!("{code}: {message}: {}: HTTP {http}, gRPC {grpc:?}, retry {retry:?}", code.name());
    println!("{}\n{}", code.cause(), code.action());
    Ok(())
}
