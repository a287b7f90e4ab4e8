fn main() {
    errcat_build::Builder::new("catalog").join(["domains", "wapi", "wix"]).build();
}
