//! Takes values with their places; hands out everything that authors wrote, with one struct for
//! each mapping of the YAML.
//!
//! Only the checker, lowering and the places of a diff see these types.

mod examples;
mod facts;
mod slots;

use errcat::rt::wire::{Counts, EnvelopeKind};
use errcat::{Actor, GrpcCode, Outcome, Relation, Retry};

use crate::FileId;
use crate::author::read::{
    Closed, CodeRange, CodeText, HttpNumber, Keyed, OneOf, PageAddress, Pointer, mapping,
};
use crate::catalog::{BodyFormat, CodeType, ParamType, Wanted};
use crate::text::Spanned;

pub(crate) use examples::{ExampleSource, ResponseSource};
use slots::HeaderSlots;
pub(crate) use slots::{BodySlots, VIOLATIONS};

type Text = Spanned<String>;

mapping! {
    /// meanings.yaml: the hub of meanings that codes of all catalogs map to.
    MeaningsFile, "a meanings file" {
        /// The meanings, in any order.
        required meanings: Vec<MeaningSource> = "meanings",
        /// The meanings of failures that no code of a catalog names.
        optional roles: RolesSource = "roles",
        /// The terms that guidance uses, each explained in a sentence or two.
        list glossary: Keyed<Text> = "glossary",
    }

    /// The meanings of failures that no code of a catalog names.
    RolesSource, "the roles" {
        /// The meaning of a failure of somebody else that may pass.
        required passing: Text = "passing",
        /// The meaning of any other failure of somebody else.
        required broken: Text = "broken",
        /// The meaning of a request that was refused because of its fields.
        required validation: Text = "validation",
        /// The meaning of a failure whose code is unknown.
        required unknown: Text = "unknown",
    }

    /// A provider-neutral meaning.
    MeaningSource, "a meaning" {
        /// Words in kebab-case with dots between them, such as `domain.already-registered`.
        required id: Text = "id",
        /// The meaning that this one is a special case of.
        optional parent: Text = "parent",
        /// One line that defines it.
        required title: Text = "title",
        /// A sentence for customers, who know nothing about APIs, by language; `en` is required.
        required tell: Keyed<Text> = "tell",
        /// The words that people search for, such as `not enough money`; they find what is below it too.
        list keywords: Vec<Text> = "keywords",
    }
    flatten facts: FactsSource,

    /// The statuses, the advice and the actor of a code or meaning.
    #[derive(Clone, Copy)]
    FactsSource, "a code" {
        /// The HTTP status to answer with; inherited if it is left out.
        optional http: Spanned<HttpNumber> = "http",
        /// The gRPC code to answer with; inherited if it is left out.
        optional grpc: Spanned<GrpcCode> = "grpc",
        /// Whether to send the request again; inherited if it is left out.
        optional retry: Spanned<Retry> = "retry",
        /// Who has to act; inherited if it is left out.
        optional actor: Spanned<Actor> = "actor",
    }

    /// provider.yaml: what holds for a whole catalog.
    ProviderSource, "a provider" {
        /// The id of the catalog, in kebab-case: `wapi` in `wapi:3201`.
        required id: Text = "id",
        /// The name of the provider's API.
        required title: Text = "title",
        /// A description in a sentence or two.
        required about: Text = "about",
        /// The domain that identifies the errors of this provider on the wire, as in google.rpc.ErrorInfo.
        required domain: Text = "domain",
        /// The address of the catalog's reference pages; the address of a code adds `#` and its anchor.
        optional docs: Spanned<PageAddress> = "docs",
        /// Whether codes are whole numbers or texts.
        required code_type: Spanned<CodeType> = "code-type",
        /// The meaning of a failure of this provider for callers one level further out, who never asked it.
        optional failed_as: Text = "failed-as",
        /// The meaning of a code that is neither listed nor in a range of a group; the role `unknown` of the hub if it is left out.
        optional unknown: Text = "unknown",
        /// Whether the provider sends the `http` of each code with it; false if it is left out.
        optional sends_http: Spanned<bool> = "sends-http",
        /// The documents that the catalog was made from.
        required sources: Vec<SourceSource> = "sources",
        /// The endpoints or commands that answer with the codes.
        list operations: Vec<OperationSource> = "operations",
        /// The HTTP statuses that the provider defines.
        list statuses: Vec<StatusSource> = "statuses",
        /// The forms in which a response carries a code.
        list envelopes: Vec<EnvelopeSource> = "envelopes",
        /// Responses that none of these forms fits, such as the page of a proxy.
        list examples: Vec<ExampleSource> = "examples",
    }

    /// A document that lists codes.
    SourceSource, "a source" {
        /// The id that groups and codes name.
        required id: Text = "id",
        /// The title of the document.
        required title: Text = "title",
        /// The address of the document.
        optional url: Text = "url",
    }

    /// An endpoint or command.
    OperationSource, "an operation" {
        /// The name that cases use, as the provider writes it.
        required name: Text = "name",
        /// The API that it belongs to.
        optional api: Text = "api",
        /// Its reference page.
        optional url: Text = "url",
        /// The reason not to call it any more.
        optional deprecated: Text = "deprecated",
        /// Whether carrying it out twice does no harm, as for a lookup; false if it is left out.
        optional idempotent: Spanned<bool> = "idempotent",
    }

    /// The definition of an HTTP status by the provider.
    StatusSource, "a status" {
        /// The status.
        required http: Spanned<HttpNumber> = "http",
        /// The provider's name for it.
        required title: Text = "title",
        /// The meaning of the status at this provider, in our own words.
        required about: Text = "about",
        /// The code of a response with this status that carries no code itself.
        optional code: Text = "code",
    }

    /// One form of response, with paths that are tried in order.
    EnvelopeSource, "an envelope" {
        /// The id, such as `response`.
        required id: Text = "id",
        /// The format of the body.
        required format: Spanned<BodyFormat> = "format",
        /// The kind of failure: `application` (the default) has a code, `validation` has violations, `system` has neither.
        optional kind: Spanned<EnvelopeKind> = "kind",
        /// The namespace of the root element, if its name is not enough; for `format: xml`.
        optional namespace: Text = "namespace",
        /// The HTTP status of every response in this form, for providers that send the same for all codes.
        optional http: Spanned<HttpNumber> = "http",
        /// The outcome of every response in this form, whatever code it has: success, notification or failure.
        optional outcome: Spanned<Outcome> = "outcome",
        /// Conditions: JSON Pointers, each with a value, a list of values, `present` or `absent`; and `status` with an HTTP status, a class such as `4xx`, or a list.
        list when: Keyed<OneOf<Wanted>> = "when",
        /// A JSON Pointer to a list of errors; the pointers of the slots are relative to each of them.
        optional each: Spanned<Pointer> = "each",
        /// The error that counts, of several in `each`: the `first` (the default) or the `last` one with a code.
        optional counts: Spanned<Counts> = "counts",
        /// A description of this form, in our own words.
        required about: Text = "about",
        /// JSON Pointers to each slot (`code`, `message`, `violations` and so on), tried in order.
        list slots: Closed<BodySlots, Vec<Spanned<Pointer>>> = "slots",
        /// JSON Pointers to slots outside of the list in `each`, which all of its errors share, tried after `slots`.
        list shared: Closed<BodySlots, Vec<Spanned<Pointer>>> = "shared",
        /// JSON Pointers to values of this provider, by names of your own, tried in order.
        list others: Keyed<Vec<Spanned<Pointer>>> = "others",
        /// JSON Pointers to the values of parameters, tried in order, before the message.
        list params: Keyed<Vec<Spanned<Pointer>>> = "params",
        /// Headers that fill a slot, tried in order.
        list headers: Closed<HeaderSlots, Vec<Text>> = "headers",
        /// Responses in this form, and what they are.
        list examples: Vec<ExampleSource> = "examples",
    }

    /// A file of codes that belong together.
    GroupFile, "a group file" {
        /// The values that all codes of the file share.
        required group: GroupSource = "group",
        /// The codes.
        required codes: Vec<CodeSource> = "codes",
    }

    /// The values that all codes of a file share.
    GroupSource, "a group" {
        /// The heading of the group at the provider.
        required title: Text = "title",
        /// A description of the group, in our own words.
        required about: Text = "about",
        /// The API that the codes belong to, where the provider has several.
        optional api: Text = "api",
        /// Success, notification or failure; failure where it is left out.
        optional outcome: Spanned<Outcome> = "outcome",
        /// The numbers that belong to the group, listed or not.
        optional range: Spanned<CodeRange> = "range",
        /// The meaning that an unlisted number of the range is a kind of.
        optional kind_of: Text = "kind-of",
        /// The source of the codes that do not name one.
        required source: Text = "source",
    }

    /// One code of a provider.
    CodeSource, "a code" {
        /// The identifier on the wire, exactly as it is sent.
        required code: Spanned<CodeText> = "code",
        /// A name that says the meaning; derived from the symbol or message if it is left out.
        optional name: Text = "name",
        /// The provider's own symbolic name, such as `DOMAIN_NOT_FOUND`.
        optional symbol: Box<Text> = "symbol",
        /// Earlier Rust names of the code: code that uses them still compiles, and they still find it.
        list aliases: Vec<Text> = "aliases",
        /// The code is still sent, but should no longer be relied on.
        optional deprecated: Box<HistorySource> = "deprecated",
        /// The code is no longer sent; it is never reused and still explained.
        optional retired: Box<HistorySource> = "retired",
        /// The ways in which the code is issued, if there are several.
        list cases: Vec<CaseSource> = "cases",
    }
    flatten details: Details,
    flatten facts: FactsSource,

    /// One of several ways in which a code is issued.
    CaseSource, "a case" {
        /// An id in kebab-case, unique in the catalog; it becomes the name of the Rust variant.
        required id: Text = "id",
        /// Earlier ids of the case.
        list aliases: Vec<Text> = "aliases",
    }
    flatten details: Details,
    flatten facts: FactsSource,

    /// Details of a case, or of all cases of a code.
    Details, "a code" {
        /// The provider's text, verbatim, with parameters as `<domainName>`.
        optional message: Text = "message",
        /// Several texts of one meaning, with the operations that send each.
        list messages: Vec<MessageSource> = "messages",
        /// The parameters of the texts.
        list params: Keyed<ParamSource> = "params",
        /// The operations that can answer with it.
        list operations: Vec<Text> = "operations",
        /// The source, if it differs from the source of the group.
        optional source: Box<Text> = "source",
        /// The meaning that it has exactly.
        optional is: Text = "is",
        /// The meaning that it is a special case of.
        optional kind_of: Text = "kind-of",
        /// The meaning that it is close to; needs a `why`.
        optional like: Box<Text> = "like",
        /// The meanings that it can mean any of; needs a `why`.
        list covers: Vec<Text> = "covers",
        /// The reason for `like` or `covers`.
        optional why: Box<Text> = "why",
        /// Whether it is the one to translate to, of several codes with exactly one meaning.
        optional preferred: Spanned<bool> = "preferred",
        /// The shortest delay before sending the request again, in seconds; for `retry: later`.
        optional retry_after: Spanned<u32> = "retry-after",
        /// The reason for facts that need one: an actor other than that of the meaning, statuses of different classes, or `later` although it may order something twice.
        optional facts_why: Box<Text> = "facts-why",
        /// Cause and action, in our own words.
        optional guidance: Box<GuidanceSource> = "guidance",
        /// A sentence for customers, by language, where that of the meaning does not fit.
        list tell: Keyed<Text> = "tell",
        /// Relations to codes of other catalogs that do not follow from the meanings.
        list translations: Vec<TranslationSource> = "translations",
        /// Responses with it.
        list examples: Vec<ResponseSource> = "examples",
    }

    /// A relation by hand, which holds in both directions: `to`, `from` or `none`, and why.
    TranslationSource, "a translation" {
        /// The reference of the target in another catalog.
        optional to: Text = "to",
        /// The reference of the source in another catalog.
        optional from: Text = "from",
        /// The id of a catalog in which nothing may be substituted.
        optional none: Text = "none",
        /// The relation, from the side of the target: a `wider` target says less; a `related` one is never substituted.
        optional relation: Spanned<Relation> = "relation",
        /// The reason, which a reviewer can agree or disagree with.
        optional why: Text = "why",
    }

    /// A text of the provider.
    MessageSource, "a message" {
        /// The text, verbatim, with parameters as `<domainName>`.
        required text: Text = "text",
        /// The operations that send exactly this text.
        list operations: Vec<Text> = "operations",
    }

    /// A parameter of a message.
    ParamSource, "a parameter" {
        /// The kind of text that its values are.
        optional kind: Spanned<ParamType> = "type",
        /// A description, in our own words.
        optional about: Text = "about",
        /// Other names of the parameter in other texts of the case.
        list aliases: Vec<Text> = "aliases",
        /// Whether its values must not reach clients and logs.
        optional sensitive: Spanned<bool> = "sensitive",
    }

    /// Cause and action, for the engineer or operator who has to act.
    GuidanceSource, "guidance" {
        /// The cause.
        required cause: Text = "cause",
        /// The next step of the engineer or operator who has to act.
        required action: Text = "action",
        /// Pages or addresses that the action names.
        list links: Vec<LinkSource> = "links",
    }

    /// A page or address.
    LinkSource, "a link" {
        /// A title of the page.
        required title: Text = "title",
        /// The address.
        required url: Text = "url",
    }

    /// Since when a code is deprecated or retired.
    HistorySource, "this" {
        /// A date or version.
        optional since: Text = "since",
        /// The reference of the code that replaces it.
        optional replaced_by: Text = "replaced-by",
        /// Further information.
        optional note: Text = "note",
    }
}

/// Everything that authors wrote.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) meanings: Vec<MeaningSource>,
    /// The roles of all files with meanings; only one has them.
    pub(crate) roles: Vec<RolesSource>,
    /// The terms of all files with meanings.
    pub(crate) glossary: Keyed<Text>,
    pub(crate) meaning_files: Vec<FileId>,
    pub(crate) providers: Vec<Provider>,
}

/// A provider's folder.
#[derive(Debug)]
pub(crate) struct Provider {
    pub(crate) provider: ProviderSource,
    pub(crate) groups: Vec<Group>,
}

impl Provider {
    /// Returns all codes, each with its group.
    pub(crate) fn codes(&self) -> impl Iterator<Item = (&Group, &CodeSource)> {
        self.groups.iter().flat_map(|group| group.file.codes.iter().map(move |code| (group, code)))
    }
}

impl OperationSource {
    pub(crate) fn is_idempotent(&self) -> bool {
        self.idempotent.is_some_and(|one| one.value)
    }
}

/// A group file and the id that its name gives it.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) file: GroupFile,
}
