fn main() {
    errcat_build::Builder::new("epp").join(["domains", "wapi", "wix"]).build();
}
