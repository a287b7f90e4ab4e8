//! `cargo xtask test`: every check that a submission must pass, cheapest first.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::run::{cargo, run, run_and_read};
use crate::{Result, bench, browser, docs, generate, lines, package, root, target, users};

pub(crate) fn run_task() -> Result {
    let start = Instant::now();
    step("format", || {
        run(cargo(&["fmt", "--all", "--check"]))?;
        users::format()
    })?;
    step("generated sources", generate::check_sources)?;
    // Fails early on a machine that has none and cannot install one.
    let browser = step("a browser for the tests", browser::ensure)?;
    step("lints", || run(cargo(&clippy())))?;
    step("lints without features", || run(cargo(&clippy_bare())))?;
    step("subsets of features", subsets)?;
    step("each benchmark alone", bench::check)?;
    let mut passed = step("tests", || {
        // All targets but benchmarks, which have nothing to pass.
        let passed = test(&browser, &["--lib", "--bins", "--tests", "--examples"]);
        passed.map_err(|error| format!("{error}\n{SNAPSHOTS}"))
    })?;
    passed += step("examples in the documentation", || test(&browser, &["--doc"]))?;
    step("documentation", docs::run_rustdoc)?;
    step("reference pages", docs::run_task)?;
    step("packages", package::run_task)?;
    step("the oldest Rust", oldest_rust)?;
    passed += step("a user's crate", || count_passed(users::checked("downstream")?))?;
    passed += step("providers in YAML only", || count_passed(users::checked("providers")?))?;
    passed += step("the crate in the README", || count_passed(users::readme()?))?;
    step("a program without std", users::bare)?;
    step("licenses and duplicates", deny)?;
    let lines = lines::count_within_limit()?;
    println!("\nall steps passed in {} s", start.elapsed().as_secs());
    println!("errcat: {lines} lines of Rust and JavaScript under src");
    println!("errcat: {passed} passed, 0 failed");
    Ok(())
}

/// The way out of the most frequent failure.
const SNAPSHOTS: &str = "if a snapshot is outdated: review the change with `cargo insta test \
    --workspace --all-features --review`, or accept everything with `INSTA_UPDATE=always cargo test \
    --workspace --all-features --no-fail-fast` and review `git diff`";

/// Lints everything with all features.
fn clippy() -> [&'static str; 8] {
    ["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"]
}

/// Lints the libraries the way a build.rs compiles them.
fn clippy_bare() -> [&'static str; 11] {
    let [errcat, model, build] = ["errcat", "errcat-model", "errcat-build"];
    ["clippy", "-p", errcat, "-p", model, "-p", build, "--quiet", "--", "-D", "warnings"]
}

/// Compiles `domain-errors` without catalogs, with each of them, and with each way to read errors
/// and to pass them on; and `errcat-model` with everything.
fn subsets() -> Result {
    let passed_on = ["problem", "http", "axum", "tonic", "miette", "reqwest", "stand-in", "tower"];
    let passed_on = passed_on.map(|one| format!("wix,{one}"));
    let catalogs = ["", "domains", "wapi", "wix", "wapi,wix", "wix,serde", "wapi,json", "wapi,xml"];
    let of_errors = catalogs.into_iter().chain(passed_on.iter().map(String::as_str));
    let of_errors = of_errors.map(|one| ("domain-errors", one));
    for (package, features) in of_errors.chain([("errcat-model", "tools")]) {
        let mut command = cargo(&["check", "-p", package, "--no-default-features", "--quiet"]);
        command.args(["--features", features]);
        run(command)?;
    }
    Ok(())
}

fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = work().map_err(|error| format!("{name}: {error}"))?;
    println!("== {name}: {:.0} s", start.elapsed().as_secs_f64());
    Ok(result)
}

/// Runs tests of the workspace and counts those that passed.
fn test(browser: &Path, targets: &[&str]) -> Result<u64> {
    let mut command = cargo(&["test", "--workspace", "--all-features"]);
    // A changed snapshot is a failure; nothing is written here.
    command.args(targets).env("INSTA_UPDATE", "no").env(browser::VARIABLE, browser);
    count_passed(command)
}

/// Runs tests and counts those that passed; a failure is an error.
fn count_passed(command: Command) -> Result<u64> {
    let output = run_and_read(command)?;
    // `test result: ok. 12 passed; 0 failed; …`
    let counts = output.lines().filter_map(|line| {
        let (count, _) = line.strip_prefix("test result: ok. ")?.split_once(" passed")?;
        count.parse::<u64>().ok()
    });
    Ok(counts.sum())
}

/// Checks packages with the oldest Rust that they ask for, where it is installed. The GitHub workflow
/// installs it.
fn oldest_rust() -> Result {
    // `reqwest` and `tonic` ask for more, and so do the versions in Cargo.lock that they bring along.
    let features = "errcat/axum,json,miette,serde,stand-in,tower,xml";
    let packages: [(&str, &[&str]); 3] = [
        ("1.85", &["-p", "domain-errors", "--features", features]),
        ("1.88", &["-p", "errcat-build"]),
        ("1.89", &["-p", "errcat-cli"]),
    ];
    for (version, arguments) in packages {
        let mut rustc = Command::new("rustc");
        let rustc = rustc.arg(format!("+{version}")).arg("--version").output();
        if !rustc.is_ok_and(|output| output.status.success()) {
            println!("skipped checking with Rust {version}: it is not installed");
            continue;
        }
        let mut check = Command::new("cargo");
        check.arg(format!("+{version}")).args(["check", "--quiet"]).args(arguments);
        check.current_dir(root());
        run(check)?;
        println!("Rust {version} compiles {}", arguments.join(" "));
    }
    Ok(())
}

/// Checks licenses, sources and duplicates of the dependencies. Advisories need the network, so
/// the GitHub workflow checks them.
fn deny() -> Result {
    let program = cargo_deny()?;
    let mut command = Command::new(program);
    command.args(["check", "bans", "licenses", "sources"]).current_dir(root());
    run(command)
}

/// Returns the installed cargo-deny, or builds one in `target`.
fn cargo_deny() -> Result<PathBuf> {
    let on_path = Command::new("cargo-deny").arg("--version").output();
    if on_path.is_ok_and(|output| output.status.success()) {
        return Ok("cargo-deny".into());
    }
    let tools = target().join("tools");
    let program = tools.join("bin/cargo-deny");
    if !program.exists() {
        println!("installing cargo-deny into {}", tools.display());
        // The version that the project was last checked with: a tool should not change by itself.
        let arguments = ["install", "cargo-deny@0.20.2", "--locked", "--quiet", "--root"];
        let mut install = cargo(&arguments);
        install.arg(&tools);
        run(install)?;
    }
    Ok(program)
}
