//! The laws of a catalog.

macro_rules! laws {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal,)+) => {
        /// A rule that every catalog must follow. Each law has an id that never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Law {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Law {
            /// All laws.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the stable id, such as `duplicate-code`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// Returns the law in a sentence.
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

laws! {
    // Files and YAML.
    /// Every file of a catalog can be read.
    UnreadableFile = "unreadable-file",
    /// A catalog folder holds `meanings.yaml` and provider folders; a provider folder holds `provider.yaml` and group files, all ending in `.yaml`. No link leads out of the folder that is read.
    FileLayout = "file-layout",
    /// The names of files and folders consist of ASCII letters, digits, `.`, `_` and `-`.
    FileName = "file-name",
    /// Every file is UTF-8.
    NotUtf8 = "not-utf8",
    /// Files, texts and nesting stay within the limits of the reader.
    TooLarge = "too-large",
    /// Every file is well-formed YAML.
    YamlSyntax = "yaml-syntax",
    /// A catalog uses no anchors, aliases, merge keys, tags or several documents in one file.
    YamlFeature = "yaml-feature",
    /// No file is empty.
    EmptyFile = "empty-file",
    /// A mapping has each key once.
    DuplicateKey = "duplicate-key",
    /// Every key is known in its place.
    UnknownKey = "unknown-key",
    /// Every required key is written.
    MissingKey = "missing-key",
    /// A value has the form that its key requires; numbers and booleans are never guessed from text.
    WrongType = "wrong-type",
    /// A value from a closed set of words is one of them.
    InvalidValue = "unknown-word",
    /// Every value marked with `TODO` is written.
    Gap = "gap",

    // Identity and names.
    /// A catalog, group, operation, source, meaning, case or term is defined once, and a meaning has each keyword once.
    DuplicateId = "duplicate-id",
    /// A catalog has each code once.
    DuplicateCode = "duplicate-code",
    /// The code that a status names exists.
    UnknownCode = "unknown-code",
    /// A code has the type that its provider declares.
    CodeType = "code-type",
    /// A code is in the range of its group, and no two groups have the same range.
    CodeRange = "code-range",
    /// Two codes, cases, parameters or meanings do not become the same Rust name.
    NameCollision = "name-collision",
    /// Two codes or cases do not get the same address in the reference pages.
    AddressCollision = "address-collision",
    /// A name can become a Rust identifier.
    NameUnusable = "name-unusable",

    // Cases and messages.
    /// A code has a message or cases, and writes each fact once.
    CaseShape = "case-shape",
    /// Two cases of one code that one operation can answer with have different messages.
    AmbiguousCase = "ambiguous-case",
    /// A message template can be matched against texts.
    BadTemplate = "bad-template",
    /// A parameter in a message or an envelope is declared.
    UndeclaredParameter = "undeclared-parameter",
    /// A declared parameter is used in a message or an envelope.
    UnusedParameter = "unused-parameter",
    /// An operation that a case names is declared by its provider.
    UnknownOperation = "unknown-operation",
    /// A source that a code names is declared by its provider.
    UnknownSource = "unknown-source",

    // The hub.
    /// A meaning that is named exists.
    UnknownMeaning = "unknown-meaning",
    /// A meaning has a parent, up to `success`, `notification` or `failure`.
    OrphanMeaning = "orphan-meaning",
    /// No meaning is its own ancestor.
    MeaningCycle = "meaning-cycle",
    /// A hub with failures names the meanings of its roles once, and they are failures.
    HubRoles = "hub-roles",
    /// Every code says which meaning it has.
    MissingRelation = "missing-relation",
    /// A code says so in only one way.
    SeveralRelations = "several-relations",
    /// `like`, `covers`, a translation, and an actor that is not that of the meaning say why.
    MissingWhy = "missing-why",
    /// Of several codes with exactly the same meaning, one is preferred.
    Preferred = "preferred",
    /// Success, notification and failure are never mixed.
    OutcomeCrossed = "outcome-crossed",

    // Translations by hand.
    /// A translation has one of `to`, `from` and `none`, and leads from one catalog to a single case of another one.
    TranslationShape = "translation-shape",
    /// The code or case of another catalog that a translation names exists there.
    UnknownTranslation = "unknown-translation",
    /// The relation of two codes is written once, for both directions.
    DuplicateTranslation = "duplicate-translation",
    /// A relation by hand agrees with the meanings of the two codes, and with `none`.
    RelationContradiction = "relation-contradiction",

    // Statuses and advice.
    /// An HTTP status is from 100 to 599.
    HttpRange = "http-range",
    /// HTTP status and gRPC code are of one class, or the catalog says why not.
    StatusContradiction = "status-contradiction",
    /// A failure has an error status; a success or notification has none.
    OutcomeStatus = "outcome-status",
    /// Only a request that may be sent again unchanged is answered with `later`, and only `later` has a delay.
    RetryContradiction = "retry-contradiction",

    // Guidance.
    /// Every failure has guidance.
    GuidanceMissing = "guidance-missing",
    /// A guidance text is at least one sentence.
    GuidanceTooShort = "guidance-too-short",
    /// No two codes share a guidance text.
    GuidanceRepeated = "guidance-repeated",

    // Sentences for customers.
    /// All meanings of a file have a sentence in English and in the same other languages, and so have all codes of a catalog that write their own. Languages are lower-case tags, such as `cs`.
    TellLanguages = "tell-languages",
    /// A sentence for customers has at most 30 words, no back-tick, and no identifier: a word with `_`, with more than four capitals, or with several and a digit.
    TellWording = "tell-wording",

    // History.
    /// A deprecated or retired code says since when.
    MissingSince = "missing-since",
    /// `replaced-by` names an existing code.
    UnknownReplacement = "unknown-replacement",
    /// A retired code is not the target of any reference.
    RetiredTarget = "retired-target",

    // Envelopes.
    /// A path of an envelope is a JSON Pointer with at most 32 tokens. It has no `*`. For XML, its names have no prefix, and an attribute ends it.
    BadPointer = "bad-pointer",
    /// A namespace of an envelope is a URI, and its format is XML.
    BadNamespace = "bad-namespace",
    /// A header of an envelope has a name that headers can have.
    BadHeader = "bad-header",
    /// An envelope has the slots without which no body can have it.
    DeadEnvelope = "dead-envelope",
    /// An envelope with an outcome of its own is an `application` and has a condition, unless it is a failure with a code.
    VagueOutcome = "vague-outcome",
    /// No envelope takes all bodies of a later one.
    ShadowedEnvelope = "shadowed-envelope",
    /// A slot that is part of a list has its list in the same envelope.
    UnreadSlot = "unread-slot",
    /// A response can carry each code.
    UncarriedCode = "uncarried-code",
    /// An example is read as what it says. Only [`check`](crate::check) reads examples, which `load` does without.
    ExampleDiffers = "example-differs",
}
