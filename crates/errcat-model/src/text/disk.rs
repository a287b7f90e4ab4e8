//! Reads catalogs from a disk, and goes on after everything that it cannot read.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::printable::one_line;
use super::source::{NAME_HELP, Sources, Trouble, Unread, is_file_name};
use super::span::{Place, Span};

/// The files of a run are all in memory, and no catalogs are larger than this together.
const MAX_BYTES: usize = 64 << 20;

impl Sources {
    /// Reads catalog folders, or single provider folders, from the disk.
    ///
    /// A file that cannot be read becomes a finding of [`load`](crate::load); everything else is still
    /// read.
    pub fn read(folders: &[impl AsRef<Path>]) -> Self {
        let mut disk = Disk {
            sources: Self::default(),
            root: PathBuf::new(),
            seen: HashSet::new(),
            bytes_left: MAX_BYTES,
        };
        for folder in folders {
            disk.read_root(folder.as_ref());
        }
        disk.sources
    }
}

struct Disk {
    sources: Sources,
    /// The folder that is read, without links in its path.
    root: PathBuf,
    /// Folders that have been read, so that a folder that is named twice is read once.
    seen: HashSet<PathBuf>,
    bytes_left: usize,
}

impl Disk {
    /// Reads a catalog folder (`meanings.yaml` and provider folders) or one provider folder.
    fn read_root(&mut self, root: &Path) {
        if !self.is_new(root) {
            return;
        }
        self.root = fs::canonicalize(root).unwrap_or_default();
        let before = self.sources.files().count();
        for entry in self.entries(root) {
            if entry.is_dir() && leads_back(&entry, root) {
                let message =
                    format!("`{}` leads back to the folder that it is in", one_line(&entry));
                self.report(&entry, Trouble::Layout, message, "remove the link");
            } else if entry.is_dir() {
                self.read_provider(&entry);
            } else {
                self.read_yaml(&entry);
            }
        }
        if self.sources.files().count() == before {
            let message = format!("there is no catalog in `{}`", one_line(root));
            self.report(
                root,
                Trouble::Layout,
                message,
                "name a folder with a `provider.yaml`, or one whose subfolders have one",
            );
        }
    }

    /// Returns whether a folder has not been read yet under any of its names.
    fn is_new(&mut self, folder: &Path) -> bool {
        fs::canonicalize(folder).map_or(true, |path| self.seen.insert(path))
    }

    fn read_provider(&mut self, folder: &Path) {
        if !self.is_new(folder) {
            return;
        }
        let entries = self.entries(folder);
        let is_yaml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "yaml");
        if !entries.iter().any(is_yaml) {
            return; // schemas or notes, not a provider
        }
        if self.leads_out(folder) {
            return;
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        if !is_file_name(&name) {
            let message = format!("`{}` is not a usable name for a folder", one_line(&*name));
            self.report(folder, Trouble::Name, message, NAME_HELP);
        }
        for entry in entries {
            if is_yaml(&entry) {
                self.read_file(&entry); // reports a folder named x.yaml
            } else if entry.is_dir() {
                let message = format!("`{}` is a folder in a provider's folder", one_line(&entry));
                self.report(
                    &entry,
                    Trouble::Layout,
                    message,
                    "put the group files of a provider next to its `provider.yaml`",
                );
            } else {
                self.read_yaml(&entry);
            }
        }
    }

    /// Reports a link to a place outside of the folder that is read: findings would quote what is
    /// there.
    fn leads_out(&mut self, path: &Path) -> bool {
        let target = if path.is_symlink() { fs::canonicalize(path).ok() } else { None };
        let leads_out = target.is_some_and(|target| !target.starts_with(&self.root));
        if leads_out {
            let message = format!("`{}` leads out of the folder that is read", one_line(path));
            self.report(path, Trouble::Layout, message, "replace the link by a copy");
        }
        leads_out
    }

    /// Returns the visible entries of a folder, sorted by name.
    fn entries(&mut self, folder: &Path) -> Vec<PathBuf> {
        let listed = fs::read_dir(folder)
            .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>());
        let mut paths: Vec<PathBuf> = match listed {
            Ok(paths) => paths,
            Err(error) => {
                self.unreadable(folder, &error);
                return Vec::new();
            }
        };
        paths.retain(|path| {
            path.file_name().is_some_and(|name| !name.as_encoded_bytes().starts_with(b"."))
        });
        paths.sort();
        paths.retain(|path| self.has_a_name(path));
        paths
    }

    /// Reports a name that is not UTF-8: two of them could look the same in findings.
    fn has_a_name(&mut self, path: &Path) -> bool {
        let is_utf8 = path.file_name().is_some_and(|name| name.to_str().is_some());
        if !is_utf8 {
            let message = format!("the name of `{}` is not UTF-8", one_line(path));
            self.report(path, Trouble::Unreadable, message, "rename it");
        }
        is_utf8
    }

    /// Reads a `.yaml` file, refuses a `.yml` file, and ignores everything else.
    fn read_yaml(&mut self, path: &Path) {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => self.read_file(path),
            Some("yml") => {
                let message = format!("`{}` ends in `.yml` and would not be read", one_line(path));
                self.report(path, Trouble::Layout, message, "rename it to `.yaml`");
            }
            _ => {}
        }
    }

    fn read_file(&mut self, path: &Path) {
        if self.leads_out(path) {
            return;
        }
        match read_bounded(path, self.bytes_left) {
            Err(error) => self.unreadable(path, &error),
            Ok(None) => {
                let message =
                    format!("with `{}`, the catalogs are larger than 64 MiB", one_line(path));
                let help =
                    "remove what does not belong here, or split the catalogs into several runs";
                self.report(path, Trouble::TooLarge, message, help);
            }
            Ok(Some(bytes)) => {
                self.bytes_left -= bytes.len();
                self.decode(path, bytes);
            }
        }
    }

    fn decode(&mut self, path: &Path, bytes: Vec<u8>) {
        let error = match String::from_utf8(bytes) {
            Ok(text) => {
                self.sources.add(display(path), text);
                return;
            }
            Err(error) => error,
        };
        let start = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(start).copied().unwrap_or_default();
        // The valid part before the error keeps its offsets, so the place is right.
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let file = self.sources.add_unreadable(display(path), text);
        let place = Place { file, span: Span::new(start, start + 3) };
        let message = format!("the byte {byte:#04x} is not part of a UTF-8 text");
        let help = "save the file as UTF-8";
        self.sources.unread.push(Unread { place, trouble: Trouble::NotUtf8, message, help });
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let message = format!("cannot read `{}`: {}", one_line(path), reason(error));
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::NotADirectory => "name the folder that the file is in",
            _ => "fix the file or its permissions, or remove it",
        };
        self.report(path, Trouble::Unreadable, message, help);
    }

    /// Reports a file or folder as a whole.
    fn report(&mut self, path: &Path, trouble: Trouble, message: String, help: &'static str) {
        let file = self.sources.add_unreadable(display(path), String::new());
        let place = Place { file, span: Span::default() };
        self.sources.unread.push(Unread { place, trouble, message, help });
    }
}

/// Returns whether a folder is a link to a folder that contains it.
fn leads_back(folder: &Path, root: &Path) -> bool {
    let (Ok(folder), Ok(root)) = (fs::canonicalize(folder), fs::canonicalize(root)) else {
        return false;
    };
    root.starts_with(folder)
}

/// Returns the operating system's description of an error, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}

/// Returns the bytes of a regular file, or `None` if there are too many.
fn read_bounded(path: &Path, most: usize) -> io::Result<Option<Vec<u8>>> {
    // A pipe or a device could make the reader wait forever.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= most).then_some(bytes))
}

fn display(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
}
