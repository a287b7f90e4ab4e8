//! Takes all files; hands out everything that authors wrote, and a finding for each file that cannot
//! be read.

use std::collections::HashSet;

use crate::author::read::{FromNode, Reader};
use crate::author::written::{Group, MeaningsFile, Provider, Written};
use crate::author::yaml;
use crate::render::one_line;
use crate::text::{NAME_HELP, Role, Trouble, Unread, is_file_name};
use crate::{FileId, Finding, Law, Place, SourceFile, Sources, Span};

/// Reads all files.
pub(crate) fn read(sources: &Sources) -> (Written, Vec<Finding>) {
    let mut written = Written::default();
    let mut folders: Vec<(String, Provider)> = Vec::new();
    let mut groups = Vec::new();
    let mut fallback = None;
    let mut provider_folders = HashSet::new();
    let mut findings: Vec<Finding> = sources.unread().iter().map(unread).collect();
    for id in sources.sorted_ids() {
        let Some(source) = sources.file(id) else {
            continue;
        };
        findings.extend(unusable_name(id, source));
        match source.role() {
            Role::Meanings => {
                written.meaning_files.push(id);
                if let Some(file) = read_file::<MeaningsFile>(id, sources, &mut findings) {
                    written.meanings.extend(file.meanings);
                }
            }
            Role::FallbackHub => fallback = Some(id),
            Role::Provider => {
                provider_folders.insert(source.folder());
                if let Some(provider) = read_file(id, sources, &mut findings) {
                    let provider = Provider { provider, groups: Vec::new() };
                    folders.push((source.folder().to_owned(), provider));
                }
            }
            Role::Group => {
                if let Some(file) = read_file(id, sources, &mut findings) {
                    let group = Group { id: source.stem().to_owned(), file };
                    groups.push((source.folder().to_owned(), group));
                }
            }
        }
    }
    let has_roots = written.meanings.iter().any(|meaning| meaning.parent.is_none());
    if let Some(id) = fallback.filter(|_| !has_roots)
        && let Some(file) = read_file::<MeaningsFile>(id, sources, &mut findings)
    {
        written.meanings.extend(file.meanings);
    }
    // One finding per folder, not one per file.
    let mut homeless = HashSet::new();
    for (folder, group) in groups {
        match folders.iter_mut().find(|(path, _)| *path == folder) {
            Some((_, provider)) => provider.groups.push(group),
            // A provider that could not be read has its own findings.
            None if provider_folders.contains(folder.as_str()) => {}
            None if homeless.contains(&folder) => {}
            None => {
                findings.push(without_provider(&group));
                homeless.insert(folder);
            }
        }
    }
    written.providers = folders.into_iter().map(|(_, provider)| provider).collect();
    (written, findings)
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

/// Returns a finding if the name of a file, which becomes the id of a group, is no id.
fn unusable_name(id: FileId, source: &SourceFile) -> Option<Finding> {
    let is_usable =
        source.is_unreadable() || source.role() == Role::FallbackHub || is_file_name(source.name());
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

fn read_file<T>(id: FileId, sources: &Sources, findings: &mut Vec<Finding>) -> Option<T>
where
    T: for<'src> FromNode<'src>,
{
    let source = sources.file(id)?;
    // A file that could not be read already has a finding.
    if source.is_unreadable() {
        return None;
    }
    let node = yaml::parse(id, source, findings)?;
    let mut reader = Reader::new(id, source.text());
    let value = T::from_node(node, &mut reader);
    findings.append(&mut reader.findings);
    value
}
