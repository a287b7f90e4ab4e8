//! A program that reads a body and prints its length.

use std::io::Read as _;

fn main() -> std::io::Result<()> {
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body)?;
    println!("{}", body.len());
    Ok(())
}
