//! The subject of a reference on the command line.

use errcat::Relation;
use errcat::rt::to_client;
use errcat_model::answers::Answer as Said;
use errcat_model::entries::Entry;
use errcat_model::translate::{Choices, Translation, Translator};
use errcat_model::{
    BrokenLaw, ByAudience, Case, Catalog, CatalogSet, Code, Found, Meaning, Reference, profiles,
};

use crate::output::{self, Failure, Out};

#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Code(&'a Catalog, &'a Code, Option<&'a Case>),
    Meaning(&'a Meaning),
}

pub(super) fn find<'a>(set: &'a CatalogSet, text: &str) -> Result<Subject<'a>, Failure> {
    if text.trim().is_empty() {
        let message = "the reference is empty; `errcat list` lists all codes";
        return Err(Failure::Miss(message.to_owned()));
    }
    let lines = |references: Vec<String>| {
        let rows = references.into_iter().map(|reference| {
            let text = output::cut(&text_of(set, &reference), 60);
            [format!("  {reference}"), text]
        });
        format!("\n{}", output::align(rows, Out::stdout().columns))
    };
    let shown = output::shown(text);
    let message = match set.find(text) {
        Found::Code { catalog, code, case } => return Ok(Subject::Code(catalog, code, case)),
        Found::Meaning(meaning) => return Ok(Subject::Meaning(meaning)),
        Found::Several(references) => {
            format!("`{shown}` is ambiguous; use one of these references:{}", lines(references))
        }
        Found::Nothing(suggestions) => {
            let id = Reference::parse(text.trim()).catalog;
            let named = id.and_then(|id| catalog(set, id).ok());
            let searched = named.map_or_else(|| ids(&set.catalogs), |named| named.id.clone());
            let group = group(set, text).unwrap_or_default();
            let help = match suggestions.as_slice() {
                [] => "try other words, or see all codes with `errcat list`".to_owned(),
                _ => format!("did you mean{}", lines(suggestions)),
            };
            format!("no code, case or meaning matches `{shown}` in {searched}{group}; {help}")
        }
    };
    Err(Failure::Miss(message))
}

/// Returns the name and the text of a code, or the title of a meaning.
fn text_of(set: &CatalogSet, reference: &str) -> String {
    let Some((_, code, case)) = set.follow(reference) else {
        return set.meaning(reference).map(|meaning| meaning.title.clone()).unwrap_or_default();
    };
    let name = case.map_or(&code.name, |case| &case.name);
    let message = case.or(code.cases.first()).and_then(|case| case.messages.first());
    message.map_or_else(|| name.clone(), |message| format!("{name}: {}", message.text))
}

/// Describes the group of a number that no catalog lists.
fn group(set: &CatalogSet, text: &str) -> Option<String> {
    let reference = Reference::parse(text.trim());
    let number: u32 = reference.code.parse().ok()?;
    let mut catalogs = set.catalogs.iter();
    let (catalog, group, meaning) = catalogs.find_map(|catalog| {
        let is_named = reference.catalog.is_none_or(|id| id == catalog.id);
        let (group, meaning) = catalog.class_of(reference.code).filter(|_| is_named)?;
        Some((catalog, group?, meaning))
    })?;
    let meaning = set.meaning(meaning)?;
    let answer = to_client(profiles::of_meaning(set, &meaning.id).ok()?.of_unlisted().facts);
    Some(format!(
        ", but {number} lies in the group `{}` of `{}`: a kind of `{}` (answer HTTP {}, gRPC {})",
        group.title, catalog.id, meaning.id, answer.http, answer.grpc
    ))
}

/// Returns the catalog with this id, in any letter case.
pub(super) fn catalog<'a>(set: &'a CatalogSet, id: &str) -> Result<&'a Catalog, Failure> {
    let mut catalogs = set.catalogs.iter();
    catalogs.find(|catalog| catalog.id.eq_ignore_ascii_case(id)).ok_or_else(|| {
        let id = output::shown(id);
        Failure::Other(format!("there is no catalog `{id}`; choose {}", ids(&set.catalogs)))
    })
}

/// Returns the meaning with this id, in any letter case.
pub(super) fn meaning<'a>(set: &'a CatalogSet, id: &str) -> Result<&'a Meaning, Failure> {
    set.meaning(&id.to_lowercase()).ok_or_else(|| {
        let id = output::shown(id);
        Failure::Other(format!("there is no meaning `{id}`; `errcat list --meanings` lists all"))
    })
}

/// Lists the ids of catalogs.
pub(super) fn ids<'a>(catalogs: impl IntoIterator<Item = &'a Catalog>) -> String {
    let ids: Vec<&str> = catalogs.into_iter().map(|catalog| catalog.id.as_str()).collect();
    ids.join(", ")
}

impl<'a> Subject<'a> {
    /// Returns the catalogs that it can be translated into.
    pub(super) fn others(self, set: &'a CatalogSet) -> impl Iterator<Item = &'a Catalog> {
        set.catalogs.iter().filter(move |catalog| !self.is_of(catalog))
    }

    pub(super) fn is_of(self, catalog: &Catalog) -> bool {
        matches!(self, Self::Code(own, ..) if own.id == catalog.id)
    }

    /// Returns what it is in another catalog.
    pub(super) fn translate(
        self,
        translator: &Translator<'a>,
        into: &'a Catalog,
    ) -> Result<Answer<'a>, BrokenLaw> {
        let (entry, choices) = match self {
            Self::Code(catalog, code, case) => (
                Entry::of_code(translator, (catalog, code, case), into)?,
                translator.choices(catalog, code, case, &into.id),
            ),
            Self::Meaning(meaning) => (
                Entry::of_meaning(translator, meaning, into),
                translator.choices_of_meaning(meaning, &into.id),
            ),
        };
        // If the case is not known, it is not known at the other end either.
        let is_whole = matches!(self, Self::Code(_, code, None) if code.cases.len() > 1);
        Ok(Answer { into, is_whole, choices, entry })
    }
}

/// The equivalents of a subject in another catalog, and the answers in its words.
pub(super) struct Answer<'a> {
    into: &'a Catalog,
    is_whole: bool,
    choices: Choices<'a>,
    pub(super) entry: Entry<'a>,
}

impl Answer<'_> {
    /// Drops every equivalent that says anything else than the subject.
    pub(super) fn only_exact(mut self) -> Self {
        let is_exact = |one: &Translation<'_>| one.relation.is_exact();
        self.choices.best = self.choices.best.filter(is_exact);
        self.choices.others.retain(is_exact);
        self.choices.left_out = 0;
        self.entry.only_exact();
        self
    }

    /// Returns a line for each equivalent: its reference, its name, the relation, and the reason.
    pub(super) fn lines(&self) -> Vec<[String; 4]> {
        let Choices { best, others, left_out, .. } = &self.choices;
        let into = &self.into.id;
        let line =
            |name: String, relation: &str| [into.clone(), name, relation.to_owned(), String::new()];
        let none = match others.as_slice() {
            [] => "no equivalent",
            _ if self.choices.is_tie() => "no single equivalent",
            _ => "no substitute",
        };
        let none = best.is_none().then(|| line(none.to_owned(), "none"));
        let all = best.iter().chain(others).map(|found| self.line(found));
        let narrower = Relation::Narrower.as_str();
        let more = (*left_out > 0).then(|| line(format!("{left_out} more"), narrower));
        none.into_iter().chain(all).chain(more).collect()
    }

    /// Returns what a service says to each audience in the words of the catalog: the audience, the
    /// code, why it is this code, the status, and whether to send the request again.
    pub(super) fn said(&self) -> Vec<[String; 5]> {
        let Some(ByAudience { client, account_owner, .. }) = &self.entry.answer else {
            return Vec::new();
        };
        let into = &self.into.id;
        let line = |audience: &str, said: &Said<'_>| {
            let to = said.to.map_or_else(|| format!("no code of {into}"), |to| to.to_string());
            let [basis, http, retry] =
                [said.basis.to_string(), said.http.to_string(), said.retry.to_string()];
            [audience.to_owned(), to, basis, http, retry]
        };
        if client == account_owner {
            return vec![line("client, account-owner", client)];
        }
        vec![line("client", client), line("account-owner", account_owner)]
    }

    fn line(&self, found: &Translation<'_>) -> [String; 4] {
        let reference = Reference::of_case(self.into, found.code, found.case);
        let reference = Reference { case: reference.case.filter(|_| !self.is_whole), ..reference };
        let name = if reference.case.is_some() { &found.case.name } else { &found.code.name };
        let reason = match (found.via, found.why) {
            (_, Some(why)) => why.to_owned(),
            (Some(meaning), None) => meaning.id.clone(),
            (None, None) => String::new(),
        };
        [reference.to_string(), name.clone(), found.relation.to_string(), reason]
    }
}
