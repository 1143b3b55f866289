//! A check for tests: every error of an app is sent in its envelope.

#[cfg(feature = "actix")]
mod actix;
mod assert;
mod subject;
#[cfg(feature = "tower")]
mod tower;
mod uncovered;

#[cfg(feature = "actix")]
pub use self::actix::Actix;
#[cfg(feature = "tower")]
pub use self::tower::Tower;
pub use self::{
    assert::{assert_enveloped, assert_enveloped_with},
    subject::Subject,
};
