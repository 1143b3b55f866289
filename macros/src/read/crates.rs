//! The crates that attributes name.

use syn::Attribute;

use super::owner::owner_of;
use super::type_attrs::TypeAttrs;
use crate::ast::Crates;
use crate::attr::Settings;
use crate::errors::Errors;

/// The crates that the type's attributes name.
pub(crate) fn read_crates(attributes: &[Attribute], errors: &mut Errors) -> Crates {
    crates_of(&mut Settings::read(attributes, errors), errors)
}

/// The crates that the attributes of `catalog!` name; everything else is in its file.
#[cfg(feature = "catalog")]
pub(crate) fn read_crates_alone(attributes: &[Attribute], errors: &mut Errors) -> Crates {
    let mut settings = Settings::read(attributes, errors);
    let crates = crates_of(&mut settings, errors);
    for setting in settings.iter() {
        let name = setting.name();
        let is_known = TypeAttrs::KEYS.iter().any(|(key, _)| *key == name);
        if is_known && !name.ends_with("crate") {
            let message = format!("`{name}` is not allowed here: set it in the catalog's file");
            errors.push(setting.name_span(), message);
        }
    }
    crates
}

fn crates_of(settings: &mut Settings, errors: &mut Errors) -> Crates {
    let mut attrs = TypeAttrs::of("");
    settings.apply(TypeAttrs::KEYS, owner_of, &mut attrs, errors);
    attrs.crates
}
