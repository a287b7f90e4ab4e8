//! A code with what its page is made from, and the names on it.

use errcat_model::example::Examples;
use errcat_model::{Catalog, Code};

use crate::facts::SiteFacts;
use crate::facts::places::{catalog_page, group_page};
use crate::html::Page;
use crate::html::text::in_words;

/// A code with what its page is made from.
pub(super) struct CodePage<'s, 'a> {
    pub(super) facts: &'s SiteFacts<'a>,
    pub(super) catalog: &'a Catalog,
    pub(super) code: &'a Code,
    pub(super) examples: &'s Examples<'s>,
    pub(super) page: Page,
}

impl<'s, 'a> CodePage<'s, 'a> {
    pub(super) fn new(
        facts: &'s SiteFacts<'a>,
        catalog: &'a Catalog,
        code: &'a Code,
        examples: &'s Examples<'s>,
    ) -> Self {
        let name = if says_its_name(facts, code) {
            String::new()
        } else {
            format!(": {}", words(facts, &code.name))
        };
        let title = format!("{} {}{name}", short(catalog), code.code);
        let told = code.cases.first().and_then(|case| case.tell.get("en"));
        let mut page = Page::new(facts.places.page_of(catalog, code), &title)
            .about(told.map_or("", String::as_str))
            .below(&catalog.title, &catalog_page(catalog, 0));
        if let Some(group) = catalog.group(&code.group) {
            page = page.below(&group.title, &group_page(catalog, group, 0));
        }
        Self { facts, catalog, code, examples, page }
    }
}

/// Returns whether a code is its name, written as a text or a constant.
pub(super) fn says_its_name(facts: &SiteFacts<'_>, code: &Code) -> bool {
    code.code.replace('_', " ").eq_ignore_ascii_case(&words(facts, &code.name))
}

/// Spells a Rust name in words.
pub(super) fn words(facts: &SiteFacts<'_>, name: &str) -> String {
    in_words(name, &facts.set.glossary)
}

/// Returns what people call the provider: the word of its title that is its id, or else the title.
fn short(catalog: &Catalog) -> &str {
    let mut words = catalog.title.split_whitespace();
    words.find(|word| word.eq_ignore_ascii_case(&catalog.id)).unwrap_or(&catalog.title)
}
