//! The files of catalogs, from a disk or from memory.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::span::LineColumn;
use crate::{FileId, Finding, Law, Place, Span};

/// Files are read whole; a larger one is no catalog.
const MAX_FILE_BYTES: u64 = 256 << 20;

/// The texts of one or more catalogs.
///
/// # Examples
///
/// ```
/// let sources = errcat_model::Sources::from_texts([("acme/provider.yaml", "id: acme")]);
/// assert_eq!(sources.files().count(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// What could not be read.
    findings: Vec<Finding>,
}

/// One file: what it is called, what it holds, and what it is for.
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: String,
    text: String,
    role: Role,
    /// The folder that the file lies in: the files of one provider share it.
    folder: String,
    unreadable: bool,
}

/// What the name of a file says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Concepts,
    FallbackHub,
    Provider,
    Group,
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let role = match name {
            "concepts.yaml" => Role::Concepts,
            "provider.yaml" => Role::Provider,
            _ => Role::Group,
        };
        Self {
            folder: folder.to_owned(),
            role,
            text,
            path,
            unreadable: false,
        }
    }

    /// The path, with `/` between its parts, as it was given.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text; empty where the file could not be read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text is missing because of a finding about the file as a whole.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.unreadable
    }

    pub(crate) fn role(&self) -> Role {
        self.role
    }

    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// The name without its ending: the id of a group.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".yaml").unwrap_or(name)
    }

    /// The line and column of a byte of the text.
    pub fn line_column(&self, byte: u32) -> LineColumn {
        let end = char_boundary_before(&self.text, byte as usize);
        let before = self.text.get(..end).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        // A byte order mark takes no column.
        let column = in_line.trim_start_matches('\u{feff}').chars().count() + 1;
        LineColumn {
            line: before.matches('\n').count() + 1,
            column,
        }
    }

    /// The byte of a line and column, both from 1.
    pub(crate) fn byte_at(&self, line: usize, column: usize) -> u32 {
        let mut lines = self.text.split_inclusive('\n');
        let start: usize = lines
            .by_ref()
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let text = lines.next().unwrap_or_default();
        let mark = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let text = text.get(mark..).unwrap_or_default();
        let inside: usize = text
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        u32::try_from(start + mark + inside).unwrap_or(u32::MAX)
    }
}

impl Sources {
    /// Texts that are in memory already, with paths such as `wapi/22xx.yaml`.
    pub fn from_texts<P, T>(texts: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: Into<String>,
        T: Into<String>,
    {
        let mut sources = Self::default();
        for (path, text) in texts {
            sources.add(path.into(), text.into());
        }
        sources
    }

    /// Reads catalog folders, or single provider folders, from the disk.
    ///
    /// What cannot be read becomes a finding of [`crate::load`]; everything else is read
    /// all the same.
    pub fn read(folders: &[impl AsRef<Path>]) -> Self {
        let mut disk = Disk {
            sources: Self::default(),
        };
        for folder in folders {
            disk.read_root(folder.as_ref());
        }
        disk.sources
    }

    /// Adds a hub that is used if none of the files has concepts without a parent: a
    /// catalog that hangs its own concepts under the shipped ones needs no copy of them.
    #[must_use]
    pub fn with_fallback_hub(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.add(path.into(), text.into());
        if let Some(file) = self.files.last_mut() {
            file.role = Role::FallbackHub;
        }
        self
    }

    /// All files, in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// The file that a place is in.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// What could not be read.
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The ids of all files, sorted by path, so that the order of reading changes nothing.
    pub(crate) fn sorted_ids(&self) -> Vec<FileId> {
        let mut ids: Vec<_> = (0..self.files.len())
            .map(|index| FileId(u32::try_from(index).unwrap_or(u32::MAX)))
            .collect();
        ids.sort_by_key(|id| self.file(*id).map(SourceFile::path));
        ids
    }

    fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(path, text));
        id
    }

    /// A file that a finding is about, and that is not read further.
    fn add_unreadable(&mut self, path: String, text: String) -> FileId {
        let id = self.add(path, text);
        if let Some(file) = self.files.last_mut() {
            file.unreadable = true;
        }
        id
    }
}

/// The byte itself or the nearest before it at which a character begins.
pub(crate) fn char_boundary_before(text: &str, byte: usize) -> usize {
    // The standard library has this from Rust 1.91 on.
    let byte = byte.min(text.len());
    (0..=byte)
        .rev()
        .find(|byte| text.is_char_boundary(*byte))
        .unwrap_or(0)
}

/// Reads from the disk and goes on after what it cannot read.
struct Disk {
    sources: Sources,
}

impl Disk {
    /// A catalog folder: `concepts.yaml` and provider folders; or one provider folder.
    fn read_root(&mut self, root: &Path) {
        let before = self.sources.files.len();
        for entry in self.entries(root) {
            if entry.is_dir() {
                self.read_provider(&entry);
            } else {
                self.read_yaml(&entry);
            }
        }
        if self.sources.files.len() == before {
            let message = format!("`{}` holds no catalog", display(root));
            self.report(
                root,
                Law::FileLayout,
                message,
                "name a folder with a `provider.yaml`, or one whose subfolders have one",
            );
        }
    }

    fn read_provider(&mut self, folder: &Path) {
        let entries = self.entries(folder);
        let is_yaml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "yaml");
        if !entries.iter().any(is_yaml) {
            return; // schemas, notes: not a provider's folder
        }
        for entry in entries {
            if is_yaml(&entry) {
                self.read_file(&entry); // a folder called x.yaml gets its error there
            } else if entry.is_dir() {
                let message = format!("`{}` is a folder in a provider's folder", display(&entry));
                self.report(
                    &entry,
                    Law::FileLayout,
                    message,
                    "a provider's group files lie directly beside its `provider.yaml`",
                );
            } else {
                self.read_yaml(&entry);
            }
        }
    }

    /// The visible entries of a folder, sorted by name.
    fn entries(&mut self, folder: &Path) -> Vec<PathBuf> {
        let listed = fs::read_dir(folder).and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<io::Result<_>>()
        });
        let mut paths: Vec<PathBuf> = match listed {
            Ok(paths) => paths,
            Err(error) => {
                self.unreadable(folder, &error);
                return Vec::new();
            }
        };
        paths.retain(|path| {
            path.file_name()
                .is_some_and(|name| !name.as_encoded_bytes().starts_with(b"."))
        });
        paths.sort();
        paths
    }

    /// Reads a `.yaml` file, refuses a `.yml` one, passes over everything else.
    fn read_yaml(&mut self, path: &Path) {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => self.read_file(path),
            Some("yml") => {
                let message = format!("`{}` ends in `.yml` and would not be read", display(path));
                self.report(path, Law::FileLayout, message, "rename it to `.yaml`");
            }
            _ => {}
        }
    }

    fn read_file(&mut self, path: &Path) {
        match read_bounded(path) {
            Err(error) => self.unreadable(path, &error),
            Ok(None) => {
                let message = format!("`{}` is larger than 256 MiB", display(path));
                self.report(path, Law::TooLarge, message, "split it into several groups");
            }
            Ok(Some(bytes)) => self.decode(path, bytes),
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
        let start = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
        let byte = error
            .as_bytes()
            .get(start as usize)
            .copied()
            .unwrap_or_default();
        // The valid part in front of the error keeps its offsets, so the place is right.
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let file = self.sources.add_unreadable(display(path), text);
        let place = Place {
            file,
            span: Span {
                start,
                end: start + 3,
            },
        };
        let message = format!("the byte {byte:#04x} is not part of a UTF-8 text");
        let finding = Finding::new(Law::NotUtf8, place, message).help("save the file as UTF-8");
        self.sources.findings.push(finding);
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let message = format!("cannot read `{}`: {}", display(path), reason(error));
        self.report(
            path,
            Law::UnreadableFile,
            message,
            "mend the file or its permissions, or remove it",
        );
    }

    /// A finding about a file as a whole.
    fn report(&mut self, path: &Path, law: Law, message: String, help: &str) {
        let file = self.sources.add_unreadable(display(path), String::new());
        let place = Place {
            file,
            span: Span::default(),
        };
        self.sources
            .findings
            .push(Finding::new(law, place, message).help(help));
    }
}

/// The operating system's words for an error, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}

/// The bytes of a regular file, or nothing if there are too many.
fn read_bounded(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // A pipe or a device could make the reader wait forever.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_FILE_BYTES).then_some(bytes))
}

fn display(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
