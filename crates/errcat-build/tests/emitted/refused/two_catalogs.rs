//! The types of one catalog are never taken for those of another.
use emitted::{numbers, parameters, several};

fn name(case: errcat::Case<several::Code>) -> &'static str {
    case.name()
}

fn order() -> Result<(), parameters::Error> {
    Err(parameters::Error::TooMany { limit: Some(3), type_: None })
}

fn connect() -> Result<(), several::Error> {
    order()?; //~ E0277
    Err(order().unwrap_err()) //~ E0308
}

fn main() {
    let is_same = numbers::Code::Gone == several::Code::Denied; //~ E0308
    let name = name(numbers::Code::Gone.cases().next().unwrap()); //~ E0308
    print!("{is_same}{name}{:?}", connect());
}
