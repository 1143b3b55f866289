//! One way to make a service fail.

use super::target::Target;
use crate::wire::{Protocol, Request};

/// One way to make a service fail.
#[derive(Debug)]
#[non_exhaustive]
pub struct Provocation {
    /// The name, in lower case with hyphens. It stays as it is from version to version.
    pub name: &'static str,
    /// The protocols in which it can be written.
    pub protocols: &'static [Protocol],
    /// What the response must be.
    pub answer: Answer,
    /// Where the provocation goes.
    pub scope: Scope,
    /// Which part of the service answers.
    pub(super) position: Position,
    pub(super) act: Act,
}

/// What the response to a provocation must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answer {
    /// An error: no service may serve this.
    Error,
    /// Whatever the service makes of it; an error is judged.
    Any,
    /// The same, but an HTTP server may also refuse it before any service sees it. Such an answer
    /// has neither a body nor a request id.
    OfServiceOrServer,
    /// The HTTP server's, before any service sees it: it is noted, not judged.
    OfServer,
}

/// Where a provocation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// To the service as a whole, once.
    Service,
    /// To every path that is named.
    Path,
    /// To every path whose method has a body.
    BodyPath,
    /// To every operation whose method may be called.
    Operation,
    /// To every operation whose method may be called and has a body.
    BodyOperation,
    /// To the service as a whole, behind all others.
    Afterwards,
}

/// Which part of a service answers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Position {
    /// The 404 of the service itself.
    Fallback,
    /// The handler.
    Route,
    /// The 404 below the path, which may be a nested router's.
    BelowRoute,
    /// The 405 of the path.
    Method,
    /// The refusal of a body.
    Body,
    /// The HTTP server.
    Server,
}

/// How a provocation is sent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// One request.
    Once(fn(&Target<'_>) -> Request),
    /// Several, each on a connection of its own.
    Each(fn(&Target<'_>) -> Vec<Request>),
    /// Several on one connection, without waiting.
    Batch(fn(&Target<'_>) -> Vec<Request>),
    /// One that is given up halfway, and then one for a route that does not exist.
    Cancel(fn(&Target<'_>) -> Request),
    /// Bytes that are no request.
    Raw(fn(&Target<'_>) -> Vec<u8>),
}

impl Provocation {
    pub(super) const fn new(
        name: &'static str,
        scope: Scope,
        position: Position,
        act: Act,
    ) -> Self {
        Self {
            name,
            protocols: &Protocol::ALL,
            answer: Answer::Any,
            scope,
            position,
            act,
        }
    }

    /// One that goes to a route that does not exist.
    pub(super) const fn missing(name: &'static str, request: fn(&Target<'_>) -> Request) -> Self {
        Self::new(name, Scope::Service, Position::Fallback, Act::Once(request))
            .answer(Answer::Error)
    }

    /// Whether the response shows that the service has survived what came before.
    pub(crate) fn is_about_survival(&self) -> bool {
        self.scope == Scope::Afterwards || matches!(self.act, Act::Cancel(_))
    }

    pub(super) const fn answer(self, answer: Answer) -> Self {
        Self { answer, ..self }
    }

    /// One that has no form in HTTP/2.
    pub(super) const fn http1(self) -> Self {
        Self {
            protocols: &[Protocol::Http1],
            ..self
        }
    }
}

impl Position {
    /// The part of the service, in words.
    pub(super) fn of(self, target: &Target<'_>) -> String {
        let route = target.route;
        match self {
            Self::Fallback => "the 404 of the service".into(),
            Self::Route => format!("the route {route}"),
            Self::BelowRoute => format!("the 404 below {route}"),
            Self::Method => format!("the method check at {route}"),
            Self::Body => format!("the body check at {route}"),
            Self::Server => "the HTTP server".into(),
        }
    }
}
