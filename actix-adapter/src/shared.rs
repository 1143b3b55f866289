//! The parts of a middleware that all its requests share: what is compiled of the settings, once.

use manila::Envelopes;
use manila::adapter::Responder;

use crate::asked::Notes;
use crate::head::ReadyHead;
use crate::id::Ids;

/// The responder and the ids of a middleware.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) responder: Responder<ReadyHead>,
    pub(crate) ids: Ids,
    pub(crate) notes: Notes,
}

impl Shared {
    pub(crate) fn new(envelopes: Envelopes) -> Self {
        Self {
            ids: Ids::of(envelopes.id_policy()),
            responder: Responder::new(envelopes),
            notes: Notes::default(),
        }
    }
}
