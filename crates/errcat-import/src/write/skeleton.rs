//! The files of a catalog, with a mark for everything its author must write.

use std::collections::HashSet;

use errcat::GrpcCode;
use errcat_model::artifact::Artifact;

use super::yaml::{Entries, GAP, Yaml, write};
use crate::draft::{Draft, DraftCode, DraftGroup, DraftText, kebab, param_type};

const HEAD: &str =
    "# Replace every TODO: `errcat check` lists each of them, and says what is missing.\n";

const ENVELOPES: &str = "\
# The page does not say how a response carries a code: add `envelopes:` as `errcat new` writes them.
";

/// A list of operations that is wider is written one per line.
const MAX_WIDTH: usize = 76;

/// Returns the files of the catalog, `provider.yaml` first.
pub(crate) fn files(draft: &Draft, id: &str, url: Option<&str>) -> Vec<Artifact> {
    let title = draft.title.as_deref().unwrap_or("Error codes");
    let source = Some(kebab(title)).filter(|id| !id.is_empty());
    let source = source.unwrap_or_else(|| "page".to_owned());
    let file = |id: &str, entries: &Entries, end: &str| Artifact {
        path: format!("{id}.yaml").into(),
        text: format!("{HEAD}{}{end}", write(entries)),
    };
    let provider = file("provider", &provider(draft, id, title, &source, url), ENVELOPES);
    let groups = draft.groups.iter();
    let groups =
        groups.map(|group| file(&group.id, &group_file(group, &source, draft.is_integer), ""));
    std::iter::once(provider).chain(groups).collect()
}

/// Counts the values that the author must write.
pub(crate) fn count_gaps(draft: &Draft) -> usize {
    let is_gap = |line: &&str| line.strip_suffix(GAP).is_some_and(|key| key.ends_with(": "));
    let files = files(draft, "", None);
    files.iter().flat_map(|file| file.text.lines()).filter(is_gap).count()
}

fn provider(draft: &Draft, id: &str, title: &str, source: &str, url: Option<&str>) -> Entries {
    let page = Entries::default().text("id", source).text("title", title).text("url", url);
    let operations = draft.operations.iter().map(|operation| {
        Entries::default().text("name", &*operation.text).text("url", operation.url.as_deref())
    });
    let statuses = draft.statuses.iter().map(|status| {
        Entries::default()
            .with("http", Yaml::Number(status.http.into()))
            .with("title", status.title.as_ref().map_or(Yaml::Gap, Yaml::text))
            .with("about", Yaml::Gap)
    });
    Entries::default()
        .text("id", id)
        .text("title", title)
        .with("about", Yaml::Gap)
        .with("domain", Yaml::Gap)
        .text("code-type", if draft.is_integer { "integer" } else { "string" })
        .list("sources", std::iter::once(page))
        .list("operations", operations)
        .list("statuses", statuses)
}

fn group_file(group: &DraftGroup, source: &str, is_integer: bool) -> Entries {
    let is_failure = group.outcome.is_failure();
    let range = group.range.map(|(first, last)| format!("{first}-{last}"));
    let head = Entries::default()
        .text("title", &*group.title)
        .with("about", Yaml::Gap)
        .text("outcome", Some(group.outcome.as_str()).filter(|_| !is_failure))
        .text("range", range.as_deref())
        .text("source", source);
    let codes = group.codes.iter().map(|code| {
        let number = code.code.parse().ok().filter(|_| is_integer);
        let id = number.map_or_else(|| Yaml::text(&code.code), Yaml::Number);
        Yaml::Map(Entries::default().with("code", id).and(of_code(code, is_failure)))
    });
    Entries::default().map("group", head).with("codes", Yaml::Spaced(codes.collect()))
}

fn of_code(code: &DraftCode, is_failure: bool) -> Entries {
    let http = code.shared(|one| one.http);
    let grpc = code.shared(|one| one.grpc);
    let head = Entries::default()
        .text("name", Some(&*code.name).filter(|_| code.is_named))
        .text("symbol", code.symbol.as_deref());
    if !code.has_cases {
        let texts = texts(&code.texts).and(params(&code.texts));
        return head.and(texts).and(statuses(http, grpc)).and(gaps(is_failure));
    }
    let cases = code.texts.iter().map(|one| {
        let own_http = one.http.filter(|_| http.is_none());
        let own_grpc = one.grpc.filter(|_| grpc.is_none());
        Entries::default()
            .text("id", &*one.case)
            .text("message", one.text.as_deref())
            .and(params(std::slice::from_ref(one)))
            .and(operations(&one.operations))
            .and(statuses(own_http, own_grpc))
            .and(gaps(is_failure))
    });
    head.and(statuses(http, grpc)).list("cases", cases)
}

/// Returns the texts of a code without cases: one for all operations, or each with its own.
fn texts(texts: &[DraftText]) -> Entries {
    if let [one] = texts {
        let message = Entries::default().text("message", one.text.as_deref());
        return message.and(operations(&one.operations));
    }
    let messages = texts.iter().filter_map(|one| {
        let text = Entries::default().text("text", one.text.as_deref()?);
        Some(text.and(operations(&one.operations)))
    });
    let silent = texts.iter().filter(|one| one.text.is_none());
    let silent: Vec<String> = silent.flat_map(|one| one.operations.clone()).collect();
    Entries::default().list("messages", messages).and(operations(&silent))
}

fn operations(names: &[String]) -> Entries {
    let width: usize = names.iter().map(|name| name.chars().count() + 2).sum();
    let texts = names.iter().map(Yaml::text).collect();
    match width {
        0 => Entries::default(),
        1..=MAX_WIDTH => Entries::default().with("operations", Yaml::Line(texts)),
        _ => Entries::default().with("operations", Yaml::List(texts)),
    }
}

fn params(texts: &[DraftText]) -> Entries {
    let mut known: HashSet<&str> = HashSet::new();
    let names = texts.iter().flat_map(|one| &one.params);
    let params =
        names.filter(|name| known.insert(name)).fold(Entries::default(), |params, name| {
            params.with(name, Yaml::LineMap(Entries::default().text("type", param_type(name))))
        });
    Entries::default().map("params", params)
}

fn statuses(http: Option<u16>, grpc: Option<GrpcCode>) -> Entries {
    let http = http.map(|http| Entries::default().with("http", Yaml::Number(http.into())));
    http.unwrap_or_default().text("grpc", grpc.map(GrpcCode::as_str))
}

/// Returns the gaps that only the author can fill: the meaning, and guidance for a failure.
fn gaps(is_failure: bool) -> Entries {
    let meaning = Entries::default().with("is", Yaml::Gap);
    if is_failure { meaning.with("guidance", Yaml::Gap) } else { meaning }
}
