//! A check for tests: a request is refused with this code.

#[cfg(feature = "actix")]
mod actix;
mod assert;
mod callable;
mod expected;
#[cfg(feature = "tower")]
mod tower;

pub use self::{
    assert::{assert_code, assert_code_of, assert_code_with},
    callable::Callable,
};
