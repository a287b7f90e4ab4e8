//! From a draft to the files of a catalog, with a mark for everything that its author must say.

use std::collections::HashSet;

use errcat_model::artifact::Artifact;

use crate::draft::{Answer, Draft, DraftCode, DraftGroup, DraftOperation, kebab};
use crate::placeholder::param_type;
use crate::rows::Status;
use crate::yaml::{Yaml, write};

/// What a page does not say about the catalog that is made of it.
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
    /// The name of the provider's API; the title of the page without it.
    pub title: Option<String>,
    /// The domain that identifies its errors on the wire; left to be written without it.
    pub domain: Option<String>,
    /// Where the page is.
    pub url: Option<String>,
}

impl About {
    /// A catalog of which only the id is known.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }
}

const HEAD: &str =
    "# Replace every TODO: `errcat check` names each of them, and says what is missing.\n";

const ENVELOPES: &str = "\
# The page does not say how a response carries a code: add `envelopes:` as `errcat new` writes them.
";

/// The files of the catalog, `provider.yaml` first.
pub(crate) fn files(draft: &Draft, about: &About) -> Vec<Artifact> {
    let title = draft.title.as_deref().unwrap_or("Error codes");
    let source =
        Some(kebab(title)).filter(|id| !id.is_empty()).unwrap_or_else(|| "page".to_owned());
    let mut files = vec![Artifact {
        path: "provider.yaml".into(),
        text: format!("{HEAD}{}{ENVELOPES}", write(&provider(draft, about, title, &source))),
    }];
    files.extend(draft.groups.iter().map(|group| Artifact {
        path: format!("{}.yaml", group.id).into(),
        text: format!("{HEAD}{}", write(&group_file(group, &source))),
    }));
    files
}

/// Entries of a mapping, in their order.
type Entries = Vec<(String, Yaml)>;

fn entry(key: &str, value: Yaml) -> (String, Yaml) {
    (key.to_owned(), value)
}

fn provider(draft: &Draft, about: &About, title: &str, source: &str) -> Entries {
    let mut page = vec![entry("id", Yaml::text(source)), entry("title", Yaml::text(title))];
    page.extend(about.url.as_ref().map(|url| entry("url", Yaml::text(url))));
    let domain = about.domain.as_ref().map_or_else(Yaml::gap, Yaml::text);
    let code_type = if draft.is_integer { "integer" } else { "string" };
    let mut entries = vec![
        entry("id", Yaml::text(&about.id)),
        entry("title", Yaml::text(about.title.as_deref().unwrap_or(title))),
        entry("about", Yaml::gap()),
        entry("domain", domain),
        entry("code-type", Yaml::plain(code_type)),
        entry("sources", Yaml::List(vec![Yaml::Map(page)])),
    ];
    if !draft.operations.is_empty() {
        let operations = draft.operations.iter().map(operation).collect();
        entries.push(entry("operations", Yaml::List(operations)));
    }
    if !draft.statuses.is_empty() {
        let statuses = draft.statuses.iter().map(status).collect();
        entries.push(entry("statuses", Yaml::List(statuses)));
    }
    entries
}

fn operation(operation: &DraftOperation) -> Yaml {
    let mut entries = vec![entry("name", Yaml::text(&operation.name))];
    entries.extend(operation.url.as_ref().map(|url| entry("url", Yaml::text(url))));
    Yaml::Map(entries)
}

fn status(status: &Status) -> Yaml {
    Yaml::Map(vec![
        entry("http", Yaml::plain(status.http)),
        entry("title", status.title.as_ref().map_or_else(Yaml::gap, Yaml::text)),
        entry("about", Yaml::gap()),
    ])
}

fn group_file(group: &DraftGroup, source: &str) -> Entries {
    let mut head = vec![entry("title", Yaml::text(&group.title)), entry("about", Yaml::gap())];
    if !group.outcome.is_failure() {
        head.push(entry("outcome", Yaml::plain(group.outcome)));
    }
    if let Some((first, last)) = group.range {
        head.push(entry("range", Yaml::plain(format!("{first}-{last}"))));
    }
    head.push(entry("source", Yaml::text(source)));
    let codes = group.codes.iter().map(|code| Yaml::Map(of_code(code, group)));
    vec![entry("group", Yaml::Map(head)), entry("codes", Yaml::Spaced(codes.collect()))]
}

fn of_code(code: &DraftCode, group: &DraftGroup) -> Entries {
    let mut entries = vec![entry("code", Yaml::text(&code.code))];
    if code.is_named {
        entries.push(entry("name", Yaml::text(&code.name)));
    }
    entries.extend(code.symbol.as_ref().map(|symbol| entry("symbol", Yaml::text(symbol))));
    let http = code.shared(|answer| answer.http);
    let grpc = code.shared(|answer| answer.grpc);
    let statuses = |http: Option<u16>, grpc: Option<errcat::GrpcCode>| {
        let http = http.map(|http| entry("http", Yaml::plain(http)));
        http.into_iter().chain(grpc.map(|grpc| entry("grpc", Yaml::plain(grpc))))
    };
    if code.has_cases {
        entries.extend(statuses(http, grpc));
        let cases = code.answers.iter().map(|answer| {
            let mut entries = vec![entry("id", Yaml::text(&answer.case))];
            entries.extend(answer.text.as_ref().map(|text| entry("message", Yaml::text(text))));
            entries.extend(params(std::slice::from_ref(answer)));
            entries.extend(operations(&answer.operations));
            entries.extend(statuses(
                answer.http.filter(|_| http.is_none()),
                answer.grpc.filter(|_| grpc.is_none()),
            ));
            entries.extend(gaps(group));
            Yaml::Map(entries)
        });
        entries.push(entry("cases", Yaml::List(cases.collect())));
        return entries;
    }
    entries.extend(texts(&code.answers));
    entries.extend(params(&code.answers));
    entries.extend(statuses(http, grpc));
    entries.extend(gaps(group));
    entries
}

/// The texts of a code without cases: one for all operations, or each with its own.
fn texts(answers: &[Answer]) -> Entries {
    if let [answer] = answers {
        let message = answer.text.as_ref().map(|text| entry("message", Yaml::text(text)));
        return message.into_iter().chain(operations(&answer.operations)).collect();
    }
    let silent = answers.iter().filter(|answer| answer.text.is_none());
    let silent: Vec<String> = silent.flat_map(|answer| answer.operations.clone()).collect();
    let messages = answers.iter().filter_map(|answer| {
        let text = entry("text", Yaml::text(answer.text.as_ref()?));
        let mut entries = vec![text];
        entries.extend(operations(&answer.operations));
        Some(Yaml::Map(entries))
    });
    let mut entries = vec![entry("messages", Yaml::List(messages.collect()))];
    entries.extend(operations(&silent));
    entries
}

fn operations(names: &[String]) -> Option<(String, Yaml)> {
    const WIDEST: usize = 76;
    let width: usize = names.iter().map(|name| name.chars().count() + 2).sum();
    let texts = || names.iter().map(Yaml::text).collect();
    let value = if width > WIDEST { Yaml::List(texts()) } else { Yaml::Texts(names.to_vec()) };
    (!names.is_empty()).then(|| entry("operations", value))
}

fn params(answers: &[Answer]) -> Option<(String, Yaml)> {
    let mut entries: Entries = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for name in answers.iter().flat_map(|answer| &answer.params) {
        if known.insert(name) {
            let kind = vec![entry("type", Yaml::plain(param_type(name)))];
            entries.push(entry(name, Yaml::Inline(kind)));
        }
    }
    (!entries.is_empty()).then(|| entry("params", Yaml::Map(entries)))
}

/// What only the author can say: the meaning, and for a failure what to do.
fn gaps(group: &DraftGroup) -> Entries {
    let mut gaps = vec![entry("is", Yaml::gap())];
    if group.outcome.is_failure() {
        gaps.push(entry("guidance", Yaml::gap()));
    }
    gaps
}
