//! Catalogs of any size, no two texts alike, as an author writes them.

use std::fmt::Write as _;

use errcat_model::render::{Style, human};
use errcat_model::{CatalogSet, Sources, load};

/// Meanings of the shipped hub that differ in statuses and advice.
const MEANINGS: &[&str] = &[
    "request.invalid",
    "auth.permission-denied",
    "limit.rate",
    "billing.insufficient-funds",
    "domain.not-found",
    "domain.already-registered",
    "state.conflict",
    "provider.unavailable",
];

/// What the codes of a catalog are on the wire.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Numbers,
    Strings,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Numbers, Self::Strings];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Strings => "strings",
        }
    }

    fn code_type(self) -> &'static str {
        match self {
            Self::Numbers => "integer",
            Self::Strings => "string",
        }
    }

    fn code(self, index: usize) -> String {
        match self {
            // In clusters, as providers number them.
            Self::Numbers => (1000 + index / 50 * 100 + index % 50).to_string(),
            Self::Strings => format!("ERROR_CODE_{index:05}"),
        }
    }
}

/// A checked catalog of so many codes.
pub(crate) fn checked(kind: Kind, codes: usize) -> CatalogSet {
    let provider = format!(
        "id: big\ntitle: Big\nabout: A catalog that somebody could have.\ndomain: big.example\n\
         code-type: {}\nsources: [{{ id: list, title: The list }}]\n",
        kind.code_type()
    );
    let sources = Sources::from_texts([
        ("big/provider.yaml", provider),
        ("big/all.yaml", group(kind, codes)),
    ])
    .with_fallback_hub("meanings.yaml", domain_errors_catalog::HUB);
    load(&sources).unwrap_or_else(|findings| {
        panic!("{}", human(&findings, &sources, Style::default()));
    })
}

fn group(kind: Kind, codes: usize) -> String {
    let mut text =
        String::from("group: { title: All, about: All of them., source: list }\ncodes:\n");
    for (index, meaning) in MEANINGS.iter().cycle().take(codes).enumerate() {
        let code = kind.code(index);
        write!(
            text,
            "  - code: {code}\n    name: CodeNumber{index}\n    \
             message: \"The request was refused – parameter {index} is wrong\"\n    \
             kind-of: {meaning}\n    guidance:\n      \
             cause: >-\n        The provider did not take the parameter that has the number {index},\n        \
             because its form is not the one that the provider asks for.\n      action: >-\n        \
             Look up the form of parameter {index} in the manual of the provider and send\n        \
             the request again in that form.\n"
        )
        .expect("a string takes any text");
    }
    text
}
