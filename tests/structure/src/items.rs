//! What items of every sort have.

use syn::{Attribute, Ident, Item, Visibility};

use crate::calls::may_define;

/// The attributes of an item.
pub(crate) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name of an item; none for what has none of its own, as a block or the call of a macro.
pub(crate) fn name_of(item: &Item) -> Option<String> {
    named(item).map(|(name, _)| name.to_string())
}

/// Whether everybody can see an item who can see its module.
pub(crate) fn is_public(item: &Item) -> bool {
    match item {
        Item::Macro(item) if item.ident.is_none() => may_define(item),
        Item::Macro(item) => item
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("macro_export")),
        item => named(item).is_some_and(|(_, seen)| matches!(seen, Visibility::Public(_))),
    }
}

fn named(item: &Item) -> Option<(&Ident, &Visibility)> {
    Some(match item {
        Item::Const(item) => (&item.ident, &item.vis),
        Item::Enum(item) => (&item.ident, &item.vis),
        Item::Fn(item) => (&item.sig.ident, &item.vis),
        Item::Macro(item) => (item.ident.as_ref()?, &Visibility::Inherited),
        Item::Static(item) => (&item.ident, &item.vis),
        Item::Struct(item) => (&item.ident, &item.vis),
        Item::Trait(item) => (&item.ident, &item.vis),
        Item::Type(item) => (&item.ident, &item.vis),
        Item::Union(item) => (&item.ident, &item.vis),
        _ => return None,
    })
}
