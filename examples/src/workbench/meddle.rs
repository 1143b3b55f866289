//! Middleware that changes one thing of a response on its way out.

use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};
use hyper::ext::ReasonPhrase;
use manila::{Condition, Fault};
use serde::Deserialize;

use super::made::Made;
use super::raw::Raw;

/// What the middleware changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Status,
    Body,
    Empty,
    Phrase,
    Cache,
    Id,
    Redirect,
    Extensions,
}

/// What the handler made before.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Of {
    #[default]
    Fault,
    Reply,
    Foreign,
}

/// What a changed body becomes.
pub(super) const BODY: &str = "canary-meddled";
/// What a changed phrase becomes.
pub(super) const PHRASE: &str = "canary-phrase";
/// What a changed `cache-control` becomes.
pub(super) const CACHE: &str = "public, max-age=600";
/// What a changed id becomes.
pub(super) const ID: &str = "meddled-id";

/// What the handler makes.
pub(super) fn made(of: Of) -> Made {
    match of {
        Of::Fault => Made::Fault(
            Fault::condition(Condition::Conflict)
                .with_detail("project", "canary-project")
                .because_text("canary-meddle"),
        ),
        Of::Reply => Made::Reply,
        Of::Foreign => Made::Raw(Raw::foreign(500)),
    }
}

impl Change {
    /// The change that the last segment of a path names.
    pub(super) fn at(path: &str) -> Option<Self> {
        Some(match path.rsplit('/').next()? {
            "status" => Self::Status,
            "body" => Self::Body,
            "empty" => Self::Empty,
            "phrase" => Self::Phrase,
            "cache" => Self::Cache,
            "id" => Self::Id,
            "redirect" => Self::Redirect,
            "extensions" => Self::Extensions,
            _ => return None,
        })
    }

    /// Changes a response of the frameworks on `http` 1.x.
    pub(super) fn apply(self, response: &mut Response<Body>) {
        match self {
            Self::Status => *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE,
            Self::Body => *response.body_mut() = Body::from(BODY),
            Self::Empty => *response.body_mut() = Body::empty(),
            Self::Phrase => {
                let phrase = ReasonPhrase::from_static(PHRASE.as_bytes());
                response.extensions_mut().insert(phrase);
            }
            Self::Cache => put(response, header::CACHE_CONTROL, CACHE),
            Self::Id => put(
                response,
                header::HeaderName::from_static("x-request-id"),
                ID,
            ),
            Self::Redirect => {
                *response.status_mut() = StatusCode::SEE_OTHER;
                *response.body_mut() = Body::empty();
                put(response, header::LOCATION, "/ok");
            }
            Self::Extensions => response.extensions_mut().clear(),
        }
    }
}

fn put(response: &mut Response<Body>, name: header::HeaderName, value: &'static str) {
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
}
