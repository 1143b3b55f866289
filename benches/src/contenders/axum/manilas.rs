//! The service within Manila's envelope.

use axum::Router;
use manila::ErrorReport;
use manila_axum::{App, EnvelopeLayer, Envelopes, RouterExt as _};

use super::routes::router;
use crate::contenders::errors::PlanError;

/// Around the finished router.
pub(crate) fn app() -> App {
    router(|| PlanError::PlanLimitExceeded).with_envelope(envelopes())
}

/// Around the finished router, with somebody who is told of its errors.
pub(super) fn observed() -> App {
    router(|| PlanError::PlanLimitExceeded).with_envelope(told(envelopes()))
}

/// As the router's last layer, as the quickstart shows.
pub(super) fn layered() -> Router {
    router(|| PlanError::PlanLimitExceeded).layer(EnvelopeLayer::new(envelopes()))
}

/// The same, with somebody who is told of its errors.
pub(super) fn layered_observed() -> Router {
    router(|| PlanError::PlanLimitExceeded).layer(EnvelopeLayer::new(told(envelopes())))
}

fn told(envelopes: Envelopes) -> Envelopes {
    envelopes.observe(|_: &ErrorReport<'_>| ())
}

fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(PlanError::CATALOG)
}
