//! What a service waits for when it builds with `domain-errors` for the first time.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use errcat_model::{Catalog, CatalogSet};

use super::row;
use crate::run::{cargo, read, read_errors};
use crate::{Result, docs, root, target};

const TURNS: usize = 3;

const WITHOUT_CODES: &str = "\
#[derive(serde::Serialize, serde::Deserialize)]\npub struct Answer { pub code: u16 }\n\
#[derive(Debug, thiserror::Error)]\n#[error(\"it failed\")]\npub struct Failed;\n";
const WITH_CODES: &str = "pub use domain_errors::wapi::Code;\n";
const WITH_PROTO: &str = "include!(concat!(env!(\"OUT_DIR\"), \"/errors.rs\"));\n";
const PROTO_SCRIPT: &str =
    "fn main() { tonic_prost_build::compile_protos(\"errors.proto\").unwrap(); }\n";

/// What a service already has.
const USUAL: &str = "serde = { version = \"1\", features = [\"derive\"] }\nthiserror = \"2\"\n";

pub(crate) fn run_part() -> Result {
    against_proto()?;
    added_to_service()
}

/// A crate that depends on `domain-errors`, and one with the same codes in a `.proto` file.
fn against_proto() -> Result {
    let ours = Project::new("ours", &domain_errors(), &[("src/lib.rs", WITH_CODES)])?;
    let proto = match proto_project() {
        Ok(proto) => proto,
        Err(reason) => {
            println!("clean build / tonic-prost-build: not measured: {reason}");
            return Ok(());
        }
    };
    let [ours, other] = fastest([&ours, &proto])?;
    println!("clean build with domain-errors: {ours}\nclean build with tonic-prost-build: {other}");
    let ratio = ours.seconds / other.seconds;
    row("clean build with domain-errors / with tonic-prost-build", ratio, "", 0.5);
    Ok(())
}

fn added_to_service() -> Result {
    let lib = [WITHOUT_CODES, WITH_CODES].concat();
    let bare = Project::new("service", USUAL, &[("src/lib.rs", WITHOUT_CODES)])?;
    let with = [USUAL, &domain_errors()].concat();
    let with = Project::new("service-with-codes", &with, &[("src/lib.rs", &lib)])?;
    let [bare, with] = fastest([&bare, &with])?;
    println!("a service with serde (derive) and thiserror: {bare}\nwith domain-errors too: {with}");
    Ok(())
}

fn domain_errors() -> String {
    format!("domain-errors = {{ path = '{}' }}\n", root().join("crates/domain-errors").display())
}

/// The three catalogs as enums of a `.proto` file, with the same texts as comments.
fn proto_project() -> Result<Project> {
    // What it generates for an enum derives from `prost` alone; tonic itself is not needed.
    let dependencies = "prost = \"0.14\"\n[build-dependencies]\ntonic-prost-build = \"0.14.9\"\n";
    let proto = proto(&docs::load()?);
    let files = [("src/lib.rs", WITH_PROTO), ("build.rs", PROTO_SCRIPT), ("errors.proto", &proto)];
    let project = Project::new("proto", dependencies, &files)?;
    Ok(Project { protoc: Some(protoc()?), ..project })
}

fn proto(set: &CatalogSet) -> String {
    let enums = set.catalogs.iter().map(proto_enum);
    enums.fold("syntax = \"proto3\";\npackage errors;\n".to_owned(), |all, one| all + &one)
}

fn proto_enum(catalog: &Catalog) -> String {
    let prefix = catalog.id.to_uppercase();
    let mut text = format!("enum {} {{\n  {prefix}_UNSPECIFIED = 0;\n", prefix.to_lowercase());
    for (number, code) in (1..).zip(&catalog.codes) {
        let case = code.cases.first();
        let message = case.and_then(|case| case.messages.first()).map(|message| &message.text);
        let guidance = case.and_then(|case| case.guidance.as_ref());
        let guidance = guidance.into_iter().flat_map(|one| [&one.cause, &one.action]);
        for line in message.into_iter().chain(guidance).flat_map(|text| text.lines()) {
            let _ = writeln!(text, "  // {line}");
        }
        let _ = writeln!(text, "  {prefix}_{} = {number};", upper_snake(&code.name));
    }
    text + "}\n"
}

fn upper_snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_uppercase());
    }
    snake
}

/// The compiler of `.proto` files, which tonic-prost-build does not bring: the one that the crate
/// `protoc-bin-vendored` carries as a file. It is found before anything is timed, as if the
/// machine had it.
fn protoc() -> Result<PathBuf> {
    let program = "fn main() { \
                   print!(\"{}\", protoc_bin_vendored::protoc_bin_path().unwrap().display()); }\n";
    let dependencies = "protoc-bin-vendored = \"3.3.0\"\n";
    let finder = Project::new("protoc", dependencies, &[("src/main.rs", program)])?;
    read(finder.cargo(&["run", "--quiet"])).map(PathBuf::from)
}

/// A crate outside of the workspace.
struct Project {
    folder: PathBuf,
    protoc: Option<PathBuf>,
}

impl Project {
    /// Writes a crate, and fetches all that it depends on.
    fn new(name: &str, dependencies: &str, files: &[(&str, &str)]) -> Result<Self> {
        let this = Self { folder: target().join("bench/clean").join(name), protoc: None };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [workspace]\n[dependencies]\n{dependencies}"
        );
        for (path, text) in files.iter().copied().chain([("Cargo.toml", &*manifest)]) {
            let path = this.folder.join(path);
            let told = |error| format!("cannot write `{}`: {error}", path.display());
            fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(told)?;
            fs::write(&path, text).map_err(told)?;
        }
        read(this.cargo(&["fetch", "--quiet"]))?;
        Ok(this)
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = cargo(arguments);
        command.arg("--manifest-path").arg(self.folder.join("Cargo.toml"));
        command.envs(self.protoc.iter().map(|path| ("PROTOC", path)));
        command
    }

    /// A build into an empty folder.
    fn build(&self) -> Result<Build> {
        let folder = self.folder.join("target");
        clear(&folder)?;
        let mut build = self.cargo(&["build", "--offline", "--color=never"]);
        build.arg("--target-dir").arg(&folder);
        let (start, cpu) = (Instant::now(), cpu_of_children());
        let told = read_errors(build)?;
        let seconds = start.elapsed().as_secs_f64();
        let cpu = cpu_of_children() - cpu;
        let compiled = told.lines().filter(|line| line.trim_start().starts_with("Compiling "));
        // Without the crate itself.
        let crates = compiled.count().saturating_sub(1);
        Ok(Build { seconds, cpu, crates })
    }
}

/// What a build took.
struct Build {
    seconds: f64,
    cpu: f64,
    crates: usize,
}

impl std::fmt::Display for Build {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { seconds, cpu, crates } = self;
        write!(f, "{seconds:.1} s, {cpu:.1} s on all processors, {crates} crates")
    }
}

/// Seconds that the programs which this one has started took on all processors, so that a busy
/// machine is told from a slow build; 0 where the system does not tell.
fn cpu_of_children() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field, a name in parentheses, may hold spaces.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let [user, system] = [13, 14].map(|field| fields.clone().nth(field));
    let ticks = user.into_iter().chain(system).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS_A_SECOND
}

fn clear(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|error| format!("cannot empty `{}`: {error}", folder.display()))?;
    }
    Ok(())
}

/// The fastest build of each, in turns so that a busy machine is busy for both.
fn fastest(projects: [&Project; 2]) -> Result<[Build; 2]> {
    let mut least =
        projects.map(|_| Build { seconds: f64::INFINITY, cpu: f64::INFINITY, crates: 0 });
    for _ in 0..TURNS {
        for (least, project) in least.iter_mut().zip(projects) {
            let Build { seconds, cpu, crates } = project.build()?;
            let (seconds, cpu) = (least.seconds.min(seconds), least.cpu.min(cpu));
            *least = Build { seconds, cpu, crates };
        }
    }
    Ok(least)
}
