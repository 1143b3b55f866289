//! Which header fields survive, and which id stands on a response.

use super::case::RequestCase;
use super::reply::sendable;
use crate::expected::Fields;
use crate::ids::made_id;
use crate::settings::{PolicyField, Settings};
use crate::text::is_id;

/// Stands for an id that nobody knows beforehand. No header can hold it.
pub(super) const FRESH: &[u8] = b"\0fresh";

/// A request on its way in.
pub(super) struct Asking<'a> {
    request: &'a RequestCase,
    /// The fields that hold ids.
    pub(super) fields: Fields,
}

impl<'a> Asking<'a> {
    /// The request of a case, whose ids stand where this service looks for them.
    pub(super) fn new(request: &'a RequestCase, settings: &Settings) -> Self {
        let mut fields = Fields::default();
        for id in &request.ids {
            fields.add(settings.id_header(), sendable(id.0.clone()));
        }
        Self { request, fields }
    }

    /// The id that a layer takes or makes, which stands on the request from then on.
    pub(super) fn take(&mut self, settings: &Settings) -> Vec<u8> {
        let header = settings.id_header();
        if let Some(id) = only(self.fields.all(header))
            && !settings.ids.distrusts
        {
            return id.to_vec();
        }
        let id = made_id(settings, self.request.traceparent()).map_or(FRESH, str::as_bytes);
        self.fields.put(header, id);
        id.to_vec()
    }
}

/// What describes a body that is gone.
const OF_THE_BODY: [&str; 17] = [
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-range",
    "content-disposition",
    "content-language",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "content-md5",
    "signature",
    "signature-input",
    "accept-ranges",
];

/// What says how long a body may be kept.
const OF_CACHES: [&str; 8] = [
    "cache-control",
    "expires",
    "age",
    "pragma",
    "cdn-cache-control",
    "cloudflare-cdn-cache-control",
    "surrogate-control",
    "x-accel-expires",
];

/// What nobody but the envelope says.
const OF_MANILA: [&str; 3] = ["x-error-code", "x-should-retry", "x-content-type-options"];

/// What a foreign 5xx keeps in any case, of the names that the properties know.
const FOR_CLIENTS: [&str; 13] = [
    "allow",
    "www-authenticate",
    "proxy-authenticate",
    "retry-after",
    "set-cookie",
    "access-control-allow-origin",
    "access-control-expose-headers",
    "vary",
    "link",
    "upgrade",
    "ratelimit-policy",
    "strict-transport-security",
    "content-security-policy",
];

/// Takes away what goes with the old body, what steers caches, what is Manila's, and what the service
/// drops or hides.
pub(super) fn strip(fields: &mut Fields, settings: &Settings, status: u16, is_foreign: bool) {
    let is_named = |field: Option<PolicyField>, name: &str| field.is_some_and(|of| of.0 == name);
    let hides = settings.policy.hides_headers && is_foreign && !(400..500).contains(&status);
    let is_hidden = |name: &str| {
        let is_known = FOR_CLIENTS.contains(&name) || name == "traceresponse";
        hides && !is_known && name != settings.id_header()
    };
    fields.0.retain(|(name, _)| {
        let name = name.as_str();
        let is_dropped = (OF_THE_BODY.contains(&name)
            && !(name == "content-range" && status == 416))
            || OF_CACHES.contains(&name)
            || is_hidden(name);
        !OF_MANILA.contains(&name)
            && !is_named(settings.policy.drops, name)
            && (!is_dropped || is_named(settings.policy.keeps, name))
    });
}

/// Puts an id on a response, unless it has one that fits.
pub(super) fn put(fields: &mut Fields, settings: &Settings, id: Vec<u8>) {
    let header = settings.id_header();
    if only(fields.all(header)).is_none() {
        fields.put(header, id);
    }
}

/// The only id, if it fits.
fn only<'a>(mut ids: impl Iterator<Item = &'a [u8]>) -> Option<&'a [u8]> {
    let only = ids.next().filter(|id| *id == FRESH || is_id(id))?;
    ids.next().is_none().then_some(only)
}
