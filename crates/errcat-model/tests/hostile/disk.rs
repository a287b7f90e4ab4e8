//! Files and folders that cannot be read as what they are called.

use std::fs;
use std::path::Path;

use errcat_model::{Findings, Law, Sources, load};

use super::catalog::{GROUP, HUB, PROVIDER, shown};

/// A catalog on the disk: right, but for a bystander and what a test adds.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let disk = Self { folder };
        disk.write("meanings.yaml", HUB);
        disk.write("acme/provider.yaml", PROVIDER);
        disk.write("acme/orders.yaml", GROUP);
        // It sorts behind what the tests add.
        disk.write("acme/zzz.yaml", format!("{GROUP}nope: 1\n").replace("code: A", "code: Z"));
        disk
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn load(&self) -> (Findings, Sources) {
        let sources = Sources::read(&[self.folder.path()]);
        let findings = load(&sources).unwrap_err();
        let bystander = shown(&slashed(&self.path("acme/zzz.yaml")), &findings, &sources);
        assert!(bystander.contains(&"unknown-key 12:1".to_owned()), "{bystander:?}");
        (findings, sources)
    }

    /// Returns the findings in one file, as `law line:column`.
    fn findings_in(&self, name: &str) -> Vec<String> {
        let (findings, sources) = self.load();
        shown(&slashed(&self.path(name)), &findings, &sources)
    }

    fn message_of(&self, law: Law) -> String {
        let (findings, _) = self.load();
        let finding = findings.iter().find(|finding| finding.law == law).unwrap();
        let folder = slashed(self.folder.path());
        finding.message.replace(&folder, "CATALOG")
    }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[test]
fn a_byte_that_is_not_utf8_has_a_line_and_column() {
    for (bytes, place) in [
        (&b"\xff"[..], "1:1"),
        (b"a: b\n# \xc3\xa9\xc3\xa9 \xe9t\xe9\n", "2:6"),
        (b"\xef\xbb\xbfa: b\r\nc: \xff\r\n", "2:4"),
        (b"\xef\xbb\xbfa\xff", "1:2"),
        (b"\xff\xfea\0:\0", "1:1"),
        (b"a: \xed\xa0\x80", "1:4"),
        (b"a: \xf0\x9f\x98", "1:4"),
    ] {
        let disk = Disk::new();
        disk.write("acme/broken.yaml", bytes);
        assert_eq!(
            disk.findings_in("acme/broken.yaml"),
            [format!("not-utf8 {place}")],
            "{bytes:x?}"
        );
    }
}

#[test]
fn a_byte_after_fifty_megabytes_is_found() {
    let disk = Disk::new();
    let mut bytes = b"# a comment\n".repeat((50 << 20) / 12);
    bytes.push(0xff);
    disk.write("acme/broken.yaml", &bytes);
    let line = bytes.len() / 12 + 1;
    assert_eq!(disk.findings_in("acme/broken.yaml"), [format!("not-utf8 {line}:1")]);
}

#[test]
fn a_folder_with_the_name_of_a_file_is_reported() {
    let disk = Disk::new();
    fs::create_dir(disk.path("acme/folder.yaml")).unwrap();
    assert_eq!(disk.findings_in("acme/folder.yaml"), ["unreadable-file 1:1"]);
    assert_eq!(
        disk.message_of(Law::UnreadableFile),
        "cannot read `CATALOG/acme/folder.yaml`: it is not a regular file"
    );
}

#[test]
fn a_missing_folder_is_reported() {
    let sources = Sources::read(&["no-such-folder"]);
    let findings = load(&sources).unwrap_err();
    assert_eq!(findings[0].message, "cannot read `no-such-folder`: no such file or directory");
    assert_eq!(findings.len(), 1, "{findings:#?}");
}

#[cfg(unix)]
#[test]
fn a_file_without_permissions_is_reported_unless_it_can_be_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let disk = Disk::new();
    disk.write("acme/secret.yaml", "nope: 1\n");
    let path = disk.path("acme/secret.yaml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let found = disk.findings_in("acme/secret.yaml");
    // The superuser may read everything, and then has to get what is in the file.
    match fs::read(&path) {
        Ok(_) => assert!(found.contains(&"unknown-key 1:1".to_owned()), "{found:?}"),
        Err(_) => assert_eq!(found, ["unreadable-file 1:1"]),
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_is_not_waited_for() {
    let disk = Disk::new();
    let made = std::process::Command::new("mkfifo").arg(disk.path("acme/pipe.yaml")).status();
    assert!(made.unwrap().success());
    assert_eq!(disk.findings_in("acme/pipe.yaml"), ["unreadable-file 1:1"]);
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_not_read() {
    let disk = Disk::new();
    std::os::unix::fs::symlink("/dev/zero", disk.path("acme/zero.yaml")).unwrap();
    assert_eq!(disk.findings_in("acme/zero.yaml"), ["file-layout 1:1"]);
}

/// A finding would quote what is there, in a log that others can read.
#[cfg(unix)]
#[test]
fn a_link_out_of_the_catalog_is_not_followed() {
    use std::os::unix::fs::symlink;

    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("provider.yaml"), "secret: 42\n").unwrap();
    fs::create_dir(outside.path().join("empty")).unwrap();
    let disk = Disk::new();
    symlink(outside.path().join("provider.yaml"), disk.path("acme/x.yaml")).unwrap();
    symlink(outside.path().join("provider.yaml"), disk.path("meanings2.yaml")).unwrap();
    symlink(outside.path(), disk.path("beta")).unwrap();
    // A folder without YAML is not part of the catalog.
    symlink(outside.path().join("empty"), disk.path("notes")).unwrap();
    for name in ["acme/x.yaml", "meanings2.yaml", "beta"] {
        assert_eq!(disk.findings_in(name), ["file-layout 1:1"], "{name}");
    }
    assert!(disk.findings_in("notes").is_empty());
    let (_, sources) = disk.load();
    assert!(sources.files().all(|file| !file.text().contains("secret")), "{sources:#?}");
    let message = disk.message_of(Law::FileLayout);
    assert_eq!(message, "`CATALOG/acme/x.yaml` leads out of the folder that is read");
}

/// Kubernetes mounts files as links to a hidden folder next to them.
#[cfg(unix)]
#[test]
fn a_link_within_the_catalog_is_followed() {
    use std::os::unix::fs::symlink;

    let disk = Disk::new();
    disk.write("acme/.now/more.yaml", "nope: 1\n");
    symlink(".now/more.yaml", disk.path("acme/more.yaml")).unwrap();
    assert!(disk.findings_in("acme/more.yaml").contains(&"unknown-key 1:1".to_owned()));

    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("catalog");
    symlink(disk.folder.path(), &link).unwrap();
    let sources = Sources::read(&[&link]);
    let findings = load(&sources).unwrap_err();
    let found = shown(&slashed(&link.join("acme/more.yaml")), &findings, &sources);
    assert!(found.contains(&"unknown-key 1:1".to_owned()), "{findings:#?}");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_or_to_itself_cannot_be_read() {
    let disk = Disk::new();
    for (target, name, why) in [
        ("nowhere", "acme/dangling.yaml", "no such file or directory"),
        ("itself.yaml", "acme/itself.yaml", "too many levels of symbolic links"),
    ] {
        std::os::unix::fs::symlink(target, disk.path(name)).unwrap();
        assert_eq!(disk.findings_in(name), ["unreadable-file 1:1"], "{name}");
        let message = disk.message_of(Law::UnreadableFile);
        assert_eq!(message, format!("cannot read `CATALOG/{name}`: {why}"));
        fs::remove_file(disk.path(name)).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_above_is_not_followed() {
    let disk = Disk::new();
    std::os::unix::fs::symlink("..", disk.path("acme/up")).unwrap();
    assert_eq!(disk.findings_in("acme/up"), ["file-layout 1:1"]);
    fs::remove_file(disk.path("acme/up")).unwrap();
    std::os::unix::fs::symlink(".", disk.path("round")).unwrap();
    assert_eq!(disk.findings_in("round"), ["file-layout 1:1"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let disk = Disk::new();
    let name = OsStr::from_bytes(b"\xff\xfe.yaml");
    fs::write(disk.path("acme").join(name), "nope: 1\n").unwrap();
    assert_eq!(disk.findings_in("acme/\u{fffd}\u{fffd}.yaml"), ["unreadable-file 1:1"]);
    fs::create_dir(disk.folder.path().join(OsStr::from_bytes(b"\xff"))).unwrap();
    assert_eq!(disk.findings_in("\u{fffd}"), ["unreadable-file 1:1"]);
}
