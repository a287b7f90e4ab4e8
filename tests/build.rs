//! A catalog with sensitive parameters, as Rust: the shipped ones have none.

fn main() {
    errcat_build::Builder::new("sensitive").build();
}
