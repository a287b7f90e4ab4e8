//! The entry of a code on the page of its group.

use std::collections::BTreeSet;

use errcat_model::example::Examples;
use errcat_model::translate::Choices;
use errcat_model::{BodyFormat, Case, Catalog, Code, Example, Guidance};

use crate::facts::SiteFacts;
use crate::facts::places::meaning_page;
use crate::markdown::{Page, code as as_code, escape, link_out, prose};
use crate::pages::{answers, equivalents, tell};

/// A code with what its entry is made from.
pub(super) struct Section<'s, 'a> {
    pub(super) facts: &'s SiteFacts<'a>,
    pub(super) catalog: &'a Catalog,
    pub(super) code: &'a Code,
    pub(super) examples: &'s Examples<'s>,
}

impl Section<'_, '_> {
    pub(super) fn write(&self, page: &mut Page) {
        let Self { facts, catalog, code, .. } = self;
        let title = format!("{} {}", code.code, code.name);
        page.heading_at(2, &catalog.anchor_of_code(code).to_string(), &title);
        self.history(page);
        let has_several = code.cases.len() > 1;
        if has_several {
            page.line(&format!("Sent in {} cases.", code.cases.len()));
            self.elsewhere(page, "At the other providers, if the case is not known", |into| {
                facts.translator.choices(catalog, code, None, &into.id)
            });
        }
        for case in &code.cases {
            if has_several {
                let anchor = catalog.anchor_of_case(code, case).to_string();
                page.heading_at(3, &anchor, &case.name);
            }
            self.case(page, case);
        }
    }

    fn case(&self, page: &mut Page, case: &Case) {
        for anchor in self.catalog.earlier_anchors(self.code, case) {
            page.line(&format!("<a id=\"{anchor}\"></a>"));
        }
        tell(page, &case.tell);
        messages(page, case);
        if let Some(found) = &case.guidance {
            guidance(page, found);
        }
        self.answers(page, case);
        self.origin(page, case);
        self.elsewhere(page, "At the other providers", |into| {
            self.facts.translator.choices(self.catalog, self.code, Some(case), &into.id)
        });
        self.example(page, case);
    }

    /// Says that the code is deprecated or retired.
    fn history(&self, page: &mut Page) {
        let Some(lifecycle) = &self.code.lifecycle else {
            return;
        };
        let line = lifecycle.sentences(prose, |by| self.reference(page, by));
        page.line(&line);
    }

    /// Makes a link to the target of a reference.
    fn reference(&self, page: &Page, text: &str) -> String {
        let places = &self.facts.places;
        match self.facts.set.follow(text) {
            Some((catalog, code, Some(case))) => page.link(text, &places.case(catalog, code, case)),
            Some((catalog, code, None)) => page.link(text, &places.code(catalog, code)),
            None => as_code(text),
        }
    }

    /// Lists the meanings and the facts.
    fn answers(&self, page: &mut Page, case: &Case) {
        page.line("<div class=\"facts\">");
        for id in &case.meanings {
            let title = self.facts.set.meaning(id).map_or("", |meaning| &meaning.title);
            let meaning = page.link(id, &meaning_page(id));
            let relation = case.relation.description();
            page.fact("Meaning", &format!("{relation} {meaning}: {}", prose(title)));
        }
        if let Some(why) = &case.why {
            page.fact("Reason", &prose(why));
        }
        answers(page, case.facts);
        if let Some(why) = &case.facts_why {
            page.fact("Reason", &prose(why));
        }
    }

    /// Lists the operations, the source and the names in Rust.
    fn origin(&self, page: &mut Page, case: &Case) {
        let catalog = self.catalog;
        if !case.operations.is_empty() {
            let links = case.operations.iter().map(|name| self.operation(page, name));
            page.fact("Operations", &links.collect::<Vec<_>>().join(", "));
        }
        let source = catalog.source(&case.source);
        let title = source.map_or(case.source.as_str(), |source| &source.title);
        let url = source.and_then(|source| source.url.as_deref());
        page.fact("Source", &url.map_or_else(|| escape(title), |url| link_out(title, url)));
        page.fact("Rust", &self.rust_paths(case));
        let earlier = self.code.aliases.iter().chain(&case.aliases).map(|name| as_code(name));
        let earlier: BTreeSet<String> = earlier.collect();
        if !earlier.is_empty() {
            page.fact("Earlier names", &Vec::from_iter(earlier).join(", "));
        }
        page.line("</div>");
    }

    fn operation(&self, page: &Page, name: &str) -> String {
        let link = page.link(name, self.facts.places.operation(self.catalog, name));
        let operation = self.catalog.operation(name);
        let is_deprecated = operation.is_some_and(|operation| operation.deprecated.is_some());
        if is_deprecated { format!("{link} (deprecated)") } else { link }
    }

    /// Returns the variant of the code, and that of the error if the code has several cases.
    fn rust_paths(&self, case: &Case) -> String {
        let parent = self.facts.crate_name.map(|name| format!("{name}::")).unwrap_or_default();
        let module = format!("{parent}{}", self.catalog.module);
        let code = as_code(&format!("{module}::Code::{}", self.code.name));
        if self.code.cases.len() > 1 && self.code.outcome.is_failure() {
            format!("{code}, {}", as_code(&format!("{module}::Error::{}", case.name)))
        } else {
            code
        }
    }

    fn elsewhere<'t>(
        &self,
        page: &mut Page,
        heading: &str,
        choose: impl Fn(&Catalog) -> Choices<'t>,
    ) {
        let catalogs = &self.facts.set.catalogs;
        if catalogs.len() > 1 {
            page.line(&format!("**{heading}**"));
        }
        let others = catalogs.iter().filter(|into| into.id != self.catalog.id);
        equivalents(self.facts, page, others, choose);
    }

    /// Shows responses that the provider sends, or else one that it could send.
    fn example(&self, page: &mut Page, case: &Case) {
        let mut examples = self.catalog.examples_of(self.code, case);
        if let Some(first) = examples.next() {
            page.line(&format!("**Example response**{}", status(first)));
            page.block(language(&first.body), &first.body);
            for other in examples {
                let status = status(other);
                page.line(&format!("<details><summary>Another example{status}</summary>"));
                page.block(language(&other.body), &other.body);
                page.line("</details>");
            }
            return;
        }
        let body = |format| self.examples.body(self.code, case, format);
        if let Some(body) = body(BodyFormat::Json) {
            page.line("**Example response**");
            page.block("json", &body);
        }
        if let Some(body) = body(BodyFormat::Xml) {
            page.line("<details><summary>Example response in XML</summary>");
            page.block("xml", &body);
            page.line("</details>");
        }
    }
}

fn status(example: &Example) -> String {
    example.status.map(|status| format!(" (HTTP {status})")).unwrap_or_default()
}

/// Returns the language of a body, for its colors.
fn language(body: &str) -> &'static str {
    match body.trim_start().as_bytes().first() {
        Some(b'<') => "xml",
        Some(b'{' | b'[') => "json",
        _ => "text",
    }
}

fn messages(page: &mut Page, case: &Case) {
    if case.messages.is_empty() {
        page.line("The provider documents no message.");
    }
    for message in &case.messages {
        let operations = match message.operations.as_slice() {
            [] => String::new(),
            operations => format!(" ({})", escape(&operations.join(", "))),
        };
        page.line(&format!("> {}{operations}", as_code(&message.text)));
    }
    for param in &case.params {
        let about = param.about.as_deref().map_or("A parameter of the message".into(), prose);
        let sensitive = if param.sensitive { ", sensitive: keep it out of logs" } else { "" };
        let name = as_code(&format!("<{}>", param.name));
        page.item(&format!("{name} {about} ({}{sensitive})", param.kind.as_str()));
    }
}

fn guidance(page: &mut Page, guidance: &Guidance) {
    page.line(&format!("**What happened.** {}", prose(guidance.cause.trim())));
    page.line(&format!("**What to do.** {}", prose(guidance.action.trim())));
    for target in &guidance.links {
        page.item(&link_out(&target.title, &target.url));
    }
}
