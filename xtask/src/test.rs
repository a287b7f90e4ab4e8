//! `cargo xtask test`: everything that a submission must pass, cheapest first.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::run::{cargo, run, run_and_read};
use crate::{Result, bench, browser, docs, package, root, target, users};

pub(crate) fn run_task() -> Result {
    let start = Instant::now();
    let mut counts = Counts::default();
    step("format", || {
        run(cargo(&["fmt", "--all", "--check"]))?;
        users::format()
    })?;
    // Whoever has to install one wants to hear it first.
    step("a browser for the tests", || {
        counts.browser = browser::ensure()?;
        Ok(())
    })?;
    step("lints", || run(cargo(&clippy())))?;
    step("lints without features", || run(cargo(&clippy_bare())))?;
    step("any subset of features", subsets)?;
    step("benchmarks", bench::check)?;
    step("tests", || {
        let tested = counts.test(&["--workspace", "--all-features", "--all-targets"]);
        tested.map_err(|error| format!("{error}\n{SNAPSHOTS}"))
    })?;
    step("examples in the documentation", || {
        counts.test(&["--workspace", "--all-features", "--doc"])
    })?;
    step("documentation", docs::run_rustdoc)?;
    step("reference pages", docs::run_task)?;
    step("packages", package::run_task)?;
    step("a crate of a user", || counts.run(users::checked("downstream")?))?;
    step("a provider of YAML only", || counts.run(users::checked("epp")?))?;
    step("the crate in the README", || counts.run(users::readme()?))?;
    step("a program without std", users::bare)?;
    step("licenses and duplicates", deny)?;
    println!("\nall steps passed in {} s", start.elapsed().as_secs());
    println!("errcat: {} passed, 0 failed", counts.passed);
    Ok(())
}

/// What mends the most frequent failure.
const SNAPSHOTS: &str = "if a snapshot is out of date: read the change with `cargo insta test \
    --workspace --all-features --review`, or take all of it with `INSTA_UPDATE=always cargo test \
    --workspace --all-features --no-fail-fast` and read `git diff`";

/// Lints of everything that is compiled in any build.
fn clippy() -> [&'static str; 8] {
    ["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"]
}

/// Lints of the libraries as a build.rs compiles them.
fn clippy_bare() -> [&'static str; 11] {
    let [errcat, model, build] = ["errcat", "errcat-model", "errcat-build"];
    ["clippy", "-p", errcat, "-p", model, "-p", build, "--quiet", "--", "-D", "warnings"]
}

/// The catalogs of `domain-errors`, alone and not at all, each way to read errors and to hand them
/// on; and each feature of `errcat-model` alone.
fn subsets() -> Result {
    let handed_on =
        ["wix,problem", "wix,http", "wix,axum", "wix,tonic", "wix,miette", "wix,stand-in"];
    let catalogs = ["", "domains", "wapi", "wix", "wix,serde", "wapi,json", "wapi,xml"];
    let of_errors = catalogs.into_iter().chain(handed_on).map(|one| ("domain-errors", one));
    let of_model = ["decode", "export", "schema"].map(|one| ("errcat-model", one));
    for (package, features) in of_errors.chain(of_model) {
        let mut command = cargo(&["check", "-p", package, "--no-default-features", "--quiet"]);
        command.args(["--features", features]);
        run(command)?;
    }
    Ok(())
}

fn step(name: &str, work: impl FnOnce() -> Result) -> Result {
    println!("\n== {name}");
    let start = Instant::now();
    work().map_err(|error| format!("{name}: {error}"))?;
    println!("== {name}: {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// What the test runners said; one that failed has ended the task.
#[derive(Default)]
struct Counts {
    passed: u64,
    browser: PathBuf,
}

impl Counts {
    fn test(&mut self, arguments: &[&str]) -> Result {
        let mut command = cargo(&["test"]);
        // A benchmark is a target too; it measures, and has nothing to pass.
        command.args(arguments.iter().flat_map(|argument| match *argument {
            "--all-targets" => ["--lib", "--bins", "--tests", "--examples"].as_slice(),
            _ => std::slice::from_ref(argument),
        }));
        // A snapshot that differs is a failure, and nothing is written here.
        command.env("INSTA_UPDATE", "no").env(browser::VARIABLE, &self.browser);
        self.run(command)
    }

    fn run(&mut self, command: Command) -> Result {
        for line in run_and_read(command)?.lines() {
            let Some(rest) = line.strip_prefix("test result: ok. ") else {
                continue;
            };
            self.passed += count(rest, " passed");
        }
        Ok(())
    }
}

fn count(line: &str, what: &str) -> u64 {
    let number = line.split(what).next().and_then(|before| before.rsplit(' ').next());
    number.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// What we and our users compile: licenses, sources, no duplicates. Advisories need the network,
/// so the workflow on GitHub checks them.
fn deny() -> Result {
    let program = cargo_deny()?;
    let mut command = Command::new(program);
    command.args(["check", "bans", "licenses", "sources"]).current_dir(root());
    run(command)
}

/// The cargo-deny of the machine, or one that is built into `target`.
fn cargo_deny() -> Result<PathBuf> {
    let on_path = Command::new("cargo-deny").arg("--version").output();
    if on_path.is_ok_and(|output| output.status.success()) {
        return Ok("cargo-deny".into());
    }
    let tools = target().join("tools");
    let program = tools.join("bin/cargo-deny");
    if !program.exists() {
        println!("installing cargo-deny into {}", tools.display());
        let mut install = cargo(&["install", "cargo-deny", "--locked", "--quiet", "--root"]);
        install.arg(&tools);
        run(install)?;
    }
    Ok(program)
}
