fn main() {
    errcat_build::Builder::new("acme").build();
}
