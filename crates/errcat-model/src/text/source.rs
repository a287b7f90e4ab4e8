//! The files of catalogs, from a disk or from memory.

use std::sync::OnceLock;

use super::lines::LineIndex;
use super::span::{FileId, LineColumn, Place};

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
    pub(crate) unread: Vec<Unread>,
}

/// A file or folder that could not be read, for the finding about it.
#[derive(Debug, Clone)]
pub(crate) struct Unread {
    pub(crate) place: Place,
    pub(crate) trouble: Trouble,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

/// The reason why a file or folder could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Layout,
    Name,
    Unreadable,
    TooLarge,
    NotUtf8,
}

/// One file: its path, its text and its role.
#[derive(Debug, Clone)]
pub struct SourceFile {
    path: String,
    text: String,
    pub(crate) role: Role,
    /// Whether the text is missing because of a finding about the file as a whole.
    pub(crate) is_unreadable: bool,
    /// Whether the file is read only if nothing takes its place.
    pub(crate) is_fallback: bool,
    lines: OnceLock<LineIndex>,
}

pub(crate) const NAME_HELP: &str =
    "rename it: use ASCII letters, digits, `_`, `-` and `.`, but no `.` at the start";

/// Returns whether a name means the same in paths, addresses, links, and instructions for cargo.
pub(crate) fn is_file_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_plain)
}

/// The part of a catalog that a file holds, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Meanings,
    Provider,
    Group,
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let role = match path.rsplit('/').next() {
            Some("meanings.yaml") => Role::Meanings,
            Some("provider.yaml") => Role::Provider,
            _ => Role::Group,
        };
        let lines = OnceLock::new();
        Self { path, text, role, is_unreadable: false, is_fallback: false, lines }
    }

    /// Returns the path as it was given, with `/` between its parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the text, which is empty if the file could not be read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the folder of the file, which all files of one provider share.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns the last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Returns the name without its extension, which is the id of a group.
    pub(crate) fn stem(&self) -> &str {
        self.name().strip_suffix(".yaml").unwrap_or(self.name())
    }

    /// Returns the line and column of a byte of the text.
    pub fn line_column(&self, byte: u32) -> LineColumn {
        self.lines().line_column(&self.text, byte as usize)
    }

    /// Returns the first byte of the line that holds a byte, and the byte after its text.
    pub(crate) fn line_around(&self, byte: usize) -> (usize, usize) {
        self.lines().line_around(&self.text, byte)
    }

    /// Builds the index for the first question: most files are never asked.
    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

impl Sources {
    /// Takes texts from memory, with paths such as `wapi/22xx.yaml`.
    pub fn from_texts<P, T>(texts: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: Into<String>,
        T: Into<String>,
    {
        Self::default().with_texts(texts)
    }

    /// Adds texts from memory to what was read.
    #[must_use]
    pub fn with_texts<P, T>(mut self, texts: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: Into<String>,
        T: Into<String>,
    {
        for (path, text) in texts {
            self.add(path.into(), text.into());
        }
        self
    }

    /// Adds a hub that is used if no file has a meaning without a parent. A catalog that adds
    /// its own meanings below the shipped ones needs no copy of them.
    #[must_use]
    pub fn with_fallback_hub(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.add(path.into(), text.into());
        if let Some(file) = self.files.last_mut() {
            (file.role, file.is_fallback) = (Role::Meanings, true);
        }
        self
    }

    /// Adds a hub and its catalogs, all of which are left out if a file has a meaning without a
    /// parent. A catalog is also left out if another one has its id.
    ///
    /// # Examples
    ///
    /// ```
    /// let built_in = [("meanings.yaml", "meanings: []"), ("wapi/provider.yaml", "id: wapi")];
    /// let acme = errcat_model::Sources::from_texts([("acme/provider.yaml", "id: acme")]);
    /// assert_eq!(acme.with_fallback(built_in).files().count(), 3);
    /// ```
    #[must_use]
    pub fn with_fallback<P, T>(mut self, texts: impl IntoIterator<Item = (P, T)>) -> Self
    where
        P: Into<String>,
        T: Into<String>,
    {
        let before = self.files.len();
        self = self.with_texts(texts);
        self.files.iter_mut().skip(before).for_each(|file| file.is_fallback = true);
        self
    }

    /// Returns all files, in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// Returns the file of a place.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Returns the ids of all files, sorted by path, so that the order of reading changes nothing.
    pub(crate) fn sorted_ids(&self) -> Vec<FileId> {
        let mut ids: Vec<_> = (0..self.files.len())
            .map(|index| FileId(u32::try_from(index).unwrap_or(u32::MAX)))
            .collect();
        ids.sort_by_key(|id| self.file(*id).map(SourceFile::path));
        ids
    }

    pub(crate) fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(path, text));
        id
    }

    /// Adds a file that a finding is about, and that is not read further.
    pub(crate) fn add_unreadable(&mut self, path: String, text: String) -> FileId {
        let id = self.add(path, text);
        if let Some(file) = self.files.last_mut() {
            file.is_unreadable = true;
        }
        id
    }
}
