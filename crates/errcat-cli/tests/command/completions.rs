//! `errcat completions` and `errcat man`

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use crate::{errcat, run};

#[test]
fn every_shell_gets_completions_of_the_subcommands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = errcat(["completions", shell]).done();
        for word in ["errcat", "explain", "check", "list", "catalog"] {
            assert!(script.contains(word), "{shell} knows no `{word}`");
        }
    }
}

#[test]
fn bash_completes_with_its_script() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("errcat.bash");
    fs::write(&script, errcat(["completions", "bash"]).done()).unwrap();
    // Fails without bash: nothing else can run the script.
    assert_eq!(run(Command::new("bash").arg("-n").arg(&script)).done(), "");

    let complete = "source \"$0\"\n\
                    COMP_WORDS=(errcat exp) COMP_CWORD=1\n\
                    _errcat errcat exp errcat\n\
                    printf '%s\\n' \"${COMPREPLY[@]}\"";
    let words = run(Command::new("bash").args(["--norc", "-c", complete]).arg(&script)).done();
    assert_eq!(words, "explain\nexport\n");
}

#[test]
fn an_unknown_shell_is_answered_with_the_known_ones() {
    let error = errcat(["completions", "cmd"]).error(2);
    assert!(error.contains("bash, elvish, fish, powershell, zsh"), "{error}");
}

#[test]
fn every_subcommand_has_a_man_page() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("share/man1");
    errcat([OsStr::new("man"), folder.as_os_str()]).done();
    let page = fs::read_to_string(folder.join("errcat-list.1")).unwrap();
    assert!(page.contains("\\-\\-retry"), "{page}");
    assert!(folder.join("errcat.1").is_file());
    let file = folder.join("errcat.1/deeper");
    let error = errcat([OsStr::new("man"), file.as_os_str()]).error(2);
    assert!(error.contains("a folder in this path is a file"), "{error}");
}
