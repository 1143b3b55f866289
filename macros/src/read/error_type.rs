//! Types that are errors, by their names.

use syn::{GenericArgument, Path, PathArguments, Type, TypeParamBound};

/// Whether a type is an error, or holds one, as far as its name tells: `ParseIntError`,
/// `anyhow::Error`, `Box<dyn Error>`, `Option<sqlx::Error>`.
pub(super) fn is_error(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => is_error(&reference.elem),
        Type::Group(group) => is_error(&group.elem),
        Type::Paren(paren) => is_error(&paren.elem),
        Type::Slice(slice) => is_error(&slice.elem),
        Type::Array(array) => is_error(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().any(is_error),
        Type::Path(path) => is_called_error(&path.path) || holds_error(&path.path),
        Type::TraitObject(object) => object.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => is_called_error(&bound.path),
            _ => false,
        }),
        _ => false,
    }
}

fn is_called_error(path: &Path) -> bool {
    let last = path.segments.last();
    last.is_some_and(|last| last.ident.to_string().ends_with("Error"))
}

/// Whether an error is among the arguments of the type.
fn holds_error(path: &Path) -> bool {
    path.segments
        .iter()
        .any(|segment| match &segment.arguments {
            PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().any(|argument| match argument {
                    GenericArgument::Type(ty) => is_error(ty),
                    _ => false,
                })
            }
            _ => false,
        })
}
