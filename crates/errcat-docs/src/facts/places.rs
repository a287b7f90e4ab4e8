//! The paths of pages, and the page of every code.

use std::collections::{HashMap, HashSet};

use errcat_model::{Case, Catalog, CatalogSet, Code, Group};

/// More codes on a page would make it slow to open and long to read.
const MAX_CODES: usize = 100;

/// More rows in a table would take longer than a tenth of a second to lay out.
const MAX_ROWS: usize = 500;

pub(crate) const START: &str = "index.md";
pub(crate) const EXPLAIN: &str = "explain.md";
pub(crate) const MEANINGS: &str = "meanings.md";
pub(crate) const GLOSSARY: &str = "glossary.md";
pub(crate) const TRANSLATIONS: &str = "translate.md";
pub(crate) const STATUSES: &str = "statuses.md";
pub(crate) const COVERAGE: &str = "coverage.md";

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
            pages: catalogs().map(|catalog| (&*catalog.id, pages(catalog))).collect(),
            operations: catalogs().map(|catalog| (&*catalog.id, operations(catalog))).collect(),
        }
    }

    /// Returns the page of a code.
    #[allow(clippy::expect_used, reason = "a code is read with its group")]
    pub(crate) fn page_of(&self, catalog: &Catalog, code: &Code) -> &str {
        let page =
            self.pages.get(catalog.id.as_str()).and_then(|pages| pages.get(code.code.as_str()));
        page.expect("every code is in a group of its catalog")
    }

    /// Returns the place of a code.
    pub(crate) fn code(&self, catalog: &Catalog, code: &Code) -> String {
        format!("{}#{}", self.page_of(catalog, code), catalog.anchor_of_code(code))
    }

    /// Returns the place of a case.
    pub(crate) fn case(&self, catalog: &Catalog, code: &Code, case: &Case) -> String {
        format!("{}#{}", self.page_of(catalog, code), catalog.anchor_of_case(code, case))
    }

    /// Returns the page of an operation.
    #[allow(clippy::expect_used, reason = "the law `unknown-operation`")]
    pub(crate) fn operation(&self, catalog: &Catalog, name: &str) -> &str {
        let page =
            self.operations.get(catalog.id.as_str()).and_then(|operations| operations.get(name));
        page.expect("the law `unknown-operation`: every operation is listed")
    }
}

fn pages(catalog: &Catalog) -> HashMap<&str, String> {
    let mut pages = HashMap::new();
    for (group, codes) in by_group(catalog) {
        for (number, part) in codes.chunks(MAX_CODES).enumerate() {
            let path = group_page(catalog, group, number);
            pages.extend(part.iter().map(|code| (code.code.as_str(), path.clone())));
        }
    }
    pages
}

/// Returns the page of each operation.
fn operations(catalog: &Catalog) -> HashMap<&str, String> {
    let mut taken = HashSet::new();
    let operations = catalog.operations.iter().map(|operation| {
        let name = free_slug(&operation.name, &mut taken);
        let path = format!("catalogs/{}/operations/{name}.md", catalog.id);
        (operation.name.as_str(), path)
    });
    operations.collect()
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

/// Returns the groups with their codes, in their order.
pub(crate) fn by_group(catalog: &Catalog) -> Vec<(&Group, Vec<&Code>)> {
    let mut codes: HashMap<&str, Vec<&Code>> = HashMap::new();
    for code in &catalog.codes {
        codes.entry(&code.group).or_default().push(code);
    }
    let groups = catalog.groups.iter();
    groups.map(|group| (group, codes.remove(group.id.as_str()).unwrap_or_default())).collect()
}

/// Splits the codes of a group into pages.
pub(crate) fn parts_of_group<'c, 'a>(codes: &'c [&'a Code]) -> Vec<&'c [&'a Code]> {
    parts(codes, MAX_CODES)
}

/// Splits the rows of a table into pages.
pub(crate) fn parts_of_table<T>(rows: &[T]) -> Vec<&[T]> {
    parts(rows, MAX_ROWS)
}

/// Splits a list into pages: at least one, even if it is empty.
fn parts<T>(all: &[T], max: usize) -> Vec<&[T]> {
    if all.is_empty() { vec![all] } else { all.chunks(max).collect() }
}

/// Returns the path of a page of something that can have several.
fn part(path: &str, number: usize) -> String {
    if number == 0 { format!("{path}.md") } else { format!("{path}~{}.md", number + 1) }
}

pub(crate) fn catalog_page(catalog: &Catalog, number: usize) -> String {
    part(&format!("catalogs/{}/index", catalog.id), number)
}

pub(crate) fn group_page(catalog: &Catalog, group: &Group, number: usize) -> String {
    part(&format!("catalogs/{}/groups/{}", catalog.id, group.id), number)
}

pub(crate) fn operations_page(catalog: &Catalog) -> String {
    format!("catalogs/{}/operations.md", catalog.id)
}

pub(crate) fn meaning_page(id: &str) -> String {
    format!("meanings/{id}.md")
}

pub(crate) fn pair_page(from: &Catalog, into: &Catalog, number: usize) -> String {
    part(&format!("translate/{}/{}", from.id, into.id), number)
}

/// Turns the place of a page in Markdown into that of its HTML.
pub(crate) fn to_html(place: &str) -> String {
    let (path, anchor) = place.split_at(place.find('#').unwrap_or(place.len()));
    format!("{}.html{anchor}", path.strip_suffix(".md").unwrap_or(path))
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
    if slug.is_empty() { "operation".to_owned() } else { slug.chars().take(80).collect() }
}
