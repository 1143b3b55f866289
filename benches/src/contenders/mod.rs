//! The groups of works, each with everyone who does them.

pub(crate) mod actix;
mod answers;
pub(crate) mod axum;
mod catalog;
mod decoding;
mod errors;
mod execute;
mod ids;
mod least;
mod render;
mod service;
mod tower;

use crate::work::Work;

/// Every work that is measured.
pub(crate) fn works() -> Vec<Work> {
    [
        render::works(),
        axum::works(),
        tower::works(),
        actix::works(),
        ids::works(),
        decoding::works(),
        catalog::works(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
