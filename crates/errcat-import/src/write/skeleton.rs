//! The files of a catalog, with a mark for everything its author must write.

use std::collections::HashSet;

use errcat::GrpcCode;
use errcat_model::artifact::Artifact;

use super::yaml::{Entries, Yaml, write};
use crate::draft::{Answer, Draft, DraftCode, DraftGroup, kebab, param_type};

/// The facts about a catalog that the page does not contain.
///
/// # Examples
///
/// ```
/// let mut about = errcat_import::About::new("acme");
/// about.domain = Some("api.acme.example".to_owned());
/// assert_eq!(about.id, "acme");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct About {
    /// The id of the catalog.
    pub id: String,
    /// The name of the provider's API; by default the title of the page.
    pub title: Option<String>,
    /// The domain that identifies its errors on the wire; by default a gap.
    pub domain: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
}

impl About {
    /// Describes a catalog of which only the id is known.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }
}

const HEAD: &str =
    "# Replace every TODO: `errcat check` lists each of them, and says what is missing.\n";

const ENVELOPES: &str = "\
# The page does not say how a response carries a code: add `envelopes:` as `errcat new` writes them.
";

/// A list of operations that is wider is written one per line.
const MAX_WIDTH: usize = 76;

/// Returns the files of the catalog, `provider.yaml` first.
pub(crate) fn files(draft: &Draft, about: &About) -> Vec<Artifact> {
    let title = draft.title.as_deref().unwrap_or("Error codes");
    let source = Some(kebab(title)).filter(|id| !id.is_empty());
    let source = source.unwrap_or_else(|| "page".to_owned());
    let provider = write(&provider(draft, about, title, &source));
    let provider = ("provider".to_owned(), format!("{HEAD}{provider}{ENVELOPES}"));
    let groups = draft.groups.iter().map(|group| {
        (
            group.id.clone(),
            format!("{HEAD}{}", write(&group_file(group, &source, draft.is_integer))),
        )
    });
    let files = std::iter::once(provider).chain(groups);
    files.map(|(id, text)| Artifact { path: format!("{id}.yaml").into(), text }).collect()
}

fn provider(draft: &Draft, about: &About, title: &str, source: &str) -> Entries {
    let mut page = Entries::default();
    page.push("id", Yaml::text(source));
    page.push("title", Yaml::text(title));
    page.push_text("url", about.url.as_deref());
    let mut provider = Entries::default();
    provider.push("id", Yaml::text(&about.id));
    provider.push("title", Yaml::text(about.title.as_deref().unwrap_or(title)));
    provider.push("about", Yaml::Gap);
    provider.push("domain", about.domain.as_ref().map_or(Yaml::Gap, Yaml::text));
    provider.push("code-type", Yaml::text(if draft.is_integer { "integer" } else { "string" }));
    provider.push("sources", Yaml::List(vec![Yaml::Map(page)]));
    let operations = draft.operations.iter().map(|operation| {
        let mut entries = Entries::default();
        entries.push("name", Yaml::text(&operation.name));
        entries.push_text("url", operation.url.as_deref());
        Yaml::Map(entries)
    });
    provider.push_list("operations", operations);
    let statuses = draft.statuses.iter().map(|status| {
        let mut entries = Entries::default();
        entries.push("http", Yaml::Number(status.http.into()));
        entries.push("title", status.title.as_ref().map_or(Yaml::Gap, Yaml::text));
        entries.push("about", Yaml::Gap);
        Yaml::Map(entries)
    });
    provider.push_list("statuses", statuses);
    provider
}

fn group_file(group: &DraftGroup, source: &str, is_integer: bool) -> Entries {
    let mut head = Entries::default();
    head.push("title", Yaml::text(&group.title));
    head.push("about", Yaml::Gap);
    if !group.outcome.is_failure() {
        head.push("outcome", Yaml::text(group.outcome.as_str()));
    }
    if let Some((first, last)) = group.range {
        head.push("range", Yaml::text(format!("{first}-{last}")));
    }
    head.push("source", Yaml::text(source));
    let codes = group.codes.iter().map(|code| {
        let mut entries = Entries::default();
        let number = code.code.parse().ok().filter(|_| is_integer);
        entries.push("code", number.map_or_else(|| Yaml::text(&code.code), Yaml::Number));
        of_code(&mut entries, code, group.outcome.is_failure());
        Yaml::Map(entries)
    });
    let mut file = Entries::default();
    file.push("group", Yaml::Map(head));
    file.push("codes", Yaml::Spaced(codes.collect()));
    file
}

fn of_code(entries: &mut Entries, code: &DraftCode, is_failure: bool) {
    entries.push_text("name", Some(&*code.name).filter(|_| code.is_named));
    entries.push_text("symbol", code.symbol.as_deref());
    let http = code.shared(|answer| answer.http);
    let grpc = code.shared(|answer| answer.grpc);
    if !code.has_cases {
        texts(entries, &code.answers);
        params(entries, &code.answers);
        statuses(entries, http, grpc);
        gaps(entries, is_failure);
        return;
    }
    statuses(entries, http, grpc);
    let cases = code.answers.iter().map(|answer| {
        let mut entries = Entries::default();
        entries.push("id", Yaml::text(&answer.case));
        entries.push_text("message", answer.text.as_deref());
        params(&mut entries, std::slice::from_ref(answer));
        operations(&mut entries, answer.operations.iter());
        let own_http = answer.http.filter(|_| http.is_none());
        statuses(&mut entries, own_http, answer.grpc.filter(|_| grpc.is_none()));
        gaps(&mut entries, is_failure);
        Yaml::Map(entries)
    });
    entries.push_list("cases", cases);
}

/// Adds the texts of a code without cases: one for all operations, or each with its own.
fn texts(entries: &mut Entries, answers: &[Answer]) {
    let silent = answers.iter().filter(|answer| answer.text.is_none());
    let mut silent: Vec<&String> = silent.flat_map(|answer| &answer.operations).collect();
    if let [answer] = answers {
        entries.push_text("message", answer.text.as_deref());
        silent = answer.operations.iter().collect();
    } else {
        let messages = answers.iter().filter_map(|answer| {
            let mut entries = Entries::default();
            entries.push("text", Yaml::text(answer.text.as_ref()?));
            operations(&mut entries, answer.operations.iter());
            Some(Yaml::Map(entries))
        });
        entries.push_list("messages", messages);
    }
    operations(entries, silent.into_iter());
}

fn operations<'a>(entries: &mut Entries, names: impl Iterator<Item = &'a String> + Clone) {
    let width: usize = names.clone().map(|name| name.chars().count() + 2).sum();
    if width > MAX_WIDTH {
        entries.push_list("operations", names.map(Yaml::text));
    } else if width > 0 {
        entries.push("operations", Yaml::Line(names.map(Yaml::text).collect()));
    }
}

fn params(entries: &mut Entries, answers: &[Answer]) {
    let mut known: HashSet<&str> = HashSet::new();
    let names = answers.iter().flat_map(|answer| &answer.params);
    let params = names.filter(|name| known.insert(name)).map(|name| {
        let kind = [("type".to_owned(), Yaml::text(param_type(name)))];
        (name.clone(), Yaml::LineMap(kind.into_iter().collect()))
    });
    let params: Vec<(String, Yaml)> = params.collect();
    if !params.is_empty() {
        entries.push("params", Yaml::Map(params.into_iter().collect()));
    }
}

fn statuses(entries: &mut Entries, http: Option<u16>, grpc: Option<GrpcCode>) {
    if let Some(http) = http {
        entries.push("http", Yaml::Number(http.into()));
    }
    entries.push_text("grpc", grpc.map(GrpcCode::as_str));
}

/// Adds the gaps that only the author can fill: the meaning, and guidance for a failure.
fn gaps(entries: &mut Entries, is_failure: bool) {
    entries.push("is", Yaml::Gap);
    if is_failure {
        entries.push("guidance", Yaml::Gap);
    }
}
