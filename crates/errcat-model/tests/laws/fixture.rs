//! Catalogs that break a law, and what is found in them.

#[path = "texts.rs"]
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use errcat_model::render::{self, Style};
use errcat_model::{Finding, Findings, Law, Sources, check};
use tempfile::TempDir;
use texts::{Texts, texts_in};

/// A catalog that breaks one law, and what was found in it.
pub(crate) struct Fixture {
    pub(crate) law: Law,
    pub(crate) sources: Sources,
    pub(crate) findings: Vec<Finding>,
    /// The changes to the base.
    pub(crate) own: Texts,
    /// Where the files lie, if on a disk; gone when the fixture is.
    disk: Option<TempDir>,
}

impl Fixture {
    pub(crate) fn of(law: Law) -> Self {
        let mut own = texts_in(&folder(law.id()));
        own.extend(generated(law));
        let mut all = base();
        all.extend(own.clone());
        let (sources, disk) = match law {
            Law::UnreadableFile | Law::FileLayout | Law::FileName | Law::NotUtf8 => {
                let disk = tempfile::tempdir().unwrap();
                (read_from_disk(law, &all, disk.path()), Some(disk))
            }
            _ => (Sources::from_texts(all), None),
        };
        let findings = find(&sources);
        Self { law, sources, findings, own, disk }
    }

    pub(crate) fn text(&self) -> String {
        self.without_root(&show(&self.findings, &self.sources))
    }

    /// A text with paths as they are in every place and run.
    pub(crate) fn without_root(&self, text: &str) -> String {
        let Some(disk) = &self.disk else {
            return text.to_owned();
        };
        let root = disk.path().display().to_string().replace('\\', "/");
        text.replace(&format!("{root}/catalog/"), "").replace(&format!("{root}/"), "")
    }
}

/// Texts that are too long or too deep to be kept, or have names that some systems cannot store.
fn generated(law: Law) -> Texts {
    match law {
        Law::TooLarge => too_large(),
        Law::FileName => badly_named(),
        _ => Texts::new(),
    }
}

fn badly_named() -> Texts {
    let group =
        "group:\n  title: Domain events\n  about: Nothing yet.\n  source: reference\ncodes: []\n";
    let instruction = "acme/x\ncargo::rustc-env=PWNED=1\u{1b}[2J.yaml";
    let names = ["acme/a b.yaml", "acme/a)b](c.yaml", instruction, "acme/\u{e9}t\u{e9}.yaml"];
    let mut texts: Texts = names.map(|name| (name.to_owned(), group.to_owned())).into();
    let provider = base_text("acme/provider.yaml").replace("id: acme", "id: beta");
    texts.insert("be ta/provider.yaml".to_owned(), provider);
    texts
}

fn too_large() -> Texts {
    let (brackets, dashes) = ("[".repeat(100), "- ".repeat(100));
    let long = "x".repeat((1 << 20) + 1);
    let group = "group:\n  title: Domain events\n  source: reference\n  about: ";
    [
        ("acme/brackets.yaml", format!("codes: {brackets}\n")),
        ("acme/dashes.yaml", format!("codes:\n  {dashes}1001\n")),
        ("acme/text.yaml", format!("{group}\"{long}\"\ncodes: []\n")),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into()
}

/// Writes a catalog into a folder, adds what only a disk can hold, and reads it back.
fn read_from_disk(law: Law, texts: &Texts, root: &Path) -> Sources {
    let catalog = root.join("catalog");
    for (path, text) in texts {
        let path = catalog.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut folders = vec![catalog.clone()];
    match law {
        Law::UnreadableFile => fs::create_dir(catalog.join("acme/folder.yaml")).unwrap(),
        Law::NotUtf8 => {
            let latin1 = b"group:\n  title: Erreurs g\xe9n\xe9rales\n";
            fs::write(catalog.join("acme/latin1.yaml"), latin1).unwrap();
        }
        Law::FileName => {}
        _ => {
            fs::create_dir(root.join("empty")).unwrap();
            folders.push(root.join("empty"));
        }
    }
    Sources::read(&folders)
}

/// The catalog that is laid under every fixture.
pub(crate) fn base() -> Texts {
    texts_in(&folder("base"))
}

/// A file of the base.
pub(crate) fn base_text(path: &str) -> String {
    base().remove(path).unwrap()
}

/// The base with a piece of one of its files replaced.
pub(crate) fn base_with(path: &str, old: &str, new: &str) -> Sources {
    let mut texts = base();
    let text = texts.get_mut(path).unwrap();
    assert!(text.contains(old), "{path} does not hold {old:?}");
    *text = text.replacen(old, new, 1);
    Sources::from_texts(texts)
}

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/laws").join(name)
}

pub(crate) fn find(sources: &Sources) -> Vec<Finding> {
    check(sources).err().map(Findings::into_vec).unwrap_or_default()
}

pub(crate) fn show(findings: &[Finding], sources: &Sources) -> String {
    render::human(findings, sources, Style::default())
}

/// The findings as a list for comparing: `acme/codes.yaml:8:9 outcome-crossed`.
pub(crate) fn places(sources: &Sources) -> Vec<String> {
    let place = |finding: &Finding| {
        let place = finding.primary.place;
        let file = sources.file(place.file).unwrap();
        let position = file.line_column(place.span.start);
        let (path, law) = (file.path(), finding.law.id());
        format!("{path}:{}:{} {law}", position.line, position.column)
    };
    find(sources).iter().map(place).collect()
}

/// Returns the text at the primary place of a finding; empty if that is outside of its file.
pub(crate) fn underlined<'a>(finding: &Finding, sources: &'a Sources) -> &'a str {
    let place = finding.primary.place;
    let (start, end) = (place.span.start as usize, place.span.end as usize);
    let text = sources.file(place.file).unwrap().text();
    text.get(start..end).unwrap_or_default()
}
