//! Names of files come from outside. They give no orders, and no terminal gets them as they are.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::{Run, command, copied_catalogs, run, write};

/// A line of its own, which GitHub would obey, and sequences that a terminal would.
const NAME: &str = "x\n::error::pwned\u{1b}[2J\u{1b}]0;pwned\u{7}\u{202e}";

/// Runs a command, with colors, in a folder.
fn colored(folder: &Path, arguments: &[&str]) -> Run {
    run(command().args(["--color", "always"]).args(arguments).current_dir(folder))
}

/// Fails if a terminal or a workflow would obey anything in the output other than colors.
#[track_caller]
fn assert_harmless(run: &Run, arguments: &[&str]) {
    for text in [&run.stdout, &run.stderr] {
        assert!(
            !text.lines().any(|line| line.starts_with("::error::pwned")),
            "{arguments:?}: {text}"
        );
        let mut rest = text.replace('\n', "");
        while let Some((before, after)) = rest.split_once("\u{1b}[") {
            let (color, after) = after.split_once('m').unwrap_or((after, ""));
            let is_color = color.chars().all(|digit| digit.is_ascii_digit() || digit == ';');
            assert!(is_color, "{arguments:?}: {text:?}");
            rest = format!("{before}{after}");
        }
        let raw: Vec<char> =
            rest.chars().filter(|one| one.is_control() || *one == '\u{202e}').collect();
        assert!(raw.is_empty(), "{raw:?} in the output of {arguments:?}: {text:?}");
    }
}

/// Returns the exit code for catalogs with findings, which only `check` looks for.
fn exit(arguments: &[&str]) -> i32 {
    if arguments.first() == Some(&"check") { 1 } else { 2 }
}

#[test]
fn a_path_on_the_command_line_is_shown_in_one_harmless_line() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("page.csv"), "code,message\n17,Taken\n18,Free\n").unwrap();
    fs::write(root.path().join(format!("{NAME}.csv")), "\x1b[2J").unwrap();
    fs::create_dir(root.path().join(format!("{NAME}-empty"))).unwrap();
    let (page, empty) = (format!("{NAME}.csv"), format!("{NAME}-empty"));
    let (file, git) = (format!("{page}/site"), format!("git:{NAME}"));
    for arguments in [
        &["check", NAME][..],
        &["check", &page],
        &["check", &empty, "--format", "github"],
        &["list", "--catalog", NAME],
        &["new", "acme", "--out", NAME],
        &["new", "acme", "--out", NAME],
        &["docs", "--catalog", NAME, "--out", NAME],
        &["docs", "--catalog", NAME, "--out", &format!("{NAME}-site")],
        &["docs", "--out", &file],
        &["schema", &format!("{NAME}-schema")],
        &["schema", &file],
        &["import", "page.csv", "--out", &format!("{NAME}-import")],
        &["import", "page.csv", "--out", NAME],
        &["import", &page],
        &["drift", &page, "wapi"],
        &["diff", NAME, &page],
        &["diff", &page, NAME],
        &["diff", &git, NAME],
        &["diff", &git, &git],
        &["explain", NAME],
        &["list", NAME],
        &["check", "--no-such-option", NAME],
        &["completions", NAME],
        &["translate", "wapi:3201", "--into", NAME],
    ] {
        assert_harmless(&colored(root.path(), arguments), arguments);
    }
}

#[test]
fn a_harmful_file_name_is_only_a_finding() {
    let catalogs = copied_catalogs();
    let wix = catalogs.path().join("wix");
    fs::rename(wix.join("platform.yaml"), wix.join(format!("{NAME}.yaml"))).unwrap();
    fs::rename(&wix, catalogs.path().join(NAME)).unwrap();
    for arguments in [
        &["check", "."][..],
        &["check", ".", "--format", "json"],
        &["check", ".", "--format", "github"],
        &["docs", "--catalog", ".", "--out", "site"],
        &["list", "--catalog", "."],
        &["export", "--catalog", "."],
        &["diff", ".", "."],
    ] {
        let run = colored(catalogs.path(), arguments);
        assert_harmless(&run, arguments);
        assert_eq!(run.exit, Some(exit(arguments)), "{arguments:?}");
        let findings = (run.stdout + &run.stderr).matches("file-name").count();
        assert_eq!(findings, 2, "{arguments:?}");
    }
    assert!(!catalogs.path().join("site").exists());
}

#[test]
fn a_name_that_means_something_else_in_a_link_is_a_finding() {
    for name in ["a b.yaml", "a)b](c.yaml", "a%20b.yaml", "a#b.yaml", "a&b.yaml", "\u{e9}.yaml"] {
        let catalogs = copied_catalogs();
        let wix = catalogs.path().join("wix");
        fs::rename(wix.join("platform.yaml"), wix.join(name)).unwrap();
        let run = colored(catalogs.path(), &["docs", "--catalog", ".", "--out", "site"]);
        assert!(run.exit == Some(2) && run.stderr.contains("file-name"), "{name}: {run:#?}");
    }
}

#[test]
fn parts_of_a_group_and_other_groups_have_different_pages() {
    let root = tempfile::tempdir().unwrap();
    let group = |first: u32| {
        let codes = (first..first + 501).map(|code| {
            format!(
                "- code: {code}\n  message: Number {code} is wrong\n  kind-of: request.invalid\n  guidance:\n    cause: The provider did not take number {code}.\n    \
                 action: Send another number than {code} to the provider.\n"
            )
        });
        let head = "group: { title: All, about: All of them., source: list }\ncodes:\n".to_owned();
        head + &codes.collect::<String>()
    };
    let provider = "id: big\ntitle: Big\nabout: It has many codes.\ndomain: big.example\n\
                    code-type: integer\nsources: [{ id: list, title: The list }]\n";
    write(&root.path().join("big/provider.yaml"), provider);
    for (name, first) in [("all", 1), ("all.2", 1_001)] {
        write(&root.path().join("big").join(format!("{name}.yaml")), &group(first));
    }
    colored(root.path(), &["docs", "--catalog", "big", "--out", "site"]).done();
    for (page, code) in [("all", 1), ("all~2", 501), ("all.2", 1_001), ("all.2~2", 1_501)] {
        let page = root.path().join(format!("site/big/groups/{page}.html"));
        let text = fs::read_to_string(page).unwrap();
        assert!(text.contains(&format!("../{code}.html")), "{code}");
    }
}

#[test]
fn a_link_that_leads_out_of_the_catalog_reveals_nothing() {
    let (catalogs, elsewhere) = (copied_catalogs(), tempfile::tempdir().unwrap());
    write(&elsewhere.path().join("secret/provider.yaml"), "password: hunter2\n");
    symlink(elsewhere.path().join("secret/provider.yaml"), catalogs.path().join("wix/x.yaml"))
        .unwrap();
    symlink(elsewhere.path().join("secret"), catalogs.path().join("acme")).unwrap();
    for arguments in [&["check", "."][..], &["list", "--catalog", "."], &["diff", ".", "."]] {
        let run = colored(catalogs.path(), arguments);
        assert_eq!(run.exit, Some(exit(arguments)), "{arguments:?}");
        let text = run.stdout + &run.stderr;
        assert_eq!(text.matches("leads out of the folder").count(), 2, "{text}");
        assert!(!text.contains("hunter2"), "{text}");
    }

    // A link to the whole folder is what the user named.
    for name in ["wix/x.yaml", "acme"] {
        fs::remove_file(catalogs.path().join(name)).unwrap();
    }
    symlink(catalogs.path(), elsewhere.path().join("catalog")).unwrap();
    assert!(colored(elsewhere.path(), &["check", "catalog"]).done().ends_with("no findings\n"));
}
