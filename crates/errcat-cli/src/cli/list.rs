//! The command that lists codes or meanings.

use clap::Args;
use errcat::rt::to_client;
use errcat::{Actor, Facts, GrpcCode, HttpStatus, Retry};

use super::{Format, one_of};

/// The facts that a code or meaning must have to be listed; of several values, any.
#[derive(Debug, Args)]
#[command(next_help_heading = "Filters")]
pub(crate) struct Filter {
    /// Only those with this advice, with any delay; can be repeated.
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = one_of::<Retry>(Retry::WORDS.iter().copied()))]
    pub(crate) retry: Vec<Retry>,

    /// Only those on which this one acts; can be repeated.
    #[arg(long, value_delimiter = ',', value_name = "ACTOR", value_parser = one_of::<Actor>(Actor::WORDS.iter().copied()))]
    pub(crate) actor: Vec<Actor>,

    /// Only those that a client is answered with, such as 409 or `NOT_FOUND`; can be repeated.
    #[arg(long, value_delimiter = ',', value_name = "STATUS", value_parser = status, visible_aliases = ["http", "grpc"])]
    pub(crate) status: Vec<String>,

    /// Only those with this meaning or one below it.
    #[arg(long, value_name = "MEANING")]
    pub(crate) meaning: Option<String>,
}

impl Filter {
    pub(crate) fn fits(&self, facts: Facts) -> bool {
        let Self { retry, actor, status, .. } = self;
        let answer = to_client(facts);
        let is_status =
            |word: &String| *word == answer.http.to_string() || *word == answer.grpc.as_str();
        (retry.is_empty() || retry.iter().any(|kind| kind.word() == facts.retry.word()))
            && (actor.is_empty() || actor.contains(&facts.actor))
            && (status.is_empty() || status.iter().any(is_status))
    }
}

fn status(text: &str) -> Result<String, &'static str> {
    let word = text.to_uppercase();
    let is_known = http_status(text).is_ok() || GrpcCode::WORDS.contains(&word.as_str());
    is_known.then_some(word).ok_or("write a number from 100 to 599 or a word such as NOT_FOUND")
}

pub(super) fn http_status(text: &str) -> Result<HttpStatus, &'static str> {
    text.parse().ok().and_then(HttpStatus::new).ok_or("write a number from 100 to 599")
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  errcat list wapi --retry later\n  \
    errcat list --actor operator --status 403\n  errcat list --meaning domain.unavailable\n  \
    errcat list --meanings")]
pub(crate) struct List {
    /// The catalog to list; all of them if omitted.
    #[arg(value_name = "CATALOG")]
    pub(crate) catalog_id: Option<String>,

    /// List the meanings of the hub instead of codes.
    #[arg(long, conflicts_with = "catalog_id")]
    pub(crate) meanings: bool,

    /// How to print the list.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    #[command(flatten)]
    pub(crate) filter: Filter,
}
