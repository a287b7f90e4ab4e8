//! Colors: on a terminal, unless they are turned off.

use crate::{Run, TERMINAL_VARIABLES, command, errcat, run};

const ESCAPE: &str = "\u{1b}[";

/// Commands that print a page, findings and an error.
const RUNS: [&[&str]; 3] = [&["explain", "wapi:3201"], &["check", "nonexistent"], &["list", "x"]];

fn is_colored(run: &Run) -> bool {
    format!("{}{}", run.stdout, run.stderr).contains(ESCAPE)
}

fn with(variables: &[(&str, &str)], arguments: &[&str]) -> Run {
    run(command().args(arguments).envs(variables.iter().copied()))
}

#[test]
fn a_pipe_gets_no_colors() {
    for arguments in RUNS {
        assert!(!is_colored(&errcat(arguments)), "{arguments:?}");
    }
}

#[test]
fn colors_can_be_forced_and_forbidden() {
    for arguments in RUNS {
        for (when, colored) in [("always", true), ("never", false), ("auto", false)] {
            let run = errcat([arguments, &["--color", when]].concat());
            assert_eq!(is_colored(&run), colored, "{arguments:?} --color {when}");
        }
    }
}

#[test]
fn colors_change_no_text() {
    for arguments in RUNS {
        let plain = errcat(arguments);
        let colored = errcat([arguments, &["--color", "always"]].concat());
        assert_eq!(plain.exit, colored.exit);
        assert_eq!(plain.stdout, uncolored(&colored.stdout));
        assert_eq!(plain.stderr, uncolored(&colored.stderr));
    }
}

fn uncolored(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').unwrap().1)
}

#[test]
fn the_environment_decides_unless_the_command_line_does() {
    let force = ("CLICOLOR_FORCE", "1");
    let forbid = ("NO_COLOR", "1");
    for arguments in RUNS {
        assert!(is_colored(&with(&[force], arguments)), "{arguments:?}");
        assert!(!is_colored(&with(&[forbid], arguments)), "{arguments:?}");
        assert!(!is_colored(&with(&[force, forbid], arguments)), "{arguments:?}");
        // The command line takes precedence over the environment.
        let always = [arguments, &["--color", "always"]].concat();
        assert!(is_colored(&with(&[forbid], &always)), "{arguments:?}");
        let never = [arguments, &["--color", "never"]].concat();
        assert!(!is_colored(&with(&[force], &never)), "{arguments:?}");
    }
}

#[test]
fn wrong_command_lines_are_colored_like_other_errors() {
    let is_colored_with = |when| is_colored(&errcat(["--color", when, "explian"]));
    assert!(is_colored_with("always"), "the choice comes too late for errors of the command line");
    assert!(!is_colored_with("never"));
}

#[test]
fn programs_get_no_colors_even_if_forced() {
    for arguments in [
        &["export"][..],
        &["list", "wix", "--format", "json"],
        &["explain", "3201", "--format", "json"],
        &["check", "--built-in", "--format", "json"],
        &["check", "--built-in", "--format", "github"],
    ] {
        let run = errcat([arguments, &["--color", "always"]].concat());
        assert!(!is_colored(&run), "{arguments:?}");
    }
}

/// Runs a command on a terminal. Needs `script` from util-linux; fails without it.
#[cfg(target_os = "linux")]
fn on_terminal(arguments: &str, variables: &[(&str, &str)]) -> Run {
    let mut script = std::process::Command::new("script");
    let line = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_errcat"));
    script.args(["-qec", &line, "/dev/null"]).stdin(std::process::Stdio::null());
    for variable in TERMINAL_VARIABLES {
        script.env_remove(variable);
    }
    run(script.env("TERM", "xterm").envs(variables.iter().copied()))
}

#[cfg(target_os = "linux")]
#[test]
fn who_types_a_body_is_told_how_to_end_it() {
    let run = on_terminal("decode wapi", &[]);
    assert!(run.stdout.contains("reading standard input; end it with Ctrl-D"), "{run:#?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colors_unless_no_color_is_set() {
    let on_terminal = |variables: &[(&str, &str)]| {
        let run = on_terminal("explain wapi:3201", variables);
        assert!(run.stdout.contains("DomainRegistered"), "{run:#?}");
        is_colored(&run)
    };
    assert!(on_terminal(&[]));
    assert!(!on_terminal(&[("NO_COLOR", "1")]));
    assert!(!on_terminal(&[("TERM", "dumb")]));
}
