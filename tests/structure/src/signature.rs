//! Items as one line each.

use syn::{
    Field, Fields, FnArg, Generics, ImplItem, Item, ItemImpl, Pat, Signature, TraitItem, Variant,
    Visibility,
};

use crate::items::attributes;
use crate::tokens::{interface, text};

/// The line of an item, without what it contains; none for what has no interface of its own.
pub(crate) fn signature(item: &Item) -> Option<String> {
    let line = match item {
        Item::Const(item) => format!("const {}: {}", item.ident, text(&item.ty)),
        Item::Enum(item) => format!("enum {}", named(&item.ident, &item.generics)),
        Item::Fn(item) => function(&item.sig),
        Item::Macro(item) => format!("macro {}!", item.ident.as_ref()?),
        Item::Static(item) => format!("static {}: {}", item.ident, text(&item.ty)),
        Item::Struct(item) => {
            let name = named(&item.ident, &item.generics);
            format!("struct {name}{}", fields(&item.fields))
        }
        Item::Trait(item) => {
            let name = format!("{}{}", item.ident, text(&item.generics));
            let bounds = text(&item.supertraits);
            let bounds = if bounds.is_empty() {
                bounds
            } else {
                format!(": {bounds}")
            };
            let unsafety = item.unsafety.map_or("", |_| "unsafe ");
            format!(
                "{unsafety}trait {name}{bounds}{}",
                conditions(&item.generics)
            )
        }
        Item::Type(item) => {
            format!(
                "type {} = {}",
                named(&item.ident, &item.generics),
                text(&item.ty)
            )
        }
        Item::Union(item) => format!("union {}", named(&item.ident, &item.generics)),
        _ => return None,
    };
    Some(interface(attributes(item)) + &line)
}

fn named(name: &syn::Ident, generics: &Generics) -> String {
    format!("{name}{}{}", text(generics), conditions(generics))
}

fn conditions(generics: &Generics) -> String {
    let conditions = text(&generics.where_clause);
    if conditions.is_empty() {
        conditions
    } else {
        format!(" {}", conditions.trim_end_matches(','))
    }
}

fn fields(fields: &Fields) -> String {
    match fields {
        Fields::Unit => String::new(),
        Fields::Named(_) => " { .. }".to_owned(),
        Fields::Unnamed(fields) => {
            let fields = fields.unnamed.iter().map(|field| match field.vis {
                Visibility::Public(_) => format!("pub {}", text(&field.ty)),
                _ => "_".to_owned(),
            });
            format!("({})", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The line of a public field that has a name.
pub(crate) fn field(field: &Field) -> Option<(String, String)> {
    let name = field.ident.as_ref()?.to_string();
    let is_public = matches!(field.vis, Visibility::Public(_));
    is_public.then(|| (name, format!("field {}", text(&field.ty))))
}

/// The line of a variant.
pub(crate) fn variant(variant: &Variant) -> String {
    let mut fields = variant.fields.clone();
    for field in &mut fields {
        field.attrs.clear();
    }
    let line = format!("variant {} {}", variant.ident, text(fields));
    interface(&variant.attrs) + line.trim().replace(" (", "(").as_str()
}

/// The line of a function. Whether it changes its own copy of an argument is nobody's concern.
pub(crate) fn function(signature: &Signature) -> String {
    let mut signature = signature.clone();
    for argument in &mut signature.inputs {
        match argument {
            FnArg::Receiver(this) => this.mutability = None,
            FnArg::Typed(argument) => {
                if let Pat::Ident(name) = &mut *argument.pat {
                    name.mutability = None;
                }
            }
        }
    }
    text(signature).trim_end_matches(',').to_owned()
}

/// The name and the line of what a trait contains.
pub(crate) fn of_trait(item: &TraitItem) -> Option<(String, String)> {
    match item {
        TraitItem::Const(item) => Some((
            item.ident.to_string(),
            format!("const {}: {}", item.ident, text(&item.ty)),
        )),
        TraitItem::Fn(item) => {
            let kind = if item.default.is_some() {
                "provided"
            } else {
                "required"
            };
            let line = format!("{}{kind} {}", interface(&item.attrs), function(&item.sig));
            Some((item.sig.ident.to_string(), line))
        }
        TraitItem::Type(item) => {
            let mut item = item.clone();
            item.attrs.clear();
            let line = text(&item).trim_end_matches(';').to_owned();
            Some((item.ident.to_string(), line))
        }
        _ => None,
    }
}

/// The name and the line of what a type itself has for everybody.
pub(crate) fn of_type(item: &ImplItem) -> Option<(String, String)> {
    match item {
        ImplItem::Const(item) if matches!(item.vis, Visibility::Public(_)) => Some((
            item.ident.to_string(),
            format!("const {}: {}", item.ident, text(&item.ty)),
        )),
        ImplItem::Fn(item) if matches!(item.vis, Visibility::Public(_)) => Some((
            item.sig.ident.to_string(),
            interface(&item.attrs) + &function(&item.sig),
        )),
        _ => None,
    }
}

/// The line of a trait that a type has, with the types that it names.
pub(crate) fn implementation(block: &ItemImpl) -> Option<String> {
    let (name, _) = block.trait_.as_ref()?;
    let mut generics = block.generics.clone();
    let conditions = conditions(&generics);
    generics.where_clause = None;
    let types = block.items.iter().filter_map(|item| match item {
        ImplItem::Type(item) => Some(format!("{} = {}", item.ident, text(&item.ty))),
        _ => None,
    });
    let types = types.collect::<Vec<_>>().join(", ");
    let types = if types.is_empty() {
        types
    } else {
        format!(" {{ {types} }}")
    };
    let (generics, name, of) = (text(generics), text(name), text(&block.self_ty));
    Some(format!("impl{generics} {name} for {of}{conditions}{types}"))
}
