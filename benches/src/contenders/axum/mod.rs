//! A request through a service of axum's, bare and within what gives its errors an envelope.

pub(crate) mod by_hand;
mod guard;
mod limit;
pub(crate) mod manilas;
pub(crate) mod routes;
mod works;

pub(super) use self::works::works;
