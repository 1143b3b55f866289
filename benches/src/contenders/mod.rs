//! The groups of works, each with everyone who does them.

mod axum;
mod errors;
mod execute;
mod render;

use crate::work::Work;

/// Every work that is measured.
pub(crate) fn works() -> Vec<Work> {
    let mut works = render::works();
    works.extend(axum::works());
    works
}
