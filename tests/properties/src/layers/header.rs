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
const OF_THE_BODY: [&str; 14] = [
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
    "accept-ranges",
];

/// What says how long a foreign body may be kept.
const OF_CACHES: [&str; 3] = ["cache-control", "expires", "age"];

/// Takes away what goes with the old body, and what the service drops.
pub(super) fn strip(fields: &mut Fields, settings: &Settings, status: u16, is_foreign: bool) {
    let is_named = |field: Option<PolicyField>, name: &str| field.is_some_and(|of| of.0 == name);
    fields.0.retain(|(name, _)| {
        let name = name.as_str();
        let is_dropped = (OF_THE_BODY.contains(&name)
            && !(name == "content-range" && status == 416))
            || (is_foreign && OF_CACHES.contains(&name));
        !is_named(settings.policy.drops, name)
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
