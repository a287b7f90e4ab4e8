//! The same codes as others would write them.

use std::fmt::Write as _;

use errcat_model::{Case, Catalog};

/// Returns an enum and nothing else, with the derives of the generated one.
pub(crate) fn bare_enum(catalog: &Catalog) -> String {
    format!(
        "#![no_std]\n#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         pub enum Bare {{\n{}}}\n",
        variants(catalog)
    )
}

/// Returns what a person writes: an enum, and for each question a `match` over all variants.
pub(crate) fn matches_everywhere(catalog: &Catalog) -> String {
    let statuses: Vec<String> =
        errcat::GrpcCode::ALL.iter().map(|code| format!("{code:?}")).collect();
    let mut text = format!(
        "#![no_std]\n\
         #[derive(Debug, Clone, Copy)]\npub enum Grpc {{ {} }}\n\
         #[derive(Debug, Clone, Copy)]\npub enum Retry {{ Never, AfterFix, Later, Query }}\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         pub enum Code {{\n{}}}\n",
        statuses.join(", "),
        variants(catalog),
    );
    text.push_str("impl Code {\n");
    let guidance = |case: &Case, part: fn(&errcat_model::Guidance) -> &String| {
        format!("{:?}", case.guidance.as_ref().map_or("", |guidance| part(guidance)))
    };
    method(&mut text, catalog, "name", "&'static str", |case| format!("{:?}", case.name));
    method(&mut text, catalog, "message", "&'static str", |case| {
        format!("{:?}", case.messages.first().map_or("", |message| &message.text))
    });
    method(&mut text, catalog, "http", "u16", |case| case.facts.http.to_string());
    method(&mut text, catalog, "grpc", "Grpc", |case| format!("Grpc::{:?}", case.facts.grpc));
    method(&mut text, catalog, "retry", "Retry", |case| {
        format!("Retry::{}", advice(case.facts.retry))
    });
    method(&mut text, catalog, "cause", "&'static str", |case| guidance(case, |it| &it.cause));
    method(&mut text, catalog, "action", "&'static str", |case| guidance(case, |it| &it.action));
    text.push_str("}\n");
    display(&mut text, catalog);
    from_str(&mut text, catalog);
    text
}

fn variants(catalog: &Catalog) -> String {
    catalog.codes.iter().fold(String::new(), |all, code| all + "    " + &code.name + ",\n")
}

fn method(
    text: &mut String,
    catalog: &Catalog,
    name: &str,
    result: &str,
    value: impl Fn(&Case) -> String,
) {
    write!(text, "    pub fn {name}(self) -> {result} {{\n        match self {{\n")
        .expect("it is a text");
    for code in &catalog.codes {
        let case = code.cases.first().expect("a code has a case");
        writeln!(text, "            Self::{} => {},", code.name, value(case)).expect("a text");
    }
    text.push_str("        }\n    }\n");
}

fn advice(retry: errcat::Retry) -> &'static str {
    match retry {
        errcat::Retry::Never => "Never",
        errcat::Retry::AfterFix => "AfterFix",
        errcat::Retry::Later { .. } => "Later",
        errcat::Retry::Query => "Query",
    }
}

fn display(text: &mut String, catalog: &Catalog) {
    text.push_str(
        "impl core::fmt::Display for Code {\n    \
         fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {\n        \
         f.write_str(match self {\n",
    );
    for code in &catalog.codes {
        writeln!(text, "            Self::{} => {:?},", code.name, code.code).expect("a text");
    }
    text.push_str("        })\n    }\n}\n");
}

fn from_str(text: &mut String, catalog: &Catalog) {
    text.push_str(
        "impl core::str::FromStr for Code {\n    type Err = ();\n    \
         fn from_str(code: &str) -> Result<Self, ()> {\n        Ok(match code {\n",
    );
    for code in &catalog.codes {
        writeln!(text, "            {:?} => Self::{},", code.code, code.name).expect("a text");
    }
    text.push_str("            _ => return Err(()),\n        })\n    }\n}\n");
}
