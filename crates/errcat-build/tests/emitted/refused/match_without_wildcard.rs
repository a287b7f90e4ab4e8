//! A later version of the catalog can have more codes and errors.
use emitted::parameters::Error;
use emitted::several::Code;

fn on_code(code: Code) -> u8 {
    match code { //~ E0004
        Code::InvalidDomain => 1,
        Code::Denied => 2,
    }
}

fn on_error(error: &Error) -> u8 {
    match error { //~ E0004
        Error::CodeRefused { .. } => 1,
        Error::TooMany { .. } => 2,
        Error::Moved(_) => 3,
        Error::Validation(_) => 4,
        Error::System(_) => 5,
        Error::Unrecognized(_) => 6,
    }
}

fn main() {
    let error = Error::TooMany { limit: None, type_: None };
    print!("{}{}", on_code(Code::Denied), on_error(&error));
}
