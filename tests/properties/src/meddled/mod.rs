//! An adversarial middleware on either side of the layer.
//!
//! Whatever a response says of itself is in its extensions, which middleware keeps while it changes
//! the body, the status or the fields. So something makes a response (a fault, a success, foreign
//! code, an inner layer), middleware changes one thing or two of it, the layer sees it, and other
//! middleware changes what has left. A statement is believed only while it is true of the response.

#[cfg(feature = "actix")]
mod actix;
#[cfg(feature = "axum")]
mod axum;
mod body;
mod case;
mod change;
mod framework;
mod http;
mod judge;
mod made;
mod model;
mod source;
mod tower;

pub use self::case::Case;

/// Asserts what holds for every response, on every adapter.
///
/// # Panics
///
/// If something does not hold.
pub fn check(case: &Case) {
    judge::check::<tower::Tower>(case);
    #[cfg(feature = "axum")]
    judge::check::<axum::Axum>(case);
    #[cfg(feature = "actix")]
    judge::check::<actix::Actix>(case);
}
