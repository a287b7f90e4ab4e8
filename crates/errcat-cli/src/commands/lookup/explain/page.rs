//! Explains a code or a meaning in a page as wide as the terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use errcat::rt::{fact_lines, to_client};
use errcat::{Actor, Facts, HttpStatus};
use errcat_model::render::printable;
use errcat_model::translate::Translator;
use errcat_model::{BrokenLaw, Case, Catalog, CatalogSet, Code, Guidance, Meaning, Message, Tell};

use crate::commands::subject::{Answer, Subject};
use crate::output::{FAINT, TITLE, wrap};

const LABEL: Style = AnsiColor::Cyan.on_default();

/// The width of the labels.
const INDENT: usize = 13;

/// Explains a code with all of its cases, or with one of them.
pub(in crate::commands) fn code(
    translator: &Translator<'_>,
    (set, catalog): (&CatalogSet, &Catalog),
    code: &Code,
    only: Option<&Case>,
    mut page: Page<'_>,
) -> Result<String, BrokenLaw> {
    let subject = |case| Subject::Code(catalog, code, case);
    page.title(&format!("{}:{}", catalog.id, code.code), &code.name);
    let group = catalog.group(&code.group).map_or(code.group.as_str(), |group| &group.title);
    page.faint(&format!("{} · {group} · {}", catalog.title, code.outcome));
    page.former_names(&code.aliases);
    page.lifecycle(set, code);
    if only.is_none() && code.cases.len() > 1 {
        page.elsewhere("if the case is unknown:\n", set, translator, subject(None))?;
    }
    for case in code.cases.iter().filter(|case| only.is_none_or(|only| only.id == case.id)) {
        page.blank();
        if code.cases.len() > 1 {
            page.title(&format!("#{}", case.id), &case.name);
            page.former_names(&case.aliases);
        }
        page.case(set, catalog, code, case);
        page.elsewhere("", set, translator, subject(Some(case)))?;
        if let Some(guidance) = &case.guidance {
            page.guidance(guidance);
        }
    }
    Ok(page.text)
}

/// Explains a meaning and lists its codes.
pub(in crate::commands) fn meaning(
    set: &CatalogSet,
    meaning: &Meaning,
    mut page: Page<'_>,
) -> String {
    page.title(&meaning.id, "");
    let _ = writeln!(page.text, "{}", wrap(&meaning.title, "", page.width));
    page.blank();
    page.tell(&meaning.tell);
    if let Some(parent) = meaning.parent.as_deref().and_then(|id| set.meaning(id)) {
        page.field("parent", &format!("{}: {}", parent.id, parent.title));
    }
    let below = set.meanings.iter().filter(|other| other.parent.as_deref() == Some(&meaning.id));
    let below: Vec<&str> = below.map(|other| other.id.as_str()).collect();
    if !below.is_empty() {
        page.field("children", &below.join(", "));
    }
    page.facts(meaning.facts);
    for catalog in &set.catalogs {
        let lines: Vec<String> = catalog
            .cases_of(&meaning.id)
            .map(|(code, case)| {
                format!("{} {} ({})", code.code, case.name, case.relation.description())
            })
            .collect();
        if !lines.is_empty() {
            page.blank();
            page.field(&catalog.id, &lines.join("\n"));
        }
    }
    page.text
}

pub(in crate::commands) struct Page<'l> {
    pub(in crate::commands) text: String,
    width: usize,
    /// The language of the sentence for the customer.
    language: &'l str,
}

impl<'l> Page<'l> {
    pub(in crate::commands) fn new(width: usize, language: &'l str) -> Self {
        Self { text: String::new(), width, language }
    }

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

    /// Writes a label and its text, wrapped next to it; line breaks in the text are kept.
    pub(in crate::commands) fn field(&mut self, label: &str, text: &str) {
        let indent = " ".repeat(INDENT);
        let lines: Vec<String> = text.lines().map(|line| wrap(line, &indent, self.width)).collect();
        let lines = lines.join("\n");
        let body = lines.get(INDENT..).unwrap_or_default();
        let gap = " ".repeat(INDENT.saturating_sub(label.len()));
        let _ = writeln!(self.text, "{LABEL}{label}{LABEL:#}{gap}{body}");
    }

    /// Writes the sentence for the customer, in English if it lacks the language of the page.
    pub(in crate::commands) fn tell(&mut self, tell: &Tell) {
        if let Some(text) = tell.get(self.language).or_else(|| tell.get("en")) {
            self.field("tell", text);
        }
    }

    /// Writes what to answer a client, and the facts that have no status.
    pub(in crate::commands) fn facts(&mut self, facts: Facts) {
        let statuses = |facts: Facts| format!("HTTP {}, gRPC {}", facts.http, facts.grpc);
        let (own, answer) = (statuses(facts), statuses(to_client(facts)));
        if answer == own {
            self.field("answer", &answer);
        } else {
            let words = match facts.actor {
                Actor::AccountOwner => "a client who owns the account gets",
                _ => "the failure itself is",
            };
            self.field("answer", &format!("{answer}: your client cannot fix it; {words} {own}"));
        }
        for line in fact_lines(facts).filter(|line| !matches!(line.name, "http" | "grpc")) {
            let explanation = line.explanation.map(|clause| format!(": {clause}"));
            // No provider sent this number: it means that the delay cannot be read.
            let value = line.value.trim_end_matches(" 4294967295s");
            self.field(line.label, &format!("{value}{}", explanation.unwrap_or_default()));
        }
    }

    fn former_names(&mut self, names: &[String]) {
        if !names.is_empty() {
            self.field("formerly", &format!("{} in Rust", names.join(", ")));
        }
    }

    /// Writes whether the code is deprecated or retired.
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
        self.tell(&case.tell);
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
        for id in &case.meanings {
            let title = set.meaning(id).map_or("", |meaning| &meaning.title);
            self.field("meaning", &format!("{} {id}: {title}", case.relation.description()));
        }
        if let Some(why) = &case.why {
            self.field("", why);
        }
        let sent_with = catalog.sent_with(code, case);
        let sent_with: Vec<String> = sent_with.iter().map(HttpStatus::to_string).collect();
        if !sent_with.is_empty() {
            self.field("sent with", &format!("HTTP {}", sent_with.join(" or ")));
        }
        self.facts(case.facts);
        if let Some(why) = &case.facts_why {
            self.field("why", why);
        }
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

    /// Writes the equivalents in the other catalogs, one per line, and what a service answers in their
    /// words.
    pub(in crate::commands) fn elsewhere<'a>(
        &mut self,
        heading: &str,
        set: &'a CatalogSet,
        translator: &Translator<'a>,
        subject: Subject<'a>,
    ) -> Result<(), BrokenLaw> {
        let answers = subject.others(set).map(|into| subject.translate(translator, into));
        let answers: Vec<Answer<'_>> = answers.collect::<Result<_, _>>()?;
        let lines = answers.iter().flat_map(Answer::lines).map(|[to, name, relation, reason]| {
            if relation == "none" {
                return format!("{name} in {to}");
            }
            let why = if reason.is_empty() { reason } else { format!(": {reason}") };
            format!("{to} {name} ({relation}{why})")
        });
        let lines = lines.collect::<Vec<_>>().join("\n");
        if !lines.is_empty() {
            self.field("equivalents", &format!("{heading}{lines}"));
        }
        let said = answers.iter().flat_map(Answer::said);
        let said = said.map(|[audience, to, basis, http, retry]| {
            format!("to {audience}: {to} ({basis}), HTTP {http}, retry {retry}")
        });
        let said = said.collect::<Vec<_>>().join("\n");
        if !said.is_empty() {
            self.field("their words", &said);
        }
        Ok(())
    }

    pub(in crate::commands) fn guidance(&mut self, guidance: &Guidance) {
        self.blank();
        self.field("cause", &guidance.cause);
        self.blank();
        self.field("action", &guidance.action);
        for link in &guidance.links {
            self.field("", &format!("{}: {}", link.title, link.url));
        }
    }
}

/// Returns a message, with its operations if the case has several messages.
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
