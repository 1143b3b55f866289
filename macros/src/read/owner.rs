//! Which attributes belong to a type, to a variant and to a field.

use super::field_attrs::FieldAttrs;
use super::type_attrs::TypeAttrs;
use super::variant_attrs::VariantAttrs;

/// What an attribute belongs to, in words.
pub(super) fn owner_of(name: &str) -> Option<&'static str> {
    if TypeAttrs::KEYS.iter().any(|(key, _)| *key == name) {
        Some("type")
    } else if VariantAttrs::KEYS.iter().any(|(key, _)| *key == name) {
        Some("variant")
    } else if FieldAttrs::KEYS.iter().any(|(key, _)| *key == name) {
        Some("field")
    } else {
        None
    }
}
