//! Facts come from a catalog, so that they can grow and need no check.
use errcat::{Guidance, Param};

fn main() {
    let guidance = Guidance { cause: "It failed.", action: "Try again." }; //~ E0639
    let Guidance { cause, action } = guidance; //~ E0638
    let param = Param { name: "a", field: "a", value: None, is_sensitive: false }; //~ E0639
    print!("{cause}{action}{param:?}");
}
