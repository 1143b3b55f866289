//! What a probe is asked to do.

use std::net::SocketAddr;
use std::time::Duration;

use crate::oracle::Style;
use crate::routes::Routes;
use crate::wire::Protocol;

/// What a probe is asked to do.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) address: SocketAddr,
    pub(super) authority: String,
    /// The path before every other, without a slash at its end.
    pub(super) base: String,
    pub(super) paths: Vec<String>,
    /// Operations, as texts.
    pub(super) routes: Vec<String>,
    /// Operations that were read from a document.
    pub(super) documents: Vec<Routes>,
    /// Whether operations that may change something are carried out.
    pub(super) may_change: bool,
    pub(super) style: Option<Style>,
    /// Paths with a style of their own.
    pub(super) styles: Vec<(String, Style)>,
    /// The codes that errors may have; whatever they like if there are none.
    pub(super) codes: Vec<String>,
    pub(super) exempt_paths: Vec<String>,
    pub(super) exempt_statuses: Vec<u16>,
    /// The header field of the request id, in lower case.
    pub(super) request_id: String,
    /// The characters that an id may have beside the usual ones.
    pub(super) id_characters: String,
    pub(super) protocols: Vec<Protocol>,
    pub(super) canaries: Vec<String>,
    pub(super) skipped: Vec<String>,
    pub(super) skipped_rules: Vec<String>,
    /// Whether what the server or outer middleware does is a violation.
    pub(super) is_strict: bool,
    pub(super) timeout: Duration,
    pub(super) may_be_remote: bool,
}

impl Settings {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            authority: address.to_string(),
            base: String::new(),
            paths: Vec::new(),
            routes: Vec::new(),
            documents: Vec::new(),
            may_change: false,
            style: None,
            styles: Vec::new(),
            codes: Vec::new(),
            exempt_paths: Vec::new(),
            exempt_statuses: Vec::new(),
            request_id: "x-request-id".into(),
            id_characters: String::new(),
            protocols: Protocol::ALL.into(),
            canaries: Vec::new(),
            skipped: Vec::new(),
            skipped_rules: Vec::new(),
            is_strict: false,
            timeout: Duration::from_secs(10),
            may_be_remote: false,
        }
    }
}
