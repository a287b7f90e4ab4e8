//! Catalogs of any size, no two texts alike, as an author writes them.
//!
//! The build script includes this file too.

use std::fmt::Write as _;

/// Meanings of the shipped hub that differ in statuses and advice.
const MEANINGS: [&str; 10] = [
    "auth.permission-denied",
    "billing.insufficient-funds",
    "domain.already-registered",
    "domain.not-found",
    "domain.unavailable",
    "limit.rate",
    "provider.unavailable",
    "request.invalid",
    "request.parameter-missing",
    "state.conflict",
];

/// The type of the codes of a catalog on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    Numbers,
    /// Strings.
    Strings,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Numbers, Self::Strings];

    /// Returns the name of the kind, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Strings => "strings",
        }
    }

    /// Makes up codes of this kind.
    pub fn codes(self, count: usize) -> Vec<String> {
        let code = |index: usize| match self {
            // In clusters, as providers number them.
            Self::Numbers => (1000 + index / 50 * 100 + index % 50).to_string(),
            Self::Strings => format!("ERROR_CODE_{index:05}"),
        };
        (0..count).map(code).collect()
    }
}

/// Returns the paths and texts of the files of a catalog. Its first codes are meanings of the hub,
/// so catalogs translate into each other; the rest are kinds of them.
pub fn files(id: &str, kind: Kind, codes: &[String]) -> [(String, String); 2] {
    let (code_type, quote) = match kind {
        Kind::Numbers => ("integer", ""),
        Kind::Strings => ("string", "\""),
    };
    let provider = format!(
        "id: {id}\ntitle: {id}\nabout: A catalog that somebody could have.\n\
         domain: {id}.example\ncode-type: {code_type}\nsources: [{{ id: list, title: The list }}]\n"
    );
    let mut all =
        String::from("group: { title: All, about: All of them., source: list }\ncodes:\n");
    for (index, (code, meaning)) in codes.iter().zip(MEANINGS.iter().cycle()).enumerate() {
        let relation = if index < MEANINGS.len() { "is" } else { "kind-of" };
        write!(
            all,
            "  - code: {quote}{code}{quote}\n    name: CodeNumber{index}\n    \
             message: \"The request was refused – parameter {index} is wrong\"\n    \
             {relation}: {meaning}\n    guidance:\n      \
             cause: >-\n        {id} did not take the parameter that has the number {index},\n        \
             because its form is not the one that the provider asks for.\n      action: >-\n        \
             Look up the form of parameter {index} in the manual of {id} and send\n        \
             the request again in that form.\n"
        )
        .expect("a string takes any text");
    }
    [(format!("{id}/provider.yaml"), provider), (format!("{id}/all.yaml"), all)]
}
