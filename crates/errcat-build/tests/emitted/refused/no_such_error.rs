//! A success is no error, and neither is a number that nobody looked up.
use emitted::numbers;
use emitted::parameters::{Case, Error};

fn main() {
    let done = Error::Done; //~ E0599
    let code = 10_u16 as numbers::Code; //~ E0605
    let error: Error = Case::TooMany.into(); //~ E0277
    print!("{done}{code}{error}");
}
