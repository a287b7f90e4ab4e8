//! The files of catalogs, from a disk or from memory.

use std::path::Path;
use std::sync::OnceLock;

use crate::disk::Disk;
use crate::lines::LineIndex;
use crate::{FileId, Finding, LineColumn};

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
    lines: OnceLock<LineIndex>,
}

/// What the name of a file says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Meanings,
    FallbackHub,
    Provider,
    Group,
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let role = match name {
            "meanings.yaml" => Role::Meanings,
            "provider.yaml" => Role::Provider,
            _ => Role::Group,
        };
        Self {
            folder: folder.to_owned(),
            role,
            text,
            path,
            unreadable: false,
            lines: OnceLock::new(),
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
        self.lines().line_column(&self.text, byte as usize)
    }

    /// The byte of a line and column, both from 1.
    pub(crate) fn byte_at(&self, line: usize, column: usize) -> u32 {
        let byte = self.lines().byte_at(&self.text, line, column);
        u32::try_from(byte).unwrap_or(u32::MAX)
    }

    /// The bytes of the line that a byte is in.
    pub(crate) fn line_around(&self, byte: usize) -> (usize, usize) {
        self.lines().line_around(&self.text, byte)
    }

    /// Made for the first question: most files are never asked.
    fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::of(&self.text))
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
        let mut disk = Disk::default();
        for folder in folders {
            disk.read_root(folder.as_ref());
        }
        disk.sources
    }

    /// Adds texts that are in memory to what was read.
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

    /// Adds a hub that is used if none of the files has meanings without a parent: a
    /// catalog that hangs its own meanings under the shipped ones needs no copy of them.
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

    pub(crate) fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
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

    pub(crate) fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(path, text));
        id
    }

    /// A file that a finding is about, and that is not read further.
    pub(crate) fn add_unreadable(&mut self, path: String, text: String) -> FileId {
        let id = self.add(path, text);
        if let Some(file) = self.files.last_mut() {
            file.unreadable = true;
        }
        id
    }
}
