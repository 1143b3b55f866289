//! The fields of a request that relays ids.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::relaying::{RelayTo, RequestIds};

/// Puts the fields on a request to a host, but for those that it has.
pub(super) fn relay(
    headers: &mut HeaderMap,
    relay_to: &RelayTo,
    ids: &RequestIds,
    host: &str,
    port: Option<u16>,
) {
    for (name, value) in relay_to.fields(ids, host, port) {
        if let Ok(name) = HeaderName::try_from(name)
            && let Ok(value) = HeaderValue::try_from(value)
        {
            headers.entry(name).or_insert(value);
        }
    }
}
