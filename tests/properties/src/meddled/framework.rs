//! What the adapters have in common here.

use super::made::Made;
use crate::expected::Fields;
use crate::settings::Settings;

/// What a service is asked.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) is_head: bool,
    pub(super) fields: Fields,
}

/// A service that answers once.
pub(super) type Inner<'a> = Box<dyn FnOnce(Asked) -> Made + 'a>;

/// An adapter.
pub(super) trait Framework {
    /// Its name, for whoever reads of a failure.
    const NAME: &'static str;

    /// What leaves its layer, around a service.
    fn through(settings: &Settings, asked: &Asked, inner: Inner<'_>) -> Made;
}
