//! A catalog with sensitive parameters, as Rust, and one without: the shipped ones have none.

fn main() {
    errcat_build::Builder::new("sensitive").build();
}
