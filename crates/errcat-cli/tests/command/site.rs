//! `errcat docs` loses nothing: what others added, what a link leads to, and the last good site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::{Run, command, run, without_root, write};

/// A folder with catalogs of one code, and a place for their site.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { root: tempfile::tempdir().unwrap() };
        for name in ["first", "second"] {
            let provider = format!(
                "id: acme\ntitle: Acme {name}\nabout: The registrar.\ndomain: api.acme.example\n\
                 code-type: integer\nsources: [{{ id: manual, title: Manual }}]\n"
            );
            place.write(&format!("{name}/acme/provider.yaml"), &provider);
            place.write(
                &format!("{name}/acme/all.yaml"),
                "group: { title: All, about: All of them., source: manual }\ncodes:\n\
                 - code: 17\n  name: Broken\n  message: It broke\n  is: broken\n  guidance:\n    \
                 cause: Something in the machine is broken.\n    \
                 action: Call the people who can repair it.\n",
            );
            place.write(
                &format!("{name}/meanings.yaml"),
                "meanings:\n- { id: failure, title: It failed, tell: { en: It is so. }, http: 500, grpc: INTERNAL, \
                 retry: never, actor: operator }\n- { id: broken, parent: failure, title: It broke, tell: { en: It is so. } }\n\
                 roles: { passing: failure, broken: failure, validation: failure, unknown: failure }\n",
            );
        }
        place.write("public/notes.txt", "keep me");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        write(&self.path(name), text);
    }

    fn start(&self, catalog: &str, out: &str) -> Child {
        let mut command = self.command(catalog, out);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    fn command(&self, catalog: &str, out: &str) -> Command {
        let mut command = command();
        command.args(["--only", "--catalog"]).arg(self.path(catalog)).args(["docs", "--out", out]);
        command.current_dir(self.path("public"));
        command
    }

    fn docs(&self, out: &str) -> Run {
        run(&mut self.command("first", out))
    }

    /// The names in `public`.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("public")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn shown(&self, text: &str) -> String {
        let root = fs::canonicalize(self.root.path()).unwrap();
        without_root(text, &root)
    }

    /// Fails unless the site is whole.
    #[track_caller]
    fn check(&self) {
        let site = self.path("public/site");
        let list = fs::read_to_string(site.join(".errcat-site")).unwrap();
        let files: Vec<_> = list.lines().filter_map(|line| line.split_once("  ")).collect();
        assert!(files.iter().any(|(_, path)| *path == "index.html"), "no start page in {list}");
        for (hash, path) in files {
            let found = Sha256::digest(fs::read(site.join(path)).unwrap());
            let found = found.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>();
            assert_eq!(found.concat(), hash, "{path}");
        }
    }
}

#[test]
fn what_others_added_is_named_and_kept() {
    let place = Place::new();
    place.docs("site").done();
    place.write("public/site/.git/HEAD", "ref: refs/heads/main\n");
    place.write("public/site/CNAME", "errors.example\n");
    place.write("public/site/acme/mine.html", "mine");
    fs::create_dir(place.path("public/site/notes")).unwrap();
    fs::write(place.path("public/site/index.html"), "edited by hand").unwrap();
    let error = place.docs("site").error(2);
    insta::assert_snapshot!(place.shown(&error));

    let mut inside = place.command("second", ".");
    assert_eq!(run(inside.current_dir(place.path("public/site"))).error(2), error);
    for kept in [".git/HEAD", "CNAME", "acme/mine.html", "notes"] {
        assert!(place.path("public/site").join(kept).exists(), "{kept}");
    }
    assert_eq!(fs::read_to_string(place.path("public/site/index.html")).unwrap(), "edited by hand");
    assert_eq!(place.names(), ["notes.txt", "site"]);
}

#[test]
fn a_list_that_is_not_ours_does_not_make_a_site() {
    let place = Place::new();
    place.write("public/site/thesis.txt", "keep me");
    for list in ["", "A site that `errcat docs` wrote\n", "0000  thesis.txt\n"] {
        place.write("public/site/.errcat-site", list);
        place.docs("site").error(2);
    }
    assert!(place.path("public/site/thesis.txt").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_list_does_not_make_a_site() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    place.docs("site").done();
    let list = place.path("public/site/.errcat-site");
    fs::rename(&list, place.path("list")).unwrap();
    symlink(place.path("list"), &list).unwrap();
    place.docs("site").error(2);
    assert!(list.is_symlink());
}

#[test]
fn a_path_through_the_site_leads_to_it() {
    let place = Place::new();
    place.docs("site").done();
    for path in ["site/../site", "./site/", "new/../site"] {
        let said = place.docs(path).done();
        assert_eq!(place.shown(&said), "10 pages: [dir]/public/site/index.html\n", "{path}");
        place.check();
    }
    fs::remove_dir(place.path("public/new")).unwrap();
    assert_eq!(place.names(), ["notes.txt", "site"]);
}

#[test]
fn a_site_can_be_written_from_inside() {
    let place = Place::new();
    place.docs("site").done();
    let mut inside = place.command("second", ".");
    let said = run(inside.current_dir(place.path("public/site"))).done();
    assert_eq!(place.shown(&said), "10 pages: [dir]/public/site/index.html\n");
    place.check();
    assert!(fs::read_to_string(place.path("public/site/index.html")).unwrap().contains("second"));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_site_is_kept() {
    use std::os::unix::fs::symlink;

    let place = Place::new();
    place.docs("site").done();
    let link = place.path("public/link");
    symlink("site", &link).unwrap();
    let said = run(&mut place.command("second", "link")).done();
    assert_eq!(place.shown(&said), "10 pages: [dir]/public/site/index.html\n");
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("site"));
    place.check();
    assert!(fs::read_to_string(link.join("index.html")).unwrap().contains("second"));

    fs::remove_file(&link).unwrap();
    symlink("nowhere", &link).unwrap();
    let error = place.docs("link").error(2);
    assert_eq!(error, "error: cannot write `link`: no such file or directory\n");
    assert!(link.is_symlink());
}

/// Where folders cannot be exchanged at once, a run can be killed between two renames.
#[test]
fn a_site_that_was_moved_aside_is_put_back() {
    let place = Place::new();
    place.docs("site").done();
    place.write("public/site/CNAME", "errors.example\n");
    fs::create_dir(place.path("public/.site.errcat")).unwrap();
    fs::rename(place.path("public/site"), place.path("public/.site.errcat/previous")).unwrap();
    let error = place.docs("site").error(2);
    assert!(place.shown(&error).contains("`[dir]/public/site`"), "{error}");
    assert!(place.path("public/site/CNAME").is_file());
    assert_eq!(place.names(), ["notes.txt", "site"]);
}

#[test]
fn what_killed_runs_left_is_removed_unless_something_was_added() {
    let place = Place::new();
    place.docs("site").done();
    place.docs("other").done();
    for (name, leftover) in [("site", "next"), ("other", "previous")] {
        let leftover = place.path("public/.site.errcat").join(leftover);
        fs::create_dir_all(leftover.parent().unwrap()).unwrap();
        fs::rename(place.path("public").join(name), leftover).unwrap();
        place.docs("site").done();
        place.check();
        assert!(!place.path("public/.site.errcat").exists(), "{name}");
    }
    place.write("public/.site.errcat/work/site/half.html", "half");
    place.docs("site").done();
    fs::create_dir(place.path("public/.site.errcat")).unwrap();
    let leftover = place.path("public/.site.errcat/next");
    fs::rename(place.path("public/site"), &leftover).unwrap();
    fs::write(leftover.join("CNAME"), "errors.example").unwrap();
    place.docs("site").error(2);
    assert!(leftover.join("CNAME").is_file());
}

const RUNS: u32 = 100;

#[test]
fn a_hundred_killed_runs_leave_a_whole_site() {
    let place = Place::new();
    let start = Instant::now();
    place.docs("site").done();
    let duration = start.elapsed();
    for number in 0..RUNS {
        // A killed first run leaves a whole site or none.
        let had_site = number % 10 != 9;
        if !had_site {
            let _ = fs::remove_dir_all(place.path("public/site"));
        }
        let catalog = if number % 2 == 0 { "first" } else { "second" };
        let mut child = place.start(catalog, "site");
        // 37 and 100 have no common divisor: every hundredth of a run is a moment once.
        thread::sleep(duration * (number * 37 % RUNS) / RUNS);
        let _ = child.kill();
        child.wait().unwrap();
        if !had_site && !place.path("public/site").exists() {
            place.docs("site").done();
        }
        place.check();
    }
    place.docs("site").done();
    place.check();
    assert_eq!(place.names(), ["notes.txt", "site"], "something is left of the killed runs");
}

#[test]
fn a_hundred_concurrent_runs_leave_a_whole_site() {
    /// More at once would only wait for each other.
    const AT_ONCE: u32 = 10;
    let place = Place::new();
    for wave in 0..RUNS / AT_ONCE {
        let catalogs = ["first", "second"].iter().cycle().take(AT_ONCE as usize);
        let children: Vec<Child> = catalogs.map(|catalog| place.start(catalog, "site")).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success(), "in wave {wave}");
        }
        place.check();
        assert_eq!(place.names(), ["notes.txt", "site"], "after wave {wave}");
    }
}
