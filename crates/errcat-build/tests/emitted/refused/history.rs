//! Whoever uses what has a history is told by the compiler.
#![deny(deprecated)]

use emitted::history::{Case, Code, Error};

fn main() {
    let _ = Code::DomainLocked; //~ deprecated
    let _ = Case::DomainLost; //~ deprecated
    let _ = Error::DomainLost; //~ deprecated
    let _ = Code::Blocked; //~ deprecated
    let _ = Case::Court; //~ deprecated
    let _ = Code::DomainBlocked;
    match Code::find_number(1) {
        Some(Code::AllDone) => {} //~ deprecated
        _ => {}
    }
}
