//! A method whose feature is off is refused with the name of the feature.
use emitted::parameters::{Error, decode, receive};

fn main() {
    let error = Error::TooMany { limit: None, type_: None };
    error.problem(); //~ E0277 the feature `problem` of `errcat` is off
    error.to_status(); //~ E0277 the feature `tonic` of `errcat` is off
    Error::from_problem(&error); //~ E0277 the feature `problem` of `errcat` is off
    decode(&error); //~ E0277 the features `json` and `xml` of `errcat` are off
    receive(Ok::<_, Error>("a response")); //~ E0277 the feature `reqwest` of `errcat` is off
}
