//! A request through a service of actix-web's, bare and within what gives its errors an envelope.

pub(crate) mod by_hand;
mod contender;
mod limit;
pub(crate) mod routes;
mod works;

pub(super) use self::works::works;
