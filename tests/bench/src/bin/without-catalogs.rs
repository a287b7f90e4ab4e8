//! A program that reads a body and prints its length.
#![allow(clippy::print_stdout, reason = "a program prints what it read")]

use std::io::Read as _;

fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    println!("{}", body.len());
    Ok(())
}
