//! `#[derive(FieldNames)]`

mod attributes;
mod case;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Fields, Generics, Path, Type, parse_quote};

use self::attributes::{FieldAttrs, TypeAttrs};
use crate::errors::Errors;

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let type_attrs = TypeAttrs::read(&input.attrs, &mut errors);
    let fields = read_fields(input, &type_attrs, &mut errors);
    if !errors.is_empty() {
        return errors.into_compile_errors();
    }
    let manila = &type_attrs.manila;
    let names = names(&fields, &type_attrs);
    let generics = bounded(&input.generics, &fields, manila);
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #manila::FieldNames for #name #type_generics #where_clause {
            const NAMES: #manila::field_names::Names = #names;
        }
    }
}

/// A field as the expansion sees it.
struct Field {
    name: String,
    wire: Wire,
    /// The other names of a member.
    aliases: Vec<String>,
    /// Its type, where the members of its value are validated as well.
    nested: Option<Type>,
}

/// What a field is on the wire.
enum Wire {
    Member(String),
    Element(usize),
    Inline,
    Absent,
}

fn read_fields(input: &DeriveInput, type_attrs: &TypeAttrs, errors: &mut Errors) -> Vec<Field> {
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            let message = "`FieldNames` cannot be derived for an enum, whose variants have \
                           different members; derive it for the structs in the variants";
            errors.push(data.enum_token.span, message);
            return Vec::new();
        }
        Data::Union(data) => {
            errors.push(
                data.union_token.span,
                "`FieldNames` cannot be derived for a union",
            );
            return Vec::new();
        }
    };
    let is_inline =
        type_attrs.is_transparent || (matches!(fields, Fields::Unnamed(_)) && fields.len() == 1);
    let mut elements = 0..;
    let mut read = Vec::with_capacity(fields.len());
    for (index, field) in fields.iter().enumerate() {
        let field_attrs = FieldAttrs::read(&field.attrs, errors);
        let name = match &field.ident {
            Some(name) => name.unraw().to_string(),
            None => index.to_string(),
        };
        let wire = if field_attrs.is_skipped {
            Wire::Absent
        } else if is_inline || field_attrs.is_flat {
            Wire::Inline
        } else if field.ident.is_some() {
            let renamed = field_attrs.rename;
            Wire::Member(renamed.unwrap_or_else(|| type_attrs.case.spell(&name)))
        } else {
            // An array has no place for what is skipped.
            Wire::Element(elements.next().unwrap_or_default())
        };
        read.push(Field {
            name,
            wire,
            aliases: field_attrs.aliases,
            nested: field_attrs.is_nested.then(|| field.ty.clone()),
        });
    }
    read
}

fn names(fields: &[Field], type_attrs: &TypeAttrs) -> TokenStream {
    let manila = &type_attrs.manila;
    let constructors = fields.iter().map(|field| field.constructor(manila));
    let on_wire = fields
        .iter()
        .find(|field| !matches!(field.wire, Wire::Absent));
    match on_wire {
        Some(field) if type_attrs.is_off_path => {
            let field = field.constructor(manila);
            quote!(#manila::field_names::Names::through(#field))
        }
        _ => quote!(#manila::field_names::Names::members(&[#(#constructors),*])),
    }
}

impl Field {
    fn constructor(&self, manila: &Path) -> TokenStream {
        let name = &self.name;
        let field = match &self.wire {
            Wire::Member(on_wire) => quote!(member(#name, #on_wire)),
            Wire::Element(index) => quote!(element(#name, #index)),
            Wire::Inline => quote!(inline(#name)),
            Wire::Absent => quote!(absent(#name)),
        };
        let nested = self.nested.as_ref().map(|ty| {
            let span = ty.span().resolved_at(Span::call_site());
            quote_spanned!(span => .nested::<#ty>())
        });
        let aliases = &self.aliases;
        let aliases = (!aliases.is_empty()).then(|| quote!(.with_aliases(&[#(#aliases),*])));
        quote!(#manila::field_names::Field::#field #aliases #nested)
    }
}

/// The type's generics, with a bound on each parameter that a nested field names. Bounds on the
/// fields' own types would run in a circle where a type contains itself.
fn bounded(generics: &Generics, fields: &[Field], manila: &Path) -> Generics {
    let mut bounded = generics.clone();
    for parameter in bounded.type_params_mut() {
        let is_nested = fields
            .iter()
            .filter_map(|field| field.nested.as_ref())
            .any(|ty| mentions(ty.to_token_stream(), &parameter.ident.to_string()));
        if is_nested {
            parameter.bounds.push(parse_quote!(#manila::FieldNames));
        }
    }
    bounded
}

fn mentions(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
