//! What catalogs were before.

#[cfg(feature = "changes")]
mod compared;
#[cfg(feature = "changes")]
mod release;

#[cfg(feature = "changes")]
pub use self::release::Release;
#[cfg(feature = "changes")]
pub(crate) use self::release::{read, read_date};

/// The older exports of a reference's catalogs, and when the newest version came out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Releases {
    #[cfg(feature = "changes")]
    pub(crate) older: Vec<Release>,
    #[cfg(feature = "changes")]
    pub(crate) date: Option<String>,
}

/// What changed with one version.
#[derive(Debug)]
pub(crate) struct Step {
    /// What the version is called, if that is known.
    pub(crate) version: Option<String>,
    /// The day it came out, as RFC 3339 has dates.
    pub(crate) date: Option<String>,
    /// The version before.
    pub(crate) since: String,
    pub(crate) changes: Vec<Told>,
}

/// One change.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) is_breaking: bool,
    pub(crate) code: Option<String>,
    pub(crate) message: String,
    pub(crate) why: &'static str,
}

#[cfg(not(feature = "changes"))]
impl Releases {
    #[expect(clippy::unused_self, reason = "the feature has a use for it")]
    pub(crate) fn steps_of(
        &self,
        _catalog: &'static manila::Catalog,
        _version: Option<&str>,
        _is_for_operators: bool,
    ) -> Vec<Step> {
        Vec::new()
    }
}
