//! What answers instead of the service: the HTTP server, and middleware around the envelope.

use super::settings::Settings;
use crate::oracle::Style;
use crate::provoke::{Answer, Attempt, HEAD_UNKNOWN, PIPELINED_HEAD, PREFLIGHT, UNKNOWN};
use crate::report::Outsider;
use crate::wire::Protocol;

/// The statuses with which HTTP servers refuse a request by themselves.
const OF_SERVERS: [u16; 6] = [400, 414, 417, 431, 501, 505];

/// Tells answers of others from the service's.
pub(super) struct Outside<'a> {
    request_id: &'a str,
    /// The protocols in which the service's own 404 is an envelope, with an id.
    covered: Vec<Protocol>,
    /// The protocols in which HEAD is answered as it should be when it comes alone.
    heads: Vec<Protocol>,
}

impl<'a> Outside<'a> {
    pub(super) fn of(settings: &'a Settings, attempts: &[Attempt]) -> Self {
        let request_id = &*settings.request_id;
        let named = |name: &'static str| {
            let attempts = attempts.iter();
            attempts.filter(move |attempt| attempt.provocation.name == name)
        };
        let covered = named(UNKNOWN).filter(|attempt| {
            let response = attempt.outcome.as_ref();
            response.is_ok_and(|it| it.has(request_id) && Style::of(it).is_some())
        });
        let heads = named(HEAD_UNKNOWN).filter(|attempt| {
            let response = attempt.outcome.as_ref();
            response.is_ok_and(|it| it.body.is_empty())
        });
        Self {
            request_id,
            covered: covered.map(|attempt| attempt.protocol).collect(),
            heads: heads.map(|attempt| attempt.protocol).collect(),
        }
    }

    /// Who has answered instead of the service.
    pub(super) fn who(&self, attempt: &Attempt) -> Option<Outsider> {
        let Ok(response) = &attempt.outcome else {
            return self.who_failed(attempt);
        };
        let provocation = attempt.provocation;
        // The layer gives everything that passes it an id.
        let is_without_id = response.status >= 400 && !response.has(self.request_id);
        let is_covered = self.covered.contains(&attempt.protocol);
        if provocation.name == PREFLIGHT && is_without_id && is_covered {
            return Some(Outsider::Cors);
        }
        let is_bare = response.body.is_empty() && !response.has(self.request_id);
        let is_of_server = match provocation.answer {
            Answer::OfServer => true,
            Answer::OfServiceOrServer => is_bare && OF_SERVERS.contains(&response.status),
            Answer::Error | Answer::Any => false,
        };
        is_of_server.then_some(Outsider::Server)
    }

    fn who_failed(&self, attempt: &Attempt) -> Option<Outsider> {
        let provocation = attempt.provocation;
        if provocation.answer == Answer::OfServer {
            return Some(Outsider::Server);
        }
        // The service answers HEAD rightly, so that the framing among other answers is the server's.
        let is_framing =
            provocation.name == PIPELINED_HEAD && self.heads.contains(&attempt.protocol);
        is_framing.then_some(Outsider::Framing)
    }
}
