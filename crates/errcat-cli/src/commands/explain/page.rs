//! A page about a code or a meaning, as wide as the terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use errcat_model::render::printable;
use errcat_model::translate::Translator;
use errcat_model::{Case, Catalog, CatalogSet, Code, Guidance, Meaning, Message};
use textwrap::WordSplitter;

use crate::commands::subject::Subject;

const TITLE: Style = Style::new().bold();
const LABEL: Style = AnsiColor::Cyan.on_default();
const FAINT: Style = Style::new().dimmed();

/// Columns for labels.
const INDENT: usize = 13;

/// A page about a code with all of its cases, or with one of them.
pub(in crate::commands) fn code(
    set: &CatalogSet,
    translator: &Translator<'_>,
    (catalog, code, only): (&Catalog, &Code, Option<&Case>),
    width: usize,
) -> String {
    let elsewhere = |case| elsewhere(set, translator, Subject::Code(catalog, code, case));
    let mut page = Page { text: String::new(), width };
    page.title(&format!("{}:{}", catalog.id, code.code), &code.name);
    let group = catalog.group(&code.group).map_or(code.group.as_str(), |group| &group.title);
    page.faint(&format!("{} · {group} · {}", catalog.title, code.outcome));
    page.earlier(&code.aliases);
    page.lifecycle(set, code);
    if only.is_none() && code.cases.len() > 1 {
        page.elsewhere("while it is not known which of its cases it is:\n", &elsewhere(None));
    }
    for case in code.cases.iter().filter(|case| only.is_none_or(|only| only.id == case.id)) {
        page.blank();
        if code.cases.len() > 1 {
            page.title(&format!("#{}", case.id), &case.name);
            page.earlier(&case.aliases);
        }
        page.case(set, catalog, code, case);
        page.elsewhere("", &elsewhere(Some(case)));
        if let Some(guidance) = &case.guidance {
            page.guidance(guidance);
        }
    }
    page.text
}

/// What something is in each other catalog, a line each.
pub(in crate::commands) fn elsewhere(
    set: &CatalogSet,
    translator: &Translator<'_>,
    subject: Subject<'_>,
) -> String {
    let lines = subject.others(set).map(|into| {
        let found = subject.translate(translator, into);
        let (Some(to), Some(found)) = (subject.entry(into, found).to, found) else {
            return format!("{} has nothing for it", into.id);
        };
        let name = if to.case.is_some() { &found.case.name } else { &found.code.name };
        let why = found.why.map(|why| format!(": {why}")).unwrap_or_default();
        format!("{to} {name} {}{why}", found.relation.description())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A page about a meaning with everything that maps to it.
pub(in crate::commands) fn meaning(set: &CatalogSet, meaning: &Meaning, width: usize) -> String {
    let mut page = Page { text: String::new(), width };
    page.title(&meaning.id, "");
    page.paragraph(&meaning.title);
    page.blank();
    if let Some(parent) = meaning.parent.as_deref().and_then(|id| set.meaning(id)) {
        page.field("part of", &format!("{}: {}", parent.id, parent.title));
    }
    let below = set.meanings.iter().filter(|other| other.parent.as_deref() == Some(&meaning.id));
    let below: Vec<&str> = below.map(|other| other.id.as_str()).collect();
    if !below.is_empty() {
        page.field("finer", &below.join(", "));
    }
    page.field("HTTP", &meaning.facts.http.to_string());
    page.field("gRPC", meaning.facts.grpc.as_str());
    page.field(
        "retry",
        &format!("{}: {}", meaning.facts.retry.word(), meaning.facts.retry.description()),
    );
    page.field(
        "who acts",
        &format!("{}: {}", meaning.facts.actor, meaning.facts.actor.description()),
    );
    for catalog in &set.catalogs {
        let lines = mapped(catalog, &meaning.id);
        if !lines.is_empty() {
            page.blank();
            page.field(&catalog.id, &lines.join("\n"));
        }
    }
    page.text
}

/// The codes of a catalog that say they stand for a meaning.
fn mapped(catalog: &Catalog, meaning: &str) -> Vec<String> {
    catalog
        .cases_of(meaning)
        .map(|(code, case)| {
            format!("{} {} ({})", code.code, case.name, case.relation.description())
        })
        .collect()
}

pub(in crate::commands) struct Page {
    pub(in crate::commands) text: String,
    pub(in crate::commands) width: usize,
}

impl Page {
    pub(in crate::commands) fn blank(&mut self) {
        self.text.push('\n');
    }

    pub(in crate::commands) fn title(&mut self, reference: &str, name: &str) {
        let (reference, name) = (printable(reference), printable(name));
        let gap = if name.is_empty() { "" } else { "  " };
        let _ = writeln!(self.text, "{TITLE}{reference}{TITLE:#}{gap}{name}");
    }

    pub(in crate::commands) fn faint(&mut self, text: &str) {
        let _ = writeln!(self.text, "{FAINT}{}{FAINT:#}", printable(text));
    }

    fn paragraph(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}", textwrap::fill(&printable(text), self.width));
    }

    /// A label and its text, wrapped beside it. Line ends in the text are kept.
    pub(in crate::commands) fn field(&mut self, label: &str, text: &str) {
        let text = printable(text);
        let indent = " ".repeat(INDENT);
        let options = textwrap::Options::new(self.width)
            .initial_indent(&indent)
            .subsequent_indent(&indent)
            .break_words(false)
            // A name such as `contact-info` is copied, so it stays in one piece.
            .word_splitter(WordSplitter::NoHyphenation);
        let filled: Vec<String> = text.lines().map(|line| textwrap::fill(line, &options)).collect();
        let filled = filled.join("\n");
        let body = filled.get(INDENT..).unwrap_or_default();
        let label =
            format!("{LABEL}{label}{LABEL:#}{}", " ".repeat(INDENT.saturating_sub(label.len())));
        let _ = writeln!(self.text, "{label}{body}");
    }

    /// What it was called before.
    fn earlier(&mut self, names: &[String]) {
        if !names.is_empty() {
            self.field("earlier", &format!("{} in Rust", names.join(", ")));
        }
    }

    /// How far the code has come to its end.
    pub(in crate::commands) fn lifecycle(&mut self, set: &CatalogSet, code: &Code) {
        let Some(lifecycle) = &code.lifecycle else {
            return;
        };
        let reference = |by: &str| match set.follow(by) {
            Some((_, _, Some(case))) => format!("{by} {}", case.name),
            Some((_, code, None)) => format!("{by} {}", code.name),
            None => by.to_owned(),
        };
        self.field("history", &lifecycle.sentences(str::to_owned, reference));
    }

    fn case(&mut self, set: &CatalogSet, catalog: &Catalog, code: &Code, case: &Case) {
        if case.messages.is_empty() {
            self.field("message", "none documented");
        }
        for message in &case.messages {
            self.field("message", &quoted(message, case));
        }
        for param in &case.params {
            let about = param.about.as_deref().unwrap_or("a parameter of the message");
            let sensitive = if param.sensitive { "; sensitive" } else { "" };
            self.field(
                "",
                &format!("<{}>: {about} ({}{sensitive})", param.name, param.kind.as_str()),
            );
        }
        self.meaning(set, case);
        self.field("HTTP", &case.facts.http.to_string());
        self.field("gRPC", case.facts.grpc.as_str());
        if let Some(why) = &case.status_why {
            self.field("", why);
        }
        self.field(
            "retry",
            &format!("{}: {}", case.facts.retry.word(), case.facts.retry.description()),
        );
        self.field(
            "who acts",
            &format!("{}: {}", case.facts.actor, case.facts.actor.description()),
        );
        if !case.operations.is_empty() {
            self.field("operations", &operations(catalog, case));
        }
        let apis = catalog.apis(code, case);
        if !apis.is_empty() {
            self.field("API", &apis.join(", "));
        }
        let source = catalog.source(&case.source);
        self.field("source", source.map_or(case.source.as_str(), |source| &source.title));
    }

    /// What it is in the other catalogs, where there are others.
    pub(in crate::commands) fn elsewhere(&mut self, when: &str, lines: &str) {
        if !lines.is_empty() {
            self.field("elsewhere", &format!("{when}{lines}"));
        }
    }

    fn meaning(&mut self, set: &CatalogSet, case: &Case) {
        for id in &case.meanings {
            let title = set.meaning(id).map_or("", |meaning| &meaning.title);
            self.field("meaning", &format!("{} {id}: {title}", case.relation.description()));
        }
        if let Some(why) = &case.why {
            self.field("", why);
        }
    }

    pub(in crate::commands) fn guidance(&mut self, guidance: &Guidance) {
        self.blank();
        self.field("what it is", &guidance.cause);
        self.blank();
        self.field("what to do", &guidance.action);
        for link in &guidance.links {
            self.field("", &format!("{}: {}", link.title, link.url));
        }
    }
}

/// A text of the provider, with its operations where the texts of a case differ in them.
fn quoted(message: &Message, case: &Case) -> String {
    if case.messages.len() > 1 && !message.operations.is_empty() {
        format!("{}\n({})", message.text, message.operations.join(", "))
    } else {
        message.text.clone()
    }
}

fn operations(catalog: &Catalog, case: &Case) -> String {
    let lines = case.operations.iter().map(|name| {
        let operation = catalog.operation(name);
        let deprecated = operation.is_some_and(|operation| operation.deprecated.is_some());
        if deprecated { format!("{name} (deprecated)") } else { name.clone() }
    });
    lines.collect::<Vec<_>>().join(", ")
}
