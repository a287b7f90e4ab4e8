use core::fmt;

use super::audience::{Audience, relay};
use super::subject::{Place, Subject};
use super::tell::{Sentences, Tell};
use crate::table::MeaningRow;
use crate::{Actor, Facts, GrpcCode, HttpStatus, Retry};

/// The reply of your service to an error, for one audience.
///
/// If the [audience](Audience) includes the one who has to act, the reply is the error itself.
/// Otherwise it is a failure of your service, no matter what the provider called it: 503 if it may
/// pass, or else 500. So a rate limit that you hit, or a wrong password of yours, never becomes a 429
/// or a 401 of your client.
///
/// # Examples
///
/// ```
/// use errcat::{Audience, ErrorFacts};
///
/// /// Returns the status and the sentence for a client.
/// fn respond(error: &dyn ErrorFacts, accept_language: &str) -> (u16, &'static str) {
///     let reply = error.reply(Audience::Client);
///     (reply.http().get(), reply.tell(accept_language).text)
/// }
/// ```
#[derive(Clone, Copy)]
#[cfg_attr(
    not(any(feature = "problem", feature = "tonic")),
    allow(dead_code, reason = "nothing writes it")
)]
#[must_use = "a reply does nothing until it is sent"]
pub struct Reply<'a> {
    pub(crate) subject: &'a dyn Subject,
    audience: Audience,
    /// The role of the meaning, if the audience cannot act on the error.
    pub(crate) role: Option<Place>,
    /// Whether it shows the code and the catalog of the subject.
    pub(crate) is_named: bool,
    pub(crate) facts: Facts,
    pub(crate) meaning: &'static MeaningRow,
    sentences: Sentences,
    language: &'a str,
    pub(crate) base_url: Option<&'a str>,
    pub(crate) domain: Option<&'a str>,
    pub(crate) request_id: Option<&'a str>,
    pub(crate) has_violations: bool,
}

impl<'a> Reply<'a> {
    /// Creates the reply to something with these facts and this meaning, with the sentences of the
    /// meaning that the reply has.
    pub(crate) fn new(
        subject: &'a dyn Subject,
        (facts, meaning): (Facts, Place),
        sentences: impl FnOnce(Place) -> Sentences,
        audience: Audience,
    ) -> Self {
        let relayed = relay(facts, audience);
        let role = relayed.map(|(role, _)| role);
        let (meaning, facts) = relayed.unwrap_or((meaning, facts));
        Self {
            subject,
            audience,
            role,
            is_named: role.is_none(),
            facts,
            meaning: subject.meaning_at(meaning),
            sentences: sentences(meaning),
            language: "",
            base_url: None,
            domain: None,
            request_id: None,
            has_violations: audience == Audience::Operator,
        }
    }

    /// Replaces the subject whose code and catalog it shows, or does not show.
    pub(crate) fn in_words_of<'b>(self, subject: &'b dyn Subject, is_named: bool) -> Reply<'b>
    where
        'a: 'b,
    {
        Reply { subject, is_named, ..self }
    }

    /// Sets the address that the ids of meanings are added to, such as
    /// `https://errors.shop.example/`. The result is the type of the problem, and the link of the
    /// gRPC status.
    pub const fn with_base_url(mut self, url: &'a str) -> Self {
        self.base_url = Some(url);
        self
    }

    /// Sets the domain of your service, which takes the place of the provider's if the failure is
    /// relayed or has no code. Without it, such a failure names no domain.
    pub const fn with_domain(mut self, domain: &'a str) -> Self {
        self.domain = Some(domain);
        self
    }

    /// Chooses the language of the sentence in a problem or status, by the value of an
    /// `Accept-Language` header such as `cs-CZ, cs;q=0.9`. Without it, the sentence is in English.
    pub const fn in_language(mut self, accept_language: &'a str) -> Self {
        self.language = accept_language;
        self
    }

    /// Sets the id of the request, by which your support finds the failure.
    pub const fn with_request_id(mut self, id: &'a str) -> Self {
        self.request_id = Some(id);
        self
    }

    /// Includes the fields that the provider refused, for clients that know the provider's names of
    /// them. An operator always sees them.
    pub const fn with_violations(mut self) -> Self {
        self.has_violations = true;
        self
    }

    /// Returns the audience.
    pub const fn audience(&self) -> Audience {
        self.audience
    }

    /// Returns whether the audience cannot act on the error, so that the reply is a failure of your
    /// service.
    pub const fn is_relayed(&self) -> bool {
        self.role.is_some()
    }

    /// Returns the HTTP status.
    pub const fn http(&self) -> HttpStatus {
        self.facts.http
    }

    /// Returns the gRPC code.
    pub const fn grpc(&self) -> GrpcCode {
        self.facts.grpc
    }

    /// Returns whether to send the request again.
    pub const fn retry(&self) -> Retry {
        self.facts.retry
    }

    /// Returns the one who has to act, in the audience or not.
    pub const fn actor(&self) -> Actor {
        self.facts.actor
    }

    /// Returns the id of the meaning, such as `domain.already-registered`.
    pub const fn meaning_id(&self) -> &'static str {
        self.meaning.id
    }

    /// Returns one sentence for the one who reads it, in the language that the value of an
    /// `Accept-Language` header prefers, or else in English.
    ///
    /// If the audience cannot act on the error, the sentence only says that the service failed, and
    /// whether to try again.
    pub fn tell(&self, accept_language: &str) -> Tell {
        Tell::choose(self.sentences, accept_language)
    }

    /// Returns the sentence in the language of the reply.
    #[cfg(any(feature = "problem", feature = "tonic"))]
    pub(crate) fn sentence(&self) -> Tell {
        self.tell(self.language)
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("audience", &self.audience)
            .field("is_relayed", &self.is_relayed())
            .field("http", &self.http())
            .field("grpc", &self.grpc())
            .field("retry", &self.retry())
            .field("meaning", &self.meaning.id)
            .finish_non_exhaustive()
    }
}
