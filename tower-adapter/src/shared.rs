//! What every request of a layer needs to know.

use manila::Envelopes;
use manila::adapter::Responder;

use crate::head::ReadyHead;
use crate::id::Ids;

/// What every request of a layer needs to know.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) responder: Responder<ReadyHead>,
    pub(crate) ids: Ids,
}

impl Shared {
    pub(crate) fn new(envelopes: Envelopes) -> Self {
        Self {
            ids: Ids::of(envelopes.id_policy().clone()),
            responder: Responder::new(envelopes),
        }
    }
}
