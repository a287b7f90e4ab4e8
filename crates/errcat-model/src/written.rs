//! What authors wrote: one struct per mapping of the YAML, every value with its place.
//!
//! These types end at [`crate::lower`]; nothing behind it sees them.

use std::collections::HashSet;

use errcat::rt::wire::EnvelopeKind;
use errcat::{Actor, GrpcCode, Outcome, Relation};

use crate::catalog::{CodeType, EnvelopeFormat, ParamType};
use crate::read::{
    CodeRange, CodeText, HttpNumber, Keyed, PageAddress, Reader, RetryWord, mapping,
};
use crate::source::{Role, Sources};
use crate::span::Spanned;
use crate::{FileId, Finding, Law, Place, Span, yaml};

type Text = Spanned<String>;

mapping! {
    /// meanings.yaml: the hub of meanings that codes of all catalogs map to.
    MeaningsFile, "a meanings file" {
        /// The meanings, in any order.
        required meanings: Vec<MeaningSource> = "meanings",
    }
}

mapping! {
    /// A provider-neutral meaning.
    MeaningSource, "a meaning" {
        /// Words in kebab-case with dots between them, such as `domain.already-registered`.
        required id: Text = "id",
        /// The meaning that this one is a special case of.
        optional parent: Text = "parent",
        /// One line that defines it.
        required title: Text = "title",
        /// The HTTP status to answer with; inherited from the parent.
        optional http: Spanned<HttpNumber> = "http",
        /// The gRPC code to answer with; inherited from the parent.
        optional grpc: Spanned<GrpcCode> = "grpc",
        /// Whether to send the request again; inherited from the parent.
        optional retry: Spanned<RetryWord> = "retry",
        /// Who must act; inherited from the parent.
        optional actor: Spanned<Actor> = "actor",
    }
}

mapping! {
    /// provider.yaml: what holds for a whole catalog.
    ProviderSource, "a provider" {
        /// The id of the catalog, in kebab-case: `wapi` in `wapi:3201`.
        required id: Text = "id",
        /// The name of the provider's API.
        required title: Text = "title",
        /// What it is, in a sentence or two.
        required about: Text = "about",
        /// The domain that identifies the errors of this provider on the wire, as in google.rpc.ErrorInfo.
        required domain: Text = "domain",
        /// The address of the catalog's reference pages: that of a code is this, a `#` and its anchor.
        optional docs: Spanned<PageAddress> = "docs",
        /// Whether codes are whole numbers or texts.
        required code_type: Spanned<CodeType> = "code-type",
        /// The documents that the catalog was made from.
        required sources: Vec<SourceSource> = "sources",
        /// The endpoints or commands that answer with the codes.
        list operations: Vec<OperationSource> = "operations",
        /// What the provider means by an HTTP status.
        list statuses: Vec<StatusSource> = "statuses",
        /// How a response carries a code.
        list envelopes: Vec<EnvelopeSource> = "envelopes",
    }
}

mapping! {
    /// A document that codes were taken from.
    SourceSource, "a source" {
        /// The id that groups and codes name.
        required id: Text = "id",
        /// The title of the document.
        required title: Text = "title",
        /// Where it is.
        optional url: Text = "url",
    }
}

mapping! {
    /// An endpoint or command.
    OperationSource, "an operation" {
        /// The name that cases use, as the provider writes it.
        required name: Text = "name",
        /// The API that it belongs to.
        optional api: Text = "api",
        /// Its reference page.
        optional url: Text = "url",
        /// Why it should no longer be called.
        optional deprecated: Text = "deprecated",
    }
}

mapping! {
    /// What the provider means by an HTTP status.
    StatusSource, "a status" {
        /// The status.
        required http: Spanned<HttpNumber> = "http",
        /// The provider's name for it.
        required title: Text = "title",
        /// What it says, in our own words.
        required about: Text = "about",
        /// The code that a response with this status and no code of its own stands for.
        optional code: Text = "code",
    }
}

mapping! {
    /// One form of response: paths into it, tried in order.
    EnvelopeSource, "an envelope" {
        /// The id, such as `response`.
        required id: Text = "id",
        /// The format of the body.
        required format: Spanned<EnvelopeFormat> = "format",
        /// What a body of this form is: `application` (left out) has a code, `validation` has violations, `system` has neither.
        optional kind: Spanned<EnvelopeKind> = "kind",
        /// What else must stand in the body: JSON Pointers, and the text there.
        list when: Keyed<Text> = "when",
        /// A JSON Pointer to a list of errors; the pointers of the slots begin at each of them.
        optional each: Text = "each",
        /// What this form is, in our own words.
        required about: Text = "about",
        /// JSON Pointers to each slot (`code`, `message`, `violations` and so on), tried in order.
        list slots: Keyed<Vec<Text>> = "slots",
        /// Headers that fill a slot, tried in order.
        list headers: Keyed<Vec<Text>> = "headers",
    }
}

mapping! {
    /// A file of codes that belong together.
    GroupFile, "a group file" {
        /// What holds for all codes of the file.
        required group: GroupSource = "group",
        /// The codes.
        required codes: Vec<CodeSource> = "codes",
    }
}

mapping! {
    /// What holds for all codes of a file.
    GroupSource, "a group" {
        /// The heading of the group at the provider.
        required title: Text = "title",
        /// What the group is, in our own words.
        required about: Text = "about",
        /// The API that the codes belong to, where the provider has several.
        optional api: Text = "api",
        /// Success, notification or failure; failure where it is left out.
        optional outcome: Spanned<Outcome> = "outcome",
        /// The numbers that belong to the group, listed or not.
        optional range: Spanned<CodeRange> = "range",
        /// The meaning that an unlisted number of the range is a kind of.
        optional kind_of: Text = "kind-of",
        /// The source of the codes that name none.
        required source: Text = "source",
    }
}

mapping! {
    /// One code of a provider.
    CodeSource, "a code" {
        /// The identifier on the wire, exactly as it is sent.
        required code: Spanned<CodeText> = "code",
        /// A name that says the meaning; derived from the symbol or message where it is left out.
        optional name: Text = "name",
        /// The provider's own symbolic name, such as `DOMAIN_NOT_FOUND`.
        optional symbol: Text = "symbol",
        /// Earlier names of the code in Rust: what was written with one goes on to compile, and it is found by them.
        list aliases: Vec<Text> = "aliases",
        /// The code is still sent, and should no longer be relied on.
        optional deprecated: Box<HistorySource> = "deprecated",
        /// The code is no longer sent; it is never reused and still explained.
        optional retired: Box<HistorySource> = "retired",
        /// The ways in which the code is issued, where there are several.
        list cases: Vec<CaseSource> = "cases",
    }
    flatten facts: Facts
}

mapping! {
    /// One of several ways in which a code is issued.
    CaseSource, "a case" {
        /// An id in kebab-case, unique in the catalog; it becomes the name of the Rust variant.
        required id: Text = "id",
        /// Earlier ids of the case.
        list aliases: Vec<Text> = "aliases",
    }
    flatten facts: Facts
}

mapping! {
    /// What a case says, or a code says for all of its cases.
    Facts, "a code" {
        /// The provider's text, verbatim, with parameters as `<domainName>`.
        optional message: Text = "message",
        /// Several texts of one meaning, with the operations that send each.
        list messages: Vec<MessageSource> = "messages",
        /// The parameters of the texts.
        list params: Keyed<ParamSource> = "params",
        /// The operations that can answer with it.
        list operations: Vec<Text> = "operations",
        /// The source, where it is not the group's.
        optional source: Text = "source",
        /// The meaning that it means, exactly.
        optional is: Text = "is",
        /// The meaning that it is a special case of.
        optional kind_of: Text = "kind-of",
        /// The meaning that it comes close to; needs a `why`.
        optional like: Text = "like",
        /// The meanings that it can mean any of; needs a `why`.
        list covers: Vec<Text> = "covers",
        /// Why `like` or `covers` is claimed.
        optional why: Text = "why",
        /// Of several codes that are one meaning, the one to translate to.
        optional preferred: Spanned<bool> = "preferred",
        /// The HTTP status to answer with; inherited from the meaning.
        optional http: Spanned<HttpNumber> = "http",
        /// The gRPC code to answer with; inherited from the meaning.
        optional grpc: Spanned<GrpcCode> = "grpc",
        /// Whether to send the request again; inherited from the meaning.
        optional retry: Spanned<RetryWord> = "retry",
        /// The shortest wait before it is sent again, in seconds; for `retry: later`.
        optional retry_after: Spanned<u32> = "retry-after",
        /// Who must act; inherited from the meaning.
        optional actor: Spanned<Actor> = "actor",
        /// Why HTTP and gRPC status are of different classes.
        optional status_why: Text = "status-why",
        /// What happened and what to do about it, in our own words.
        optional guidance: Box<GuidanceSource> = "guidance",
        /// What it becomes in another catalog, or what becomes it, where the hub's answer is not the right one.
        list translations: Vec<TranslationSource> = "translations",
    }
}

mapping! {
    /// A translation that is written by hand: `to`, `from` or `none`, and why.
    TranslationSource, "a translation" {
        /// The reference of the code or case of another catalog that this one becomes.
        optional to: Text = "to",
        /// The reference of the code or case of another catalog that becomes this one.
        optional from: Text = "from",
        /// The id of a catalog that has nothing for this one.
        optional none: Text = "none",
        /// How faithful it is, from the side of what stands for the other: a `wider` one says less.
        optional relation: Spanned<Relation> = "relation",
        /// Why the hub's answer is not the right one.
        optional why: Text = "why",
    }
}

mapping! {
    /// A text of the provider.
    MessageSource, "a message" {
        /// The text, verbatim, with parameters as `<domainName>`.
        required text: Text = "text",
        /// The operations that send this very text.
        list operations: Vec<Text> = "operations",
    }
}

mapping! {
    /// A parameter of a message.
    ParamSource, "a parameter" {
        /// What kind of text its values are.
        optional kind: Spanned<ParamType> = "type",
        /// What it is, in our own words.
        optional about: Text = "about",
        /// Other names of the same parameter in other texts of the case.
        list aliases: Vec<Text> = "aliases",
        /// Whether its values must not reach clients and logs.
        optional sensitive: Spanned<bool> = "sensitive",
    }
}

mapping! {
    /// What a support engineer would say.
    GuidanceSource, "guidance" {
        /// What happened.
        required cause: Text = "cause",
        /// The next step, by whoever must act.
        required action: Text = "action",
        /// Pages or addresses that the action names.
        list links: Vec<LinkSource> = "links",
    }
}

mapping! {
    /// A page or address.
    LinkSource, "a link" {
        /// What is there.
        required title: Text = "title",
        /// Where it is.
        required url: Text = "url",
    }
}

mapping! {
    /// Since when a code is deprecated or retired.
    HistorySource, "this" {
        /// A date or version.
        optional since: Text = "since",
        /// The reference of the code to use or expect in its place.
        optional replaced_by: Text = "replaced-by",
        /// What else there is to know.
        optional note: Text = "note",
    }
}

/// Everything that was written, file by file.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) meanings: Vec<MeaningSource>,
    pub(crate) meaning_files: Vec<FileId>,
    pub(crate) providers: Vec<Provider>,
}

/// A provider's folder.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) provider: ProviderSource,
    pub(crate) groups: Vec<Group>,
}

/// A group file and the id that its name gives it.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) file: GroupFile,
}

/// Reads all files.
pub(crate) fn read(sources: &Sources) -> (Written, Vec<Finding>) {
    let mut written = Written::default();
    let mut folders: Vec<(String, Provider)> = Vec::new();
    let mut groups = Vec::new();
    let mut fallback = None;
    let mut provider_folders = HashSet::new();
    let mut findings = sources.findings().to_vec();
    for id in sources.sorted_ids() {
        let Some(source) = sources.file(id) else {
            continue;
        };
        match source.role() {
            Role::Meanings => {
                written.meaning_files.push(id);
                if let Some(file) = read_file::<MeaningsFile>(id, sources, &mut findings) {
                    written.meanings.extend(file.meanings);
                }
            }
            Role::FallbackHub => fallback = Some(id),
            Role::Provider => {
                provider_folders.insert(source.folder());
                if let Some(provider) = read_file(id, sources, &mut findings) {
                    let provider = Provider { provider, groups: Vec::new() };
                    folders.push((source.folder().to_owned(), provider));
                }
            }
            Role::Group => {
                if let Some(file) = read_file(id, sources, &mut findings) {
                    let group = Group { id: source.stem().to_owned(), file };
                    groups.push((source.folder().to_owned(), group));
                }
            }
        }
    }
    let has_roots = written.meanings.iter().any(|meaning| meaning.parent.is_none());
    if let Some(id) = fallback.filter(|_| !has_roots)
        && let Some(file) = read_file::<MeaningsFile>(id, sources, &mut findings)
    {
        written.meanings.extend(file.meanings);
    }
    // One finding a folder, not one a file.
    let mut homeless = HashSet::new();
    for (folder, group) in groups {
        match folders.iter_mut().find(|(path, _)| *path == folder) {
            Some((_, provider)) => provider.groups.push(group),
            // A provider that could not be read has its own findings.
            None if provider_folders.contains(folder.as_str()) => {}
            None if homeless.contains(&folder) => {}
            None => {
                findings.push(without_provider(&group));
                homeless.insert(folder);
            }
        }
    }
    written.providers = folders.into_iter().map(|(_, provider)| provider).collect();
    (written, findings)
}

fn without_provider(group: &Group) -> Finding {
    let place = Place { span: Span::default(), ..group.file.place };
    let message = format!("there is no `provider.yaml` beside `{}.yaml`", group.id);
    Finding::new(Law::FileLayout, place, message)
        .help("add one with the id and title of the catalog, or move the file to its provider")
}

fn read_file<T>(id: FileId, sources: &Sources, findings: &mut Vec<Finding>) -> Option<T>
where
    T: for<'src> crate::read::FromNode<'src>,
{
    let source = sources.file(id)?;
    // A file that could not be read from the disk has its finding already.
    if source.is_unreadable() {
        return None;
    }
    let node = yaml::parse(id, source, findings)?;
    let mut reader = Reader::new(id, source.text());
    let value = T::from_node(node, &mut reader);
    findings.append(&mut reader.findings);
    value
}
