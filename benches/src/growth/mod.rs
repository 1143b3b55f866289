//! How costs grow with what is worked on.

mod catalogs;
mod chart;
mod rendering;
mod series;
mod stacked;

pub(crate) use self::{catalogs::file as catalog_file, chart::chart, series::Series};

/// Everything whose growth is measured.
pub(crate) fn series() -> Vec<Series> {
    vec![
        rendering::violations(),
        rendering::bounded_violations(),
        rendering::details(),
        catalogs::reading(),
        catalogs::looking_up(),
        stacked::layers(),
    ]
}
