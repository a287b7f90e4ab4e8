//! The command line itself: help, version and errors.

use crate::errcat;

#[test]
fn the_version_is_printed() {
    let version = concat!("errcat ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(errcat(["--version"]).done(), version);
    assert_eq!(errcat(["-V"]).done(), version);
}

#[test]
fn help() {
    insta::assert_snapshot!(errcat(["--help"]).done());
}

#[test]
fn help_of_explain() {
    insta::assert_snapshot!(errcat(["help", "explain"]).done());
}

#[test]
fn help_of_translate() {
    insta::assert_snapshot!(errcat(["help", "translate"]).done());
}

#[test]
fn help_of_decode() {
    insta::assert_snapshot!(errcat(["help", "decode"]).done());
}

#[test]
fn help_of_import() {
    insta::assert_snapshot!(errcat(["help", "import"]).done());
}

#[test]
fn help_of_drift() {
    insta::assert_snapshot!(errcat(["help", "drift"]).done());
}

#[test]
fn help_of_new() {
    insta::assert_snapshot!(errcat(["help", "new"]).done());
}

#[test]
fn help_of_check() {
    insta::assert_snapshot!(errcat(["check", "-h"]).done());
}

#[test]
fn every_subcommand_has_help() {
    for subcommand in [
        "check",
        "explain",
        "translate",
        "decode",
        "coverage",
        "diff",
        "list",
        "docs",
        "export",
        "import",
        "drift",
        "new",
        "schema",
        "completions",
        "man",
    ] {
        let help = errcat([subcommand, "--help"]).done();
        assert!(help.contains(&format!("Usage: errcat {subcommand}")), "{help}");
    }
}

#[test]
fn no_arguments_print_the_help() {
    let run = errcat([""; 0]);
    assert_eq!(run.exit, Some(2));
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("Usage: errcat"), "{}", run.stderr);
    assert!(run.stderr.contains("explain"), "{}", run.stderr);
}

#[test]
fn a_wrong_command_line_is_exit_code_two() {
    for (arguments, expected) in [
        (&["explian"][..], "'explain'"),
        (&["--colour", "never", "list"], "'--color'"),
        (&["check", "--fromat", "json"], "'--format'"),
        (&["check", "--format", "xml"], "human, json, github"),
        (&["check", "--format"], "human, json, github"),
        (&["explain", "3201", "--format", "github"], "human, json"),
        (&["export", "--format", "yaml"], "json"),
        (&["list", "--color", "sometimes"], "auto, always, never"),
        (&["explain"], "<REF>"),
        (&["translate", "Invalid", "domain"], "'domain'"),
        (&["schema"], "<DIR>"),
        (&["import"], "<PAGE>"),
        (&["import", "x.md", "--column", "code"], "KIND=COLUMN"),
        (&["import", "x.md", "--column", "text=1"], "none"),
        (&["import", "x.md", "--from", "pdf"], "markdown, html, csv, text"),
        (&["import", "x.md", "--id", "Acme API"], "joined by `-`"),
        (&["drift", "x.md"], "<CATALOG>"),
        (&["new"], "<CATALOG>"),
        (&["new", "Acme"], "joined by `-`"),
        (&["new", "acme", "--code-type", "number"], "integer, string"),
        (&["completions"], "<SHELL>"),
        (&["man"], "<DIR>"),
        (&["list", "--catalog"], "--catalog <DIR>"),
    ] {
        let error = errcat(arguments).error(2);
        assert!(error.contains(expected), "{arguments:?}: {error}");
    }
}
