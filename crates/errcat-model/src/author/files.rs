//! Takes all files; hands out everything that authors wrote, and a finding for each file that cannot
//! be read.

use std::collections::HashMap;
use std::mem;

use crate::author::read::{FromNode, MAX_MEMORY, Reader};
use crate::author::written::{Group, MeaningsFile, Provider, ProviderSource, Written};
use crate::author::yaml::{self, MAX_NODES};
use crate::findings::Collector;
use crate::render::one_line;
use crate::text::{NAME_HELP, Role, Trouble, Unread, is_file_name};
use crate::{FileId, Finding, Law, Place, SourceFile, Sources, Span};

/// Reads all files.
pub(crate) fn read(sources: &Sources) -> (Written, Collector) {
    let mut files = Files {
        sources,
        nodes_left: MAX_NODES,
        memory_left: MAX_MEMORY,
        findings: Collector::default(),
    };
    files.findings.extend(sources.unread.iter().map(unread));
    let mut written = Written::default();
    let is_fallback = |id| sources.file(id).is_some_and(|file| file.is_fallback);
    let (own, fallback): (Vec<FileId>, Vec<FileId>) =
        sources.sorted_ids().into_iter().partition(|id| !is_fallback(*id));
    files.read_all(own, &mut written);
    if written.meanings.iter().all(|meaning| meaning.parent.is_some()) {
        files.read_all(fallback, &mut written);
    }
    (written, files.findings)
}

/// The finding for a file or folder that could not be read.
fn unread(Unread { place, trouble, message, help }: &Unread) -> Finding {
    let law = match trouble {
        Trouble::Layout => Law::FileLayout,
        Trouble::Name => Law::FileName,
        Trouble::Unreadable => Law::UnreadableFile,
        Trouble::TooLarge => Law::TooLarge,
        Trouble::NotUtf8 => Law::NotUtf8,
    };
    let help = *help;
    Finding::new(law, *place, message, help)
}

/// Returns a finding if the name of a file cannot become the id of a group.
fn unusable_name(id: FileId, source: &SourceFile) -> Option<Finding> {
    let is_usable = source.is_unreadable || source.is_fallback || is_file_name(source.name());
    if is_usable {
        return None;
    }
    let place = Place { file: id, span: Span::default() };
    let message = format!("`{}` is not a usable name for a file", one_line(source.name()));
    Some(Finding::new(Law::FileName, place, message, NAME_HELP))
}

fn without_provider(group: &Group) -> Finding {
    let place = Place { span: Span::default(), ..group.file.place };
    let name = one_line(&group.id);
    let message = format!("there is no `provider.yaml` next to `{name}.yaml`");
    let help = "add one with the id and title of the catalog, or move the file to its provider";
    Finding::new(Law::FileLayout, place, message, help)
}

/// Reads files within the limits that all of them share.
struct Files<'s> {
    sources: &'s Sources,
    nodes_left: usize,
    memory_left: usize,
    findings: Collector,
}

impl Files<'_> {
    /// Reads files. A provider of a fallback gives way to one with its id.
    fn read_all(&mut self, ids: Vec<FileId>, written: &mut Written) {
        // The index of each folder's provider, or `None` if there is none: it has its own findings, or
        // gave way.
        let mut folders: HashMap<&str, Option<usize>> = HashMap::new();
        let mut groups = Vec::new();
        let has_roles = !written.roles.is_empty();
        for (id, source) in ids.into_iter().filter_map(|id| Some((id, self.sources.file(id)?))) {
            self.findings.extend(unusable_name(id, source));
            match source.role {
                Role::Meanings => {
                    written.meaning_files.extend((!source.is_fallback).then_some(id));
                    if let Some(file) = self.read::<MeaningsFile>(id) {
                        written.meanings.extend(file.meanings);
                        written.roles.extend(file.roles.into_iter().filter(|_| !has_roles));
                        written.glossary.0.extend(file.glossary.0);
                    }
                }
                Role::Provider => {
                    let provider = self.read::<ProviderSource>(id).filter(|new| {
                        let mut known = written.providers.iter();
                        !source.is_fallback || known.all(|one| *one.provider.id != *new.id)
                    });
                    folders.insert(
                        source.folder(),
                        provider.as_ref().map(|_| written.providers.len()),
                    );
                    let groups = Vec::new();
                    written
                        .providers
                        .extend(provider.map(|provider| Provider { provider, groups }));
                }
                Role::Group => {
                    let group = self.read(id);
                    let group = group.map(|file| Group { id: source.stem().to_owned(), file });
                    groups.extend(group.map(|group| (source.folder(), group)));
                }
            }
        }
        for (folder, group) in groups {
            // One finding per folder, not one per file.
            let index = *folders.entry(folder).or_insert_with(|| {
                self.findings.push(without_provider(&group));
                None
            });
            if let Some(provider) = index.and_then(|index| written.providers.get_mut(index)) {
                provider.groups.push(group);
            }
        }
    }

    fn read<T>(&mut self, id: FileId) -> Option<T>
    where
        T: for<'src> FromNode<'src>,
    {
        let source = self.sources.file(id)?;
        // A file that could not be read already has a finding.
        if source.is_unreadable {
            return None;
        }
        let (file, text, memory_left) = (id, source.text(), self.memory_left);
        let node = yaml::parse(file, text, &mut self.nodes_left, &mut self.findings)?;
        let findings = mem::take(&mut self.findings);
        let mut reader = Reader { file, text, findings, memory_left };
        let value = T::from_node(node, &mut reader);
        self.findings = reader.findings;
        self.memory_left = reader.memory_left;
        value
    }
}
