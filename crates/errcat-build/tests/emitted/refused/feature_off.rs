//! A method whose feature is off is refused with the name of the feature.
use emitted::parameters::{Error, decode, receive};

fn main() {
    let error = Error::TooMany { limit: None, type_: None };
    error.problem(); //~ E0277
    error.to_status(); //~ E0277
    Error::from_problem(&error); //~ E0277
    decode(&error); //~ E0277
    receive(Ok::<_, Error>("a response")); //~ E0277
}
