//! The catalogs that contracts are made of.

use manila::{Catalog, Envelopes, Style};
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};

manila::catalog! {
    /// Codes with everything that a catalog can say of one.
    pub enum Atlas = "tests/it/atlas.toml"
}

/// Codes that are no names of components.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "signs", case = "any")]
#[expect(dead_code, reason = "codes are read from the catalog")]
pub(crate) enum Signs {
    #[error("This is no email address.")]
    #[error_code(status = 422, code = "auth/invalid-email")]
    InvalidEmail,
    #[error("Another node leads.")]
    #[error_code(status = 421, code = "KV:Region:NotLeader", number = 7)]
    NotLeader,
    #[error("Another node leads the region.")]
    #[error_code(status = 421, code = "kv.region.notLeader2", number = 8)]
    NotLeader2,
}

/// Codes that others have as well.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "twin", case = "SCREAMING_SNAKE_CASE")]
#[expect(dead_code, reason = "codes are read from the catalog")]
pub(crate) enum Twin {
    #[error("There is no such twin.")]
    #[error_code(status = 404)]
    NotFound,
    #[error("It is gone.")]
    #[error_code(status = 410)]
    Gone,
}

/// A catalog of no codes.
pub(crate) fn empty() -> &'static Catalog {
    #[derive(Debug, manila::ErrorCode)]
    #[error_code(catalog = "empty")]
    enum Empty {}
    Empty::CATALOG
}

pub(crate) fn all() -> [&'static Catalog; 8] {
    [
        Codelibra::CATALOG,
        Cpi::CATALOG,
        Credicorp::CATALOG,
        Mxcep::CATALOG,
        Vibehost::CATALOG,
        Atlas::CATALOG,
        Signs::CATALOG,
        Twin::CATALOG,
    ]
}

/// A few of them, for what takes its time: of names, of numbers, of both, and of none.
pub(crate) fn few() -> [&'static Catalog; 4] {
    [Atlas::CATALOG, Cpi::CATALOG, Signs::CATALOG, empty()]
}

/// The styles, each with its name.
pub(crate) fn styles() -> [(&'static str, Style); 4] {
    [
        ("ok-error", Style::ok_error()),
        ("json-api", Style::json_api()),
        ("code-data", Style::code_data()),
        ("problem", Style::problem()),
    ]
}

/// The settings of a service.
pub(crate) fn envelopes(style: Style, catalog: &'static Catalog) -> Envelopes {
    Envelopes::new(style).catalog(catalog)
}
