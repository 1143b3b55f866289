//! Middleware that changes one thing of a response on its way out.

use axum::body::Body;
use http::{HeaderValue, Response, StatusCode, header};
use hyper::ext::ReasonPhrase;

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

/// What a changed body becomes.
pub(super) const BODY: &str = "canary-meddled";
/// What a changed phrase becomes.
pub(super) const PHRASE: &str = "canary-phrase";
/// What a changed `cache-control` becomes.
pub(super) const CACHE: &str = "public, max-age=600";
/// What a changed id becomes.
pub(super) const ID: &str = "meddled-id";

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
