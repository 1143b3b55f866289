//! A request through a service of actix-web's, bare and within what gives its errors an envelope.

mod by_hand;
mod contender;
mod limit;
mod routes;
mod works;

pub(super) use self::works::works;
