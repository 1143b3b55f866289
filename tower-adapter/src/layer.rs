//! The layer.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use manila::Envelopes;
use tower_layer::Layer;

use crate::body::AnyBody;
use crate::service::EnvelopeService;
use crate::shared::Shared;

/// Gives every error response of the service inside one envelope and a request id.
///
/// It belongs around the finished service: what stands inside is covered, what stands outside is
/// not. CORS belongs outside, so that it reaches the envelope of a panic too. See the [crate's
/// documentation](crate) for an example.
///
/// `M` says what [bodies](crate::MakeBody) leave.
pub struct EnvelopeLayer<M = AnyBody> {
    shared: Arc<Shared>,
    bodies: PhantomData<fn() -> M>,
}

impl EnvelopeLayer {
    /// Creates a layer that writes errors in this way, around services with any body.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::EnvelopeLayer;
    ///
    /// let layer = EnvelopeLayer::new(Envelopes::problem());
    /// assert!(format!("{layer:?}").contains("application/problem+json"));
    /// ```
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self::with_bodies(envelopes)
    }
}

impl<M> EnvelopeLayer<M> {
    /// Creates a layer that writes errors in this way, whose bodies `M` makes.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila_tower::{AnyBody, EnvelopeLayer};
    ///
    /// let layer = EnvelopeLayer::<AnyBody>::with_bodies(Envelopes::problem());
    /// assert!(format!("{layer:?}").contains("application/problem+json"));
    /// ```
    #[must_use]
    pub fn with_bodies(envelopes: Envelopes) -> Self {
        Self {
            shared: Arc::new(Shared::new(envelopes)),
            bodies: PhantomData,
        }
    }
}

impl Default for EnvelopeLayer {
    fn default() -> Self {
        Self::new(Envelopes::default())
    }
}

impl<S, M> Layer<S> for EnvelopeLayer<M> {
    type Service = EnvelopeService<S, M>;

    fn layer(&self, inner: S) -> EnvelopeService<S, M> {
        EnvelopeService::of(inner, Arc::clone(&self.shared))
    }
}

impl<M> Clone for EnvelopeLayer<M> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            bodies: PhantomData,
        }
    }
}

impl<M> fmt::Debug for EnvelopeLayer<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnvelopeLayer")
            .field("responder", &self.shared.responder)
            .finish_non_exhaustive()
    }
}
