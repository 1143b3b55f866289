//! What axum's users put beside it.

mod extra;
mod metrics;
mod openapi;
mod servers;
mod sessions;

/// The service of a router in both placements.
macro_rules! placed {
    ($router:expr) => {{
        use manila_axum::{EnvelopeLayer, RouterExt as _};
        use manila_ecosystem::{Server, envelopes};

        let router = $router;
        [
            Server::of(router.clone().layer(EnvelopeLayer::new(envelopes()))).await,
            Server::of(router.with_envelope(envelopes())).await,
        ]
    }};
}
pub(crate) use placed;
