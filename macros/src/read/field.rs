//! The fields of a variant.

use manila_catalog_file::{CatalogPath, Detail, Entry};
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::{Field, Fields, Index, Member, spanned::Spanned as _};

use super::error_type::is_error;
use super::field_attrs::FieldAttrs;
use super::names::kind_of;
use super::owner::owner_of;
use super::reader::Reader;
use crate::attr::{Settings, doc_text, marks_source};

/// What the fields of a variant say.
#[derive(Default)]
pub(super) struct VariantFields {
    pub(super) members: Vec<Member>,
    pub(super) details: Vec<(Member, String)>,
    pub(super) has_source: bool,
    /// The fields whose types are errors.
    pub(super) errors: Vec<Member>,
}

/// Reads the fields. Details are added to the entry; `index` is where it will be in the catalog, if
/// it will be there.
pub(super) fn read_fields(
    fields: &Fields,
    entry: &mut Entry,
    index: Option<usize>,
    reader: &mut Reader<'_>,
) -> VariantFields {
    let mut read = VariantFields::default();
    for (at, field) in fields.iter().enumerate() {
        let member = member_of(field, at);
        let is_called_source = field.ident.as_ref().is_some_and(|name| name == "source");
        read.has_source |= is_called_source || marks_source(&field.attrs);
        read.members.push(member.clone());
        if is_error(&field.ty) {
            read.errors.push(member.clone());
        }
        if let Some((detail, span)) = read_detail(field, index, reader) {
            if let Some(index) = index {
                let path = CatalogPath::Detail(index, entry.details.len());
                reader.spans.note(path, span);
            }
            read.details.push((member, detail.name.clone()));
            entry.details.push(detail);
        }
    }
    read
}

/// The detail that a field is, if it is one, and the span of its name.
fn read_detail(
    field: &Field,
    index: Option<usize>,
    reader: &mut Reader<'_>,
) -> Option<(Detail, Span)> {
    let mut settings = Settings::read(&field.attrs, reader.errors);
    let mut attrs = FieldAttrs::default();
    settings.apply(FieldAttrs::KEYS, owner_of, &mut attrs, reader.errors);
    if let Some(index) = index
        && (settings.is_unreadable("detail") || settings.is_unreadable("rename"))
    {
        // A message may have a placeholder for this one.
        reader
            .spans
            .mark_unreadable(CatalogPath::Field(index, "message"));
    }
    if !attrs.is_detail {
        refuse_without_detail(&settings, reader);
        return None;
    }
    let span = name_span(field, &settings);
    let name = match (attrs.rename, &field.ident) {
        (Some(name), _) => name,
        (None, Some(name)) => reader.detail_case.spell(&name.unraw().to_string()),
        (None, None) => {
            if !settings.is_unreadable("rename") {
                let message = "a detail needs a name; write `detail, rename = \"…\"`";
                reader.errors.push(span, message);
            }
            return None;
        }
    };
    let mut detail = Detail::new(name, attrs.kind.unwrap_or_else(|| kind_of(&field.ty)));
    detail.meaning = attrs.meaning.or_else(|| doc_text(&field.attrs));
    detail.required = attrs.required;
    detail.items = attrs.items;
    detail.values = attrs.values;
    Some((detail, span))
}

/// Where the name of a detail is written, or would be.
fn name_span(field: &Field, settings: &Settings) -> Span {
    let renamed = settings.get("rename").map(|rename| rename.span());
    renamed
        .or_else(|| field.ident.as_ref().map(syn::Ident::span))
        .or_else(|| settings.get("detail").map(|detail| detail.name_span()))
        .unwrap_or_else(|| field.span())
}

fn member_of(field: &Field, at: usize) -> Member {
    match &field.ident {
        Some(name) => Member::Named(name.clone()),
        None => Member::Unnamed(Index {
            index: u32::try_from(at).unwrap_or(0),
            span: field.ty.span(),
        }),
    }
}

/// Nothing can be said of a field that is not a detail.
fn refuse_without_detail(settings: &Settings, reader: &mut Reader<'_>) {
    if settings.is_unreadable("detail") {
        return;
    }
    for setting in settings.iter() {
        let name = setting.name();
        let is_known = FieldAttrs::KEYS.iter().any(|(key, _)| *key == name);
        if is_known && name != "detail" {
            let message = format!("`{name}` is only allowed beside `detail`");
            reader.errors.push(setting.name_span(), message);
        }
    }
}
