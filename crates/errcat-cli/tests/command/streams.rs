//! Pipes that close early and full disks.

use std::io::Read as _;
use std::process::Stdio;

use crate::command;

/// Such as `errcat export | head -c 16`.
#[test]
fn a_closed_pipe_is_not_an_error() {
    for arguments in [&["export"][..], &["list", "--format", "json"], &["completions", "bash"]] {
        let mut child = command()
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut start = [0; 16];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut start).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

/// `check | head -1` in a script with `pipefail` must still stop it.
#[test]
fn findings_stay_findings_when_the_pipe_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    crate::write(&folder.path().join("provider.yaml"), "id: acme");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut check = command();
    check.arg("check").arg(folder.path()).stdout(writer).stderr(Stdio::piped());
    let output = check.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    for arguments in [
        &["export"][..],
        &["list"],
        &["explain", "3201"],
        &["check", "--built-in"],
        &["completions", "zsh"],
    ] {
        let run = on_full_disk(arguments);
        assert_eq!(run.exit, Some(2), "{arguments:?}");
        assert!(run.stderr.starts_with("error: cannot write: No space left"), "{}", run.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_on_a_full_disk_is_an_error_too() {
    for arguments in [&["--help"][..], &["--version"], &["help", "list"]] {
        assert_eq!(on_full_disk(arguments).exit, Some(2), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
fn on_full_disk(arguments: &[&str]) -> crate::Run {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    crate::run(command().args(arguments).stdout(full))
}
