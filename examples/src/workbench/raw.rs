//! Responses that know nothing of Manila, whatever framework serves them.

use std::sync::LazyLock;

use axum::body::Body;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use hyper::ext::ReasonPhrase;
use manila_tower::PassThrough;
use serde::Deserialize;

use super::odd_body::{OddBody, Oddity};

/// A response, described for every framework.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) status: u16,
    pub(super) fields: &'static [(&'static str, &'static str)],
    pub(super) body: RawBody,
    /// The reason phrase of an upstream.
    pub(super) phrase: Option<&'static str>,
    /// Whether it is marked as passed through.
    pub(super) is_marked: bool,
}

/// The body of a [`Raw`] response.
#[derive(Debug, Clone, Copy)]
pub(super) enum RawBody {
    Bytes(&'static [u8]),
    Odd(Oddity),
}

/// What a foreign body is, and the content type that it is under.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BodyKind {
    Json,
    #[default]
    Text,
    /// Without a content type.
    None,
    Gzip,
    /// 1 MiB of text.
    Long,
}

/// `/foreign-body/{status}`
pub(super) fn foreign_body(status: u16, kind: BodyKind) -> Raw {
    let (fields, bytes): (_, &'static [u8]) = match kind {
        BodyKind::Json => (JSON, br#"{"secret":"canary-body"}"#),
        BodyKind::Text => (PLAIN, b"canary-body"),
        BodyKind::None => (&[][..], b"canary-body"),
        BodyKind::Gzip => (GZIP, ZIPPED_BODY),
        BodyKind::Long => (PLAIN, LONG.as_bytes()),
    };
    Raw::new(status, fields, RawBody::Bytes(bytes))
}

/// 1 MiB that begins with what no client may read.
static LONG: LazyLock<String> = LazyLock::new(|| {
    let secret = "canary-body";
    secret.to_owned() + &".".repeat((1 << 20) - secret.len())
});

impl Raw {
    /// A bare text, as of a handler that knows nothing of Manila.
    pub(super) const fn foreign(status: u16) -> Self {
        Self::new(status, PLAIN, RawBody::Bytes(b"canary-foreign"))
    }

    /// The response at a path, by its segments.
    pub(super) fn of(segments: &[&str]) -> Option<Self> {
        match segments {
            [name, status] => {
                let (_, raw) = BY_STATUS.into_iter().find(|(of, _)| of == name)?;
                Some(raw(status.parse().unwrap_or_default()))
            }
            [name] => FIXED
                .into_iter()
                .find(|(of, _)| of == name)
                .map(|(_, raw)| raw),
            _ => None,
        }
    }

    const fn new(
        status: u16,
        fields: &'static [(&'static str, &'static str)],
        body: RawBody,
    ) -> Self {
        Self {
            status,
            fields,
            body,
            phrase: None,
            is_marked: false,
        }
    }

    /// The response for frameworks on `http` 1.x; a status that HTTP does not have is a bad request.
    pub(super) fn response(&self) -> Response<Body> {
        let mut response = Response::new(match self.body {
            RawBody::Bytes(bytes) => Body::from(bytes),
            RawBody::Odd(oddity) => Body::from_stream(OddBody::new(oddity)),
        });
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        if self.is_marked {
            response.extensions_mut().insert(PassThrough);
        }
        if let Some(phrase) = self.phrase {
            let phrase = ReasonPhrase::from_static(phrase.as_bytes());
            response.extensions_mut().insert(phrase);
        }
        for (name, value) in self.fields {
            let name = HeaderName::from_static(name);
            let value = HeaderValue::from_static(value);
            response.headers_mut().append(name, value);
        }
        response
    }

    const fn odd(
        status: u16,
        content_type: &'static [(&'static str, &'static str)],
        oddity: Oddity,
    ) -> Self {
        Self::new(status, content_type, RawBody::Odd(oddity))
    }
}

/// Makes a response of the status in its path.
type OfStatus = fn(u16) -> Raw;

/// `/foreign/{status}` and the like, by the first segment of their path.
pub(super) const BY_STATUS: [(&str, OfStatus); 4] = [
    ("foreign", Raw::foreign),
    ("foreign-json", |status| {
        Raw::new(status, JSON, RawBody::Bytes(br#"{"secret":"canary-json"}"#))
    }),
    ("marked", |status| Raw {
        is_marked: true,
        ..Raw::new(status, HTML, RawBody::Bytes(b"<h1>marked</h1>"))
    }),
    ("status", |status| {
        Raw::new(status, &[], RawBody::Bytes(b""))
    }),
];

/// `/headers` and the like, by their path.
pub(super) const FIXED: [(&str, Raw); 9] = [
    (
        "headers",
        Raw::new(401, HEADERS, RawBody::Bytes(b"<h1>canary-headers</h1>")),
    ),
    (
        "upstream",
        Raw {
            phrase: Some("canary-phrase ORA-00942"),
            ..Raw::new(502, UPSTREAM, RawBody::Bytes(b"canary-upstream"))
        },
    ),
    ("gzip", Raw::new(500, GZIP, RawBody::Bytes(ZIPPED))),
    ("stalled", Raw::odd(500, PLAIN, Oddity::Stalls)),
    (
        "body-panics",
        Raw::odd(500, PLAIN, Oddity::PanicsWhenPolled),
    ),
    (
        "body-drop-panics",
        Raw::odd(500, PLAIN, Oddity::PanicsWhenDropped),
    ),
    ("stream", Raw::odd(200, EVENTS, Oddity::Events)),
    ("stream-fails", Raw::odd(200, EVENTS, Oddity::FailsLate)),
    ("grpc", Raw::new(200, GRPC, RawBody::Bytes(b""))),
];

const PLAIN: &[(&str, &str)] = &[("content-type", "text/plain; charset=utf-8")];
const JSON: &[(&str, &str)] = &[("content-type", "application/json")];
const HTML: &[(&str, &str)] = &[("content-type", "text/html")];
const EVENTS: &[(&str, &str)] = &[("content-type", "text/event-stream")];

/// A status of gRPC (NOT_FOUND) in a response of header fields alone.
const GRPC: &[(&str, &str)] = &[
    ("content-type", "application/grpc"),
    ("grpc-status", "5"),
    ("grpc-message", "no such shelf"),
];

const GZIP: &[(&str, &str)] = &[
    ("content-type", "text/plain; charset=utf-8"),
    ("content-encoding", "gzip"),
    ("vary", "accept-encoding"),
];

/// `canary-gzip`, compressed.
const ZIPPED: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4b, 0x4e, 0xcc, 0x4b, 0x2c, 0xaa,
    0xd4, 0x4d, 0xaf, 0xca, 0x2c, 0x00, 0x00, 0xd8, 0x21, 0x52, 0x61, 0x0b, 0x00, 0x00, 0x00,
];

/// What an upstream says to caches, of its bytes, and in the names of Manila's.
const UPSTREAM: &[(&str, &str)] = &[
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "public, max-age=600"),
    ("cdn-cache-control", "max-age=600"),
    ("cloudflare-cdn-cache-control", "max-age=600"),
    ("surrogate-control", "max-age=600"),
    ("x-accel-expires", "600"),
    ("expires", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("age", "5"),
    ("pragma", "cache"),
    ("content-md5", "Q2hlY2sgSW50ZWdyaXR5IQ=="),
    ("signature", "sig1=:Y2FuYXJ5:"),
    ("signature-input", "sig1=(\"content-digest\")"),
    ("x-error-code", "OTHER"),
    ("x-error-code", "ANOTHER"),
    ("x-should-retry", "true"),
    ("x-should-retry", "false"),
    ("x-content-type-options", "none"),
    ("x-custom", "one"),
];

/// `canary-body`, compressed.
const ZIPPED_BODY: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xff, 0x4b, 0x4e, 0xcc, 0x4b, 0x2c, 0xaa,
    0xd4, 0x4d, 0xca, 0x4f, 0xa9, 0x04, 0x00, 0x98, 0x76, 0x13, 0x80, 0x0b, 0x00, 0x00, 0x00,
];

/// Everything that an error response may come with, true of its body or not.
const HEADERS: &[(&str, &str)] = &[
    ("www-authenticate", "Basic realm=\"workbench\""),
    (
        "www-authenticate",
        "Bearer realm=\"workbench\", error=\"invalid_token\"",
    ),
    ("set-cookie", "a=1; Path=/"),
    ("set-cookie", "b=2; Path=/"),
    ("etag", "\"canary-etag\""),
    ("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
    (
        "content-disposition",
        "attachment; filename=\"canary.html\"",
    ),
    ("content-language", "en"),
    ("cache-control", "public, max-age=600"),
    ("x-custom", "one"),
    ("x-custom", "two"),
    ("content-type", "text/html"),
    ("content-length", "23"),
];
