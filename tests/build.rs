//! Generates a catalog with sensitive parameters and one without; the shipped catalogs have none.

fn main() {
    errcat_build::Builder::new("sensitive").build();
}
