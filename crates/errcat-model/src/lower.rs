//! From what was written to the catalog: everything inherited is filled in, every
//! name is decided, everything is sorted. Runs only on what passed the checks.

mod overrides;

use errcat::Outcome;
use errcat::rt::wire::EnvelopeKind;

use crate::catalog::{
    Case, Catalog, CatalogSet, Code, CodeType, Condition, Envelope, Group, Guidance, KnownStatus,
    Lifecycle, LifecycleStage, Link, Meaning, Message, Operation, Param, ParamType, Slot, Source,
};
use crate::check::{Codes, Defaults, Hub, View, effective_retry, http_status};
use crate::names;
use crate::read::Keyed;
use crate::span::Spanned;
use crate::written::{
    self, CodeSource, Facts, HistorySource, MeaningSource, Provider, ProviderSource, Written,
};

/// The Rust name of a code, if one can be made.
pub(crate) fn code_name(code: &CodeSource) -> Option<String> {
    let facts = code.cases.first().map_or(&code.facts, |case| &case.facts);
    let message = || facts.message.as_ref().or(facts.messages.first().map(|message| &message.text));
    match code.name.as_ref().or(code.symbol.as_ref()) {
        Some(name) => names::type_name(name),
        // A number says nothing, so its message names it.
        None if code.code.number.is_some() => names::type_name(message()?),
        None => names::type_name(&code.code.text),
    }
}

/// The Rust name of a case: that of its code where it is the only one.
pub(crate) fn case_name(view: &View<'_>, code_name: &str) -> Option<String> {
    match view.case {
        Some(case) => names::type_name(&case.id),
        None => Some(code_name.to_owned()),
    }
}

pub(crate) fn lower(written: &Written, hub: &Hub<'_>) -> CatalogSet {
    let mut meanings: Vec<Meaning> =
        written.meanings.iter().filter_map(|meaning| lower_meaning(meaning, hub)).collect();
    meanings.sort_by(|a, b| a.id.cmp(&b.id));
    let codes = Codes::of(written);
    let mut catalogs: Vec<Catalog> =
        written.providers.iter().map(|provider| lower_catalog(provider, hub, &codes)).collect();
    catalogs.sort_by(|a, b| a.id.cmp(&b.id));
    CatalogSet { meanings, catalogs }
}

fn lower_meaning(meaning: &MeaningSource, hub: &Hub<'_>) -> Option<Meaning> {
    let Defaults { outcome, http, grpc, retry, actor } = hub.defaults(&meaning.id)?;
    Some(Meaning {
        id: meaning.id.value.clone(),
        parent: text(meaning.parent.as_ref()),
        title: meaning.title.value.clone(),
        outcome,
        http,
        grpc,
        retry,
        actor,
    })
}

/// What a code is lowered with.
struct Around<'a, 'w> {
    hub: &'a Hub<'w>,
    codes: &'a Codes<'w>,
    /// The id of the catalog.
    own: &'a str,
}

fn lower_catalog<'w>(provider: &'w Provider, hub: &Hub<'w>, codes: &Codes<'w>) -> Catalog {
    let source = &provider.provider;
    let around = Around { hub, codes, own: &source.id };
    let mut groups: Vec<Group> = provider.groups.iter().map(lower_group).collect();
    groups.sort_by(|a, b| a.id.cmp(&b.id));
    let mut codes: Vec<(Option<u32>, Code)> = provider
        .groups
        .iter()
        .flat_map(|group| group.file.codes.iter().map(move |code| (group, code)))
        .filter_map(|(group, code)| Some((code.code.number, lower_code(group, code, &around)?)))
        .collect();
    let by_number = source.code_type.value == CodeType::Integer;
    codes.sort_by(|(a_number, a), (b_number, b)| {
        let numbers = if by_number { a_number.cmp(b_number) } else { std::cmp::Ordering::Equal };
        numbers.then_with(|| a.code.cmp(&b.code))
    });
    Catalog {
        id: source.id.value.clone(),
        module: names::module_name(&source.id.value),
        title: source.title.value.clone(),
        about: paragraph(&source.about),
        domain: source.domain.value.clone(),
        docs: source.docs.as_ref().map(|docs| docs.value.0.clone()),
        code_type: source.code_type.value,
        sources: source.sources.iter().map(lower_source).collect(),
        operations: source.operations.iter().map(lower_operation).collect(),
        statuses: lower_statuses(source),
        envelopes: source.envelopes.iter().map(lower_envelope).collect(),
        groups,
        codes: codes.into_iter().map(|(_, code)| code).collect(),
    }
}

fn lower_source(source: &written::SourceSource) -> Source {
    Source {
        id: source.id.value.clone(),
        title: source.title.value.clone(),
        url: text(source.url.as_ref()),
    }
}

fn lower_operation(operation: &written::OperationSource) -> Operation {
    Operation {
        name: operation.name.value.clone(),
        api: text(operation.api.as_ref()),
        url: text(operation.url.as_ref()),
        deprecated: operation.deprecated.as_deref().map(|text| paragraph(text)),
    }
}

fn lower_statuses(provider: &ProviderSource) -> Vec<KnownStatus> {
    let meanings = provider.statuses.iter().filter_map(|status| {
        Some(KnownStatus {
            http: http_status(&status.http)?,
            title: status.title.value.clone(),
            about: paragraph(&status.about),
            code: text(status.code.as_ref()),
        })
    });
    meanings.collect()
}

pub(crate) fn lower_envelope(envelope: &written::EnvelopeSource) -> Envelope {
    let lists = |keyed: &Keyed<Vec<Spanned<String>>>| {
        keyed
            .0
            .iter()
            .map(|(slot, paths)| Slot { slot: slot.value.clone(), paths: texts(paths) })
            .collect()
    };
    Envelope {
        id: envelope.id.value.clone(),
        format: envelope.format.value,
        kind: envelope.kind.as_ref().map_or(EnvelopeKind::Application, |kind| kind.value),
        when: envelope
            .when
            .0
            .iter()
            .map(|(path, text)| Condition { path: path.value.clone(), equals: text.value.clone() })
            .collect(),
        each: text(envelope.each.as_ref()),
        about: paragraph(&envelope.about),
        slots: lists(&envelope.slots),
        headers: lists(&envelope.headers),
    }
}

fn lower_group(group: &written::Group) -> Group {
    let source = &group.file.group;
    Group {
        id: group.id.clone(),
        title: source.title.value.clone(),
        about: paragraph(&source.about),
        api: text(source.api.as_ref()),
        range: source.range.as_ref().map(|range| (range.first, range.last)),
        kind_of: text(source.kind_of.as_ref()),
    }
}

fn lower_code(group: &written::Group, code: &CodeSource, around: &Around<'_, '_>) -> Option<Code> {
    let name = code_name(code)?;
    let cases = View::of_code(group, code).filter_map(|view| lower_case(&view, &name, around));
    Some(Code {
        code: code.code.text.clone(),
        aliases: aliases(&code.aliases),
        symbol: text(code.symbol.as_ref()),
        outcome: group
            .file
            .group
            .outcome
            .as_ref()
            .map_or(Outcome::Failure, |outcome| outcome.value),
        group: group.id.clone(),
        lifecycle: lower_lifecycle(code, around),
        cases: cases.collect(),
        overrides: overrides::of_code(code, around),
        name,
    })
}

fn lower_lifecycle(code: &CodeSource, around: &Around<'_, '_>) -> Option<Lifecycle> {
    let full = |text: &str| Some(around.codes.replacement(text, around.own)?.0.to_string());
    let lifecycle = |stage, history: &HistorySource| {
        Some(Lifecycle {
            stage,
            since: history.since.as_ref()?.value.clone(),
            replaced_by: history.replaced_by.as_ref().and_then(|text| full(text)),
            note: history.note.as_deref().map(|note| paragraph(note)),
        })
    };
    match (&code.retired, &code.deprecated) {
        (Some(history), _) => lifecycle(LifecycleStage::Retired, history),
        (None, Some(history)) => lifecycle(LifecycleStage::Deprecated, history),
        (None, None) => None,
    }
}

fn lower_case(view: &View<'_>, code_name: &str, around: &Around<'_, '_>) -> Option<Case> {
    let name = case_name(view, code_name)?;
    let claim = view.claims().into_iter().next()?;
    let defaults = around.hub.defaults(claim.meanings.first()?)?;
    let facts = view.own();
    Some(Case {
        id: view.case.map_or_else(|| names::case_id(&name), |case| case.id.value.clone()),
        name,
        aliases: aliases(case_aliases(view)),
        source: view.source().value.clone(),
        messages: view
            .messages()
            .map(|(text, operations)| Message {
                text: text.value.clone(),
                operations: texts(operations),
            })
            .collect(),
        params: lower_params(facts),
        operations: view.operations().into_iter().map(|name| name.value.clone()).collect(),
        meanings: claim.meanings.iter().map(|meaning| meaning.value.clone()).collect(),
        relation: claim.relation,
        why: view.why().map(|why| paragraph(why)),
        preferred: view.preferred().is_some(),
        http: view.http().and_then(http_status).unwrap_or(defaults.http),
        grpc: view.grpc().map_or(defaults.grpc, |grpc| grpc.value),
        status_why: view.status_why().map(|why| paragraph(why)),
        retry: effective_retry(view, defaults),
        actor: view.actor().map_or(defaults.actor, |actor| actor.value),
        guidance: facts.guidance.as_deref().map(lower_guidance),
        overrides: overrides::of_case(view, around),
    })
}

/// The earlier names of a case: those of its code where it is the only one.
pub(crate) fn case_aliases<'w>(view: &View<'w>) -> &'w [Spanned<String>] {
    view.case.map_or(&view.code.aliases, |case| &case.aliases)
}

fn aliases(names: &[Spanned<String>]) -> Vec<String> {
    names.iter().filter_map(|name| names::type_name(name)).collect()
}

fn lower_params(facts: &Facts) -> Vec<Param> {
    let params = facts.params.0.iter().filter_map(|(name, param)| {
        Some(Param {
            field: names::field_name(name)?,
            name: name.value.clone(),
            kind: param.kind.as_ref().map_or(ParamType::String, |kind| kind.value),
            about: param.about.as_deref().map(|about| paragraph(about)),
            aliases: texts(&param.aliases),
            sensitive: param.sensitive.as_ref().is_some_and(|sensitive| sensitive.value),
        })
    });
    params.collect()
}

fn lower_guidance(guidance: &written::GuidanceSource) -> Guidance {
    let links = guidance
        .links
        .iter()
        .map(|link| Link { title: link.title.value.clone(), url: link.url.value.clone() });
    Guidance {
        cause: paragraph(&guidance.cause),
        action: paragraph(&guidance.action),
        links: links.collect(),
    }
}

fn text(text: Option<&Spanned<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn texts(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// Our own sentences: how an author broke them into lines says nothing.
fn paragraph(text: &str) -> String {
    let mut words = text.split_ascii_whitespace();
    let mut paragraph = String::with_capacity(text.len());
    paragraph.extend(words.next());
    for word in words {
        paragraph.push(' ');
        paragraph.push_str(word);
    }
    paragraph
}
