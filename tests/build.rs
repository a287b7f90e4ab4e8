//! A catalog with sensitive parameters, as Rust: the shipped ones have none.

fn main() {
    let golden = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../crates/errcat-build/tests/emitted/golden/parameters"
    );
    errcat_build::Builder::new(golden).build();
}
