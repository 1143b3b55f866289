//! The layer and what it shares with its services.

use std::sync::Arc;

use manila::Envelopes;
use tower_layer::Layer;

use crate::answer::Prepared;
use crate::id::Ids;
use crate::service::EnvelopeService;

/// Gives every error response of the service inside one envelope and a request id.
///
/// It belongs around the finished service: what stands inside is covered, what stands outside is
/// not. CORS belongs outside, so that it reaches the envelope of a panic too. See the [crate's
/// documentation](crate) for an example.
#[derive(Debug, Clone)]
pub struct EnvelopeLayer {
    shared: Arc<Shared>,
}

/// What every request needs to know.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) envelopes: Envelopes,
    pub(crate) ids: Ids,
    pub(crate) prepared: Prepared,
}

impl Shared {
    pub(crate) fn new(envelopes: Envelopes) -> Self {
        Self {
            ids: Ids::of(&envelopes),
            prepared: Prepared::new(&envelopes),
            envelopes,
        }
    }
}

impl EnvelopeLayer {
    /// A layer that writes errors in this way.
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self {
            shared: Arc::new(Shared::new(envelopes)),
        }
    }
}

impl Default for EnvelopeLayer {
    fn default() -> Self {
        Self::new(Envelopes::default())
    }
}

impl<S> Layer<S> for EnvelopeLayer {
    type Service = EnvelopeService<S>;

    fn layer(&self, inner: S) -> EnvelopeService<S> {
        EnvelopeService::of(inner, Arc::clone(&self.shared))
    }
}
