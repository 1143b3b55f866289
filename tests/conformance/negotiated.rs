//! What of a response another form or another language leaves as it is.

use std::collections::BTreeMap;

use manila_client::{RemoteError, decode};
use manila_examples::workbench::Style;
use manila_probe::oracle::Event;
use manila_probe::wire::Response;

use crate::logs::events_of;
use crate::servers::Cell;

/// Every framework in every style of the library's.
pub(crate) fn cells() -> impl Iterator<Item = Cell> {
    Cell::all().filter(|cell| cell.style != Style::Acme)
}

/// What a client reads.
pub(crate) fn remote(response: &Response) -> RemoteError {
    let headers = response.headers.iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.as_str()));
    decode(response.status, headers, &response.body)
}

/// Header fields but for those that say of this exchange, and of these names.
pub(crate) fn head(response: &Response, negotiated: &[&str]) -> Vec<(String, String)> {
    const OWN: [&str; 4] = [
        "content-length",
        "date",
        "x-request-id",
        "transfer-encoding",
    ];
    let headers = response.headers.iter();
    let mut headers: Vec<_> = headers
        .filter(|(name, _)| !OWN.contains(&&**name) && !negotiated.contains(&&**name))
        .cloned()
        .collect();
    headers.sort();
    headers
}

/// Whether `vary` names a field of requests, once.
pub(crate) fn varies(response: &Response, field: &str) -> bool {
    let members = response.values("vary").flat_map(|value| value.split(','));
    members
        .filter(|member| member.trim().eq_ignore_ascii_case(field))
        .count()
        == 1
}

/// What the log was told, but for the id.
pub(crate) fn told(response: &Response) -> Vec<BTreeMap<&'static str, String>> {
    let events = events_of(response.only("x-request-id").unwrap()).into_iter();
    events
        .map(|event| {
            event
                .into_iter()
                .filter(|(name, _)| *name != Event::REQUEST_ID)
                .collect()
        })
        .collect()
}
