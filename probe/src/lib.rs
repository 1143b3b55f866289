//! Provokes every error of a running service over a raw socket and judges the answers.
//!
//! Nothing that judges shares code with the libraries that make the answers: requests are written byte by
//! byte, and a response is read strictly, so that what a lenient client forgives is found. The
//! service may be written in any language.
//!
//! - [`Probe`] goes through a table of [provocations](provoke) and gives a [`Report`].
//! - [`oracle::Oracle`] judges one response, for tests that send requests of their own with
//!   [`wire::send`].
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(feature = "tower", feature = "actix"))]
mod coded;
#[cfg(any(feature = "tower", feature = "actix"))]
mod enveloped;
mod probe;
mod report;
mod routes;

pub mod oracle;
pub mod provoke;
pub mod wire;

#[cfg(any(feature = "tower", feature = "actix"))]
pub use self::coded::{Callable, assert_code, assert_code_of, assert_code_with};
#[cfg(feature = "actix")]
pub use self::enveloped::Actix;
#[cfg(feature = "tower")]
pub use self::enveloped::Tower;
#[cfg(any(feature = "tower", feature = "actix"))]
pub use self::enveloped::{Subject, assert_enveloped, assert_enveloped_with};
pub use self::{
    probe::Probe,
    report::{Outsider, Report, Row, Verdict},
    routes::{InvalidRoutes, Routes},
};
