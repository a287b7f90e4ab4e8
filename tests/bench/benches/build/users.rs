//! The cost of our crates for a user: seconds and crates of a build, and the size of a program.

use std::process::Stdio;

use errcat_bench::{fastest, ratio, value};
use errcat_model::{Sources, load};

use crate::cargo::{Cost, Package, least};
use crate::peers;

const GENERATOR: &str = "[build-dependencies]\ntonic-prost-build = \"0.14\"\n";
const OURS_BARE: &str = "[dependencies.domain-errors]\npath = \"CRATES/domain-errors\"\n\
                         default-features = false\nfeatures = [\"alloc\", \"domains\", \"wapi\", \"wix\"]\n";
const OURS: &str = "[dependencies.domain-errors]\npath = \"CRATES/domain-errors\"\n";
const OWN: &str = "[dependencies.errcat]\npath = \"CRATES/errcat\"\n\
                   [build-dependencies.errcat-build]\npath = \"CRATES/errcat-build\"\n";
const SERVICE: &str = "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n\
                       serde_json = \"1\"\nthiserror = \"2\"\n";

pub(crate) fn measure() {
    builds();
    build_script();
    sizes();
}

fn builds() {
    let lib = [("src/lib.rs", "")];
    let own_lib = ("src/lib.rs", "errcat::include_catalogs!();\n");
    let own_script = format!(
        "fn main() {{ errcat_build::Builder::new({:?}).build(); }}\n",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../providers/catalog/epp")
    );
    let script = "fn main() { let _ = tonic_prost_build::configure(); }\n";
    let generator = Package::new(GENERATOR, &[lib[0], ("build.rs", script)]);
    let bare = Package::new(OURS_BARE, &lib);
    let ours = Package::new(OURS, &lib);
    let own = Package::new(OWN, &[own_lib, ("build.rs", &own_script)]);
    let service = Package::new(SERVICE, &lib);
    let service_with_ours = Package::new(&format!("{SERVICE}{OURS}"), &lib);
    let all = [&generator, &bare, &ours, &own, &service, &service_with_ours];
    let [generator, bare, ours, own, service, service_with_ours] = least(all);

    println!("a build with tonic-prost-build compiles {} crates", generator.crates);
    let contest = |name: &str, cost: Cost, goal: f64| {
        let times = (cost.seconds, generator.seconds);
        ratio(&format!("a build with {name} / tonic-prost-build"), times, " s", goal);
    };
    contest("domain-errors without json", bare, 0.15);
    contest("domain-errors", ours, 0.3);
    contest("a catalog of its own", own, 0.6);
    value("domain-errors without json, and what it needs", bare.crates as f64, " crates", 2.0);
    value("domain-errors, and what it needs", ours.crates as f64, " crates", 8.0);
    match service_with_ours.processor.zip(service.processor) {
        Some((with, without)) => {
            value("domain-errors in a service, processor time", with - without, " s", 1.5);
        }
        None => println!("this system does not report the processor time of builds"),
    }
}

fn build_script() {
    let sections = "[build-dependencies]\nerrcat-build.path = \"CRATES/errcat-build\"\n\
                    domain-errors-catalog.path = \"CRATES/../catalog\"\n";
    let script = "fn main() { errcat_build::Builder::texts(\
                  domain_errors_catalog::FILES.iter().copied()).build(); }\n";
    let package = Package::new(sections, &[("src/lib.rs", ""), ("build.rs", script)]);
    package.cost();
    let run = || {
        let status = package.build_script().stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "the build script fails");
    };
    let [seconds] = fastest(20, [&run]);
    value("a build script over our catalogs, not optimized", seconds * 1e3, " ms", 80.0);
}

fn sizes() {
    let program = |sections: &str, main: &str, rest: &[(&str, &str)]| {
        Package::new(sections, &[&[("src/main.rs", main)], rest].concat()).kilobytes()
    };
    let wapi = OURS_BARE.replace("\"alloc\", \"domains\", \"wapi\", \"wix\"", "\"json\", \"wapi\"");
    let all = format!("{OURS}features = [\"xml\"]\n");
    let sources = Sources::from_texts(domain_errors_catalog::FILES.iter().copied());
    let shipped = load(&sources).expect("the shipped catalogs are clean");
    let catalog = shipped.catalog("wapi").expect("it is shipped");
    let matches = peers::matches_everywhere(catalog).replace("#![no_std]\n", "");

    let nothing = program("", include_str!("programs/nothing.rs"), &[]);
    let by_hand = program(
        "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n",
        include_str!("programs/by_hand.rs"),
        &[("src/wapi.rs", &matches)],
    );
    let wapi = program(&wapi, include_str!("programs/wapi.rs"), &[]);
    let all = program(&all, include_str!("programs/all.rs"), &[]);
    let sizes = (wapi - nothing, by_hand - nothing);
    ratio("a program larger by reading WAPI / by hand", sizes, " kB", 1.5);
    // Before texts and facts became rows that people can read, it was 379 kB.
    value("a program larger by reading all three catalogs", all - nothing, " kB", 479.0);
}
