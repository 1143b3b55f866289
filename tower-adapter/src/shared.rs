//! The parts of a layer that all its requests share: what is compiled of the settings, once.

use manila::Envelopes;
use manila::adapter::Responder;

use crate::head::ReadyHead;
use crate::id::Ids;

/// The responder and the ids of a layer.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) responder: Responder<ReadyHead>,
    pub(crate) ids: Ids,
    /// Whether a router further out adds the methods of the route to a 405.
    pub(crate) is_inside_router: bool,
}

impl Shared {
    pub(crate) fn new(envelopes: Envelopes) -> Self {
        Self {
            ids: Ids::of(envelopes.id_policy().clone()),
            responder: Responder::new(envelopes),
            is_inside_router: false,
        }
    }
}
