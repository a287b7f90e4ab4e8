//! Rules: what each kind of change means for users of a catalog.

use crate::catalog::words;

words! {
    /// The step of a version that announces a change.
    ///
    /// # Examples
    ///
    /// ```
    /// use errcat_model::diff::Level;
    ///
    /// assert!(Level::Major > Level::Minor);
    /// assert_eq!("minor".parse(), Ok(Level::Minor));
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub enum Level {
        /// No change.
        #[default]
        None = "none",
        /// Only people notice.
        Patch = "patch",
        /// There is more, or an answer is different.
        Minor = "minor",
        /// Code breaks or does harm.
        Major = "major",
    }

    /// The people or programs that notice a change.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Family {
        /// The compiler, in code that matches on the generated enums.
        Source = "source",
        /// Programs that read responses or written errors.
        Wire = "wire",
        /// Programs that act on statuses, advice and translations.
        Facts = "facts",
        /// People.
        Text = "text",
    }
}

macro_rules! rules {
    ($($family:ident {
        $($(#[doc = $doc:literal])+ $variant:ident = $id:literal, $level:ident, $help:literal;)+
    })+) => {
        /// A kind of difference between two states of catalogs. Each rule has an id that never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($($(#[doc = $doc])+ $variant,)+)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$($(Self::$variant),+),+];

            /// Returns the stable id, such as `variant-renamed`.
            pub const fn id(self) -> &'static str {
                match self {
                    $($(Self::$variant => $id,)+)+
                }
            }

            /// Returns the rule for a changed fact, such as [`Rule::HttpChanged`] for `http`.
            pub(super) fn of_fact(name: &str) -> Option<Self> {
                let is_it = |rule: &&Self| rule.id().strip_suffix("-changed") == Some(name);
                Self::ALL.iter().find(is_it).copied()
            }

            /// Returns who notices the change.
            pub const fn family(self) -> Family {
                match self {
                    $($(Self::$variant => Family::$family,)+)+
                }
            }

            /// Returns the smallest version step that announces the change.
            pub const fn level(self) -> Level {
                match self {
                    $($(Self::$variant => Level::$level,)+)+
                }
            }

            /// Returns what the change is and why it has its level, in a sentence or two.
            pub const fn summary(self) -> &'static str {
                match self {
                    $($(Self::$variant => concat!($($doc),+).trim_ascii(),)+)+
                }
            }

            /// Returns what to do about the change.
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
        /// A catalog was removed, and its module with it.
        CatalogRemoved = "catalog-removed", Major, "keep the folder until the next major version, or restore its id";
        /// There is a new catalog.
        CatalogAdded = "catalog-added", Minor, "nothing to do: nothing uses it yet";
        /// There is a new code. The enums are `non_exhaustive`, so every match has an arm for it.
        CodeAdded = "code-added", Minor, "nothing to do: every match has an arm for unknown variants";
        /// A variant of `Code` has a new name, possibly from a changed message or symbol.
        VariantRenamed = "variant-renamed", Major, "write `name:` with the old name; or keep it in `aliases:`, which preserves `Code` but not `Error`";
        /// A variant has a new name, and a constant keeps the old one.
        VariantAliased = "variant-aliased", Minor, "nothing to do: the compiler warns about the old name";
        /// A code has a new case.
        CaseAdded = "case-added", Minor, "nothing to do: every match has an arm for unknown variants";
        /// A case was removed, and its variant of `Error` with it.
        CaseRemoved = "case-removed", Major, "keep the case, or add its id to the `aliases:` of its replacement";
        /// A case has a new name, and so does its variant of `Error`.
        CaseRenamed = "case-renamed", Major, "keep the `id:`; `aliases:` preserves references to the case, but not `Error`";
        /// An earlier name was removed.
        AliasRemoved = "alias-removed", Major, "keep it in `aliases:` until the next major version";
        /// A variant of `Error` has a new field, which every pattern without `..` must name.
        ParameterAdded = "parameter-added", Major, "announce it as a breaking change";
        /// A variant of `Error` lost a field.
        ParameterRemoved = "parameter-removed", Major, "keep the parameter as long as a text contains it";
        /// A field of a variant of `Error` has a new name.
        ParameterRenamed = "parameter-renamed", Major, "keep the old name in the text and in `params:`; only the value is on the wire";
        /// A field of a variant of `Error` has another Rust type.
        ParameterRetyped = "parameter-retyped", Major, "keep the `type:`";
        /// An operation was removed: code that passes it to distinguish cases no longer works.
        OperationRemoved = "operation-removed", Major, "keep it with `deprecated:` and the reason not to call it";
        /// An operation has a new name.
        OperationRenamed = "operation-renamed", Major, "keep the old name if the provider still accepts it";
        /// There is a new operation.
        OperationAdded = "operation-added", Minor, "nothing to do: nothing uses it yet";
        /// A code is still sent, but should no longer be relied on; the compiler warns about its use.
        CodeDeprecated = "code-deprecated", Minor, "say in the changelog what to use instead";
        /// A code is no longer sent. Its variant stays, and the compiler warns about its use.
        CodeRetired = "code-retired", Minor, "say in the changelog what to expect instead";
    }
    Wire {
        /// A code was removed without being retired: responses and logs with it are unknown now.
        CodeRemoved = "code-removed", Major, "put it back with `retired:`, the date and its replacement";
        /// A retired code is sent again with another meaning: old logs are misread.
        CodeReused = "code-reused", Major, "if it is the same code after all, remove `retired:` and leave the rest unchanged";
        /// The codes of a catalog were numbers and are texts now, or the reverse.
        CodeTypeChanged = "code-type-changed", Major, "make it a catalog of its own";
        /// The domain that identifies the errors on the wire changed.
        DomainChanged = "domain-changed", Major, "keep the `domain:`; it is compared, never fetched";
        /// A case is issued with another code.
        CaseMoved = "case-moved", Major, "keep the case where it was if the provider still sends it there";
        /// A text is no longer understood, or its values go to other fields.
        TemplateChanged = "template-changed", Major, "keep the old text in `messages:` next to the new one";
        /// Another text is understood.
        TemplateAdded = "template-added", Minor, "nothing to do";
        /// A parameter is no longer known by a name that it had on the wire.
        ParameterKeyRemoved = "parameter-key-removed", Major, "keep the name in the parameter's `aliases:`";
        /// A form of response is no longer understood.
        EnvelopeRemoved = "envelope-removed", Major, "keep it as long as responses of this form are possible";
        /// A form of response is read differently.
        EnvelopeChanged = "envelope-changed", Major, "keep the old pointers, and add the new ones after them";
        /// Another form of response is understood.
        EnvelopeAdded = "envelope-added", Minor, "nothing to do";
        /// A form of response is read from more places, after the old ones.
        EnvelopeExtended = "envelope-extended", Minor, "nothing to do";
        /// A status without a code means another code, or none.
        StatusCodeChanged = "status-code-changed", Major, "keep the `code:` of the status";
        /// A status without a code now means a code.
        StatusCodeAdded = "status-code-added", Minor, "say so in the changelog: a system failure has a code now";
    }
    Facts {
        /// A code changed between success, notification and failure: variants of `Error` are added or removed.
        OutcomeChanged = "outcome-changed", Major, "make sure that the old outcome was wrong; then announce a breaking change";
        /// The HTTP status changed. It is data, so no code breaks, but clients may notice.
        HttpChanged = "http-changed", Minor, "mention it in the changelog: clients may look at the status";
        /// The gRPC code changed. It is data, so no code breaks, but clients may notice.
        GrpcChanged = "grpc-changed", Minor, "mention it in the changelog: clients may look at the status";
        /// A request may be sent again that must not be sent again so far: following the advice may order or pay twice.
        RetryAllowed = "retry-allowed", Major, "make sure that the request is executed at most once; then announce it";
        /// The retry advice changed, and is not less careful.
        RetryChanged = "retry-changed", Minor, "mention it in the changelog";
        /// Someone else has to act.
        ActorChanged = "actor-changed", Minor, "mention it in the changelog";
        /// A case has another meaning.
        MeaningChanged = "meaning-changed", Minor, "review its new translations";
        /// A case has another relation to its meaning.
        RelationChanged = "relation-changed", Minor, "review its new translations";
        /// Another case is preferred for a meaning.
        PreferenceChanged = "preference-changed", Minor, "review the new translations to this catalog";
        /// A translation has another target or another relation.
        TranslationChanged = "translation-changed", Minor, "review both ends: a wrong equivalent is worse than none";
        /// A translation was removed, which its type always allowed.
        TranslationLost = "translation-lost", Minor, "make sure that no translation is true, or map it again";
        /// There is a new translation.
        TranslationAdded = "translation-added", Minor, "review both ends: a wrong equivalent is worse than none";
        /// The values of a parameter may reach clients and logs, which they must not so far.
        ParameterExposed = "parameter-exposed", Major, "keep `sensitive: true`, or make sure that no value is a secret";
        /// The values of a parameter no longer reach clients and logs.
        ParameterHidden = "parameter-hidden", Minor, "mention it in the changelog";
        /// The values of a parameter are another kind of text, with the same Rust type.
        ParameterKindChanged = "parameter-kind-changed", Minor, "nothing to do";
        /// Other operations can answer with a case, which distinguishes the cases of a code.
        CaseOperationsChanged = "case-operations-changed", Minor, "make sure that the cases of the code can still be distinguished";
        /// A code is no longer deprecated or retired.
        CodeRestored = "code-restored", Minor, "mention it in the changelog";
        /// A sentence for customers is no longer there in a language, so they read English. It is data, so no code breaks.
        TellLost = "tell-lost", Minor, "keep the sentence, or mention it in the changelog";
        /// An unlisted code has another meaning.
        RangeChanged = "range-changed", Minor, "make sure that unlisted codes have the right answer";
        /// The failures of a catalog have another meaning further out, so they are relayed as other codes.
        FailedAsChanged = "failed-as-changed", Minor, "review its answers in the other catalogs";
        /// A meaning was removed: other catalogs may depend on it.
        HubRemoved = "hub-removed", Major, "keep the meaning until the next major version";
        /// A meaning has a new id.
        HubRenamed = "hub-renamed", Major, "keep the old id: other catalogs map to it, and code compares with it";
        /// There is a new meaning.
        HubAdded = "hub-added", Minor, "nothing to do";
        /// A meaning has another parent.
        HubMoved = "hub-moved", Minor, "review the new translations through it";
        /// The answer of a meaning changed, and that of unlisted numbers with it; or a role has another meaning.
        HubChanged = "hub-changed", Minor, "mention it in the changelog";
    }
    Text {
        /// A text of the provider changed, and is understood as before.
        MessageChanged = "message-changed", Patch, "nothing to do";
        /// The guidance changed.
        GuidanceChanged = "guidance-changed", Patch, "nothing to do";
        /// A sentence for customers changed, or is there in another language.
        TellChanged = "tell-changed", Patch, "nothing to do";
        /// The history of a code changed.
        HistoryChanged = "history-changed", Patch, "nothing to do";
        /// A title, a description, an address or a reason changed.
        DocumentationChanged = "documentation-changed", Patch, "nothing to do";
    }
}
