//! A success is not an error, and a number is not a code until somebody looks it up.
use emitted::numbers;
use emitted::parameters::{Code, Error};

fn main() {
    let done = Error::Done; //~ E0599
    let code = 10_u16 as numbers::Code; //~ E0605
    let error: Error = Code::TooMany.into(); //~ E0277
    print!("{done}{code}{error}");
}
