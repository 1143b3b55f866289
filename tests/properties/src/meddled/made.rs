//! A response, as no framework has it.

use manila::adapter::Carrier;

use super::body::AnyBody;
use crate::expected::Fields;

/// A response between what makes it and the client.
pub(super) struct Made {
    pub(super) status: u16,
    pub(super) fields: Fields,
    /// What it says of itself.
    pub(super) carrier: Option<Carrier>,
    pub(super) has_phrase: bool,
    pub(super) is_old_version: bool,
    pub(super) body: AnyBody,
}

/// The phrase that middleware gives.
pub(super) const PHRASE: &str = "canary-phrase";
