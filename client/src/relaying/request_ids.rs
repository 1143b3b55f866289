//! What ties the requests of a chain of services together.

use manila::RequestId;
use manila::adapter::{only_id, trace_id};

/// The ids of a request that a service is serving, which the requests that it sends for it carry onwards:
/// `x-request-id`, and the fields of its trace, `traceparent` and `tracestate` (W3C Trace Context).
///
/// A handler takes them from the header of its request, in which the layer of `manila` puts the id that it has
/// accepted or made.
///
/// ```
/// use manila_client::RequestIds;
///
/// let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
/// let ids = RequestIds::of([("x-request-id", "a1b2c3"), ("traceparent", trace)]);
/// assert_eq!(ids.request_id(), Some("a1b2c3"));
/// assert_eq!(ids.traceparent(), Some(trace));
/// assert_eq!(RequestIds::of([("x-request-id", "a b")]).request_id(), None);
/// ```
///
/// The fields of the trace are sent onwards as they are, as by a service that takes no part in the trace. One
/// that does, by a layer of OpenTelemetry, has a `traceparent` of its own set by its client's layer, which is
/// kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestIds {
    request_id: Option<String>,
    traceparent: Option<String>,
    tracestate: Option<String>,
}

impl RequestIds {
    /// Takes the ids from the header of a request; a `&HeaderMap` of `http` 0.2 or 1.x is one. What is no id,
    /// or there more than once, counts as absent.
    #[must_use]
    pub fn of<N: AsRef<str>, V: AsRef<[u8]>>(headers: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut found = Fields::default();
        for (name, value) in headers {
            found.add(name.as_ref(), value.as_ref());
        }
        found.ids()
    }

    /// Returns the request's id.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the value of `traceparent`, if it is valid (W3C Trace Context §3.2).
    #[must_use]
    pub fn traceparent(&self) -> Option<&str> {
        self.traceparent.as_deref()
    }

    /// The fields of the trace, and their names.
    pub(crate) fn trace(&self) -> impl Iterator<Item = (&str, &str)> {
        let traceparent = self.traceparent.as_deref().map(|it| (TRACEPARENT, it));
        let tracestate = self.tracestate.as_deref().map(|it| (TRACESTATE, it));
        traceparent.into_iter().chain(tracestate)
    }
}

pub(crate) const TRACEPARENT: &str = "traceparent";
pub(crate) const TRACESTATE: &str = "tracestate";

/// The id alone, for a service whose `x-request-id` has another name.
///
/// ```
/// use manila_client::RequestIds;
///
/// let id = manila::RequestId::parse("a1b2c3").unwrap();
/// assert_eq!(RequestIds::from(&id).request_id(), Some("a1b2c3"));
/// ```
impl From<&RequestId> for RequestIds {
    fn from(id: &RequestId) -> Self {
        Self {
            request_id: Some(id.as_str().to_owned()),
            ..Self::default()
        }
    }
}

impl From<RequestId> for RequestIds {
    fn from(id: RequestId) -> Self {
        Self::from(&id)
    }
}

#[cfg(feature = "http-1")]
impl From<&http::HeaderMap> for RequestIds {
    fn from(headers: &http::HeaderMap) -> Self {
        Self::of(headers)
    }
}

#[cfg(feature = "awc-3")]
impl From<&awc::http::header::HeaderMap> for RequestIds {
    fn from(headers: &awc::http::header::HeaderMap) -> Self {
        Self::of(headers)
    }
}

/// The fields as they were sent.
#[derive(Default)]
struct Fields {
    request_id: Vec<String>,
    traceparent: Vec<String>,
    tracestate: Vec<String>,
}

impl Fields {
    fn add(&mut self, name: &str, value: &[u8]) {
        let values = match () {
            () if name.eq_ignore_ascii_case("x-request-id") => &mut self.request_id,
            () if name.eq_ignore_ascii_case(TRACEPARENT) => &mut self.traceparent,
            () if name.eq_ignore_ascii_case(TRACESTATE) => &mut self.tracestate,
            () => return,
        };
        // A value that is no text must not be left out: beside another one it makes both worthless.
        let is_visible = value.iter().all(|byte| matches!(byte, b' '..=b'~'));
        let text = std::str::from_utf8(value).ok().filter(|_| is_visible);
        values.push(text.unwrap_or_default().to_owned());
    }

    fn ids(self) -> RequestIds {
        let only = |mut values: Vec<String>| values.pop().filter(|_| values.is_empty());
        let traceparent = only(self.traceparent).filter(|value| trace_id(value).is_some());
        // A list, which may be in several fields (§3.3.1); without a `traceparent` it means nothing.
        let tracestate = self.tracestate.join(",");
        let has_state = traceparent.is_some() && !tracestate.is_empty();
        RequestIds {
            request_id: only_id(self.request_id),
            tracestate: has_state.then_some(tracestate),
            traceparent,
        }
    }
}
