//! How the names of details follow from those of fields.

use manila_catalog_file::{Case, DetailType};
use syn::{GenericArgument, PathArguments, Type};

/// The spelling of details.
#[derive(Clone, Copy)]
pub(super) enum DetailCase {
    AsWritten,
    Of(Case),
}

impl DetailCase {
    pub(super) const ALL: &'static [Self] = &[
        Self::Of(Case::Camel),
        Self::Of(Case::Snake),
        Self::Of(Case::ScreamingSnake),
        Self::Of(Case::Pascal),
        Self::Of(Case::Kebab),
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::AsWritten => "",
            Self::Of(case) => case.as_str(),
        }
    }

    pub(super) fn spell(self, field: &str) -> String {
        match self {
            Self::AsWritten => field.to_owned(),
            // The words of such a name are not known.
            _ if !field.is_ascii() => field.to_owned(),
            Self::Of(case) => case.spell(field),
        }
    }
}

/// The JSON type that a field's type becomes, where its name tells.
pub(super) fn kind_of(ty: &Type) -> DetailType {
    let path = match ty {
        Type::Reference(reference) => return kind_of(&reference.elem),
        Type::Group(group) => return kind_of(&group.elem),
        Type::Paren(paren) => return kind_of(&paren.elem),
        Type::Slice(_) | Type::Array(_) => return DetailType::Array,
        Type::Path(path) => path,
        _ => return DetailType::Any,
    };
    let Some(last) = path.path.segments.last() else {
        return DetailType::Any;
    };
    match &*last.ident.to_string() {
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            DetailType::Integer
        }
        "f32" | "f64" => DetailType::Number,
        "bool" => DetailType::Boolean,
        "String" | "str" | "char" => DetailType::String,
        "Vec" | "VecDeque" | "HashSet" | "BTreeSet" => DetailType::Array,
        "HashMap" | "BTreeMap" => DetailType::Object,
        "Uuid" => DetailType::Uuid,
        "Option" | "Box" | "Arc" | "Rc" => match &last.arguments {
            PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => kind_of(inner),
                _ => DetailType::Any,
            },
            _ => DetailType::Any,
        },
        _ => DetailType::Any,
    }
}
