//! From the text of a page to its HTML: the layout that all pages share, and what they load.

pub(crate) mod text;

use errcat_model::artifact::Artifact;
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use crate::facts::SiteFacts;
use crate::facts::places::{
    ASSETS, EXPLAIN, GLOSSARY, MEANINGS, START, STATUSES, TRANSLATIONS, catalog_page, relative,
};

/// The name of the site.
const NAME: &str = "Error codes";

/// The pages that the header names, and what is on them.
pub(crate) const PAGES: [(&str, &str, &str); 4] = [
    (EXPLAIN, "Explain", "paste a response, and read which error it is"),
    (MEANINGS, "Meanings", "what an error says, whoever sends it"),
    (
        TRANSLATIONS,
        "Translations",
        "what another provider calls it, and how many have an equivalent",
    ),
    (STATUSES, "Statuses", "what to answer, by HTTP and gRPC"),
];

/// The theme that was chosen before, set before anything is drawn.
const THEME: &str = "try { document.documentElement.dataset.theme = \
                     localStorage.getItem('errcat-theme') || 'auto'; } catch {}";

/// The files that all pages load, and those that some of them load.
const FILES: [(&str, &str); 6] = [
    ("site.css", include_str!("assets/site.css")),
    ("parts.css", include_str!("assets/parts.css")),
    ("icon.svg", include_str!("assets/icon.svg")),
    ("site.js", include_str!("assets/site.js")),
    ("addresses.js", include_str!("assets/addresses.js")),
    ("filter.js", include_str!("assets/filter.js")),
];

/// Returns the files that pages load, whatever the catalogs are.
pub(crate) fn assets() -> impl Iterator<Item = Artifact> {
    FILES.into_iter().map(|(name, text)| asset(name, text.to_owned()))
}

/// Returns a file that pages load.
pub(crate) fn asset(name: &str, text: String) -> Artifact {
    Artifact { path: format!("{ASSETS}/{name}").into(), text }
}

/// A page without its text.
pub(crate) struct Page {
    path: String,
    title: String,
    about: String,
    /// The pages above it: their labels and places.
    trail: Vec<(String, String)>,
    has_filter: bool,
}

impl Page {
    pub(crate) fn new(path: &str, title: &str) -> Self {
        let (path, title) = (path.to_owned(), title.to_owned());
        Self { path, title, about: String::new(), trail: Vec::new(), has_filter: false }
    }

    /// Describes the page, for those who share its address.
    pub(crate) fn about(self, about: &str) -> Self {
        Self { about: about.trim().replace('`', ""), ..self }
    }

    /// Adds the page above it.
    pub(crate) fn below(mut self, label: &str, place: &str) -> Self {
        self.trail.push((label.to_owned(), place.to_owned()));
        self
    }

    /// Loads the script of filters.
    pub(crate) fn filtered(self) -> Self {
        Self { has_filter: true, ..self }
    }

    /// Returns the address of a place within the site, relative to this page.
    pub(crate) fn href(&self, place: &str) -> String {
        relative(&self.path, place)
    }

    pub(crate) fn link(&self, place: &str, label: impl Render) -> Markup {
        html! { a href=(self.href(place)) { (label) } }
    }

    /// Makes links to all parts of a table that has several.
    pub(crate) fn parts(
        &self,
        number: usize,
        count: usize,
        place: impl Fn(usize) -> String,
    ) -> Markup {
        html! {
            @if count > 1 {
                nav.parts aria-label="Parts of the table" {
                    @for other in 0..count {
                        @if other == number { b aria-current="page" { (other + 1) } }
                        @else { (self.link(&place(other), other + 1)) }
                    }
                }
            }
        }
    }

    /// Makes the whole page from its text.
    pub(crate) fn finish(self, facts: &SiteFacts<'_>, main: &Markup) -> Artifact {
        let is_start = self.path == START;
        let title = if is_start { NAME.to_owned() } else { format!("{} · {NAME}", self.title) };
        let asset = |name: &str| self.href(&format!("{ASSETS}/{name}"));
        let page = html! {
            (DOCTYPE)
            html lang="en" data-root=(self.root()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    @if !self.about.is_empty() {
                        meta name="description" content=(self.about);
                        meta property="og:description" content=(self.about);
                    }
                    meta property="og:title" content=(self.title);
                    meta property="og:type" content="article";
                    meta property="og:site_name" content=(NAME);
                    link rel="icon" href=(asset("icon.svg")) type="image/svg+xml";
                    link rel="stylesheet" href=(asset("site.css"));
                    link rel="stylesheet" href=(asset("parts.css"));
                    script { (PreEscaped(THEME)) }
                    script defer src=(asset("site.js")) {}
                    @if self.has_filter { script defer src=(asset("filter.js")) {} }
                }
                body.start[is_start] {
                    a.skip href="#main" { "Skip to the text" }
                    (self.header(is_start))
                    main id="main" tabindex="-1" { (self.trail()) (main) }
                    (self.footer(facts))
                }
            }
        };
        Artifact { path: self.path.into(), text: page.into_string() }
    }

    /// Returns the address of the site, relative to the page.
    fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    fn header(&self, is_start: bool) -> Markup {
        html! {
            header.top {
                a.brand href=(self.href(START)) { (NAME) }
                @if !is_start { (search()) }
                nav aria-label="Site" {
                    @for (place, label, _) in PAGES {
                        a href=(self.href(place)) aria-current=[(place == self.path).then_some("page")] { (label) }
                    }
                }
                button.theme type="button" hidden { "Theme" }
            }
        }
    }

    fn trail(&self) -> Markup {
        html! {
            @if !self.trail.is_empty() {
                nav.trail aria-label="Breadcrumb" {
                    ol {
                        @for (label, place) in &self.trail { li { (self.link(place, label)) } }
                        li aria-current="page" { (self.title) }
                    }
                }
            }
        }
    }

    fn footer(&self, facts: &SiteFacts<'_>) -> Markup {
        let glossary = (!facts.set.glossary.is_empty()).then_some((GLOSSARY, "Glossary"));
        html! {
            footer {
                nav aria-label="All pages" {
                    @for catalog in &facts.set.catalogs {
                        (self.link(&catalog_page(catalog, 0), &catalog.title))
                    }
                    @for (place, label) in PAGES.map(|(place, label, _)| (place, label)).into_iter().chain(glossary) {
                        (self.link(place, label))
                    }
                }
            }
        }
    }
}

/// Makes the search field of a page. A script adds the results.
pub(crate) fn search() -> Markup {
    html! {
        form.search role="search" {
            input id="search" type="search" autocomplete="off" spellcheck="false"
                placeholder="Code, message or words" aria-label="Search the codes";
            kbd aria-hidden="true" { "/" }
        }
    }
}
