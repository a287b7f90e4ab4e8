fn main() {
    errcat_build::Builder::new("acme").join(["domains", "wapi", "wix"]).build();
}
