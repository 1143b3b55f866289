//! tower-http and tower, inside and outside of the envelope; a proxy.

mod bodies;
mod inside;
mod outside;
mod proxy;

/// The service in both placements, each with these layers, innermost first: inside of the envelope, and
/// outside of it.
macro_rules! placed {
    (inside $($inside:expr),*; outside $($outside:expr),*) => {{
        use manila_axum::{EnvelopeLayer, RouterExt as _};
        use manila_ecosystem::{Server, envelopes, router};

        let layered = router()$(.layer($inside))*
            .layer(EnvelopeLayer::new(envelopes()))
            $(.layer($outside))*;
        let wrapped = router()$(.layer($inside))*
            .with_envelope(envelopes())
            $(.layer($outside))*;
        [Server::of(layered).await, Server::of(wrapped).await]
    }};
}
pub(crate) use placed;
