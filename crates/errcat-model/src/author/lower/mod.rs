//! Takes what was written and passed all checks; hands out the catalogs, with everything
//! inherited, named and sorted.

mod hole;
mod overrides;

use std::collections::BTreeMap;

use errcat::Facts;

use crate::Law;
use crate::author::read::Keyed;
use crate::author::resolve::{self, Codes, Hub, Owner, View, envelope, examples, paragraph};
use crate::author::written::{
    self, CodeSource, Details, HistorySource, MeaningSource, OperationSource, Provider,
    RolesSource, SourceSource, StatusSource, Written,
};
use crate::catalog::{
    Case, Catalog, CatalogSet, Code, CodeType, Example, Group, Guidance, KnownStatus, Lifecycle,
    LifecycleStage, Link, Meaning, Message, Operation, Param, ParamType, Roles, Source, names,
};
use crate::derived::replies;
use crate::text::Spanned;

use hole::{Hole, Promised as _};

/// Lowers everything that was written.
///
/// The error is a law that is broken although no check found it.
pub(crate) fn lower<'w>(
    written: &'w Written,
    hub: &Hub<'w>,
    codes: &Codes<'w>,
) -> Result<CatalogSet, Hole> {
    let meanings = written.meanings.iter().map(|meaning| lower_meaning(meaning, hub));
    let mut meanings: Vec<Meaning> = meanings.collect::<Result<_, _>>()?;
    meanings.sort_by(|a, b| a.id.cmp(&b.id));
    let roles = written.roles.first().map(lower_roles);
    let glossary = lower_prose(&written.glossary);
    let mut set = CatalogSet { meanings, roles, glossary, catalogs: Vec::new() };
    let around = |own| Around { hub, codes, set: &set, own };
    let catalogs = written.providers.iter();
    let catalogs = catalogs.map(|from| lower_catalog(from, &around(&from.provider.id)));
    let mut catalogs: Vec<Catalog> = catalogs.collect::<Result<_, _>>()?;
    catalogs.sort_by(|a, b| a.id.cmp(&b.id));
    set.catalogs = catalogs;
    Ok(set)
}

fn lower_meaning(meaning: &MeaningSource, hub: &Hub<'_>) -> Result<Meaning, Hole> {
    Ok(Meaning {
        id: meaning.id.value.clone(),
        parent: text(meaning.parent.as_ref()),
        title: meaning.title.value.clone(),
        tell: lower_prose(&meaning.tell),
        keywords: meaning.keywords.iter().map(|word| word.to_lowercase()).collect(),
        facts: hub.facts(&meaning.id).by(Law::OrphanMeaning, meaning.id.place)?,
    })
}

fn lower_roles(roles: &RolesSource) -> Roles {
    let RolesSource { passing, broken, validation, unknown, place: _ } = roles;
    let [passing, broken, validation, unknown] =
        [passing, broken, validation, unknown].map(|meaning| meaning.value.clone());
    Roles { passing, broken, validation, unknown }
}

/// The surroundings of a code.
struct Around<'a, 'w> {
    hub: &'a Hub<'w>,
    codes: &'a Codes<'w>,
    /// The meanings, without catalogs.
    set: &'a CatalogSet,
    /// The id of the catalog.
    own: &'a str,
}

fn lower_catalog(provider: &Provider, around: &Around<'_, '_>) -> Result<Catalog, Hole> {
    let source = &provider.provider;
    let mut groups: Vec<Group> = provider.groups.iter().map(lower_group).collect();
    groups.sort_by(|a, b| a.id.cmp(&b.id));
    let statuses = source.statuses.iter().map(lower_status);
    Ok(Catalog {
        id: source.id.value.clone(),
        module: names::module_name(&source.id.value),
        title: source.title.value.clone(),
        about: paragraph(&source.about),
        domain: source.domain.value.clone(),
        docs: source.docs.as_ref().map(|docs| docs.value.0.clone()),
        code_type: source.code_type.value,
        failed_as: text(source.failed_as.as_ref()),
        unknown: text(source.unknown.as_ref()),
        sends_http: source.sends_http.is_some_and(|sends| sends.value),
        sources: source.sources.iter().map(lower_source).collect(),
        operations: source.operations.iter().map(lower_operation).collect(),
        statuses: statuses.collect::<Result<_, _>>()?,
        envelopes: source.envelopes.iter().map(envelope).collect(),
        groups,
        codes: lower_codes(provider, around)?,
        examples: examples(provider)
            .map(|example| lower_example(&example))
            .collect::<Result<_, _>>()?,
    })
}

/// Returns all codes in the order of their numbers, or else of their texts.
fn lower_codes(provider: &Provider, around: &Around<'_, '_>) -> Result<Vec<Code>, Hole> {
    let has_numbers = provider.provider.code_type.value == CodeType::Integer;
    let mut views: Vec<View<'_>> = View::codes_of(provider).collect();
    views.sort_by_key(|view| {
        let code = &view.code.code;
        (code.number.filter(|_| has_numbers), code.text.as_str())
    });
    // A large catalog is mostly this list, so it does not grow step by step.
    let mut codes = Vec::with_capacity(views.len());
    for view in views {
        codes.push(lower_code(&view, around)?);
    }
    Ok(codes)
}

fn lower_source(source: &SourceSource) -> Source {
    Source {
        id: source.id.value.clone(),
        title: source.title.value.clone(),
        url: text(source.url.as_ref()),
    }
}

fn lower_operation(operation: &OperationSource) -> Operation {
    Operation {
        name: operation.name.value.clone(),
        api: text(operation.api.as_ref()),
        url: text(operation.url.as_ref()),
        deprecated: operation.deprecated.as_deref().map(|text| paragraph(text)),
        idempotent: operation.is_idempotent(),
    }
}

fn lower_status(status: &StatusSource) -> Result<KnownStatus, Hole> {
    Ok(KnownStatus {
        http: status.http.status().by(Law::HttpRange, status.http.place)?,
        title: status.title.value.clone(),
        about: paragraph(&status.about),
        code: text(status.code.as_ref()),
    })
}

fn lower_example(example: &resolve::Example<'_>) -> Result<Example, Hole> {
    let response = example.response;
    let status = response.status.map(|http| http.status().by(Law::HttpRange, http.place));
    Ok(Example {
        is: example.is.clone(),
        envelope: match example.owner {
            Owner::Envelope(id) => Some(id.value.clone()),
            Owner::Provider | Owner::Case => None,
        },
        status: status.transpose()?,
        headers: by_name(&response.headers),
        operation: text(response.operation.as_ref()),
        body: response.body.value.0.clone(),
        params: by_name(&response.params),
        errors: response.errors.iter().map(|error| error.value.clone()).collect(),
    })
}

/// Lowers sentences of ours: those for customers by language, or the glossary by term.
fn lower_prose(keyed: &Keyed<Spanned<String>>) -> BTreeMap<String, String> {
    keyed.0.iter().map(|(key, text)| (key.value.clone(), paragraph(text))).collect()
}

fn by_name(keyed: &Keyed<Spanned<String>>) -> BTreeMap<String, String> {
    keyed.0.iter().map(|(name, value)| (name.value.clone(), value.value.clone())).collect()
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

fn lower_code(view: &View<'_>, around: &Around<'_, '_>) -> Result<Code, Hole> {
    let View { group, code, .. } = view;
    let name = view.code_name().by(Law::NameUnusable, code.code.place)?;
    let cases = View::of_code(group, code).map(|view| lower_case(&view, &name, around));
    Ok(Code {
        code: code.code.text.clone(),
        aliases: aliases(&code.aliases)?,
        symbol: text(code.symbol.as_deref()),
        outcome: view.outcome(),
        group: group.id.clone(),
        lifecycle: lower_lifecycle(code, around)?,
        cases: cases.collect::<Result<_, _>>()?,
        overrides: overrides::of_code(code, around)?,
        name,
    })
}

fn lower_lifecycle(code: &CodeSource, around: &Around<'_, '_>) -> Result<Option<Lifecycle>, Hole> {
    let (stage, history): (_, &HistorySource) = match (&code.retired, &code.deprecated) {
        (Some(history), _) => (LifecycleStage::Retired, history),
        (None, Some(history)) => (LifecycleStage::Deprecated, history),
        (None, None) => return Ok(None),
    };
    let replaced_by = history.replaced_by.as_ref().map(|by| {
        let found = around.codes.replacement(by, around.own);
        found.by(Law::UnknownReplacement, by.place).map(|(reference, _)| reference.to_string())
    });
    Ok(Some(Lifecycle {
        stage,
        since: text(history.since.as_ref()).by(Law::MissingSince, history.place)?,
        replaced_by: replaced_by.transpose()?,
        note: history.note.as_deref().map(|note| paragraph(note)),
    }))
}

fn lower_case(view: &View<'_>, code_name: &str, around: &Around<'_, '_>) -> Result<Case, Hole> {
    let name = view.case_name(code_name).by(Law::NameUnusable, view.place())?;
    let claim = view.claims().into_iter().next().by(Law::MissingRelation, view.place())?;
    let own = view.own();
    let messages = view.messages().map(|(text, operations)| Message {
        text: text.value.clone(),
        operations: texts(operations),
    });
    let mut case = Case {
        id: view.case.map_or_else(|| names::case_id(&name), |case| case.id.value.clone()),
        name,
        aliases: aliases(view.case_aliases())?,
        source: view.source().value.clone(),
        messages: messages.collect(),
        params: lower_params(own)?,
        operations: view.operations().into_iter().map(|name| name.value.clone()).collect(),
        meanings: claim.meanings.iter().map(|meaning| meaning.value.clone()).collect(),
        relation: claim.relation,
        why: view.why().map(|why| paragraph(why)),
        preferred: view.preferred().is_some(),
        facts: lower_facts(view, around.hub)?,
        facts_why: view.facts_why().map(|why| paragraph(why)),
        guidance: own.guidance.as_deref().map(lower_guidance),
        tell: view.tell().map(lower_prose).unwrap_or_default(),
        overrides: overrides::of_case(view, around)?,
        reply: None,
    };
    let meaning = replies::told(around.set, &case).ok().flatten();
    for (language, text) in &meaning.by(Law::UnknownMeaning, view.place())?.tell {
        case.tell.entry(language.clone()).or_insert_with(|| text.clone());
    }
    Ok(case)
}

/// Returns the facts that a case writes, and those of its meaning for the rest.
fn lower_facts(view: &View<'_>, hub: &Hub<'_>) -> Result<Facts, Hole> {
    let inherited = view.inherited(hub).by(Law::UnknownMeaning, view.place())?;
    let facts = view.facts().or_inherited(inherited).by(Law::HttpRange, view.place())?;
    // The delay of `later` is a key of its own.
    Ok(Facts { retry: view.retry(inherited), ..facts })
}

fn aliases(names: &[Spanned<String>]) -> Result<Vec<String>, Hole> {
    let name = |name: &Spanned<String>| names::type_name(name).by(Law::NameUnusable, name.place);
    names.iter().map(name).collect()
}

fn lower_params(details: &Details) -> Result<Vec<Param>, Hole> {
    let params = details.params.0.iter().map(|(name, param)| {
        Ok(Param {
            field: names::field_name(name).by(Law::NameUnusable, name.place)?,
            name: name.value.clone(),
            kind: param.kind.map_or(ParamType::String, |kind| kind.value),
            about: param.about.as_deref().map(|about| paragraph(about)),
            aliases: texts(&param.aliases),
            sensitive: param.sensitive.is_some_and(|sensitive| sensitive.value),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sources;

    const HUB: &str = "meanings:
  - { id: success, title: Done, tell: { en: It is so. }, http: 200, grpc: OK, retry: never, actor: nobody }";
    const PROVIDER: &str = "id: acme\ntitle: T\nabout: A.\ndomain: d\ncode-type: string\nsources: [{ id: list, title: List }]";

    /// Lowers without checking.
    fn unchecked(codes: &str) -> Result<CatalogSet, String> {
        let group = format!(
            "group: {{ title: T, about: A., outcome: success, source: list }}\ncodes:\n{codes}"
        );
        let sources = Sources::from_texts([
            ("meanings.yaml", HUB),
            ("acme/provider.yaml", PROVIDER),
            ("acme/codes.yaml", group.as_str()),
        ]);
        let (written, _) = crate::author::files::read(&sources);
        lower(&written, &Hub::new(&written.meanings), &Codes::new(&written))
            .map_err(|hole| hole.message.clone())
    }

    #[test]
    fn a_law_that_no_check_enforced_is_an_error_that_names_it() {
        assert!(unchecked("  - { code: DONE, is: success }").is_ok());
        for (code, law) in [
            ("  - { code: '***', is: success }", "name-unusable"),
            ("  - { code: DONE }", "missing-relation"),
            ("  - { code: DONE, is: success.gone }", "unknown-meaning"),
            ("  - { code: DONE, is: success, http: 999 }", "http-range"),
            ("  - { code: DONE, is: success, retired: {} }", "missing-since"),
            (
                "  - { code: DONE, is: success, retired: { since: 1, replaced-by: GONE } }",
                "unknown-replacement",
            ),
            ("  - { code: DONE, is: success, translations: [{ to: 'beta:X' }] }", "missing-why"),
            (
                "  - { code: DONE, is: success, translations: [{ why: Because. }] }",
                "translation-shape",
            ),
        ] {
            let message = unchecked(code).unwrap_err();
            assert!(message.contains(&format!("breaks `{law}`")), "{code}: {message}");
        }
    }
}
