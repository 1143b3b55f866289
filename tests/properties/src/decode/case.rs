//! A response, and what has become of it.

use arbitrary::Arbitrary;

use super::damage::Damage;
use crate::expected::Fields;
use crate::fault::{AnyStatus, FaultCase};
use crate::settings::Settings;
use crate::text::Text;

/// The id of every request.
pub(super) const ID: &str = "a1b2c3";

/// A response, and what has become of it on its way.
#[derive(Debug, Clone, Arbitrary)]
pub struct Case {
    pub(super) settings: Settings,
    pub(super) fault: FaultCase,
    pub(super) damage: Damage,
    /// The status that a gateway has made of it.
    pub(super) status: Option<AnyStatus>,
    pub(super) limit: Option<u16>,
    pub(super) has_catalog: bool,
    pub(super) headers: Vec<(Text, Vec<u8>)>,
}

/// The header fields as pairs.
pub(super) fn pairs(fields: &Fields) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    fields.0.iter().map(|(name, value)| (name, value))
}
