//! The paths of pages: every code, case, operation and meaning has a page, or a place on one.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use errcat_model::{Case, Catalog, CatalogSet, Code, Group};

/// More rows in a table would take longer than a tenth of a second to lay out.
const MAX_ROWS: usize = 500;

pub(crate) const START: &str = "index.html";
pub(crate) const EXPLAIN: &str = "explain.html";
pub(crate) const MEANINGS: &str = "meanings.html";
pub(crate) const GLOSSARY: &str = "glossary.html";
pub(crate) const TRANSLATIONS: &str = "translations.html";
pub(crate) const STATUSES: &str = "statuses.html";

/// The folder of what pages load.
pub(crate) const ASSETS: &str = "assets";

/// Folders of the site that catalogs do not have.
const FOLDERS: [&str; 3] = [ASSETS, "meanings", "translations"];

/// The places of a set of catalogs.
///
/// No two have the same path: ids of one kind share a folder, and no id contains the `~` before the
/// number of a part.
pub(crate) struct Places<'a> {
    /// The page of each code, by catalog and code.
    pages: HashMap<&'a str, HashMap<&'a str, String>>,
    /// The page of each operation, by catalog and name.
    operations: HashMap<&'a str, HashMap<&'a str, String>>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(set: &'a CatalogSet) -> Self {
        let catalogs = || set.catalogs.iter();
        Self {
            pages: catalogs().map(|catalog| (&*catalog.id, codes(catalog))).collect(),
            operations: catalogs().map(|catalog| (&*catalog.id, operations(catalog))).collect(),
        }
    }

    /// Returns the page of a code.
    #[allow(clippy::expect_used, reason = "the codes of all catalogs are listed")]
    pub(crate) fn page_of(&self, catalog: &Catalog, code: &Code) -> &str {
        let page =
            self.pages.get(catalog.id.as_str()).and_then(|pages| pages.get(code.code.as_str()));
        page.expect("every code of a catalog has a page")
    }

    /// Returns the place of a case: the page of its code, which has a section for each of several.
    pub(crate) fn case(&self, catalog: &Catalog, code: &Code, case: &Case) -> String {
        let page = self.page_of(catalog, code);
        match code.cases.as_slice() {
            [_] => page.to_owned(),
            _ => format!("{page}#{}", catalog.anchor_of_case(code, case)),
        }
    }

    /// Returns the page of an operation.
    #[allow(clippy::expect_used, reason = "the law `unknown-operation`")]
    pub(crate) fn operation(&self, catalog: &Catalog, name: &str) -> &str {
        let page =
            self.operations.get(catalog.id.as_str()).and_then(|operations| operations.get(name));
        page.expect("the law `unknown-operation`: every operation is listed")
    }
}

/// Returns the page of each code.
fn codes(catalog: &Catalog) -> HashMap<&str, String> {
    let mut taken = HashSet::from(["index".to_owned(), "operations".to_owned()]);
    let codes = catalog.codes.iter().map(|code| {
        let name = free_slug(&code.code, &mut taken);
        (code.code.as_str(), format!("{}/{name}.html", folder(catalog)))
    });
    codes.collect()
}

/// Returns the page of each operation.
fn operations(catalog: &Catalog) -> HashMap<&str, String> {
    let mut taken = HashSet::new();
    let operations = catalog.operations.iter().map(|operation| {
        let name = free_slug(&operation.name, &mut taken);
        (operation.name.as_str(), format!("{}/operations/{name}.html", folder(catalog)))
    });
    operations.collect()
}

/// Returns the folder of a catalog.
fn folder(catalog: &Catalog) -> String {
    let end = if FOLDERS.contains(&catalog.id.as_str()) { "~" } else { "" };
    format!("{}{end}", catalog.id)
}

/// Returns the anchor of each term of the glossary, with the term and its explanation.
pub(crate) fn terms(set: &CatalogSet) -> impl Iterator<Item = (String, &str, &str)> {
    let mut taken = HashSet::new();
    let terms = set.terms().into_iter();
    terms.map(move |(term, about)| (free_slug(term, &mut taken), term, about))
}

/// Turns a name into a part of a path. A number distinguishes names that are the same in a path.
fn free_slug(name: &str, taken: &mut HashSet<String>) -> String {
    let slug = slug(name);
    let numbered = (2..).map(|number| format!("{slug}.{number}"));
    let mut names = std::iter::once(slug.clone()).chain(numbered);
    names.find(|name| taken.insert(name.clone())).unwrap_or_default()
}

/// Returns the groups with their codes, in the order of their ranges.
pub(crate) fn by_group(catalog: &Catalog) -> Vec<(&Group, Vec<&Code>)> {
    let mut codes: HashMap<&str, Vec<&Code>> = HashMap::new();
    for code in &catalog.codes {
        codes.entry(&code.group).or_default().push(code);
    }
    let mut groups: Vec<&Group> = catalog.groups.iter().collect();
    groups.sort_by_key(|group| group.range.map(|(first, last)| (first, Reverse(last))));
    let groups = groups.into_iter();
    groups.map(|group| (group, codes.remove(group.id.as_str()).unwrap_or_default())).collect()
}

/// Splits the rows of a table into pages: at least one, even if it is empty.
pub(crate) fn parts_of_table<T>(rows: &[T]) -> Vec<&[T]> {
    if rows.is_empty() { vec![rows] } else { rows.chunks(MAX_ROWS).collect() }
}

/// Returns the path of a page of something that can have several.
fn part(path: &str, number: usize) -> String {
    if number == 0 { format!("{path}.html") } else { format!("{path}~{}.html", number + 1) }
}

pub(crate) fn catalog_page(catalog: &Catalog, number: usize) -> String {
    part(&format!("{}/index", folder(catalog)), number)
}

pub(crate) fn group_page(catalog: &Catalog, group: &Group, number: usize) -> String {
    part(&format!("{}/groups/{}", folder(catalog), group.id), number)
}

pub(crate) fn operations_page(catalog: &Catalog) -> String {
    format!("{}/operations.html", folder(catalog))
}

pub(crate) fn meaning_page(id: &str) -> String {
    format!("meanings/{id}.html")
}

pub(crate) fn pair_page(from: &Catalog, into: &Catalog, number: usize) -> String {
    part(&format!("translations/{}/{}", from.id, into.id), number)
}

/// Returns the target of a link relative to the page with the link.
pub(crate) fn relative(from: &str, target: &str) -> String {
    let (path, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
    if path == from && !anchor.is_empty() {
        return anchor.to_owned();
    }
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let to: Vec<&str> = path.split('/').collect();
    let folders = to.len().saturating_sub(1);
    let common = from.iter().zip(to.iter().take(folders)).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - common);
    let down = to.get(common..).unwrap_or_default().join("/");
    format!("{up}{down}{anchor}")
}

/// Turns a name into a part of a path.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "unnamed".to_owned() } else { slug.chars().take(80).collect() }
}
