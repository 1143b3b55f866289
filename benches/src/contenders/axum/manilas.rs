//! The service within Manila's envelope.

use manila_axum::{App, Envelopes, RouterExt as _};

use super::routes::router;
use crate::contenders::errors::PlanError;

pub(crate) fn app() -> App {
    router(|| PlanError::PlanLimitExceeded)
        .with_envelope(Envelopes::ok_error().catalog(PlanError::CATALOG))
}
