//! The service within Manila's envelope.

use axum::Router;
use manila_axum::{App, EnvelopeLayer, Envelopes, RouterExt as _};

use super::routes::router;
use crate::contenders::errors::PlanError;

/// Around the finished router.
pub(crate) fn app() -> App {
    router(|| PlanError::PlanLimitExceeded).with_envelope(envelopes())
}

/// As the router's last layer, as the quickstart shows.
pub(super) fn layered() -> Router {
    router(|| PlanError::PlanLimitExceeded).layer(EnvelopeLayer::new(envelopes()))
}

fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(PlanError::CATALOG)
}
