//! A request through a service of axum's, bare and within what gives its errors an envelope.

mod by_hand;
mod limit;
mod manilas;
mod routes;
mod works;

pub(super) use self::works::works;
