//! The rules: what a change of a catalog is to those who use it.

use super::Level;

/// Who notices a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The compiler of whoever matches on the generated enums.
    Source,
    /// Whoever reads a response, or what was written of an error.
    Wire,
    /// Whoever acts on what a code answers: its statuses, its advice, its translations.
    Facts,
    /// Whoever reads.
    Text,
}

impl Family {
    /// The word that stands for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Wire => "wire",
            Self::Facts => "facts",
            Self::Text => "text",
        }
    }
}

macro_rules! rules {
    ($($family:ident {
        $($(#[doc = $doc:literal])+ $variant:ident = $id:literal, $level:ident, $help:literal;)+
    })+) => {
        /// What can differ between two states of catalogs. Each rule has an id that never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($($(#[doc = $doc])+ $variant,)+)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$($(Self::$variant),+),+];

            /// The stable id, such as `variant-renamed`.
            pub const fn id(self) -> &'static str {
                match self {
                    $($(Self::$variant => $id,)+)+
                }
            }

            /// Who notices it.
            pub const fn family(self) -> Family {
                match self {
                    $($(Self::$variant => Family::$family,)+)+
                }
            }

            /// The smallest step of the version that announces it.
            pub const fn level(self) -> Level {
                match self {
                    $($(Self::$variant => Level::$level,)+)+
                }
            }

            /// What it is and why it has its level, in a sentence or two.
            pub const fn summary(self) -> &'static str {
                match self {
                    $($(Self::$variant => concat!($($doc),+).trim_ascii(),)+)+
                }
            }

            /// What to do about it.
            pub const fn help(self) -> &'static str {
                match self {
                    $($(Self::$variant => $help,)+)+
                }
            }
        }
    };
}

rules! {
    Source {
        /// A catalog is gone, and its module with it.
        CatalogRemoved = "catalog-removed", Major, "keep the folder until the next major version, or give it its id back";
        /// There is a new catalog.
        CatalogAdded = "catalog-added", Minor, "nothing to do: nobody names it yet";
        /// There is a new code. The enums are `non_exhaustive`, so whoever matches has an arm for it.
        CodeAdded = "code-added", Minor, "nothing to do: whoever matches has an arm for what is unknown";
        /// A variant of `Code` has another name, which a changed message or symbol can do too.
        VariantRenamed = "variant-renamed", Major, "write `name:` with the old name; or keep it in `aliases:`, which saves `Code` and `Case` but not `Error`";
        /// A variant has another name, and a constant goes on to have the old one.
        VariantAliased = "variant-aliased", Minor, "nothing to do: whoever uses the old name is warned by the compiler";
        /// A code has a new case.
        CaseAdded = "case-added", Minor, "nothing to do: whoever matches has an arm for what is unknown";
        /// A case is gone, and its variants of `Case` and `Error` with it.
        CaseRemoved = "case-removed", Major, "keep the case, or name the one that takes its place with `aliases:`";
        /// The variants of a case have another name.
        CaseRenamed = "case-renamed", Major, "keep the `id:`; or keep it in `aliases:`, which saves `Case` but not `Error`";
        /// The variant of a case has another name, and a constant goes on to have the old one.
        CaseAliased = "case-aliased", Minor, "nothing to do: whoever uses the old name is warned by the compiler";
        /// An earlier name no longer leads anywhere.
        AliasRemoved = "alias-removed", Major, "keep it in `aliases:` until the next major version";
        /// A variant of `Error` has a field more, which every pattern without `..` has to name.
        ParameterAdded = "parameter-added", Major, "announce it as a breaking change";
        /// A variant of `Error` has a field less.
        ParameterRemoved = "parameter-removed", Major, "keep the parameter as long as a text has it";
        /// A field of a variant of `Error` has another name.
        ParameterRenamed = "parameter-renamed", Major, "keep the old name in the text and in `params:`; only the value is on the wire";
        /// A field of a variant of `Error` has another type of Rust.
        ParameterRetyped = "parameter-retyped", Major, "keep the `type:`";
        /// An operation is gone: whoever names it to tell cases apart is no longer understood.
        OperationRemoved = "operation-removed", Major, "keep it with `deprecated:`, which says why it should no longer be called";
        /// An operation has another name.
        OperationRenamed = "operation-renamed", Major, "keep the old name if the provider still takes it";
        /// There is a new operation.
        OperationAdded = "operation-added", Minor, "nothing to do: nobody names it yet";
        /// A code is still sent and should no longer be relied on; the compiler warns whoever does.
        CodeDeprecated = "code-deprecated", Minor, "say in the changelog what to use in its place";
        /// A code is no longer sent. Its variant stays, and the compiler warns whoever uses it.
        CodeRetired = "code-retired", Minor, "say in the changelog what to expect in its place";
    }
    Wire {
        /// A code is gone without being retired: what is sent with it, or lies in a log, is unknown now.
        CodeRemoved = "code-removed", Major, "put it back with `retired:`, since when and what replaced it";
        /// A retired code is sent again and means something else: what lies in a log reads wrong.
        CodeReused = "code-reused", Major, "if it never was another code, take `retired:` away and leave the rest as it was";
        /// The codes of a catalog were numbers and are texts now, or the reverse.
        CodeTypeChanged = "code-type-changed", Major, "make it a catalog of its own";
        /// The domain that identifies the errors on the wire is another one.
        DomainChanged = "domain-changed", Major, "keep the `domain:`; it is compared, never fetched";
        /// A case is issued with another code.
        CaseMoved = "case-moved", Major, "keep the case where it was if the provider still sends it there";
        /// A text that was understood is no longer, or gives its values to other fields.
        TemplateChanged = "template-changed", Major, "keep the old text in `messages:` beside the new one";
        /// A text more is understood.
        TemplateAdded = "template-added", Minor, "nothing to do";
        /// A parameter is no longer known by a name that it had on the wire.
        ParameterKeyRemoved = "parameter-key-removed", Major, "keep the name in the parameter's `aliases:`";
        /// A form of response is no longer understood.
        EnvelopeRemoved = "envelope-removed", Major, "keep it as long as a response of this form can come";
        /// A form of response is read in another way.
        EnvelopeChanged = "envelope-changed", Major, "keep the old pointers, and write the new ones behind them";
        /// A form of response more is understood.
        EnvelopeAdded = "envelope-added", Minor, "nothing to do";
        /// A form of response is looked into at more places, behind those of before.
        EnvelopeExtended = "envelope-extended", Minor, "nothing to do";
        /// A status without a code stands for another code, or for none.
        StatusCodeChanged = "status-code-changed", Major, "keep the `code:` of the status";
        /// A status without a code stands for a code now.
        StatusCodeAdded = "status-code-added", Minor, "say so in the changelog: what was a failure of the system has a code now";
    }
    Facts {
        /// A success is a failure now, or the like: variants of `Error` come or go, and what was an error is none.
        OutcomeChanged = "outcome-changed", Major, "make sure that the old one was wrong; then announce it as a breaking change";
        /// Another HTTP status. It is an answer and not an interface of Rust, so no code breaks; say it all the same.
        HttpChanged = "http-changed", Minor, "say it in the changelog: somebody's clients may look at the status";
        /// Another gRPC code, for which the same holds.
        GrpcChanged = "grpc-changed", Minor, "say it in the changelog: somebody's clients may look at the status";
        /// A request may be sent again that must not be until now: whoever follows the advice may order or pay twice.
        RetryAllowed = "retry-allowed", Major, "make sure that the request is carried out at most once; then announce it";
        /// Other advice about sending again, and none that is less careful.
        RetryChanged = "retry-changed", Minor, "say it in the changelog";
        /// Somebody else must act.
        ActorChanged = "actor-changed", Minor, "say it in the changelog";
        /// A case stands for another meaning.
        MeaningChanged = "meaning-changed", Minor, "read what its translations have become";
        /// A case stands for its meaning in another way.
        RelationChanged = "relation-changed", Minor, "read what its translations have become";
        /// Another case is the one to translate to.
        PreferenceChanged = "preference-changed", Minor, "read what the translations to this catalog have become";
        /// Something is translated to something else, or less faithfully, or more so.
        TranslationChanged = "translation-changed", Minor, "look at both ends: a wrong equivalent is worse than none";
        /// Something that had a translation has none, which its type always allowed.
        TranslationLost = "translation-lost", Minor, "make sure that nothing would be true, or map it again";
        /// Something that had no translation has one.
        TranslationAdded = "translation-added", Minor, "look at both ends: a wrong equivalent is worse than none";
        /// The values of a parameter may reach clients and logs that must not until now.
        ParameterExposed = "parameter-exposed", Major, "keep `sensitive: true`, or make sure that no value is a secret";
        /// The values of a parameter no longer reach clients and logs.
        ParameterHidden = "parameter-hidden", Minor, "say it in the changelog";
        /// The values of a parameter are another kind of text, of the same type of Rust.
        ParameterKindChanged = "parameter-kind-changed", Minor, "nothing to do";
        /// Other operations can answer with a case, by which cases of one code are told apart.
        CaseOperationsChanged = "case-operations-changed", Minor, "make sure that the cases of the code are still told apart";
        /// A code that was deprecated or retired is as it was before.
        CodeRestored = "code-restored", Minor, "say it in the changelog";
        /// A number that no catalog lists is a kind of something else.
        RangeChanged = "range-changed", Minor, "make sure that unlisted numbers are answered well";
        /// A meaning is gone: a catalog of somebody else may hang below it.
        HubRemoved = "hub-removed", Major, "keep the meaning until the next major version";
        /// A meaning has another id.
        HubRenamed = "hub-renamed", Major, "keep the old id: it is what others map to, and what they compare with";
        /// There is a new meaning.
        HubAdded = "hub-added", Minor, "nothing to do";
        /// A meaning is a special case of another one than before.
        HubMoved = "hub-moved", Minor, "read what the translations through it have become";
        /// What a meaning answers is something else, and so do the unlisted numbers below it.
        HubChanged = "hub-changed", Minor, "say it in the changelog";
    }
    Text {
        /// A text of the provider is another one, and it is understood as before.
        MessageChanged = "message-changed", Patch, "nothing to do";
        /// The guidance says something else.
        GuidanceChanged = "guidance-changed", Patch, "nothing to do";
        /// The history of a code says something else.
        HistoryChanged = "history-changed", Patch, "nothing to do";
        /// A title, a description, an address or a reason says something else.
        DocumentationChanged = "documentation-changed", Patch, "nothing to do";
    }
}
