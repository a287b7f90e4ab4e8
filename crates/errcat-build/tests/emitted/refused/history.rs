//! The compiler warns the users of codes and names that have a history.
#![deny(deprecated)]

use emitted::history::{Code, Error};

fn main() {
    let _ = Code::DomainLocked; //~ deprecated
    let _ = Error::DomainLost; //~ deprecated
    let _ = Code::Blocked; //~ deprecated
    let _ = Code::DomainBlocked;
    match Code::find_number(1) {
        Some(Code::AllDone) => {} //~ deprecated
        _ => {}
    }
}
